#include "gazetteer/check_table.h"

#include "gazetteer/check_data.h"
#include "gazetteer/check_value.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const json_t *schema_of(const mintu_check *check, size_t resource)
{
    return json_object_get(json_array_get(check->package.resources, resource), "schema");
}

static mintu_status check_header(mintu_check *check, size_t resource, mintu_error *error)
{
    const mintu_table *table = check->tables[resource];
    const json_t *fields = json_object_get(schema_of(check, resource), "fields");
    mintu_gate gate = mintu_gate_new(mintu_check_name(check, resource), "header equals the schema");
    gate.count = (double)mintu_table_column_count(table);
    gate.stated = (double)json_array_size(fields);
    const mintu_where where = {mintu_table_path(table), 1, 0};
    for (size_t i = 0; i < json_array_size(fields) || i < mintu_table_column_count(table); i++) {
        const char *wanted = json_string_value(json_object_get(json_array_get(fields, i), "name"));
        const char *found = i < mintu_table_column_count(table) ? mintu_table_column_name(table, i) : NULL;
        if (!wanted)
            mintu_gate_problem(&gate, where, "column %zu `%s` is not in the schema", i + 1, found ? found : "");
        else if (!found)
            mintu_gate_problem(&gate, where, "column %zu `%s` is missing", i + 1, wanted);
        else if (strcmp(wanted, found) != 0)
            mintu_gate_problem(&gate, where, "column %zu is `%s`, expected `%s`", i + 1, found, wanted);
    }
    return mintu_report_gate(&check->report, &gate, error);
}

/* Each value of one field; also that no value comes twice where the field is unique. */
static bool check_field(const mintu_table *table, size_t column, const json_t *field, mintu_gate *gate)
{
    bool unique = json_is_true(json_object_get(json_object_get(field, "constraints"), "unique")), good = true;
    mintu_textmap seen = {0};
    for (size_t row = 0; row < mintu_table_count(table) && good; row++) {
        const char *value = mintu_table_text(table, row, column);
        mintu_where where = {mintu_table_path(table), mintu_table_line(table, row), 0};
        size_t first, before = gate->problems;
        mintu_check_value(field, value, where, gate);
        if (before == 0 && gate->problems) { /* finding the column costs a reading of the file, so only for the one shown */
            mintu_gate_free(gate);
            gate->problems = 0;
            mintu_check_value(field, value, mintu_cell_where(table, row, (int)column), gate);
        }
        if (!unique || value[0] == '\0')
            continue;
        if (mintu_textmap_get(&seen, value, &first))
            mintu_gate_problem(gate, where, "`%s` holds \"%.60s\" again, which line %d has",
                               mintu_table_column_name(table, column), value, mintu_table_line(table, first));
        else
            good = mintu_textmap_set(&seen, value, row);
    }
    mintu_textmap_free(&seen);
    return good;
}

static mintu_status check_values(mintu_check *check, size_t resource, mintu_error *error)
{
    const mintu_table *table = check->tables[resource];
    const json_t *fields = json_object_get(schema_of(check, resource), "fields"), *field;
    mintu_gate gate = mintu_gate_new(mintu_check_name(check, resource), "types and constraints of all values");
    bool good = true;
    size_t index;
    json_array_foreach(fields, index, field)
    {
        const char *name = json_string_value(json_object_get(field, "name"));
        int column = name ? mintu_table_column_find(table, name) : -1;
        if (column >= 0 && good)
            good = check_field(table, (size_t)column, field, &gate);
    }
    if (good)
        return mintu_report_gate(&check->report, &gate, error);
    mintu_gate_free(&gate);
    return mintu_fail_memory(error, "checking the data package");
}

/* Columns of a key, written as one name or a list of names; the number of them, 0 when one is missing. */
static size_t key_columns(const mintu_table *table, const json_t *key, int columns[8])
{
    size_t count = json_is_array(key) ? json_array_size(key) : json_is_string(key) ? 1 : 0;
    for (size_t i = 0; i < count && count <= 8; i++) {
        const char *name = json_string_value(json_is_array(key) ? json_array_get(key, i) : key);
        columns[i] = name ? mintu_table_column_find(table, name) : -1;
        if (columns[i] < 0)
            return 0;
    }
    return count <= 8 ? count : 0;
}

