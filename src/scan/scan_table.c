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

static bool add(mintu_scan_table *table, const mintu_index *index, const char *text, size_t size)
{
    size_t known;
    if (size < 6 || size > (size_t)3 * LONGEST || !is_wide(text, size) || mintu_textmap_get_n(&table->map, text, size, &known))
        return true;
    char *copy = mintu_text_copy_n(text, size);
    bool good = copy && MINTU_ARRAY_RESERVE(table->keys, table->room, table->count + 1);
    mintu_scan_key key = {0};
    if (good)
        key = describe(index, copy, size);
    if (!key.levels) {
        free(copy);
        return good;
    }
    key.text = copy;
    table->keys[table->count] = key;
    filter(table, text, size);
    return mintu_textmap_set(&table->map, key.text, table->count++);
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

mintu_status mintu_scan_table_build(const mintu_index *index, mintu_error *error, mintu_scan_table *out)
{
    const mintu_gazetteer *gazetteer = index->gazetteer;
    bool good = true;
    *out = (mintu_scan_table){0};
    for (size_t i = 0; i < gazetteer->count && good; i++)
        good = add_place(out, index, &gazetteer->places[i]);
    for (size_t i = 0; i < gazetteer->entry_count && good; i++)
        good = add(out, index, gazetteer->entries[i].notice_name, strlen(gazetteer->entries[i].notice_name));
    return good ? MINTU_STATUS_OK : mintu_fail_memory(error, "preparing the scan of a text");
}

void mintu_scan_table_free(mintu_scan_table *table)
{
    mintu_textmap_free(&table->map);
    for (size_t i = 0; i < table->count; i++)
        free(table->keys[i].text);
    free(table->keys);
    *table = (mintu_scan_table){0};
}

const mintu_scan_key *mintu_scan_table_find(const mintu_scan_table *table, const char *text, size_t size)
{
    size_t at;
    return mintu_textmap_get_n(&table->map, text, size, &at) ? &table->keys[at] : NULL;
}
