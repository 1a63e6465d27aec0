#include "geocode/name_index.h"

#include "base/utf8.h"
#include "gazetteer/names_in_time.h"
#include "gazetteer/places.h"
#include "geocode/shorten.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK = 64 * 1024 };

static mintu_status fail_memory(mintu_error *error)
{
    return mintu_fail_memory(error, "indexing names");
}

/* Keys of the map are borrowed, so they stand in blocks that never move. */
static char *store_key(mintu_index *index, const char *key, size_t size)
{
    if (index->block_count == 0 || index->block_used + size + 1 > BLOCK) {
        if (!MINTU_ARRAY_RESERVE(index->blocks, index->block_room, index->block_count + 1))
            return NULL;
        if (!(index->blocks[index->block_count] = malloc(BLOCK)))
            return NULL;
        index->block_count++;
        index->block_used = 0;
    }
    char *stored = index->blocks[index->block_count - 1] + index->block_used;
    memcpy(stored, key, size);
    stored[size] = '\0';
    index->block_used += size + 1;
    return stored;
}

/* The same name of the same place is kept once, as the better kind. */
static bool merge(mintu_index *index, size_t at, const mintu_index_entry *added)
{
    for (; at != SIZE_MAX; at = index->entries[at].next) {
        mintu_index_entry *entry = &index->entries[at];
        if (entry->place != added->place)
            continue;
        entry->kind = added->kind < entry->kind ? added->kind : entry->kind;
        entry->loose = entry->loose && added->loose;
        entry->alive = entry->alive || added->alive;
        entry->bound = entry->bound && added->bound;
        return true;
    }
    return false;
}

static mintu_status add_key(mintu_index *index, mintu_index_entry entry, const char *key, size_t size, mintu_error *error)
{
    size_t first = SIZE_MAX;
    bool known = mintu_textmap_get_n(&index->first, key, size, &first);
    if (size == 0 || (known && merge(index, first, &entry)))
        return MINTU_STATUS_OK;
    if (!MINTU_ARRAY_RESERVE(index->entries, index->room, index->count + 1))
        return fail_memory(error);
    entry.next = SIZE_MAX;
    index->entries[index->count] = entry;
    if (known) { /* second in the chain, so that the map stays as it is */
        index->entries[index->count].next = index->entries[first].next;
        index->entries[first].next = index->count;
    } else {
        const char *stored = store_key(index, key, size);
        if (!stored || !mintu_textmap_set(&index->first, stored, index->count))
            return fail_memory(error);
    }
    index->count++;
    return MINTU_STATUS_OK;
}

/* True when the place has this normal form already, of whatever kind. */
static bool has_key(const mintu_index *index, size_t place, const char *key, size_t size)
{
    const mintu_index_entry *entry = mintu_index_find(index, key, size);
    while (entry && entry->place != place)
        entry = mintu_index_next(index, entry);
    return entry != NULL;
}

static mintu_status add_name(mintu_index *index, size_t place, const char *name, mintu_match_kind kind, mintu_error *error)
{
    char key[MINTU_NAME_SIZE];
    size_t size;
    mintu_status status = mintu_name_normalise(name, error, key, &size);
    return status == MINTU_STATUS_OK ? add_key(index, (mintu_index_entry){.place = place, .kind = kind}, key, size, error)
                                     : status;
}

/* An alias that adds nothing when the place has the name in another way: 水头 in the notice is the short form of 水头镇. */
static mintu_status add_alias_as(mintu_index *index, mintu_index_entry entry, const char *name, mintu_error *error)
{
    char key[MINTU_NAME_SIZE];
    size_t size;
    mintu_status status = mintu_name_normalise(name, error, key, &size);
    if (status != MINTU_STATUS_OK || has_key(index, entry.place, key, size))
        return status;
    return add_key(index, entry, key, size, error);
}

static mintu_status add_alias(mintu_index *index, size_t place, const char *name, mintu_error *error)
{
    return add_alias_as(index, (mintu_index_entry){.place = place, .kind = MINTU_MATCH_KIND_ALIAS}, name, error);
}

/* The first @p size bytes of a name with something behind them. */
static mintu_status add_longer(mintu_index *index, mintu_index_entry entry, const char *name, size_t size, const char *behind,
                               mintu_error *error)
{
    mintu_buffer text = {0};
    mintu_buffer_add(&text, name, size);
    mintu_buffer_text(&text, behind);
    mintu_status status = text.failed ? fail_memory(error) : add_alias_as(index, entry, text.data, error);
    mintu_buffer_free(&text);
    return status;
}

