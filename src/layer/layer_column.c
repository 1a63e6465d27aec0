/* Whole columns of a layer at once. */
#include "base/argument.h"
#include "base/error.h"
#include "base/utf8.h"
#include "layer/layer.h"
#include "layer/shape.h"

#include <math.h>
#include <string.h>

static mintu_status check_count(const mintu_layer *layer, size_t count, mintu_error *error)
{
    return count == layer->count
               ? MINTU_STATUS_OK
               : mintu_fail(error, MINTU_STATUS_USAGE,
                            "using a column of the layer %s: room for %zu values is given, and it has %zu rows", layer->name,
                            count, layer->count);
}

static mintu_status check_column(const mintu_layer *layer, size_t field, size_t count, mintu_error *error)
{
    if (field >= layer->field_count)
        return mintu_fail(error, MINTU_STATUS_USAGE,
                          "using a column of the layer %s: field %zu does not exist; the layer has %zu fields, from 0",
                          layer->name, field, layer->field_count);
    return check_count(layer, count, error);
}

static mintu_status fail_type(const mintu_layer *layer, size_t field, const char *what, mintu_error *error)
{
    return mintu_fail(error, MINTU_STATUS_USAGE, "using a column of the layer %s: the field %s holds no %s", layer->name,
                      layer->fields[field].name, mintu_message(what));
}

static mintu_status fail_value(const mintu_layer *layer, size_t field, size_t row, mintu_error *error)
{
    return mintu_fail(error, MINTU_STATUS_USAGE,
                      "setting a column of the layer %s: value %zu of the field %s is none of its type; nothing was set",
                      layer->name, row + 1, layer->fields[field].name);
}

mintu_status mintu_layer_rows_add(mintu_layer *layer, size_t count, mintu_error *error)
{
    mintu_status status = MINTU_GIVEN(error, layer);
    for (size_t i = 0; i < count && status == MINTU_STATUS_OK; i++)
        status = mintu_layer_append(layer, error);
    return status;
}

mintu_status mintu_layer_numbers(const mintu_layer *layer, size_t field, size_t count, double *values, mintu_error *error)
{
    if (MINTU_GIVEN(error, layer, values))
        return MINTU_STATUS_USAGE;
    mintu_status status = check_column(layer, field, count, error);
    for (size_t row = 0; row < count && status == MINTU_STATUS_OK; row++)
        values[row] = mintu_layer_number(layer, row, field);
    return status;
}

mintu_status mintu_layer_numbers_set(mintu_layer *layer, size_t field, size_t count, const double *values, mintu_error *error)
{
    if (MINTU_GIVEN(error, layer, values))
        return MINTU_STATUS_USAGE;
    mintu_status status = check_column(layer, field, count, error);
    if (status == MINTU_STATUS_OK && layer->fields[field].type != MINTU_FIELD_TYPE_REAL)
        status = fail_type(layer, field, N_("numbers with fractions"), error);
    for (size_t row = 0; row < count && status == MINTU_STATUS_OK; row++)
        layer->fields[field].cells[row] =
            isfinite(values[row]) ? (mintu_cell){MINTU_CELL_REAL, .real = values[row]} : (mintu_cell){0};
    return status;
}

static bool holds_integers(mintu_field_type type)
{
    return type == MINTU_FIELD_TYPE_INTEGER || type == MINTU_FIELD_TYPE_BOOLEAN;
}

mintu_status mintu_layer_integers(const mintu_layer *layer, size_t field, size_t count, int64_t *values, bool *known,
                                  mintu_error *error)
{
    if (MINTU_GIVEN(error, layer, values, known))
        return MINTU_STATUS_USAGE;
    mintu_status status = check_column(layer, field, count, error);
    if (status == MINTU_STATUS_OK && !holds_integers(layer->fields[field].type))
        status = fail_type(layer, field, N_("whole numbers or booleans"), error);
    for (size_t row = 0; row < count && status == MINTU_STATUS_OK; row++) {
        const mintu_cell *cell = &layer->fields[field].cells[row];
        known[row] = cell->kind == MINTU_CELL_INTEGER || cell->kind == MINTU_CELL_BOOLEAN;
        values[row] = cell->kind == MINTU_CELL_INTEGER ? cell->integer : known[row] && cell->boolean;
    }
    return status;
}

static mintu_status check_booleans(const mintu_layer *layer, size_t field, const int64_t *values, const bool *known,
                                   mintu_error *error)
{
    for (size_t row = 0; row < layer->count; row++)
        if ((!known || known[row]) && values[row] != 0 && values[row] != 1)
            return fail_value(layer, field, row, error);
    return MINTU_STATUS_OK;
}

