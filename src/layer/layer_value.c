#include "layer/layer_value.h"

#include "base/argument.h"
#include "base/message.h"
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

mintu_field_type mintu_layer_value_type(const mintu_layer *layer, size_t row, size_t field)
{
    if (!layer)
        return MINTU_FIELD_TYPE_END;
    static const mintu_field_type types[] = {
        [MINTU_CELL_UNSET] = MINTU_FIELD_TYPE_END,       [MINTU_CELL_NULL] = MINTU_FIELD_TYPE_END,
        [MINTU_CELL_INTEGER] = MINTU_FIELD_TYPE_INTEGER, [MINTU_CELL_REAL] = MINTU_FIELD_TYPE_REAL,
        [MINTU_CELL_BOOLEAN] = MINTU_FIELD_TYPE_BOOLEAN, [MINTU_CELL_TEXT] = MINTU_FIELD_TYPE_TEXT,
        [MINTU_CELL_JSON] = MINTU_FIELD_TYPE_JSON,
    };
    mintu_cell cell = find_cell(layer, row, field);
    mintu_field_type all = mintu_layer_field_type(layer, field);
    bool dated = cell.kind == MINTU_CELL_TEXT && (all == MINTU_FIELD_TYPE_DATE || all == MINTU_FIELD_TYPE_DATETIME);
    return dated ? all : types[cell.kind];
}

bool mintu_layer_is_null(const mintu_layer *layer, size_t row, size_t field)
{
    if (!layer)
        return true;
    return find_cell(layer, row, field).kind <= MINTU_CELL_NULL;
}

bool mintu_layer_has(const mintu_layer *layer, size_t row, size_t field)
{
    if (!layer)
        return false;
    return find_cell(layer, row, field).kind != MINTU_CELL_UNSET;
}

bool mintu_layer_is_property(const mintu_layer *layer, size_t row, size_t field)
{
    return layer->id_field != field + 1 && (!layer->open || mintu_layer_has(layer, row, field));
}

static const char *cell_text(mintu_cell cell, char *scratch)
{
    switch (cell.kind) {
    case MINTU_CELL_INTEGER:
        snprintf(scratch, MINTU_NUMBER_TEXT, "%lld", (long long)cell.integer);
        return scratch;
    case MINTU_CELL_REAL:
        mintu_number_text(cell.real, scratch);
        return scratch;
    case MINTU_CELL_BOOLEAN:
        return cell.boolean ? "true" : "false";
    case MINTU_CELL_TEXT:
    case MINTU_CELL_JSON:
        return cell.text;
    default:
        return "";
    }
}

const char *mintu_layer_text(const mintu_layer *layer, size_t row, size_t field)
{
    if (!layer)
        return "";
    return cell_text(find_cell(layer, row, field), layer->scratch);
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
    if (!layer)
        return (double)NAN;
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
    static const char *const types[MINTU_FIELD_TYPE_END] = {[MINTU_FIELD_TYPE_INTEGER] = N_("whole number"),
                                                            [MINTU_FIELD_TYPE_REAL] = N_("number"),
                                                            [MINTU_FIELD_TYPE_BOOLEAN] = N_("boolean")};
    const char *type = types[mintu_layer_field_type(layer, field)];
    return mintu_fail(error, MINTU_STATUS_USAGE, "setting the field %s of the layer %s: \"%s\" is no %s",
                      mintu_layer_field_name(layer, field), layer->name, value,
                      mintu_message(type ? type : N_("value of its type")));
}

mintu_status mintu_layer_boolean_set(mintu_layer *layer, size_t row, size_t field, bool value, mintu_error *error)
{
    if (MINTU_GIVEN(error, layer))
        return MINTU_STATUS_USAGE;
    mintu_status status = check_cell(layer, row, field, error);
    if (status != MINTU_STATUS_OK)
        return status;
    mintu_field_type type = layer->fields[field].type;
    if (type != MINTU_FIELD_TYPE_BOOLEAN && type != MINTU_FIELD_TYPE_ANY)
        return fail_value(layer, field, value ? "true" : "false", error);
    layer->fields[field].cells[row] = (mintu_cell){MINTU_CELL_BOOLEAN, .boolean = value};
    return MINTU_STATUS_OK;
}