/* The key of a row, its parts parted by a character that no table has; NULL when memory ran out. *empty: no part has a value. */
static char *row_key(const mintu_table *table, size_t row, const int *columns, size_t count, bool *empty)
{
    mintu_buffer key = {0};
    *empty = true;
    for (size_t i = 0; i < count; i++) {
        const char *part = mintu_table_text(table, row, (size_t)columns[i]);
        *empty = *empty && part[0] == '\0';
        mintu_buffer_text(&key, i ? "\x1F" : "");
        mintu_buffer_text(&key, part);
    }
    if (key.failed)
        mintu_buffer_free(&key);
    return key.data;
}

/* The keys of all rows, and the map from key to row. */
typedef struct keys {
    char **texts;
    mintu_textmap rows;
    size_t count;
} keys;

static void free_keys(keys *k)
{
    for (size_t i = 0; i < k->count && k->texts; i++)
        free(k->texts[i]);
    free(k->texts);
    mintu_textmap_free(&k->rows);
}

/* Reads the keys; a key that comes twice is a problem of @p gate, when there is one. */
static bool read_keys(const mintu_table *table, const int *columns, size_t width, mintu_gate *gate, keys *out)
{
    *out = (keys){.count = mintu_table_count(table)};
    out->texts = calloc(out->count + 1, sizeof *out->texts);
    for (size_t row = 0; out->texts && row < out->count; row++) {
        bool empty;
        size_t first;
        if (!(out->texts[row] = row_key(table, row, columns, width, &empty)))
            return false;
        if (mintu_textmap_get(&out->rows, out->texts[row], &first)) {
            if (gate)
                mintu_gate_problem(gate, (mintu_where){mintu_table_path(table), mintu_table_line(table, row), 0},
                                   "the key is that of line %d", mintu_table_line(table, first));
        } else if (!mintu_textmap_set(&out->rows, out->texts[row], row)) {
            return false;
        }
    }
    return out->texts != NULL;
}

static mintu_status check_primary_key(mintu_check *check, size_t resource, mintu_error *error)
{
    const mintu_table *table = check->tables[resource];
    const json_t *key = json_object_get(schema_of(check, resource), "primaryKey");
    if (!key)
        return MINTU_STATUS_OK;
    mintu_gate gate = mintu_gate_new(mintu_check_name(check, resource), "primary key is unique");
    int columns[8];
    size_t width = key_columns(table, key, columns);
    keys all = {0};
    bool good = true;
    if (width)
        good = read_keys(table, columns, width, &gate, &all);
    else
        mintu_gate_problem(&gate, (mintu_where){.source = mintu_table_path(table)}, "the key names a column that is not there");
    free_keys(&all);
    if (good)
        return mintu_report_gate(&check->report, &gate, error);
    mintu_gate_free(&gate);
    return mintu_fail_memory(error, "checking the data package");
}

/* The table that a foreign key refers to; "" is the table itself. */
static const mintu_table *referenced(const mintu_check *check, size_t resource, const char *name)
{
    if (!name || name[0] == '\0')
        return check->tables[resource];
    for (size_t i = 0; i < json_array_size(check->package.resources); i++)
        if (strcmp(mintu_check_name(check, i), name) == 0)
            return check->tables[i];
    return NULL;
}

static bool compare_links(const mintu_table *table, const int *columns, size_t width, const keys *targets, mintu_gate *gate)
{
    for (size_t row = 0; row < mintu_table_count(table); row++) {
        bool empty;
        size_t found;
        char *key = row_key(table, row, columns, width, &empty);
        if (!key)
            return false;
        if (!empty && !mintu_textmap_get(&targets->rows, key, &found))
            mintu_gate_problem(
                gate,
                gate->problems ? (mintu_where){.source = mintu_table_path(table)} : mintu_cell_where(table, row, columns[0]),
                "`%s` holds \"%.60s\", which the other table has not", mintu_table_column_name(table, (size_t)columns[0]),
                mintu_table_text(table, row, (size_t)columns[0]));
        free(key);
    }
    return true;
}

static bool check_link(const mintu_check *check, size_t resource, const json_t *key, mintu_gate *gate)
{
    const mintu_table *table = check->tables[resource];
    const json_t *reference = json_object_get(key, "reference");
    const mintu_table *target = referenced(check, resource, json_string_value(json_object_get(reference, "resource")));
    int from[8], to[8];
    size_t width = key_columns(table, json_object_get(key, "fields"), from);
    if (!target || width == 0 || key_columns(target, json_object_get(reference, "fields"), to) != width) {
        mintu_gate_problem(gate, (mintu_where){.source = mintu_table_path(table)},
                           "a foreign key names a table or column that is not there");
        return true;
    }
    keys targets = {0};
    bool good = read_keys(target, to, width, NULL, &targets) && compare_links(table, from, width, &targets, gate);
    free_keys(&targets);
    return good;
}

