#include "gazetteer/check_table.h"

#include "base/message.h"
#include "base/text_store.h"
#include "gazetteer/check_data.h"
#include "gazetteer/check_value.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* A table being checked. */
typedef struct subject {
    mintu_check *check;
    const char *name;                /* of the resource */
    const json_t *resource, *schema; /* its descriptions */
    const mintu_table *table;
} subject;

static mintu_where in_table(const subject *s)
{
    return (mintu_where){.source = mintu_table_path(s->table)};
}

static void report(const subject *s, mintu_gate *gate)
{
    mintu_report_gate(&s->check->report, gate);
}

static void check_header(const subject *s)
{
    const json_t *fields = json_object_get(s->schema, "fields");
    mintu_gate gate = mintu_gate_new(s->name, "header equals the schema");
    size_t count = mintu_table_column_count(s->table);
    gate.count = (double)count;
    gate.stated = (double)json_array_size(fields);
    const mintu_where where = {mintu_table_path(s->table), 1, 0};
    for (size_t i = 0; i < json_array_size(fields) || i < count; i++) {
        const char *wanted = json_string_value(json_object_get(json_array_get(fields, i), "name"));
        const char *found = i < count ? mintu_table_column_name(s->table, i) : NULL;
        if (!wanted)
            mintu_gate_problem(&gate, where, "column %zu `%s` is not in the schema", i + 1, found ? found : "");
        else if (!found)
            mintu_gate_problem(&gate, where, "column %zu `%s` is missing", i + 1, wanted);
        else if (strcmp(wanted, found) != 0)
            mintu_gate_problem(&gate, where, "column %zu is `%s`, expected `%s`", i + 1, found, wanted);
    }
    report(s, &gate);
}

/* Each value of one field; also that no value comes twice where the field is unique. */
static void check_field(const mintu_table *table, size_t column, const json_t *field, mintu_gate *gate)
{
    bool unique = json_is_true(json_object_get(json_object_get(field, "constraints"), "unique"));
    mintu_textmap seen = {0};
    for (size_t row = 0; row < mintu_table_count(table); row++) {
        const char *value = mintu_table_text(table, row, column);
        mintu_where where = {mintu_table_path(table), mintu_table_line(table, row), 0};
        size_t first, before = gate->problems;
        mintu_check_value(field, value, where, gate);
        if (before == 0 && gate->problems) { /* finding the column costs a reading of the file, so only for the one shown */
            mintu_gate_clear(gate);
            mintu_check_value(field, value, mintu_cell_where(table, row, (int)column), gate);
        }
        if (!unique || value[0] == '\0')
            continue;
        if (mintu_textmap_get(&seen, value, &first))
            mintu_gate_problem(gate, where, "`%s` holds \"%.60s\" again, which line %d has",
                               mintu_table_column_name(table, column), value, mintu_table_line(table, first));
        else if (!mintu_textmap_set(&seen, value, row))
            gate->failed = true;
    }
    mintu_textmap_free(&seen);
}

static void check_values(const subject *s)
{
    const json_t *fields = json_object_get(s->schema, "fields"), *field;
    mintu_gate gate = mintu_gate_new(s->name, "types and constraints of all values");
    size_t index;
    json_array_foreach(fields, index, field)
    {
        const char *name = json_string_value(json_object_get(field, "name"));
        int column = name ? mintu_table_column_find(s->table, name) : -1;
        if (column >= 0)
            check_field(s->table, (size_t)column, field, &gate);
    }
    report(s, &gate);
}

enum { KEY_COLUMNS = 8 };

/* Columns of a table that together are a key, and the map from the keys to their rows. */
typedef struct keys {
    const mintu_table *table;
    int columns[KEY_COLUMNS];
    size_t width; /* 0: a column is missing, or there are too many */
    mintu_text_store texts;
    mintu_textmap rows;
} keys;

/* The columns are written as one name or a list of names. */
static keys keys_of(const mintu_table *table, const json_t *key)
{
    keys out = {.table = table, .width = json_is_array(key) ? json_array_size(key) : json_is_string(key) ? 1 : 0};
    for (size_t i = 0; i < out.width && out.width <= KEY_COLUMNS; i++) {
        const char *name = json_string_value(json_is_array(key) ? json_array_get(key, i) : key);
        out.columns[i] = name ? mintu_table_column_find(table, name) : -1;
        if (out.columns[i] < 0)
            out.width = 0;
    }
    out.width = out.width <= KEY_COLUMNS ? out.width : 0;
    return out;
}

/* The key of a row, its parts parted by a character that no table has. True when a part has a value. */
static bool read_key(const keys *k, size_t row, mintu_buffer *out)
{
    bool filled = false;
    mintu_buffer_clear(out);
    for (size_t i = 0; i < k->width; i++) {
        const char *part = mintu_table_text(k->table, row, (size_t)k->columns[i]);
        filled = filled || part[0];
        mintu_buffer_text(out, i ? "\x1F" : "");
        mintu_buffer_text(out, part);
    }
    return filled;
}

/* Reads the keys of all rows; one that comes twice is a problem when @p unique is asked for. */
static void read_keys(keys *k, bool unique, mintu_gate *gate)
{
    mintu_buffer key = {0};
    for (size_t row = 0; row < mintu_table_count(k->table) && !gate->failed; row++) {
        size_t first;
        read_key(k, row, &key);
        bool known = !key.failed && mintu_textmap_get_n(&k->rows, key.data, key.size, &first);
        if (known && unique)
            mintu_gate_problem(gate, (mintu_where){mintu_table_path(k->table), mintu_table_line(k->table, row), 0},
                               "the key is that of line %d", mintu_table_line(k->table, first));
        const char *kept = known || key.failed ? NULL : mintu_text_store_add(&k->texts, key.data, key.size);
        gate->failed = !known && !(kept && mintu_textmap_set(&k->rows, kept, row));
    }
    mintu_buffer_free(&key);
}