/* Forms in daily use: a street by its office, 石码街道办, and an ethnic township without its nationality, 穆云乡. */
static mintu_status add_daily(mintu_index *index, size_t place, const char *name, mintu_error *error)
{
    static const char office[] = "街道", township[] = "乡";
    size_t size = strlen(name), ethnic = mintu_name_shorten(name, MINTU_LEVEL_TOWNSHIP, true);
    mintu_index_entry entry = {.place = place, .kind = MINTU_MATCH_KIND_ALIAS};
    mintu_status status = MINTU_STATUS_OK;
    if (size > sizeof office && strcmp(name + size - (sizeof office - 1), office) == 0) {
        status = add_longer(index, entry, name, size, "办事处", error);
        if (status == MINTU_STATUS_OK)
            status = add_longer(index, entry, name, size, "办", error);
    }
    if (status != MINTU_STATUS_OK || ethnic == 0)
        return status;
    entry.loose = true;
    return add_longer(index, entry, name, ethnic, township, error);
}

/* An official name and its short forms. */
static mintu_status add_official(mintu_index *index, size_t place, const char *name, bool current, mintu_error *error)
{
    mintu_level level = index->gazetteer->places[place].level;
    mintu_status status = add_name(index, place, name, current ? MINTU_MATCH_KIND_EXACT : MINTU_MATCH_KIND_ALIAS, error);
    for (int ethnic = 0; ethnic < 2 && status == MINTU_STATUS_OK; ethnic++) {
        char shorter[MINTU_NAME_SIZE];
        size_t size = mintu_name_shorten(name, level, ethnic);
        if (size == 0 || size >= sizeof shorter)
            continue;
        memcpy(shorter, name, size);
        shorter[size] = '\0';
        status =
            current ? add_name(index, place, shorter, MINTU_MATCH_KIND_SHORT, error) : add_alias(index, place, shorter, error);
    }
    if (status == MINTU_STATUS_OK && level == MINTU_LEVEL_TOWNSHIP)
        status = add_daily(index, place, name, error);
    return status;
}

static mintu_status add_latin(mintu_index *index, size_t place, const char *type, mintu_error *error)
{
    mintu_buffer full = {0};
    mintu_buffer_format(&full, "%s %s", index->gazetteer->places[place].name_en, type);
    mintu_status status = full.failed ? fail_memory(error) : add_name(index, place, full.data, MINTU_MATCH_KIND_LATIN, error);
    mintu_buffer_free(&full);
    return status;
}

/* The English name with a type, in English and in pinyin. */
static mintu_status add_english_as(mintu_index *index, size_t place, const char *type, mintu_error *error)
{
    const char *word = mintu_type_word(type), *pinyin = mintu_type_pinyin(word);
    mintu_status status = add_latin(index, place, word, error);
    return status == MINTU_STATUS_OK && pinyin ? add_latin(index, place, pinyin, error) : status;
}

/* True when two names differ in their types at most: 永定县 and 永定区. */
static bool same_stem(const char *a, const char *b, mintu_level level)
{
    size_t size = mintu_name_shorten(a, level, false);
    return size > 0 && size == mintu_name_shorten(b, level, false) && memcmp(a, b, size) == 0;
}

/* The English name, alone and with the type of today or of another time: Anxi, Anxi County, Anxi Xian. */
static mintu_status add_english(mintu_index *index, size_t place, mintu_error *error)
{
    const mintu_place *p = &index->gazetteer->places[place];
    const mintu_name *name;
    if (!p->name_en[0])
        return MINTU_STATUS_OK;
    mintu_status status = add_name(index, place, p->name_en, MINTU_MATCH_KIND_LATIN, error);
    if (status == MINTU_STATUS_OK)
        status = add_english_as(index, place, p->type, error);
    for (size_t n = mintu_gazetteer_names(index->gazetteer, p, &name); n > 0 && status == MINTU_STATUS_OK; n--, name++)
        if (name->kind == MINTU_NAME_KIND_OFFICIAL && same_stem(name->name, p->name, p->level))
            status = add_english_as(index, place, mintu_gazetteer_type(p, name->name), error);
    return status;
}

