#include "geocode/other_provinces.h"

#include <stdlib.h>
#include <string.h>

enum { CODE, NAME, SHORT, ENGLISH, COLUMNS };
static const char *const column_names[COLUMNS] = {"code", "name", "short", "name_en"};

static mintu_status fail_memory(mintu_error *error)
{
    return mintu_fail_memory(error, "reading the names of provinces");
}

static mintu_status add(const char *name, mintu_error *error, mintu_foreign *out)
{
    char key[MINTU_NAME_SIZE];
    size_t size;
    mintu_status status = mintu_name_normalise(name, error, key, &size);
    if (status != MINTU_STATUS_OK || size == 0)
        return status;
    if (!(out->names[out->count] = mintu_text_copy_n(key, size)))
        return fail_memory(error);
    out->count++;
    return MINTU_STATUS_OK;
}

static mintu_status read_rows(const mintu_gazetteer *gazetteer, const mintu_table *table, mintu_error *error,
                              mintu_foreign *out)
{
    int columns[COLUMNS] = {0};
    mintu_status status = mintu_tables_columns(table, column_names, COLUMNS, error, columns);
    if (status != MINTU_STATUS_OK)
        return status;
    if (!(out->names = calloc(COLUMNS * (mintu_table_count(table) + 1), sizeof *out->names)))
        return fail_memory(error);
    for (size_t row = 0; row < mintu_table_count(table); row++) {
        if (mintu_gazetteer_find(gazetteer, mintu_table_text(table, row, (size_t)columns[CODE])))
            continue; /* the package's own */
        for (int i = NAME; i < COLUMNS && status == MINTU_STATUS_OK; i++)
            status = add(mintu_table_text(table, row, (size_t)columns[i]), error, out);
    }
    return status;
}

mintu_status mintu_foreign_load(const mintu_gazetteer *gazetteer, mintu_error *error, mintu_foreign *out)
{
    *out = (mintu_foreign){0};
    mintu_table *table = NULL;
    mintu_status status = mintu_tables_load(&gazetteer->package, "provinces", false, error, &table);
    if (status == MINTU_STATUS_OK && table)
        status = read_rows(gazetteer, table, error, out);
    mintu_table_free(table);
    return status;
}

void mintu_foreign_free(mintu_foreign *foreign)
{
    for (size_t i = 0; i < foreign->count; i++)
        free(foreign->names[i]);
    free(foreign->names);
    *foreign = (mintu_foreign){0};
}

bool mintu_foreign_leads(const mintu_foreign *foreign, const mintu_words *words)
{
    for (size_t i = 0; i < foreign->count; i++) {
        size_t size = strlen(foreign->names[i]);
        if (size <= words->size && memcmp(words->text, foreign->names[i], size) == 0 &&
            (!words->latin || size == words->size || words->starts[size]))
            return true;
    }
    return false;
}

bool mintu_foreign_before(const mintu_foreign *foreign, const char *text, size_t at)
{
    for (size_t i = 0; i < foreign->count; i++) {
        size_t size = strlen(foreign->names[i]);
        if (size <= at && memcmp(text + at - size, foreign->names[i], size) == 0)
            return true;
    }
    return false;
}
