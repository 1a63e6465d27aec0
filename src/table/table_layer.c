#include "table/table_layer.h"

#include "base/array.h"
#include "base/error.h"
#include "base/utf8.h"
#include "layer/layer_data.h"
#include "layer/layer_end.h"
#include "layer/read_limits.h"
#include "layer/row_limit.h"
#include "table/head_find.h"
#include "table/position_fault.h"
#include "table/table_end.h"
#include "table/table_points.h"
#include "table/table_types.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char doing[] = N_("reading a layer");

typedef struct reading {
    mintu_context *context;
    mintu_headed *rows;
    const char *path;
    mintu_layer *layer;
    int *lines; /* of the layer's rows */
    size_t line_room, columns;
    mintu_row_sum sum;
    size_t wide, repaired;                     /* rows with more fields than there are columns, with bytes that are no text */
    int first_wide, first_repaired, bad_field; /* their first lines; the field, from 1 */
} reading;

/* A name that no column before has. */
static mintu_status add_field(reading *r, const char *given, size_t column, mintu_error *error)
{
    char name[256], own[320];
    size_t size = strlen(given);
    const char *first = given;
    while (size && strchr(" \t\r\n", first[size - 1]))
        size--;
    while (size && strchr(" \t\r\n", *first))
        first++, size--;
    size = size < sizeof name ? size : mintu_utf8_cut(first, sizeof name - 1);
    snprintf(name, sizeof name, "%.*s", (int)size, first);
    if (mintu_text_is_blank(name))
        snprintf(name, sizeof name, "column_%zu", column + 1);
    for (char *at = name; *at; at++)
        if (strchr("\n\r\t", *at))
            *at = ' ';
    snprintf(own, sizeof own, "%s", name);
    for (int again = 2; mintu_layer_field_find(r->layer, own) >= 0; again++)
        snprintf(own, sizeof own, "%s_%d", name, again);
    if (strcmp(own, name) != 0)
        mintu_context_notice(r->context, "%s: column %zu is called %s as one before it is, and becomes %s", r->path, column + 1,
                             name, own);
    return mintu_layer_field_add(r->layer, own, MINTU_FIELD_TYPE_TEXT, error);
}

/* Columns without a name at the end, as spreadsheets write them, are none while they hold nothing. */
static size_t count_columns(const mintu_record *header)
{
    size_t count = header->count;
    while (count > 1 && mintu_text_is_blank(mintu_record_text(header, count - 1)))
        count--;
    return count;
}

static mintu_status fail_damage(const reading *r, const mintu_record *record, mintu_error *error)
{
    return mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){r->path, record->line, 1}, "%s: %s", mintu_message(doing),
                         mintu_message(record->damage));
}

static mintu_status read_header(reading *r, mintu_error *error)
{
    mintu_record header;
    bool more;
    mintu_status status = mintu_headed_next(r->rows, error, &header, &more);
    if (status != MINTU_STATUS_OK)
        return status;
    if (!more)
        return mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = r->path},
                             "%s: the table is empty; expected a row with the names of its columns", mintu_message(doing));
    if (header.damage)
        return fail_damage(r, &header, error);
    r->columns = count_columns(&header);
    if (r->columns > r->context->limits.fields)
        return mintu_fail_limit(error, r->path, r->context->limits.fields, "fields", "remove those that are not needed");
    for (size_t i = 0; i < r->columns && status == MINTU_STATUS_OK; i++)
        status = add_field(r, mintu_record_text(&header, i), i, error);
    return status;
}

/* A cell behind the last name: a column of its own if it holds something. */
static mintu_status check_width(reading *r, const mintu_record *record, mintu_error *error)
{
    size_t last = record->count;
    while (last > r->columns && mintu_text_is_blank(mintu_record_text(record, last - 1)))
        last--;
    if (last <= r->columns)
        return MINTU_STATUS_OK;
    r->first_wide = r->wide++ ? r->first_wide : record->line;
    mintu_status status = MINTU_STATUS_OK;
    if (last > r->context->limits.fields)
        return mintu_fail_limit(error, r->path, r->context->limits.fields, "fields", "remove those that are not needed");
    for (; r->columns < last && status == MINTU_STATUS_OK; r->columns++)
        status = add_field(r, "", r->columns, error);
    return status;
}

static void note_repair(reading *r, const mintu_record *record)
{
    if (!record->repaired || r->repaired++)
        return;
    r->first_repaired = record->line;
    r->bad_field = mintu_headed_column(r->rows, record->bad);
}

