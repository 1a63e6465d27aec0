#include "geocode/name_index.h"

#include "base/utf8.h"
#include "gazetteer/change_window.h"
#include "gazetteer/names_in_time.h"
#include "gazetteer/package_tables.h"
#include "gazetteer/places.h"
#include "geocode/name_types.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* An index in the making. Keeps its first failure, after which no name is added. */
typedef struct indexing {
    mintu_index *index;
    mintu_status status;
    mintu_error *error;
} indexing;

static void fail_memory(indexing *work)
{
    work->status = mintu_fail_memory(work->error, "indexing names");
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

static void add_key(indexing *work, mintu_index_entry entry, const char *key, size_t size)
{
    mintu_index *index = work->index;
    size_t first = SIZE_MAX;
    bool known = mintu_textmap_get_n(&index->first, key, size, &first);
    if (known && merge(index, first, &entry))
        return;
    const char *stored = known ? key : mintu_text_store_add(&index->keys, key, size);
    if (!stored || !MINTU_ARRAY_RESERVE(index->entries, index->room, index->count + 1) ||
        (!known && !mintu_textmap_set(&index->first, stored, index->count))) {
        fail_memory(work);
        return;
    }
    entry.next = SIZE_MAX;
    if (known) { /* second in the chain, so that the map stays as it is */
        entry.next = index->entries[first].next;
        index->entries[first].next = index->count;
    }
    index->entries[index->count++] = entry;
}

/* Adds a name as it is written; with @p spare only when the place has no such name yet. */
static void add_name(indexing *work, mintu_index_entry entry, const char *name, bool spare)
{
    char key[MINTU_NAME_SIZE];
    size_t size = 0;
    if (work->status == MINTU_STATUS_OK)
        work->status = mintu_name_normalise(name, work->error, key, &size);
    if (size > 0 && !(spare && mintu_index_find_place(work->index, key, size, entry.place)))
        add_key(work, entry, key, size);
}

/* Adds a form made of a name. An alias adds nothing when the place has the name in another way: 水头 in the notice is the short form
 * of 水头镇. */
MINTU_PRINTF(3, 4) static void add_form(indexing *work, mintu_index_entry entry, const char *format, ...)
{
    char text[2 * MINTU_NAME_SIZE];
    va_list arguments;
    va_start(arguments, format);
    int size = vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    if (size >= 0 && (size_t)size < sizeof text)
        add_name(work, entry, text, entry.kind == MINTU_MATCH_KIND_ALIAS);
}

/* Forms in daily use: a street by its office, 石码街道办, and an ethnic township without its nationality, 穆云乡. */
static void add_daily(indexing *work, size_t place, const char *name)
{
    static const char office[] = "街道";
    size_t size = strlen(name), ethnic = mintu_name_shorten(name, MINTU_LEVEL_TOWNSHIP, true);
    mintu_index_entry entry = {.place = place, .kind = MINTU_MATCH_KIND_ALIAS};
    if (size > sizeof office && strcmp(name + size - (sizeof office - 1), office) == 0) {
        add_form(work, entry, "%s办事处", name);
        add_form(work, entry, "%s办", name);
    }
    entry.loose = true;
    if (ethnic > 0)
        add_form(work, entry, "%.*s乡", (int)ethnic, name);
}

/* An official name and its short forms. */
static void add_official(indexing *work, size_t place, const char *name, bool current)
{
    const mintu_place *unit = &work->index->gazetteer->places[place];
    mintu_level level = unit->level;
    mintu_index_entry entry = {.place = place, .kind = current ? MINTU_MATCH_KIND_EXACT : MINTU_MATCH_KIND_ALIAS};
    add_name(work, entry, name, false);
    entry.bound = !current && level == MINTU_LEVEL_TOWNSHIP && unit->to && work->index->date >= unit->to;
    entry.kind = current ? MINTU_MATCH_KIND_SHORT : MINTU_MATCH_KIND_ALIAS;
    for (int ethnic = 0; ethnic < 2; ethnic++) {
        size_t size = mintu_name_shorten(name, level, ethnic);
        if (size > 0)
            add_form(work, entry, "%.*s", (int)size, name);
    }
    if (level == MINTU_LEVEL_TOWNSHIP)
        add_daily(work, place, name);
}

/* The English name with a type, in English and in pinyin. */
static void add_english_as(indexing *work, size_t place, const char *type)
{
    const char *name = work->index->gazetteer->places[place].name_en, *word = mintu_type_word(type);
    const char *pinyin = mintu_type_pinyin(word);
    mintu_index_entry entry = {.place = place, .kind = MINTU_MATCH_KIND_LATIN};
    add_form(work, entry, "%s %s", name, word);
    if (pinyin)
        add_form(work, entry, "%s %s", name, pinyin);
}

/* True when two names differ in their types at most: 永定县 and 永定区. */
static bool same_stem(const char *a, const char *b, mintu_level level)
{
    size_t size = mintu_name_shorten(a, level, false);
    return size > 0 && size == mintu_name_shorten(b, level, false) && memcmp(a, b, size) == 0;
}

/* The English name, alone and with the type of today or of another time: Anxi, Anxi County, Anxi Xian. */
static void add_english(indexing *work, size_t place)
{
    const mintu_gazetteer *gazetteer = work->index->gazetteer;
    const mintu_place *p = &gazetteer->places[place];
    const mintu_name *name;
    if (!p->name_en[0])
        return;
    add_name(work, (mintu_index_entry){.place = place, .kind = MINTU_MATCH_KIND_LATIN}, p->name_en, false);
    add_english_as(work, place, p->type);
    for (size_t n = mintu_gazetteer_names(gazetteer, p, &name); n > 0; n--, name++)
        if (name->kind == MINTU_NAME_KIND_OFFICIAL && same_stem(name->name, p->name, p->level))
            add_english_as(work, place, mintu_gazetteer_type(p, name->name));
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
static void add_listed(indexing *work, size_t place, const mintu_name *name, mintu_match_kind kind)
{
    mintu_index_entry entry = {.place = place, .kind = kind};
    entry.alive = (name->from || name->to) && mintu_period_holds(name->from, name->to, work->index->date);
    add_name(work, entry, name->name, false);
    if (name->kind != MINTU_NAME_KIND_ALIAS || work->index->gazetteer->places[place].level != MINTU_LEVEL_TOWNSHIP)
        return;
    size_t shorter = mintu_name_shorten(name->name, MINTU_LEVEL_TOWNSHIP, false);
    entry.bound = true;
    if (shorter > 0)
        add_form(work, entry, "%.*s", (int)shorter, name->name);
}

static void add_place(indexing *work, size_t i)
{
    const mintu_gazetteer *gazetteer = work->index->gazetteer;
    const mintu_place *place = &gazetteer->places[i];
    mintu_place_then then = mintu_gazetteer_then(gazetteer, place, work->index->date);
    const mintu_name *name;
    bool may_be = then.in_force || mintu_gazetteer_may_be(gazetteer, place, work->index->date);
    add_official(work, i, then.name, may_be);
    if (strcmp(then.name, place->name) != 0)
        add_official(work, i, place->name, false);
    for (size_t n = mintu_gazetteer_names(gazetteer, place, &name); n > 0; n--, name++) {
        bool current = then.in_force && mintu_period_holds(name->from, name->to, work->index->date);
        if (name->kind == MINTU_NAME_KIND_OFFICIAL)
            add_official(work, i, name->name, may_be && mintu_name_may_hold(name, work->index->date));
        else
            add_listed(work, i, name, kind_of(name, place, current));
    }
    add_english(work, i);
}

/* Postal and Wade-Giles forms, from a table of their own: Foochow, Ch'üan-chou. */
static void add_romanised(indexing *work)
{
    enum { CODE, NAME, COLUMNS };
    static const char *const names[COLUMNS] = {"code", "name"};
    const mintu_gazetteer *gazetteer = work->index->gazetteer;
    mintu_table *table = NULL;
    int columns[COLUMNS] = {0};
    if (work->status == MINTU_STATUS_OK)
        work->status = mintu_tables_load(&gazetteer->package, "romanised_names", false, work->error, &table);
    if (work->status == MINTU_STATUS_OK && table)
        work->status = mintu_tables_columns(table, names, COLUMNS, work->error, columns);
    for (size_t row = 0; table && work->status == MINTU_STATUS_OK && row < mintu_table_count(table); row++) {
        const mintu_place *place = mintu_gazetteer_find(gazetteer, mintu_table_text(table, row, (size_t)columns[CODE]));
        mintu_index_entry entry = {.kind = MINTU_MATCH_KIND_LATIN};
        if (!place)
            continue;
        entry.place = mintu_gazetteer_index(gazetteer, place);
        add_name(work, entry, mintu_table_text(table, row, (size_t)columns[NAME]), true);
    }
    mintu_table_free(table);
}

mintu_status mintu_index_build(const mintu_gazetteer *gazetteer, int date, mintu_error *error, mintu_index *out)
{
    *out = (mintu_index){.gazetteer = gazetteer, .date = date};
    indexing work = {.index = out, .error = error};
    for (size_t i = 0; i < gazetteer->count; i++)
        add_place(&work, i);
    add_romanised(&work);
    for (size_t i = 0; i < gazetteer->entry_count; i++) {
        const mintu_entry *entry = &gazetteer->entries[i];
        add_form(&work, (mintu_index_entry){.place = entry->place, .kind = MINTU_MATCH_KIND_ALIAS}, "%s", entry->notice_name);
    }
    return work.status;
}

void mintu_index_free(mintu_index *index)
{
    mintu_textmap_free(&index->first);
    free(index->entries);
    mintu_text_store_free(&index->keys);
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

const mintu_index_entry *mintu_index_find_place(const mintu_index *index, const char *key, size_t size, size_t place)
{
    const mintu_index_entry *entry = mintu_index_find(index, key, size);
    while (entry && entry->place != place)
        entry = mintu_index_next(index, entry);
    return entry;
}