/* A text for a field whose values are none. */
static mintu_status set_converted(mintu_layer *layer, size_t row, size_t field, const char *value, mintu_error *error)
{
    bool is_true = strcmp(value, "true") == 0;
    double number = parse_number(value);
    if (layer->fields[field].type == MINTU_FIELD_TYPE_BOOLEAN)
        return is_true || strcmp(value, "false") == 0 ? mintu_layer_boolean_set(layer, row, field, is_true, error)
                                                      : fail_value(layer, field, value, error);
    return isnan(number) ? fail_value(layer, field, value, error) : mintu_layer_number_set(layer, row, field, number, error);
}

static bool holds_texts(mintu_field_type type)
{
    return type != MINTU_FIELD_TYPE_INTEGER && type != MINTU_FIELD_TYPE_REAL && type != MINTU_FIELD_TYPE_BOOLEAN;
}

mintu_status mintu_layer_text_set(mintu_layer *layer, size_t row, size_t field, const char *value, mintu_error *error)
{
    if (MINTU_GIVEN(error, layer))
        return MINTU_STATUS_USAGE;
    mintu_status status = check_cell(layer, row, field, error);
    if (status != MINTU_STATUS_OK)
        return status;
    bool texts = holds_texts(layer->fields[field].type);
    if (!value || (!texts && !value[0])) {
        layer->fields[field].cells[row] = (mintu_cell){0};
        return MINTU_STATUS_OK;
    }
    if (!texts)
        return set_converted(layer, row, field, value, error);
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

static mintu_status fail_number(const mintu_layer *layer, size_t field, double value, mintu_error *error)
{
    char text[MINTU_NUMBER_TEXT];
    mintu_number_text(value, text);
    return fail_value(layer, field, text, error);
}

static mintu_status set_number_text(mintu_layer *layer, size_t row, size_t field, double value, mintu_error *error)
{
    char text[MINTU_NUMBER_TEXT];
    mintu_number_text(value, text);
    return put_text(layer, row, field, text, error);
}

mintu_status mintu_layer_number_set(mintu_layer *layer, size_t row, size_t field, double value, mintu_error *error)
{
    if (MINTU_GIVEN(error, layer))
        return MINTU_STATUS_USAGE;
    mintu_status status = check_cell(layer, row, field, error);
    if (status != MINTU_STATUS_OK)
        return status;
    mintu_field_type type = layer->fields[field].type;
    mintu_cell *cell = &layer->fields[field].cells[row];
    if (type == MINTU_FIELD_TYPE_TEXT && isfinite(value))
        return set_number_text(layer, row, field, value, error);
    bool whole = value == floor(value) && fabs(value) <= 9.2e18;
    if (type > MINTU_FIELD_TYPE_REAL && type != MINTU_FIELD_TYPE_ANY)
        return fail_number(layer, field, value, error);
    if (type == MINTU_FIELD_TYPE_INTEGER && isfinite(value) && !whole)
        return fail_number(layer, field, value, error);
    if (!isfinite(value))
        *cell = (mintu_cell){0};
    else if (type == MINTU_FIELD_TYPE_INTEGER)
        *cell = (mintu_cell){MINTU_CELL_INTEGER, .integer = (int64_t)value};
    else
        *cell = (mintu_cell){MINTU_CELL_REAL, .real = value};
    return MINTU_STATUS_OK;
}

const char *mintu_layer_id(const mintu_layer *layer, size_t row, bool *number)
{
    mintu_cell cell = layer && layer->ids && row < layer->count ? layer->ids[row] : (mintu_cell){0};
    if (number)
        *number = cell.kind == MINTU_CELL_INTEGER || cell.kind == MINTU_CELL_REAL;
    return cell.kind == MINTU_CELL_UNSET ? NULL : cell_text(cell, layer->scratch);
}

bool mintu_layer_is_further(const mintu_layer *layer, size_t row)
{
    return layer && layer->further && row < layer->count && layer->further[row];
}

void mintu_layer_row_title(const mintu_layer *layer, size_t row, char *text, size_t size)
{
    static const char *const names[] = {"name", "code", "NAME", "id", "query"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        int field = mintu_layer_field_find(layer, names[i]);
        if (field >= 0 && !mintu_layer_is_null(layer, row, (size_t)field)) {
            snprintf(text, size, mintu_message("feature %zu (%s)"), row + 1, mintu_layer_text(layer, row, (size_t)field));
            text[mintu_utf8_cut(text, strlen(text))] = '\0';
            return;
        }
    }
    snprintf(text, size, mintu_message("feature %zu"), row + 1);
}