static mintu_status check_links(mintu_check *check, size_t resource, mintu_error *error)
{
    const json_t *links = json_object_get(schema_of(check, resource), "foreignKeys"), *link;
    if (json_array_size(links) == 0)
        return MINTU_STATUS_OK;
    mintu_gate gate = mintu_gate_new(mintu_check_name(check, resource), "foreign keys lead to a row");
    bool good = true;
    size_t index;
    json_array_foreach(links, index, link)
    {
        good = good && check_link(check, resource, link, &gate);
    }
    if (good)
        return mintu_report_gate(&check->report, &gate, error);
    mintu_gate_free(&gate);
    return mintu_fail_memory(error, "checking the data package");
}

static mintu_status check_rows(mintu_check *check, size_t resource, mintu_error *error)
{
    const json_t *stated = json_object_get(json_array_get(check->package.resources, resource), "mintu:rows");
    size_t count = mintu_table_count(check->tables[resource]);
    mintu_gate gate = mintu_gate_new(mintu_check_name(check, resource), "number of rows");
    gate.count = (double)count;
    if (json_is_integer(stated)) {
        gate.stated = (double)json_integer_value(stated);
        if ((json_int_t)count != json_integer_value(stated))
            mintu_gate_problem(&gate, (mintu_where){.source = mintu_table_path(check->tables[resource])},
                               "%zu rows, expected %lld", count, (long long)json_integer_value(stated));
    }
    return mintu_report_gate(&check->report, &gate, error);
}

/* Rows whose column holds the value, against the number that the package states for it. */
static mintu_status check_share(mintu_check *check, size_t resource, const char *column, const char *value, double stated,
                                mintu_error *error)
{
    const mintu_table *table = check->tables[resource];
    int at = mintu_table_column_find(table, column);
    char what[96];
    snprintf(what, sizeof what, "rows whose %.32s is %.32s", column, value);
    mintu_gate gate = mintu_gate_new(mintu_check_name(check, resource), what);
    gate.stated = stated;
    gate.count = 0;
    for (size_t row = 0; at >= 0 && row < mintu_table_count(table); row++)
        gate.count += strcmp(mintu_table_text(table, row, (size_t)at), value) == 0;
    if (gate.count != gate.stated)
        mintu_gate_problem(&gate, (mintu_where){.source = mintu_table_path(table)}, "%.0f rows, expected %.0f", gate.count,
                           gate.stated);
    return mintu_report_gate(&check->report, &gate, error);
}

/* "mintu:stated-by": {"status": {"complete": 34, …}} */
static mintu_status check_shares(mintu_check *check, size_t resource, mintu_error *error)
{
    json_t *by = json_object_get(json_array_get(check->package.resources, resource), "mintu:stated-by"), *values, *number;
    const char *column, *value;
    mintu_status status = MINTU_STATUS_OK;
    json_object_foreach(by, column, values)
    {
        json_object_foreach(values, value, number)
        {
            if (status == MINTU_STATUS_OK)
                status = check_share(check, resource, column, value, json_number_value(number), error);
        }
    }
    return status;
}

mintu_status mintu_check_table(mintu_check *check, size_t resource, mintu_error *error)
{
    mintu_status status = check_rows(check, resource, error);
    if (!json_is_array(json_object_get(schema_of(check, resource), "fields"))) {
        mintu_gate gate = mintu_gate_new(mintu_check_name(check, resource), "schema");
        mintu_gate_problem(&gate, (mintu_where){.source = check->package.path}, "the table has no schema; expected its fields");
        return status == MINTU_STATUS_OK ? mintu_report_gate(&check->report, &gate, error) : status;
    }
    if (status == MINTU_STATUS_OK)
        status = check_header(check, resource, error);
    if (status == MINTU_STATUS_OK)
        status = check_values(check, resource, error);
    if (status == MINTU_STATUS_OK)
        status = check_primary_key(check, resource, error);
    if (status == MINTU_STATUS_OK)
        status = check_links(check, resource, error);
    return status == MINTU_STATUS_OK ? check_shares(check, resource, error) : status;
}
