/* A line or a ring under way through the cuts that precede projection, in degrees. For this room only, but for the marks. */
#ifndef GEOMETRY_TRACK_H
#define GEOMETRY_TRACK_H

#include <stdbool.h>
#include <stddef.h>

/* What is known of a vertex. */
typedef enum mintu_mark {
    MINTU_MARK_SEAM = 1, /* the edge that leads to it runs along a cut, and is no border */
    MINTU_MARK_MADE = 2  /* it was put in between those of the data */
} mintu_mark;

typedef struct mintu_track {
    double *xy; /* x and y of each vertex */
    unsigned char *marks;
    size_t count, room, mark_room;
    bool failed; /* memory ran out */
} mintu_track;

void mintu_track_add(mintu_track *path, double x, double y, unsigned mark);
void mintu_track_clear(mintu_track *path); /* keeps the room, and that memory ran out */
void mintu_track_free(mintu_track *path);

/* Adds @p from with further vertices on edges that are longer than @p step, at round numbers, so that two neighbours with one border
 * get the same ones. An edge that lies beyond a side of the box @p near is split at whole degrees only. */
void mintu_track_densify(const mintu_track *from, double step, const double near[4], mintu_track *to);

#endif