static void free_keys(keys *k)
{
    mintu_text_store_free(&k->texts);
    mintu_textmap_free(&k->rows);
}

static void check_primary_key(const subject *s)
{
    const json_t *key = json_object_get(s->schema, "primaryKey");
    if (!key)
        return;
    mintu_gate gate = mintu_gate_new(s->name, "primary key is unique");
    keys all = keys_of(s->table, key);
    if (all.width)
        read_keys(&all, true, &gate);
    else
        mintu_gate_problem(&gate, in_table(s), "the key names a column that is not there");
    free_keys(&all);
    report(s, &gate);
}

/* The table that a foreign key refers to; "" is the table itself. */
static const mintu_table *referenced(const subject *s, const char *name)
{
    if (!name || name[0] == '\0')
        return s->table;
    for (size_t i = 0; i < json_array_size(s->check->package.resources); i++)
        if (strcmp(mintu_check_name(s->check, i), name) == 0)
            return s->check->tables[i];
    return NULL;
}

static void compare_links(const keys *from, const keys *to, mintu_gate *gate)
{
    const mintu_table *table = from->table;
    size_t column = (size_t)from->columns[0], found;
    mintu_buffer key = {0};
    for (size_t row = 0; row < mintu_table_count(table); row++) {
        bool filled = read_key(from, row, &key);
        if (!filled || key.failed || mintu_textmap_get_n(&to->rows, key.data, key.size, &found))
            continue;
        mintu_where where = {.source = mintu_table_path(table)};
        if (!gate->problems) /* finding the column costs a reading of the file */
            where = mintu_cell_where(table, row, (int)column);
        mintu_gate_problem(gate, where, "`%s` holds \"%.60s\", which the other table has not",
                           mintu_table_column_name(table, column), mintu_table_text(table, row, column));
    }
    gate->failed = gate->failed || key.failed;
    mintu_buffer_free(&key);
}

static void check_link(const subject *s, const json_t *link, mintu_gate *gate)
{
    const json_t *reference = json_object_get(link, "reference");
    const mintu_table *target = referenced(s, json_string_value(json_object_get(reference, "resource")));
    keys from = keys_of(s->table, json_object_get(link, "fields")), to = {.width = 0};
    if (target)
        to = keys_of(target, json_object_get(reference, "fields"));
    if (to.width == 0 || to.width != from.width) {
        mintu_gate_problem(gate, in_table(s), "a foreign key names a table or column that is not there");
        return;
    }
    read_keys(&to, false, gate);
    compare_links(&from, &to, gate);
    free_keys(&to);
}

static void check_links(const subject *s)
{
    const json_t *links = json_object_get(s->schema, "foreignKeys"), *link;
    mintu_gate gate = mintu_gate_new(s->name, "foreign keys lead to a row");
    size_t index;
    json_array_foreach(links, index, link)
    {
        check_link(s, link, &gate);
    }
    if (json_array_size(links))
        report(s, &gate);
}

/* A number of rows against what the package states for it, NaN where it states nothing. */
static void check_count(const subject *s, const char *what, size_t count, double stated)
{
    mintu_gate gate = mintu_gate_new(s->name, what);
    gate.count = (double)count;
    gate.stated = stated;
    if (!isnan(stated) && gate.count != stated)
        mintu_gate_problem(&gate, in_table(s), "%.0f rows, expected %.0f", gate.count, stated);
    report(s, &gate);
}

static size_t count_rows(const mintu_table *table, const char *column, const char *value)
{
    size_t count = 0;
    int at = mintu_table_column_find(table, column);
    for (size_t row = 0; at >= 0 && row < mintu_table_count(table); row++)
        count += strcmp(mintu_table_text(table, row, (size_t)at), value) == 0;
    return count;
}

/* "mintu:stated-by": {"status": {"complete": 34, …}} */
static void check_shares(const subject *s)
{
    json_t *by = json_object_get(s->resource, "mintu:stated-by"), *values, *number;
    const char *column, *value;
    char what[96];
    json_object_foreach(by, column, values)
    {
        json_object_foreach(values, value, number)
        {
            snprintf(what, sizeof what, mintu_message("rows whose %.32s is %.32s"), column, value);
            check_count(s, what, count_rows(s->table, column, value), json_number_value(number));
        }
    }
}

void mintu_check_table(mintu_check *check, size_t resource)
{
    const json_t *description = mintu_check_resource(check, resource), *rows = json_object_get(description, "mintu:rows");
    const subject s = {check, mintu_check_name(check, resource), description, json_object_get(description, "schema"),
                       check->tables[resource]};
    check_count(&s, N_("number of rows"), mintu_table_count(s.table),
                json_is_integer(rows) ? json_number_value(rows) : (double)NAN);
    if (!json_is_array(json_object_get(s.schema, "fields"))) {
        mintu_gate gate = mintu_gate_new(s.name, "schema");
        mintu_gate_problem(&gate, (mintu_where){.source = check->package.path}, "the table has no schema; expected its fields");
        report(&s, &gate);
        return;
    }
    check_header(&s);
    check_values(&s);
    check_primary_key(&s);
    check_links(&s);
    check_shares(&s);
}
