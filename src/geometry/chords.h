/* Straight lines through space between positions, and a tree of boxes over many of them that tells which is nearest. */
#ifndef GEOMETRY_CHORDS_H
#define GEOMETRY_CHORDS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct mintu_chord {
    double from[3], along[3], inverse; /* along: to the other end; inverse: one over its length squared, 0 for a point */
    size_t row;                        /* what it is a chord of */
} mintu_chord;

/* Zero-initialise. */
typedef struct mintu_chords {
    mintu_chord *items;
    size_t count, room;
    struct mintu_chord_box *boxes; /* of the tree */
    size_t box_count;
} mintu_chords;

#define MINTU_CHORDS_NONE ((size_t)-1)

/* The chord between two positions in degrees: x0 y0 x1 y1. */
mintu_chord mintu_chord_make(const double ends[4], size_t row);

/* Where on a chord, 0 to 1, the point nearest to another one is. */
double mintu_chord_share(const mintu_chord *chord, const double at[3]);
void mintu_chord_point(const mintu_chord *chord, double share, double out[3]);

/* False when memory ran out. */
bool mintu_chords_add(mintu_chords *chords, const double ends[4], size_t row);
bool mintu_chords_index(mintu_chords *chords); /* makes the tree, once all are added */
void mintu_chords_free(mintu_chords *chords);

/* The row of the chord nearest to a point, and the nearest point of it; MINTU_CHORDS_NONE when there is none. A row @p but does
 * not count. */
size_t mintu_chords_nearest(const mintu_chords *chords, const double at[3], size_t but, double foot[3]);

#endif
