#include "cli/value_join.h"
#include "console/arguments.h"
#include "console/layer_get.h"
#include "console/say.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The unit of each row by one column of the table. */
typedef struct units {
    const mintu_place **of_row;
    size_t count, by_level[MINTU_LEVEL_TOWNSHIP];
    size_t column;
} units;

/* By its code, else by its name as `mintu geocode` reads it. NULL for none, and for what is no county or prefecture. */
static const mintu_place *unit_of(const cli_value_join *join, mintu_geocoder *geocoder, const char *text)
{
    mintu_error ignored = {0};
    mintu_match match = {0};
    const mintu_place *place = *text ? mintu_gazetteer_find(join->session->gazetteer, text) : NULL;
    if (!place && *text && mintu_geocoder_match(geocoder, text, &ignored, &match) == MINTU_STATUS_OK)
        place = match.place;
    return place && (place->level == MINTU_LEVEL_COUNTY || place->level == MINTU_LEVEL_PREFECTURE) ? place : NULL;
}

static void try_column(const cli_value_join *join, mintu_geocoder *geocoder, size_t column, units *out)
{
    size_t rows = mintu_layer_count(join->table);
    out->column = column;
    for (size_t row = 0; row < rows; row++) {
        out->of_row[row] = unit_of(join, geocoder, mintu_layer_text(join->table, row, column));
        if (!out->of_row[row])
            continue;
        out->count++;
        out->by_level[out->of_row[row]->level]++;
    }
}

/* The column whose texts fit most units. */
static mintu_status find_units(const cli_value_join *join, mintu_geocoder *geocoder, mintu_error *error, units *best)
{
    size_t rows = mintu_layer_count(join->table);
    for (size_t column = 0; column < mintu_layer_field_count(join->table); column++) {
        units one = {.of_row = calloc(rows + 1, sizeof(mintu_place *))};
        if (!one.of_row)
            return cli_fail_memory(error, "joining the values");
        if (strcmp(mintu_layer_field_name(join->table, column), join->field) != 0)
            try_column(join, geocoder, column, &one);
        bool better = one.count > best->count;
        free(better ? best->of_row : one.of_row);
        if (better)
            *best = one;
    }
    return best->count ? MINTU_STATUS_OK
                       : cli_usage(error, "--values: no column of the table has codes or names of counties or prefectures");
}

/* Puts the row's number to its unit. */
static mintu_status put(const cli_value_join *join, const units *found, size_t row, mintu_layer *into, mintu_error *error)
{
    size_t code = (size_t)mintu_layer_field_find(into, "code"), value = (size_t)mintu_layer_field_find(into, "value");
    size_t field = (size_t)mintu_layer_field_find(join->table, join->field);
    double number = mintu_layer_number(join->table, row, field);
    for (size_t at = 0; at < mintu_layer_count(into); at++) {
        if (strcmp(mintu_layer_text(into, at, code), found->of_row[row]->code) != 0)
            continue;
        if (!mintu_layer_is_null(into, at, value))
            return cli_usage(error,
                             "--values: %s stands in two rows, the second of them row %zu; one number is needed for each unit",
                             found->of_row[row]->name, row + 1);
        return isfinite(number) ? mintu_layer_number_set(into, at, value, number, error) : MINTU_STATUS_OK;
    }
    (*join->findings)++;
    cli_finding("--values: row %zu: %s has no polygon", row + 1, found->of_row[row]->name);
    return MINTU_STATUS_OK;
}

static mintu_status put_all(const cli_value_join *join, const units *found, mintu_layer *into, mintu_error *error)
{
    mintu_level level = found->by_level[MINTU_LEVEL_PREFECTURE] > found->by_level[MINTU_LEVEL_COUNTY] ? MINTU_LEVEL_PREFECTURE
                                                                                                      : MINTU_LEVEL_COUNTY;
    mintu_status status = mintu_layer_field_add(into, "value", MINTU_FIELD_TYPE_REAL, error);
    for (size_t row = 0; found->of_row && row < mintu_layer_count(join->table) && status == MINTU_STATUS_OK; row++)
        if (found->of_row[row] && found->of_row[row]->level == level) {
            status = put(join, found, row, into, error);
        } else {
            (*join->findings)++;
            cli_finding("--values: row %zu, \"%.60s\", is no %s of the data package", row + 1,
                        mintu_layer_text(join->table, row, found->column),
                        level == MINTU_LEVEL_COUNTY ? "county" : "prefecture");
        }
    return status;
}

static mintu_status classify(const mintu_layer *layer, mintu_classify_method method, mintu_error *error, mintu_classes *classes)
{
    size_t count = mintu_layer_count(layer), field = (size_t)mintu_layer_field_find(layer, "value");
    double *values = calloc(count + 1, sizeof *values);
    if (!values)
        return cli_fail_memory(error, "classifying the values");
    for (size_t row = 0; row < count; row++)
        values[row] = mintu_layer_is_null(layer, row, field) ? NAN : mintu_layer_number(layer, row, field);
    mintu_status status = mintu_classify(values, count, &(mintu_classify_options){.method = method}, error, classes);
    free(values);
    return status;
}

static mintu_status join_with(const cli_value_join *join, mintu_geocoder *geocoder, mintu_error *error, mintu_layer **out)
{
    units found = {0};
    mintu_status status = find_units(join, geocoder, error, &found);
    bool prefectures = found.by_level[MINTU_LEVEL_PREFECTURE] > found.by_level[MINTU_LEVEL_COUNTY];
    if (status == MINTU_STATUS_OK)
        status =
            cli_layer_get(join->arguments, join->session, prefectures ? "prefectures" : "counties", join->as_of, error, out);
    if (status == MINTU_STATUS_OK)
        status = put_all(join, &found, *out, error);
    free(found.of_row);
    return status;
}

mintu_status cli_value_join_make(const cli_value_join *join, mintu_classify_method method, mintu_error *error,
                                 mintu_layer **out, mintu_classes *classes)
{
    mintu_geocode_options options = {.as_of = join->as_of};
    mintu_geocoder *geocoder = NULL;
    int field = mintu_layer_field_find(join->table, join->field);
    if (field < 0)
        return cli_usage(error, "--field '%s': the table has no such column", join->field);
    mintu_field_type type = mintu_layer_field_type(join->table, (size_t)field);
    if (type != MINTU_FIELD_TYPE_REAL && type != MINTU_FIELD_TYPE_INTEGER)
        return cli_usage(error, "--field '%s' holds no numbers", join->field);
    mintu_status status = mintu_geocoder_new(join->session->gazetteer, &options, error, &geocoder);
    if (status == MINTU_STATUS_OK)
        status = join_with(join, geocoder, error, out);
    if (status == MINTU_STATUS_OK)
        status = classify(*out, method, error, classes);
    mintu_geocoder_free(geocoder);
    return status;
}
