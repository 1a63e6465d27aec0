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

/* A unit as its table has it. */
typedef struct unit_row {
    const char *code, *name;
    mintu_level level;
} unit_row;

static bool add_code(mintu_elsewhere *out, mintu_elsewhere_name *name, const char *code)
{
    if (!MINTU_ARRAY_RESERVE(out->codes, out->code_room, out->code_count + 1))
        return false;
    out->codes[out->code_count++] = (mintu_elsewhere_code){strtol(code, NULL, 10), name->code};
    name->code = out->code_count;
    return true;
}

/* The name of the unit, @p size bytes of @p text. */
static mintu_status add(mintu_elsewhere *out, const unit_row *of, const char *text, size_t size, mintu_error *error)
{
    size_t at;
    if (size < SHORTEST || size > LONGEST)
        return MINTU_STATUS_OK;
    if (!mintu_textmap_get_n(&out->map, text, size, &at)) {
        const char *copy = mintu_text_store_add(&out->texts, text, size);
        if (!copy || !MINTU_ARRAY_RESERVE(out->names, out->room, out->count + 1) ||
            !mintu_textmap_set(&out->map, copy, out->count))
            return fail_memory(error);
        at = out->count++;
        out->names[at] = (mintu_elsewhere_name){.text = copy, .size = size};
    }
    out->names[at].levels |= 1U << of->level;
    out->names[at].full = out->names[at].full || (text == of->name && size == strlen(text));
    return add_code(out, &out->names[at], of->code) ? MINTU_STATUS_OK : fail_memory(error);
}

/* The name with its type, and without. */
static mintu_status add_unit(mintu_elsewhere *out, const unit_row *of, mintu_error *error)
{
    mintu_status status = add(out, of, of->name, strlen(of->name), error);
    for (int ethnic = 0; ethnic < 2 && status == MINTU_STATUS_OK; ethnic++) {
        size_t size = mintu_name_shorten(of->name, of->level, ethnic);
        if (size < strlen(of->name))
            status = add(out, of, of->name, size, error);
    }
    return status;
}

/* True when the package has the unit or the province that it lies in, by the digits of its code. */
static bool is_own(const mintu_gazetteer *gazetteer, const char *code)
{
    char province[] = "000000";
    for (size_t i = 0; i < 2 && strlen(code) >= 2; i++)
        province[i] = code[i];
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
        const unit_row province = {mintu_table_text(table, row, (size_t)columns[CODE]), name, MINTU_LEVEL_PROVINCE};
        if (is_own(gazetteer, province.code))
            continue;
        status = add(out, &province, name, strlen(name), error);
        if (status == MINTU_STATUS_OK)
            status = add(out, &province, word, strlen(word), error);
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
        const unit_row of = {mintu_table_text(table, row, (size_t)columns[CODE]),
                             mintu_table_text(table, row, (size_t)columns[NAME]), level};
        status = add_unit(out, &of, error);
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
    if (status == MINTU_STATUS_OK)
        status = load(gazetteer, "country_units", read_units, error, out);
    return status == MINTU_STATUS_OK ? mintu_towns_elsewhere_load(gazetteer, error, &out->towns) : status;
}

void mintu_elsewhere_free(mintu_elsewhere *elsewhere)
{
    mintu_textmap_free(&elsewhere->map);
    mintu_text_store_free(&elsewhere->texts);
    mintu_towns_elsewhere_free(&elsewhere->towns);
    free(elsewhere->names);
    free(elsewhere->codes);
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

bool mintu_elsewhere_has(const mintu_elsewhere *elsewhere, const mintu_elsewhere_name *unit, const char *town, size_t size)
{
    for (size_t i = unit->code; i > 0; i = elsewhere->codes[i - 1].next)
        if (mintu_towns_elsewhere_has(&elsewhere->towns, elsewhere->codes[i - 1].code, town, size))
            return true;
    return false;
}
