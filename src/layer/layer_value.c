#include "layer/layer_value.h"

#include "base/utf8.h"
#include "format/number.h"
#include "layer/layer.h"
#include "layer/layer_data.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

static bool has_value(const mintu_layer *layer, size_t row, size_t field)
{
    return row < layer->count && field < mintu_layer_field_count(layer) &&
           OGR_F_IsFieldSetAndNotNull(layer->rows[row], (int)field);
}

bool mintu_layer_is_null(const mintu_layer *layer, size_t row, size_t field)
{
    return !has_value(layer, row, field);
}

const char *mintu_layer_text(const mintu_layer *layer, size_t row, size_t field)
{
    if (!has_value(layer, row, field))
        return "";
    switch (mintu_layer_field_type(layer, field)) {
    case MINTU_FIELD_TYPE_INTEGER:
        snprintf(layer->scratch, MINTU_NUMBER_TEXT, "%lld", (long long)OGR_F_GetFieldAsInteger64(layer->rows[row], (int)field));
        return layer->scratch;
    case MINTU_FIELD_TYPE_REAL:
        mintu_number_text(OGR_F_GetFieldAsDouble(layer->rows[row], (int)field), layer->scratch);
        return layer->scratch;
    default:
        return OGR_F_GetFieldAsString(layer->rows[row], (int)field);
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
    if (!has_value(layer, row, field))
        return (double)NAN;
    switch (mintu_layer_field_type(layer, field)) {
    case MINTU_FIELD_TYPE_INTEGER:
        return (double)OGR_F_GetFieldAsInteger64(layer->rows[row], (int)field);
    case MINTU_FIELD_TYPE_REAL:
        return OGR_F_GetFieldAsDouble(layer->rows[row], (int)field);
    default:
        return parse_number(OGR_F_GetFieldAsString(layer->rows[row], (int)field));
    }
}

static mintu_status cell(const mintu_layer *layer, size_t row, size_t field, mintu_error *error, OGRFeatureH *out)
{
    mintu_status status = mintu_layer_row(layer, row, error, out);
    if (status == MINTU_STATUS_OK && field >= mintu_layer_field_count(layer))
        return mintu_fail(error, MINTU_STATUS_USAGE,
                          "using the layer %s: field %zu does not exist; the layer has %zu fields, from 0", layer->name, field,
                          mintu_layer_field_count(layer));
    return status;
}

static mintu_status fail_value(const mintu_layer *layer, size_t field, const char *value, mintu_error *error)
{
    return mintu_fail(error, MINTU_STATUS_USAGE, "setting the field %s of the layer %s: \"%s\" is no %s",
                      mintu_layer_field_name(layer, field), layer->name, value,
                      mintu_layer_field_type(layer, field) == MINTU_FIELD_TYPE_INTEGER ? "whole number" : "number");
}

mintu_status mintu_layer_text_set(mintu_layer *layer, size_t row, size_t field, const char *value, mintu_error *error)
{
    OGRFeatureH feature;
    mintu_status status = cell(layer, row, field, error, &feature);
    if (status != MINTU_STATUS_OK)
        return status;
    if (mintu_layer_field_type(layer, field) != MINTU_FIELD_TYPE_TEXT) {
        double number = value && value[0] ? parse_number(value) : (double)NAN;
        if (value && value[0] && isnan(number))
            return fail_value(layer, field, value, error);
        return mintu_layer_number_set(layer, row, field, number, error);
    }
    if (!value) {
        OGR_F_SetFieldNull(feature, (int)field);
        return MINTU_STATUS_OK;
    }
    if (!mintu_utf8_valid(value, strlen(value), NULL))
        return mintu_fail(error, MINTU_STATUS_INPUT,
                          "setting the field %s of the layer %s: the text is not valid UTF-8; convert it",
                          mintu_layer_field_name(layer, field), layer->name);
    OGR_F_SetFieldString(feature, (int)field, value);
    return MINTU_STATUS_OK;
}

mintu_status mintu_layer_number_set(mintu_layer *layer, size_t row, size_t field, double value, mintu_error *error)
{
    OGRFeatureH feature;
    char text[MINTU_NUMBER_TEXT];
    mintu_status status = cell(layer, row, field, error, &feature);
    if (status != MINTU_STATUS_OK)
        return status;
    if (!isfinite(value)) {
        OGR_F_SetFieldNull(feature, (int)field);
        return MINTU_STATUS_OK;
    }
    switch (mintu_layer_field_type(layer, field)) {
    case MINTU_FIELD_TYPE_INTEGER:
        if (value != floor(value) || fabs(value) > 9.2e18) {
            mintu_number_text(value, text);
            return fail_value(layer, field, text, error);
        }
        OGR_F_SetFieldInteger64(feature, (int)field, (GIntBig)value);
        break;
    case MINTU_FIELD_TYPE_REAL:
        OGR_F_SetFieldDouble(feature, (int)field, value);
        break;
    default:
        mintu_number_text(value, text);
        OGR_F_SetFieldString(feature, (int)field, text);
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
