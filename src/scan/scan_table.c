#include "scan/scan_table.h"

#include "gazetteer/names_in_time.h"
#include "geocode/name_types.h"
#include "scan/scan_words.h"

#include <stdlib.h>
#include <string.h>

enum { LONGEST = 16 }; /* characters of a name, as lengths[] has bits */

/* True when all characters are of three bytes; nearly all Han are, and no name in use has another. */
static bool is_wide(const char *text, size_t size)
{
    for (size_t at = 0; at < size; at += 3)
        if (((unsigned char)text[at] & 0xF0) != 0xE0)
            return false;
    return size % 3 == 0;
}

static uint32_t character(const char *text)
{
    const unsigned char *b = (const unsigned char *)text;
    return (uint32_t)(b[0] & 0x0F) << 12 | (uint32_t)(b[1] & 0x3F) << 6 | (uint32_t)(b[2] & 0x3F);
}

/* What the index knows of the name; no levels when it has none of a place. */
static mintu_scan_key describe(const mintu_index *index, const char *text, size_t size)
{
    mintu_scan_key key = {.size = size, .ordinary = mintu_scan_is_ordinary(text, size)};
    for (const mintu_index_entry *e = mintu_index_find(index, text, size); e; e = mintu_index_next(index, e)) {
        const mintu_place *place = &index->gazetteer->places[e->place];
        if (e->kind == MINTU_MATCH_KIND_LATIN || e->bound)
            continue;
        key.levels |= 1U << place->level;
        bool typed =
            e->kind == MINTU_MATCH_KIND_EXACT || (e->kind == MINTU_MATCH_KIND_ALIAS && mintu_scan_has_type(text, size));
        key.full = key.full || typed;
        size_t stem = typed ? mintu_name_shorten(text, place->level, false) : 0;
        key.ordinary = key.ordinary || (stem > 0 && mintu_scan_is_ordinary(text, stem));
    }
    return key;
}

static void filter(mintu_scan_table *table, const char *text, size_t size)
{
    uint32_t a = character(text), pair = mintu_scan_pair(a, character(text + 3));
    table->first[a >> 6] |= 1ULL << (a & 63);
    table->pairs[pair >> 6] |= 1ULL << (pair & 63);
    table->lengths[pair & 4095] = (uint16_t)(table->lengths[pair & 4095] | 1U << (size / 3 - 1));
}

static bool keep(mintu_scan_table *table, mintu_scan_key key, const char *text)
{
    char *copy = mintu_text_copy_n(text, key.size);
    if (!copy || !MINTU_ARRAY_RESERVE(table->keys, table->room, table->count + 1)) {
        free(copy);
        return false;
    }
    key.text = copy;
    table->keys[table->count] = key;
    filter(table, text, key.size);
    return mintu_textmap_set(&table->map, key.text, table->count++);
}

/* A name as a text has it when it is read: in simplified characters. False when it is none to be looked for. */
static bool fold(const mintu_scan_table *table, const char *text, size_t size, char out[3 * LONGEST + 1])
{
    if (size < 6 || size > (size_t)3 * LONGEST || !is_wide(text, size))
        return false;
    memcpy(out, text, size);
    out[size] = '\0';
    mintu_scan_fold_in_place(&table->fold, out, size);
    return true;
}

static bool add(mintu_scan_table *table, const mintu_index *index, const char *text, size_t size)
{
    size_t known;
    char name[3 * LONGEST + 1], folded[3 * LONGEST + 1];
    if (!fold(table, text, size, folded) || mintu_textmap_get_n(&table->map, folded, size, &known))
        return true;
    memcpy(name, text, size);
    name[size] = '\0';
    mintu_scan_key key = describe(index, name, size);
    return !key.levels || keep(table, key, folded);
}

/* A unit elsewhere, which may have the name of one of the package. */
static bool add_elsewhere(mintu_scan_table *table, const mintu_elsewhere_name *name)
{
    size_t known;
    char folded[3 * LONGEST + 1];
    if (!fold(table, name->text, name->size, folded))
        return true;
    if (mintu_textmap_get_n(&table->map, folded, name->size, &known)) {
        table->keys[known].elsewhere |= name->levels;
        table->keys[known].full_elsewhere = table->keys[known].full_elsewhere || name->full;
        return true;
    }
    size_t stem = mintu_name_shorten(folded, MINTU_LEVEL_COUNTY, false);
    mintu_scan_key key = {.size = name->size, .elsewhere = name->levels, .full_elsewhere = name->full};
    key.ordinary = name->full ? stem > 0 && mintu_scan_is_vague(folded, stem) : mintu_scan_is_ordinary(folded, name->size);
    return keep(table, key, folded);
}

