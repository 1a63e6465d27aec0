#include "gazetteer/place_rows.h"
#include "layer/layer_end.h"
#include "layer/shape.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

mintu_status mintu_rows_new(mintu_context *context, const char *name, const mintu_field *fields, size_t count,
                            mintu_error *error, mintu_layer **out)
{
    mintu_status status = mintu_layer_new(context, name, error, out);
    for (size_t i = 0; i < count && status == MINTU_STATUS_OK; i++)
        status = mintu_layer_field_add(*out, fields[i].name, fields[i].type, error);
    return mintu_layer_end(status, out);
}

mintu_row mintu_row_append(mintu_layer *layer, mintu_error *error)
{
    mintu_row row = {.layer = layer, .error = error, .status = mintu_layer_append(layer, error)};
    row.row = mintu_layer_count(layer) - 1;
    return row;
}

void mintu_row_text(mintu_row *row, const char *text)
{
    if (row->status == MINTU_STATUS_OK)
        row->status = mintu_layer_text_set(row->layer, row->row, row->field, text, row->error);
    row->field++;
}

void mintu_row_number(mintu_row *row, double value)
{
    if (row->status == MINTU_STATUS_OK && !isnan(value))
        row->status = mintu_layer_number_set(row->layer, row->row, row->field, value, row->error);
    row->field++;
}

void mintu_row_texts(mintu_row *row, size_t count, const char *const texts[])
{
    for (size_t i = 0; i < count; i++)
        mintu_row_text(row, texts[i]);
}

void mintu_row_numbers(mintu_row *row, size_t count, const double values[])
{
    for (size_t i = 0; i < count; i++)
        mintu_row_number(row, values[i]);
}

void mintu_row_point(mintu_row *row, double lon, double lat)
{
    if (row->status == MINTU_STATUS_OK && !isnan(lon) && !isnan(lat))
        row->status = mintu_layer_point_set(row->layer, row->row, lon, lat, row->error);
}

void mintu_row_shape(mintu_row *row, const mintu_layer *from, size_t from_row)
{
    mintu_shape shape = {0};
    if (row->status == MINTU_STATUS_OK)
        row->status = mintu_layer_shape(from, from_row, &shape, row->error);
    if (row->status == MINTU_STATUS_OK && shape.part_count)
        row->status = mintu_layer_shape_set(row->layer, row->row, &shape, row->error);
    mintu_shape_free(&shape);
}

const char *mintu_layer_field_text(const mintu_layer *layer, size_t row, const char *field)
{
    int at = mintu_layer_field_find(layer, field);
    return at < 0 ? "" : mintu_layer_text(layer, row, (size_t)at);
}

size_t mintu_layer_field_count_text(const mintu_layer *layer, const char *field, const char *text)
{
    size_t count = 0;
    for (size_t row = 0; row < mintu_layer_count(layer); row++)
        count += strcmp(mintu_layer_field_text(layer, row, field), text) == 0;
    return count;
}

mintu_status mintu_layer_notes_copy(mintu_layer *layer, const mintu_layer *from, const char *const keys[], size_t count,
                                    mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    for (size_t i = 0; i < count && status == MINTU_STATUS_OK; i++) {
        const char *value = mintu_layer_note(from, keys[i]);
        if (value)
            status = mintu_layer_note_set(layer, keys[i], value, error);
    }
    return status;
}

mintu_status mintu_layer_note_count(mintu_layer *layer, const char *key, size_t value, mintu_error *error)
{
    char text[24];
    snprintf(text, sizeof text, "%zu", value);
    return mintu_layer_note_set(layer, key, text, error);
}