mintu_status mintu_layer_integers_set(mintu_layer *layer, size_t field, size_t count, const int64_t *values, const bool *known,
                                      mintu_error *error)
{
    if (MINTU_GIVEN(error, layer, values))
        return MINTU_STATUS_USAGE;
    mintu_status status = check_column(layer, field, count, error);
    if (status == MINTU_STATUS_OK && !holds_integers(layer->fields[field].type))
        status = fail_type(layer, field, N_("whole numbers or booleans"), error);
    bool booleans = status == MINTU_STATUS_OK && layer->fields[field].type == MINTU_FIELD_TYPE_BOOLEAN;
    if (booleans)
        status = check_booleans(layer, field, values, known, error);
    for (size_t row = 0; row < count && status == MINTU_STATUS_OK; row++) {
        mintu_cell *cell = &layer->fields[field].cells[row];
        if (known && !known[row])
            *cell = (mintu_cell){0};
        else if (booleans)
            *cell = (mintu_cell){MINTU_CELL_BOOLEAN, .boolean = values[row] == 1};
        else
            *cell = (mintu_cell){MINTU_CELL_INTEGER, .integer = values[row]};
    }
    return status;
}

static bool holds_texts(mintu_field_type type)
{
    return type != MINTU_FIELD_TYPE_INTEGER && type != MINTU_FIELD_TYPE_REAL && type != MINTU_FIELD_TYPE_BOOLEAN &&
           type != MINTU_FIELD_TYPE_ANY;
}

mintu_status mintu_layer_texts(const mintu_layer *layer, size_t field, size_t count, const char **values, mintu_error *error)
{
    if (MINTU_GIVEN(error, layer, values))
        return MINTU_STATUS_USAGE;
    mintu_status status = check_column(layer, field, count, error);
    if (status == MINTU_STATUS_OK && !holds_texts(layer->fields[field].type))
        status = fail_type(layer, field, N_("texts alone"), error);
    for (size_t row = 0; row < count && status == MINTU_STATUS_OK; row++)
        values[row] = layer->fields[field].cells[row].kind >= MINTU_CELL_TEXT ? layer->fields[field].cells[row].text : NULL;
    return status;
}

mintu_status mintu_layer_texts_set(mintu_layer *layer, size_t field, size_t count, const char *const *values,
                                   mintu_error *error)
{
    if (MINTU_GIVEN(error, layer, values))
        return MINTU_STATUS_USAGE;
    mintu_status status = check_column(layer, field, count, error);
    if (status == MINTU_STATUS_OK && !holds_texts(layer->fields[field].type))
        status = fail_type(layer, field, N_("texts alone"), error);
    for (size_t row = 0; row < count && status == MINTU_STATUS_OK; row++)
        if (values[row] && !mintu_utf8_valid(values[row], strlen(values[row]), NULL))
            status = fail_value(layer, field, row, error);
    for (size_t row = 0; row < count && status == MINTU_STATUS_OK; row++)
        status = mintu_layer_text_set(layer, row, field, values[row], error);
    return status;
}

mintu_status mintu_layer_points(const mintu_layer *layer, size_t count, double *lonlat, mintu_error *error)
{
    if (MINTU_GIVEN(error, layer, lonlat))
        return MINTU_STATUS_USAGE;
    mintu_status status = check_count(layer, count, error);
    for (size_t row = 0; row < count && status == MINTU_STATUS_OK; row++) {
        const mintu_shape *shape = layer->shapes[row];
        bool point = shape && shape->type == MINTU_GEOMETRY_TYPE_POINT && shape->vertex_count == 1;
        if (shape && !point)
            status = mintu_fail(error, MINTU_STATUS_USAGE, "using the points of the layer %s: row %zu has another geometry",
                                layer->name, row + 1);
        lonlat[2 * row] = point ? shape->xy[0] : (double)NAN;
        lonlat[2 * row + 1] = point ? shape->xy[1] : (double)NAN;
    }
    return status;
}

mintu_status mintu_layer_points_set(mintu_layer *layer, size_t count, const double *lonlat, mintu_error *error)
{
    const mintu_shape none = {0};
    if (MINTU_GIVEN(error, layer, lonlat))
        return MINTU_STATUS_USAGE;
    mintu_status status = check_count(layer, count, error);
    for (size_t row = 0; row < count && status == MINTU_STATUS_OK; row++) {
        const double *at = lonlat + 2 * row;
        status = isnan(at[0]) && isnan(at[1]) ? mintu_layer_shape_set(layer, row, &none, error)
                                              : mintu_layer_point_set(layer, row, at[0], at[1], error);
    }
    return status;
}
