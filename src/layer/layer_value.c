#include "layer/layer_value.h"

#include "base/utf8.h"
#include "format/number.h"
#include "layer/layer.h"
#include "layer/layer_data.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* Null outside the table, too. */
static mintu_cell find_cell(const mintu_layer *layer, size_t row, size_t field)
{
    return row < layer->count && field < layer->field_count ? layer->fields[field].cells[row] : (mintu_cell){0};
}

bool mintu_layer_is_null(const mintu_layer *layer, size_t row, size_t field)
{
    return find_cell(layer, row, field).kind == MINTU_CELL_NULL;
}

const char *mintu_layer_text(const mintu_layer *layer, size_t row, size_t field)
{
    mintu_cell cell = find_cell(layer, row, field);
    switch (cell.kind) {
    case MINTU_CELL_INTEGER:
        snprintf(layer->scratch, MINTU_NUMBER_TEXT, "%lld", (long long)cell.integer);
        return layer->scratch;
    case MINTU_CELL_REAL:
        mintu_number_text(cell.real, layer->scratch);
        return layer->scratch;
    case MINTU_CELL_TEXT:
        return cell.text;
    default:
        return "";
    }
}

/* The whole text as a number, or NaN. */
static double parse_number(const char *text)
{
    const char *end;
    double value = mintu_number_read(text, &end);
    return end == text || *end != '\0' ? (double)NAN : value;
}

double mintu_layer_number(const mintu_layer *layer, size_t row, size_t field)
{
    mintu_cell cell = find_cell(layer, row, field);
    switch (cell.kind) {
    case MINTU_CELL_INTEGER:
        return (double)cell.integer;
    case MINTU_CELL_REAL:
        return cell.real;
    case MINTU_CELL_TEXT:
        return parse_number(cell.text);
    default:
        return (double)NAN;
    }
}

static mintu_status check_cell(const mintu_layer *layer, size_t row, size_t field, mintu_error *error)
{
    mintu_status status = mintu_layer_row_check(layer, row, error);
    if (status == MINTU_STATUS_OK && field >= layer->field_count)
        return mintu_fail(error, MINTU_STATUS_USAGE,
                          "using the layer %s: field %zu does not exist; the layer has %zu fields, from 0", layer->name, field,
                          layer->field_count);
    return status;
}

static mintu_status put_text(mintu_layer *layer, size_t row, size_t field, const char *text, mintu_error *error)
{
    mintu_cell cell = {MINTU_CELL_TEXT, .text = mintu_text_store_add(&layer->texts, text, strlen(text))};
    if (!cell.text)
        return mintu_fail_memory(error, "setting a value of a layer");
    layer->fields[field].cells[row] = cell;
    return MINTU_STATUS_OK;
}

static mintu_status fail_value(const mintu_layer *layer, size_t field, const char *value, mintu_error *error)
{
    return mintu_fail(error, MINTU_STATUS_USAGE, "setting the field %s of the layer %s: \"%s\" is no %s",
                      mintu_layer_field_name(layer, field), layer->name, value,
                      mintu_layer_field_type(layer, field) == MINTU_FIELD_TYPE_INTEGER ? "whole number" : "number");
}

mintu_status mintu_layer_text_set(mintu_layer *layer, size_t row, size_t field, const char *value, mintu_error *error)
{
    mintu_status status = check_cell(layer, row, field, error);
    if (status != MINTU_STATUS_OK)
        return status;
    if (layer->fields[field].type != MINTU_FIELD_TYPE_TEXT) {
        double number = value && value[0] ? parse_number(value) : (double)NAN;
        if (value && value[0] && isnan(number))
            return fail_value(layer, field, value, error);
        return mintu_layer_number_set(layer, row, field, number, error);
    }
    if (!value) {
        layer->fields[field].cells[row] = (mintu_cell){0};
        return MINTU_STATUS_OK;
    }
    if (!mintu_utf8_valid(value, strlen(value), NULL))
        return mintu_fail(error, MINTU_STATUS_INPUT,
                          "setting the field %s of the layer %s: the text is not valid UTF-8; convert it",
                          mintu_layer_field_name(layer, field), layer->name);
    return put_text(layer, row, field, value, error);
}

void mintu_layer_integer_set(mintu_layer *layer, size_t row, size_t field, int64_t value)
{
    layer->fields[field].cells[row] = (mintu_cell){MINTU_CELL_INTEGER, .integer = value};
}

mintu_status mintu_layer_number_set(mintu_layer *layer, size_t row, size_t field, double value, mintu_error *error)
{
    char text[MINTU_NUMBER_TEXT];
    mintu_status status = check_cell(layer, row, field, error);
    if (status != MINTU_STATUS_OK)
        return status;
    mintu_cell *cell = &layer->fields[field].cells[row];
    if (!isfinite(value)) {
        *cell = (mintu_cell){0};
    } else if (layer->fields[field].type == MINTU_FIELD_TYPE_REAL) {
        *cell = (mintu_cell){MINTU_CELL_REAL, .real = value};
    } else if (layer->fields[field].type == MINTU_FIELD_TYPE_TEXT) {
        mintu_number_text(value, text);
        return put_text(layer, row, field, text, error);
    } else if (value != floor(value) || fabs(value) > 9.2e18) {
        mintu_number_text(value, text);
        return fail_value(layer, field, text, error);
    } else {
        mintu_layer_integer_set(layer, row, field, (int64_t)value);
    }
    return MINTU_STATUS_OK;
}

void mintu_layer_row_title(const mintu_layer *layer, size_t row, char *text, size_t size)
{
    static const char *const names[] = {"name", "code", "NAME", "id", "query"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        int field = mintu_layer_field_find(layer, names[i]);
        if (field >= 0 && !mintu_layer_is_null(layer, row, (size_t)field)) {
            snprintf(text, size, "feature %zu (%s)", row + 1, mintu_layer_text(layer, row, (size_t)field));
            text[mintu_utf8_cut(text, strlen(text))] = '\0';
            return;
        }
    }
    snprintf(text, size, "feature %zu", row + 1);
}