static bool is_blank(const mintu_record *record)
{
    for (size_t i = 0; i < record->count; i++)
        if (!mintu_text_is_blank(mintu_record_text(record, i)))
            return false;
    return true;
}

static bool set_cells(reading *r, const mintu_record *record, size_t *bytes)
{
    mintu_layer *layer = r->layer;
    size_t row = layer->count - 1, count = record->count < r->columns ? record->count : r->columns;
    for (size_t i = 0; i < count; i++) {
        const char *text = record->text + record->starts[i];
        size_t size = record->starts[i + 1] - record->starts[i] - 1;
        if (size == 0)
            continue;
        mintu_cell cell = {MINTU_CELL_TEXT, .text = mintu_text_store_add(&layer->texts, text, size)};
        if (!cell.text)
            return false;
        layer->fields[i].cells[row] = cell;
        *bytes += MINTU_TEXT_BYTES + size;
    }
    return true;
}

static mintu_status add_row(reading *r, const mintu_record *record, mintu_error *error)
{
    if (record->damage)
        return fail_damage(r, record, error);
    note_repair(r, record);
    if (is_blank(record))
        return MINTU_STATUS_OK;
    mintu_status status = check_width(r, record, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_append(r->layer, error);
    if (status != MINTU_STATUS_OK)
        return status;
    size_t bytes = 0;
    if (!MINTU_ARRAY_RESERVE(r->lines, r->line_room, r->layer->count) || !set_cells(r, record, &bytes))
        return mintu_fail_memory(error, doing);
    r->lines[r->layer->count - 1] = record->line;
    return mintu_row_count_texts(&r->sum, r->layer, bytes, error);
}

static mintu_status read_rows(reading *r, mintu_error *error)
{
    mintu_record record;
    bool more = true;
    mintu_status status = MINTU_STATUS_OK;
    while (status == MINTU_STATUS_OK) {
        status = mintu_context_steps(r->context, r->layer->count, (double)NAN, doing, error);
        if (status == MINTU_STATUS_OK)
            status = mintu_headed_next(r->rows, error, &record, &more);
        if (status != MINTU_STATUS_OK || !more)
            break;
        status = add_row(r, &record, error);
    }
    return status;
}

static void tell(const reading *r)
{
    if (r->wide)
        mintu_context_notice(
            r->context,
            "%s:%d: %zu rows have more fields than the table has names of columns; these are called column_%zu "
            "and so on; look for a comma that is not in quotes",
            r->path, r->first_wide, r->wide, r->columns);
    if (r->repaired)
        mintu_context_notice(r->context,
                             "%s:%d:%d: %zu rows hold bytes that are no UTF-8, or NUL; each became U+FFFD; save the file anew",
                             r->path, r->first_repaired, r->bad_field, r->repaired);
}

mintu_status mintu_table_layer(mintu_context *context, mintu_headed *rows, const mintu_table_names *names, mintu_error *error,
                               mintu_layer **out)
{
    reading r = {.context = context, .rows = rows, .path = names->path, .sum = {names->path, &context->limits, 0}};
    mintu_status status = mintu_layer_new(context, names->layer, error, &r.layer);
    *out = r.layer;
    mintu_headed_renames(rows);
    if (status == MINTU_STATUS_OK)
        status = read_header(&r, error);
    if (status == MINTU_STATUS_OK)
        status = read_rows(&r, error);
    const mintu_table_lines where = {names->path, r.lines, mintu_headed_delimiter(rows)};
    if (status == MINTU_STATUS_OK) {
        tell(&r);
        mintu_table_end(context, r.layer, &where);
        mintu_table_totals(context, r.layer, &where);
        mintu_position_columns points = mintu_table_positions(r.layer);
        status = mintu_position_words_keep(context, r.layer, &points, error);
        for (size_t i = 0; i < r.layer->field_count; i++) { /* what is wrong with positions is told as such */
            const mintu_table_lines *told = i == points.lon || i == points.lat ? NULL : &where;
            mintu_table_missing(context, r.layer, i, told);
            mintu_table_type(context, r.layer, i, told);
        }
        if (status == MINTU_STATUS_OK)
            status = mintu_table_points(context, r.layer, &where, error);
        r.layer->typed = true;
        r.layer->lines = r.lines;
        r.layer->line_count = r.layer->count;
        r.lines = NULL;
    }
    free(r.lines);
    return mintu_layer_end(status, out);
}
