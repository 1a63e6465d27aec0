#include "analyse/greenway_places.h"
#include "base/error.h"
#include <mintu/greenway.h>

#include <string.h>

static const char DOING[] = "counting places near the lines";
enum { FIELDS = 7 };

typedef struct counts {
    size_t near, assumed; /* assumed: by a stretch whose course is */
} counts;

static counts count_near(const mintu_nearest *nearest, const mintu_layer *lines, const mintu_linked_places *places, double km)
{
    int certainty = mintu_layer_field_find(lines, "certainty");
    counts out = {0};
    for (size_t i = 0; i < places->count; i++) {
        mintu_nearest_hit hit;
        mintu_nearest_find(nearest, places->items[i].lonlat, 1, &hit);
        if (hit.row < 0 || hit.distance_m > 1000 * km)
            continue;
        const char *text = certainty < 0 ? "" : mintu_layer_text(lines, (size_t)hit.row, (size_t)certainty);
        out.near++;
        out.assumed += strcmp(text, "assumed") == 0;
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

mintu_status mintu_greenway_service(mintu_context *context, const mintu_greenway_options *options, const double *km,
                                    size_t count, mintu_error *error, mintu_layer **out)
{
    mintu_nearest *nearest = NULL;
    mintu_linked_places places[2] = {{0}};
    mintu_layer *layer = NULL;
    *out = NULL;
    mintu_status status = check(km, count, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_nearest_new(context, options->lines, options->datum, error, &nearest);
    if (status == MINTU_STATUS_OK)
        status = mintu_linked_places_read(context, options->places, error, &places[0]);
    if (status == MINTU_STATUS_OK && options->towns)
        status = mintu_linked_places_read(context, options->towns, error, &places[1]);
    if (status == MINTU_STATUS_OK)
        status = new_table(context, error, &layer);
    for (size_t i = 0; i < count && status == MINTU_STATUS_OK; i++) {
        const counts found[2] = {count_near(nearest, options->lines, &places[0], km[i]),
                                 count_near(nearest, options->lines, &places[1], km[i])};
        status = add_row(layer, km[i], found, (const size_t[]){places[0].count, places[1].count}, error);
    }
    mintu_nearest_free(nearest);
    mintu_linked_places_free(&places[0]);
    mintu_linked_places_free(&places[1]);
    if (status == MINTU_STATUS_OK)
        *out = layer;
    else
        mintu_layer_free(layer);
    return status;
}