/* A town elsewhere whose name holds one of the package's, which is then not read in it. */
static bool add_longer(mintu_scan_table *table, const mintu_town_elsewhere *town)
{
    size_t known;
    char folded[3 * LONGEST + 1];
    if (!fold(table, town->name, town->size, folded) || mintu_textmap_get_n(&table->map, folded, town->size, &known))
        return true;
    return keep(table, (mintu_scan_key){.size = town->size, .full_elsewhere = true, .longer = true}, folded);
}

/* The name, and without its type, with and without a nationality. */
static bool add_name(mintu_scan_table *table, const mintu_index *index, const char *name, mintu_level level)
{
    char plain[MINTU_NAME_SIZE] = ""; /* as it is called every day: 穆云乡 for 穆云畲族乡 */
    size_t ethnic = level == MINTU_LEVEL_TOWNSHIP ? mintu_name_shorten(name, level, true) : 0;
    if (ethnic > 0 && ethnic + sizeof "乡" <= sizeof plain) {
        memcpy(plain, name, ethnic);
        memcpy(plain + ethnic, "乡", sizeof "乡");
    }
    return add(table, index, plain, strlen(plain)) && add(table, index, name, strlen(name)) &&
           add(table, index, name, mintu_name_shorten(name, level, false)) &&
           add(table, index, name, mintu_name_shorten(name, level, true));
}

static bool add_place(mintu_scan_table *table, const mintu_index *index, const mintu_place *place)
{
    const mintu_name *name;
    bool good = add_name(table, index, place->name, place->level) &&
                add_name(table, index, mintu_gazetteer_then(index->gazetteer, place, index->date).name, place->level);
    for (size_t n = mintu_gazetteer_names(index->gazetteer, place, &name); n > 0 && good; n--, name++)
        good = add_name(table, index, name->name, place->level);
    return good;
}

static void link_phrases(mintu_scan_table *table)
{
    size_t at;
    for (size_t i = 0; i < table->phrases.count; i++) {
        mintu_scan_phrase *phrase = &table->phrases.items[i];
        if (!mintu_textmap_get(&table->map, phrase->name, &at))
            continue;
        phrase->next = table->keys[at].phrase;
        table->keys[at].phrase = i + 1;
    }
}

mintu_status mintu_scan_table_build(const mintu_index *index, const mintu_elsewhere *elsewhere, mintu_error *error,
                                    mintu_scan_table *out)
{
    const mintu_gazetteer *gazetteer = index->gazetteer;
    bool good = true;
    memset(out, 0, sizeof *out);
    mintu_scan_fold_fill(&out->fold);
    mintu_status status = mintu_scan_phrases_load(gazetteer, error, &out->phrases);
    if (status != MINTU_STATUS_OK)
        return status;
    for (size_t i = 0; i < gazetteer->count && good; i++)
        good = add_place(out, index, &gazetteer->places[i]);
    for (size_t i = 0; i < gazetteer->entry_count && good; i++)
        good = add(out, index, gazetteer->entries[i].notice_name, strlen(gazetteer->entries[i].notice_name));
    for (size_t i = 0; i < elsewhere->count && good; i++)
        good = add_elsewhere(out, &elsewhere->names[i]);
    for (size_t i = 0; i < elsewhere->towns.count && good; i++)
        good = add_longer(out, &elsewhere->towns.items[i]);
    link_phrases(out);
    return good ? MINTU_STATUS_OK : mintu_fail_memory(error, "preparing the scan of a text");
}

void mintu_scan_table_free(mintu_scan_table *table)
{
    mintu_textmap_free(&table->map);
    mintu_scan_phrases_free(&table->phrases);
    for (size_t i = 0; i < table->count; i++)
        free(table->keys[i].text);
    free(table->keys);
    memset(table, 0, sizeof *table);
}

const mintu_scan_key *mintu_scan_table_find(const mintu_scan_table *table, const char *text, size_t size)
{
    size_t at;
    return mintu_textmap_get_n(&table->map, text, size, &at) ? &table->keys[at] : NULL;
}
