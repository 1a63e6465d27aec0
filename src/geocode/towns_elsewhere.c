#include "geocode/towns_elsewhere.h"

#include "gazetteer/package_tables.h"

#include <stdlib.h>
#include <string.h>

enum { NAME, COUNTY, COLUMNS };
static const char *const column_names[COLUMNS] = {"name", "county"};

static mintu_status fail_memory(mintu_error *error)
{
    return mintu_fail_memory(error, "reading the names of towns elsewhere");
}

static mintu_status read_row(mintu_towns_elsewhere *out, const char *name, const char *county, mintu_error *error)
{
    size_t last = 0, size = strlen(name);
    bool known = mintu_textmap_get(&out->map, name, &last);
    const char *copy = known ? out->items[last].name : mintu_text_store_add(&out->texts, name, size);
    if (!copy || !mintu_textmap_set(&out->map, copy, out->count))
        return fail_memory(error);
    out->items[out->count++] = (mintu_town_elsewhere){copy, size, strtol(county, NULL, 10), known ? last + 1 : 0};
    return MINTU_STATUS_OK;
}

static mintu_status read_rows(const mintu_table *table, mintu_error *error, mintu_towns_elsewhere *out)
{
    int columns[COLUMNS] = {0};
    mintu_status status = mintu_tables_columns(table, column_names, COLUMNS, error, columns);
    if (status != MINTU_STATUS_OK)
        return status;
    if (!(out->items = calloc(mintu_table_count(table) + 1, sizeof *out->items)))
        return fail_memory(error);
    for (size_t row = 0; status == MINTU_STATUS_OK && row < mintu_table_count(table); row++)
        status = read_row(out, mintu_table_text(table, row, (size_t)columns[NAME]),
                          mintu_table_text(table, row, (size_t)columns[COUNTY]), error);
    return status;
}

mintu_status mintu_towns_elsewhere_load(const mintu_gazetteer *gazetteer, mintu_error *error, mintu_towns_elsewhere *out)
{
    *out = (mintu_towns_elsewhere){0};
    mintu_table *table = NULL;
    mintu_status status = mintu_tables_load(&gazetteer->package, "towns_elsewhere", false, error, &table);
    if (status == MINTU_STATUS_OK && table)
        status = read_rows(table, error, out);
    mintu_table_free(table);
    return status;
}

void mintu_towns_elsewhere_free(mintu_towns_elsewhere *towns)
{
    mintu_textmap_free(&towns->map);
    mintu_text_store_free(&towns->texts);
    free(towns->items);
    *towns = (mintu_towns_elsewhere){0};
}

/* True when the county is the unit or lies in it, by the digits of the codes. */
static bool is_within(long county, long unit)
{
    long digits = unit % 10000 == 0 ? 10000 : unit % 100 == 0 ? 100 : 1;
    return county / digits == unit / digits;
}

bool mintu_towns_elsewhere_has(const mintu_towns_elsewhere *towns, long unit, const char *name, size_t size)
{
    size_t at;
    if (!mintu_textmap_get_n(&towns->map, name, size, &at))
        return false;
    for (size_t i = at + 1; i > 0; i = towns->items[i - 1].next)
        if (is_within(towns->items[i - 1].county, unit))
            return true;
    return false;
}

size_t mintu_towns_elsewhere_count(const mintu_towns_elsewhere *towns, const char *name, size_t size)
{
    size_t at, count = 0;
    if (!mintu_textmap_get_n(&towns->map, name, size, &at))
        return 0;
    for (size_t i = at + 1; i > 0; i = towns->items[i - 1].next)
        count++;
    return count;
}
