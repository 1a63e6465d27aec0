/* Where the symbols of a feature stand, as MapLibre GL JS has them: at each point, at the beginning of each line, in the middle of
 * each area; or along each line and ring, at equal distances. */
#ifndef LABEL_LABEL_SPOTS_H
#define LABEL_LABEL_SPOTS_H

#include "label/label.h"

typedef struct mintu_symbol_spot {
    double at[2];
    double angle;          /* of the line there, radians clockwise */
    size_t part, part_end; /* of the feature, that the symbol stands for */
    double distance;       /* px from the beginning of the line; below 0: anywhere along the parts */
    double stretch;        /* px of a cut area that can be seen to both sides of the place together; 0: all of it */
    bool context;          /* the area's own middle lies off the map */
} mintu_symbol_spot;

typedef struct mintu_symbol_spots {
    mintu_symbol_spot *items;
    size_t count, room;
} mintu_symbol_spots;

/* How symbols stand along lines. */
typedef struct mintu_spacing {
    double spacing, length, size; /* px between two of them, of one of them, and of its text */
    double window, most_bend;     /* the line may turn by so much, radians, within so many px; 0 px: as it likes */
    bool middle;                  /* one, in the middle of each line */
    bool single;                  /* one, in the middle of the longest */
} mintu_spacing;

/* Fills @p spots with those of a row of the plot; @p single: with one. */
void mintu_spots_find(mintu_labels *labels, const mintu_plot *plot, size_t row, bool single, mintu_symbol_spots *spots);

/* The same along the row's lines or rings: those in sight, and those of lines that have but one. */
void mintu_spots_find_along(mintu_labels *labels, const mintu_plot *plot, size_t row, const mintu_spacing *spacing,
                            mintu_symbol_spots *spots);

#endif