/* A traditional form of the full name is the name itself in another script. */
static mintu_match_kind kind_of(const mintu_name *name, const mintu_place *place, bool current)
{
    switch (name->kind) {
    case MINTU_NAME_KIND_SHORT:
        return MINTU_MATCH_KIND_SHORT;
    case MINTU_NAME_KIND_LATIN:
        return MINTU_MATCH_KIND_LATIN;
    case MINTU_NAME_KIND_TRADITIONAL:
        if (!current)
            return MINTU_MATCH_KIND_ALIAS;
        return mintu_utf8_count(name->name) == mintu_utf8_count(place->name) ? MINTU_MATCH_KIND_EXACT : MINTU_MATCH_KIND_SHORT;
    default:
        return MINTU_MATCH_KIND_ALIAS;
    }
}

/* A name that the package lists, and without its type when it is that of another unit: 大练 for 大练乡, now in 苏平镇. */
static mintu_status add_listed(mintu_index *index, size_t place, const mintu_name *name, mintu_match_kind kind,
                               mintu_error *error)
{
    char key[MINTU_NAME_SIZE];
    size_t size, shorter = 0;
    mintu_index_entry entry = {.place = place, .kind = kind};
    entry.alive = (name->from || name->to) && mintu_period_holds(name->from, name->to, index->date);
    mintu_status status = mintu_name_normalise(name->name, error, key, &size);
    if (status == MINTU_STATUS_OK)
        status = add_key(index, entry, key, size, error);
    if (status == MINTU_STATUS_OK && name->kind == MINTU_NAME_KIND_ALIAS &&
        index->gazetteer->places[place].level == MINTU_LEVEL_TOWNSHIP)
        shorter = mintu_name_shorten(name->name, MINTU_LEVEL_TOWNSHIP, false);
    entry.bound = true;
    return shorter > 0 ? add_longer(index, entry, name->name, shorter, "", error) : status;
}

static mintu_status add_names(mintu_index *index, size_t i, bool in_force, mintu_error *error)
{
    const mintu_place *place = &index->gazetteer->places[i];
    const mintu_name *name;
    mintu_status status = MINTU_STATUS_OK;
    for (size_t n = mintu_gazetteer_names(index->gazetteer, place, &name); n > 0 && status == MINTU_STATUS_OK; n--, name++) {
        bool current = in_force && mintu_period_holds(name->from, name->to, index->date);
        if (name->kind == MINTU_NAME_KIND_OFFICIAL)
            status = add_official(index, i, name->name, false, error);
        else
            status = add_listed(index, i, name, kind_of(name, place, current), error);
    }
    return status;
}

static mintu_status add_place(mintu_index *index, size_t i, mintu_error *error)
{
    const mintu_place *place = &index->gazetteer->places[i];
    mintu_place_then then = mintu_gazetteer_then(index->gazetteer, place, index->date);
    mintu_status status = add_official(index, i, then.name, then.in_force, error);
    if (status == MINTU_STATUS_OK && strcmp(then.name, place->name) != 0)
        status = add_official(index, i, place->name, false, error);
    if (status == MINTU_STATUS_OK)
        status = add_names(index, i, then.in_force, error);
    return status == MINTU_STATUS_OK ? add_english(index, i, error) : status;
}

mintu_status mintu_index_build(const mintu_gazetteer *gazetteer, int date, mintu_error *error, mintu_index *out)
{
    *out = (mintu_index){.gazetteer = gazetteer, .date = date};
    mintu_status status = MINTU_STATUS_OK;
    for (size_t i = 0; i < gazetteer->count && status == MINTU_STATUS_OK; i++)
        status = add_place(out, i, error);
    for (size_t i = 0; i < gazetteer->entry_count && status == MINTU_STATUS_OK; i++)
        status = add_alias(out, gazetteer->entries[i].place, gazetteer->entries[i].notice_name, error);
    return status;
}

void mintu_index_free(mintu_index *index)
{
    mintu_textmap_free(&index->first);
    free(index->entries);
    for (size_t i = 0; i < index->block_count; i++)
        free(index->blocks[i]);
    free(index->blocks);
    *index = (mintu_index){0};
}

const mintu_index_entry *mintu_index_find(const mintu_index *index, const char *key, size_t size)
{
    size_t first;
    return mintu_textmap_get_n(&index->first, key, size, &first) ? &index->entries[first] : NULL;
}

const mintu_index_entry *mintu_index_next(const mintu_index *index, const mintu_index_entry *entry)
{
    return entry->next == SIZE_MAX ? NULL : &index->entries[entry->next];
}
