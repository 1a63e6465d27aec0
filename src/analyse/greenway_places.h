/* The places that are to be linked, each once. */
#ifndef ANALYSE_GREENWAY_PLACES_H
#define ANALYSE_GREENWAY_PLACES_H

#include <mintu/layer.h>

typedef struct mintu_linked_place {
    const char *code, *name, *county, *prefecture, *precision; /* borrowed from the layer */
    char *kind;
    double lonlat[2];
} mintu_linked_place;

typedef struct mintu_linked_places {
    mintu_linked_place *items;
    size_t count, doubles, unplaced;
} mintu_linked_places;

/* Reads a point layer, which must outlive the result. Rows with the same code are one place. */
mintu_status mintu_linked_places_read(mintu_context *context, const mintu_layer *layer, mintu_error *error,
                                      mintu_linked_places *out);

/* Their positions, x0 y0 x1 y1 …, on the heap; NULL when memory ran out. */
double *mintu_linked_places_lonlat(const mintu_linked_places *places);

void mintu_linked_places_free(mintu_linked_places *places);

#endif
