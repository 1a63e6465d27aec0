#include "analyse/greenway_connectors.h"
#include "base/error.h"
#include "gazetteer/rows.h"

#include <string.h>

static const char DOING[] = "counting places near the lines";
enum { FIELDS = 7 };

typedef struct counts {
    size_t near, assumed; /* assumed: by a stretch whose course is */
} counts;

/* Of the connectors of rank 1; NULL: none. */
static counts count_near(const mintu_layer *nearest, double km)
{
    counts out = {0};
    for (size_t row = 0; nearest && row < mintu_layer_count(nearest); row++) {
        if (!(mintu_layer_number(nearest, row, (size_t)mintu_layer_field_find(nearest, "length_m")) <= 1000 * km))
            continue;
        out.near++;
        out.assumed += strcmp(mintu_layer_field_text(nearest, row, "certainty"), "assumed") == 0;
    }
    return out;
}

static mintu_status add_row(mintu_layer *layer, double km, const counts found[2], const size_t all[2], mintu_error *error)
{
    const double values[FIELDS] = {km,
                                   (double)found[0].near,
                                   (double)found[0].assumed,
                                   (double)all[0],
                                   (double)found[1].near,
                                   (double)found[1].assumed,
                                   (double)all[1]};
    size_t row = mintu_layer_count(layer);
    mintu_status status = mintu_layer_append(layer, error);
    for (size_t i = 0; i < FIELDS && status == MINTU_STATUS_OK; i++)
        status = mintu_layer_number_set(layer, row, i, values[i], error);
    return status;
}

static mintu_status new_table(mintu_context *context, mintu_error *error, mintu_layer **out)
{
    static const char *const fields[FIELDS] = {"within_km", "places",        "places_assumed", "places_of",
                                               "towns",     "towns_assumed", "towns_of"};
    mintu_status status = mintu_layer_new(context, "greenway-service", error, out);
    for (int i = 0; i < FIELDS && status == MINTU_STATUS_OK; i++)
        status = mintu_layer_field_add(*out, fields[i], i ? MINTU_FIELD_TYPE_INTEGER : MINTU_FIELD_TYPE_REAL, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_note_set(*out, "title", "places near the greenways", error);
    return status;
}

static mintu_status check(const double *km, size_t count, mintu_error *error)
{
    for (size_t i = 0; i < count; i++)
        if (!(km[i] >= 0))
            return mintu_fail(error, MINTU_STATUS_USAGE, "%s: distance %zu is %g km; expected 0 or more", DOING, i + 1, km[i]);
    return MINTU_STATUS_OK;
}

/* The nearest line of each place; without places none. */
static mintu_status connect(mintu_ways *ways, const mintu_layer *places, mintu_error *error, mintu_layer **out)
{
    const mintu_greenway_options *all = ways->options;
    mintu_greenway_options options = *all;
    options.places = places;
    if (!places)
        return MINTU_STATUS_OK;
    mintu_ways_turn(ways, &options);
    mintu_status status = mintu_greenway_connect(ways, true, error, out);
    mintu_ways_turn(ways, all);
    return status;
}

static size_t count_rows(const mintu_layer *layer)
{
    return layer ? mintu_layer_count(layer) : 0;
}

mintu_status mintu_greenway_serve(mintu_ways *ways, const double *km, size_t count, mintu_error *error, mintu_layer **out)
{
    mintu_layer *nearest[2] = {0}, *layer = NULL; /* of places and of towns */
    *out = NULL;
    mintu_status status = check(km, count, error);
    if (status == MINTU_STATUS_OK && count > 0)
        status = connect(ways, ways->options->places, error, &nearest[0]);
    if (status == MINTU_STATUS_OK && count > 0)
        status = connect(ways, ways->options->towns, error, &nearest[1]);
    if (status == MINTU_STATUS_OK)
        status = new_table(ways->context, error, &layer);
    for (size_t i = 0; i < count && status == MINTU_STATUS_OK; i++) {
        const counts found[2] = {count_near(nearest[0], km[i]), count_near(nearest[1], km[i])};
        status = add_row(layer, km[i], found, (const size_t[]){count_rows(nearest[0]), count_rows(nearest[1])}, error);
    }
    mintu_layer_free(nearest[0]);
    mintu_layer_free(nearest[1]);
    if (status == MINTU_STATUS_OK)
        *out = layer;
    else
        mintu_layer_free(layer);
    return status;
}

mintu_status mintu_greenway_service(mintu_context *context, const mintu_greenway_options *options, const double *km,
                                    size_t count, mintu_error *error, mintu_layer **out)
{
    mintu_ways ways;
    *out = NULL;
    mintu_status status = check(km, count, error);
    if (status != MINTU_STATUS_OK)
        return status;
    status = mintu_ways_open(context, options, error, &ways);
    if (status == MINTU_STATUS_OK)
        status = mintu_greenway_serve(&ways, km, count, error, out);
    mintu_ways_close(&ways);
    return status;
}
