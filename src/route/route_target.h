/* What routes lead to: a point, or lines as far as they are on land. For this room only. */
#ifndef ROUTE_ROUTE_TARGET_H
#define ROUTE_ROUTE_TARGET_H

#include "geometry/chords.h"
#include "geometry/sight.h"

/* A piece of a line so short that it is as good as a chord in space; first: it does not continue the one before. */
typedef struct mintu_route_piece {
    mintu_chord chord;
    double lonlat[4];
    bool first;
} mintu_route_piece;

typedef struct mintu_route_target {
    mintu_route_piece *pieces;
    size_t count, room;
} mintu_route_target;

typedef struct mintu_route_foot {
    double lonlat[2], chord; /* metres through the earth, a lower bound of the length */
    long row;
} mintu_route_foot;

mintu_status mintu_route_target_point(const double lonlat[2], mintu_error *error, mintu_route_target *out);
mintu_status mintu_route_target_lines(const mintu_sight *sight, const mintu_layer *lines, const unsigned char *mask,
                                      mintu_datum datum, mintu_error *error, mintu_route_target *out);
void mintu_route_target_free(mintu_route_target *target);

/* The points of the target that are nearer to a position than those beside them, nearest first; returns how many there are, and
 * writes at most as many as the target has pieces. */
size_t mintu_route_target_feet(const mintu_route_target *target, const double from[2], mintu_route_foot *out);

#endif
