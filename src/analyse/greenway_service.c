#include "analyse/greenway_service.h"

#include "analyse/greenway_connectors.h"
#include "analyse/greenway_places.h"
#include "base/argument.h"
#include "base/error.h"
#include "gazetteer/place_rows.h"
#include "layer/layer_end.h"

#include <stdlib.h>
#include <string.h>

static const char DOING[] = N_("counting places near the lines");

typedef struct counts {
    size_t near, assumed; /* assumed: by a stretch whose course is */
} counts;

/* How far a place is from the lines by the ways. */
typedef struct reach {
    double metres;
    bool assumed; /* the stretch reached */
} reach;

typedef struct group {
    reach *items;
    size_t count;
} group;

static counts count_near(const group *places, double km)
{
    counts out = {0};
    for (size_t i = 0; i < places->count; i++)
        if (places->items[i].metres <= 1000 * km) {
            out.near++;
            out.assumed += places->items[i].assumed;
        }
    return out;
}

static mintu_status add_row(mintu_layer *layer, double km, const group groups[2], mintu_error *error)
{
    mintu_row row = mintu_row_append(layer, error);
    mintu_row_number(&row, km);
    for (int i = 0; i < 2; i++) {
        counts found = count_near(&groups[i], km);
        MINTU_ROW_NUMBERS(&row, (double)found.near, (double)found.assumed, (double)groups[i].count);
    }
    return row.status;
}

static mintu_status check(const double *km, size_t count, mintu_error *error)
{
    for (size_t i = 0; i < count; i++)
        if (!(km[i] >= 0))
            return mintu_fail(error, MINTU_STATUS_USAGE, "%s: distance %zu is %g km; expected 0 or more", mintu_message(DOING),
                              i + 1, km[i]);
    return MINTU_STATUS_OK;
}

/* What the ways of all places lead to: all lines at once, which takes no longer for many lines. */
typedef struct goal {
    mintu_nearest *nearest;
    mintu_way_target lines;
    mintu_way way;
} goal;

static mintu_status measure(mintu_ways *ways, goal *to, const mintu_linked_places *places, group *out, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    for (size_t i = 0; i < places->count && status == MINTU_STATUS_OK; i++) {
        const double *at = places->items[i].lonlat;
        mintu_nearest_hit hit;
        mintu_nearest_find(to->nearest, at, 1, &hit);
        out->items[i] = (reach){hit.distance_m, false};
        if (hit.row < 0)
            continue;
        status = mintu_ways_find(ways, &to->lines, at, &hit, error, &to->way);
        if (status != MINTU_STATUS_OK)
            return status;
        const char *certainty = mintu_layer_field_text(ways->options->lines, (size_t)to->way.route.row, "certainty");
        out->items[i] = (reach){to->way.route.length, strcmp(certainty, "assumed") == 0};
    }
    return status;
}

/* Without places there are none. */
static mintu_status reach_places(mintu_ways *ways, goal *to, const mintu_layer *layer, group *out, mintu_error *error)
{
    mintu_linked_places places = {0};
    if (!layer)
        return MINTU_STATUS_OK;
    mintu_status status = mintu_linked_places_read(ways->context, layer, error, &places);
    out->count = places.count;
    if (status == MINTU_STATUS_OK) {
        out->items = calloc(places.count + 1, sizeof *out->items);
        status = out->items ? measure(ways, to, &places, out, error) : mintu_fail_memory(error, DOING);
    }
    mintu_linked_places_free(&places);
    return status;
}

static mintu_status reach_all(mintu_ways *ways, group groups[2], mintu_error *error)
{
    goal to = {0};
    mintu_status status = mintu_nearest_new(ways->context, ways->options->lines, ways->options->datum, error, &to.nearest);
    if (status == MINTU_STATUS_OK)
        status = reach_places(ways, &to, ways->options->places, &groups[0], error);
    if (status == MINTU_STATUS_OK)
        status = reach_places(ways, &to, ways->options->towns, &groups[1], error);
    mintu_nearest_free(to.nearest);
    mintu_route_field_free(to.lines.field);
    mintu_route_free(&to.way.route);
    return status;
}

mintu_status mintu_greenway_serve(mintu_ways *ways, const double *km, size_t count, mintu_error *error, mintu_layer **out)
{
    static const mintu_field fields[] = {{"within_km", MINTU_REAL},  {"places", MINTU_WHOLE}, {"places_assumed", MINTU_WHOLE},
                                         {"places_of", MINTU_WHOLE}, {"towns", MINTU_WHOLE},  {"towns_assumed", MINTU_WHOLE},
                                         {"towns_of", MINTU_WHOLE}};
    group groups[2] = {{0}}; /* places and towns */
    *out = NULL;
    mintu_status status = check(km, count, error);
    if (status == MINTU_STATUS_OK && count > 0)
        status = reach_all(ways, groups, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_rows_new(ways->context, "greenway-service", fields, sizeof fields / sizeof *fields, error, out);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_note_set(*out, "title", "places near the greenways", error);
    for (size_t i = 0; i < count && status == MINTU_STATUS_OK; i++)
        status = add_row(*out, km[i], groups, error);
    free(groups[0].items);
    free(groups[1].items);
    return mintu_layer_end(status, out);
}

mintu_status mintu_greenway_service(mintu_context *context, const mintu_greenway_options *options, const double *km,
                                    size_t count, mintu_error *error, mintu_layer **out)
{
    if (MINTU_GIVEN_OUT(error, out, context, options) || (count && MINTU_GIVEN(error, km)) ||
        MINTU_RESERVED_ZERO(error, options) || MINTU_DATE_GIVEN(error, options->as_of))
        return MINTU_STATUS_USAGE;
    mintu_ways ways;
    mintu_status status = check(km, count, error);
    if (status != MINTU_STATUS_OK)
        return status;
    status = mintu_ways_open(context, options, error, &ways);
    if (status == MINTU_STATUS_OK)
        status = mintu_greenway_serve(&ways, km, count, error, out);
    mintu_ways_close(&ways);
    return status;
}
