/* Ways from places to lines and to each other: straight where that stays on land, else around what is in the way. */
#ifndef ANALYSE_GREENWAY_WAYS_H
#define ANALYSE_GREENWAY_WAYS_H

#include "base/array.h"
#include "layer/shape.h"
#include "route/route.h"

#include <mintu/greenway.h>

typedef struct mintu_ways mintu_ways;

/* Land, barriers and crossings of the options, which are borrowed. */
struct mintu_ways {
    mintu_context *context;
    const mintu_greenway_options *options; /* may become others over the same land, barriers and crossings, for new targets */
    mintu_sight *sight;                    /* NULL without land */
    mintu_router *router;
    unsigned char *open; /* of the crossings: in use on the day */
    size_t found;        /* ways so far */
};

/* Where ways lead. Zero-initialise, then set either the group or the point; the field is made when it is first needed. */
typedef struct mintu_way_target {
    const size_t *groups; /* of the lines' rows; NULL: all rows */
    size_t group;
    const double *point; /* NULL: lines */
    mintu_route_field *field;
} mintu_way_target;

/* A way. Zero-initialise once and use again. */
typedef struct mintu_way {
    const char *course;
    mintu_route route;
} mintu_way;

mintu_status mintu_ways_open(mintu_context *context, const mintu_greenway_options *options, mintu_error *error,
                             mintu_ways *out);
void mintu_ways_close(mintu_ways *ways);

/* The way from a position, given the straight one. */
mintu_status mintu_ways_find(mintu_ways *ways, mintu_way_target *target, const double from[2],
                             const mintu_nearest_hit *straight, mintu_error *error, mintu_way *out);

/* As of mintu_router_land(); 1 without land. */
mintu_status mintu_ways_land(mintu_ways *ways, const double lonlat[2], mintu_error *error, size_t *out);

/* Whether a way leaves the land because nothing better is known. */
bool mintu_way_is_cut(const mintu_way *way);

/* Gives a row the way's line; @p scratch may be used again and again. */
mintu_status mintu_way_draw(const mintu_way *way, mintu_shape *scratch, mintu_layer *layer, size_t row, mintu_error *error);

/* Texts of a field of the crossings on a way, joined by `|`. */
void mintu_ways_name(const mintu_ways *ways, const mintu_way *way, const char *field, mintu_buffer *out);

#endif
