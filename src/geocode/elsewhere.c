#include "geocode/elsewhere.h"

#include "gazetteer/package_tables.h"
#include "gazetteer/places.h"
#include "geocode/name_types.h"

#include <stdlib.h>
#include <string.h>

enum { CODE, NAME, LEVEL, SHORT = LEVEL, COLUMNS };
static const char *const unit_columns[COLUMNS] = {"code", "name", "level"};
static const char *const province_columns[COLUMNS] = {"code", "name", "short"};

enum { SHORTEST = 6, LONGEST = 48 }; /* bytes of a name: two characters to sixteen */

static mintu_status fail_memory(mintu_error *error)
{
    return mintu_fail_memory(error, "reading the names of units elsewhere");
}

static mintu_status add(mintu_elsewhere *out, const char *name, size_t size, unsigned levels, bool full, mintu_error *error)
{
    size_t at;
    if (size < SHORTEST || size > LONGEST)
        return MINTU_STATUS_OK;
    if (mintu_textmap_get_n(&out->map, name, size, &at)) {
        out->names[at].levels |= levels;
        out->names[at].full = out->names[at].full || full;
        return MINTU_STATUS_OK;
    }
    const char *text = mintu_text_store_add(&out->texts, name, size);
    if (!text || !MINTU_ARRAY_RESERVE(out->names, out->room, out->count + 1) || !mintu_textmap_set(&out->map, text, out->count))
        return fail_memory(error);
    out->names[out->count++] = (mintu_elsewhere_name){text, size, levels, full};
    return MINTU_STATUS_OK;
}

/* The name with its type, and without. */
static mintu_status add_unit(mintu_elsewhere *out, const char *name, mintu_level level, mintu_error *error)
{
    mintu_status status = add(out, name, strlen(name), 1U << level, true, error);
    for (int ethnic = 0; ethnic < 2 && status == MINTU_STATUS_OK; ethnic++)
        status = add(out, name, mintu_name_shorten(name, level, ethnic), 1U << level, false, error);
    return status;
}

/* True when the package has the unit or the province that it lies in, by the digits of its code. */
static bool is_own(const mintu_gazetteer *gazetteer, const char *code)
{
    char province[] = "000000";
    memcpy(province, code, strlen(code) < 2 ? 0 : 2);
    return mintu_gazetteer_find(gazetteer, province) || mintu_gazetteer_find(gazetteer, code);
}

static mintu_status read_provinces(const mintu_gazetteer *gazetteer, const mintu_table *table, mintu_error *error,
                                   mintu_elsewhere *out)
{
    int columns[COLUMNS] = {0};
    mintu_status status = mintu_tables_columns(table, province_columns, COLUMNS, error, columns);
    for (size_t row = 0; status == MINTU_STATUS_OK && row < mintu_table_count(table); row++) {
        const char *name = mintu_table_text(table, row, (size_t)columns[NAME]);
        const char *word = mintu_table_text(table, row, (size_t)columns[SHORT]);
        if (is_own(gazetteer, mintu_table_text(table, row, (size_t)columns[CODE])))
            continue;
        status = add(out, name, strlen(name), 1U << MINTU_LEVEL_PROVINCE, true, error);
        if (status == MINTU_STATUS_OK)
            status = add(out, word, strlen(word), 1U << MINTU_LEVEL_PROVINCE, false, error);
    }
    return status;
}

static mintu_status read_units(const mintu_gazetteer *gazetteer, const mintu_table *table, mintu_error *error,
                               mintu_elsewhere *out)
{
    int columns[COLUMNS] = {0};
    mintu_status status = mintu_tables_columns(table, unit_columns, COLUMNS, error, columns);
    for (size_t row = 0; status == MINTU_STATUS_OK && row < mintu_table_count(table); row++) {
        mintu_level level = mintu_level_parse(mintu_table_text(table, row, (size_t)columns[LEVEL]));
        if (is_own(gazetteer, mintu_table_text(table, row, (size_t)columns[CODE])))
            continue;
        if (level != MINTU_LEVEL_PREFECTURE && level != MINTU_LEVEL_COUNTY)
            return mintu_cell_fail(table, row, columns[LEVEL], "prefecture or county", error);
        status = add_unit(out, mintu_table_text(table, row, (size_t)columns[NAME]), level, error);
    }
    return status;
}

typedef mintu_status read_fn(const mintu_gazetteer *gazetteer, const mintu_table *table, mintu_error *error,
                             mintu_elsewhere *out);

static mintu_status load(const mintu_gazetteer *gazetteer, const char *stem, read_fn *read, mintu_error *error,
                         mintu_elsewhere *out)
{
    mintu_table *table = NULL;
    mintu_status status = mintu_tables_load(&gazetteer->package, stem, false, error, &table);
    if (status == MINTU_STATUS_OK && table)
        status = read(gazetteer, table, error, out);
    mintu_table_free(table);
    return status;
}

mintu_status mintu_elsewhere_load(const mintu_gazetteer *gazetteer, mintu_error *error, mintu_elsewhere *out)
{
    *out = (mintu_elsewhere){0};
    mintu_status status = load(gazetteer, "provinces", read_provinces, error, out);
    return status == MINTU_STATUS_OK ? load(gazetteer, "country_units", read_units, error, out) : status;
}

void mintu_elsewhere_free(mintu_elsewhere *elsewhere)
{
    mintu_textmap_free(&elsewhere->map);
    mintu_text_store_free(&elsewhere->texts);
    free(elsewhere->names);
    *elsewhere = (mintu_elsewhere){0};
}

const mintu_elsewhere_name *mintu_elsewhere_find(const mintu_elsewhere *elsewhere, const char *text, size_t size)
{
    size_t at;
    return mintu_textmap_get_n(&elsewhere->map, text, size, &at) ? &elsewhere->names[at] : NULL;
}

size_t mintu_elsewhere_leads(const mintu_elsewhere *elsewhere, const char *text, size_t size)
{
    for (size_t length = size < LONGEST ? size : LONGEST; length >= SHORTEST + 3 && elsewhere->count > 0; length--) {
        const mintu_elsewhere_name *name = mintu_elsewhere_find(elsewhere, text, length);
        if (name && name->full)
            return length;
    }
    return 0;
}
