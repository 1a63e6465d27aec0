/* The pages of a book that are no maps: its cover, and its index. */
#ifndef ATLAS_ATLAS_FRONT_H
#define ATLAS_ATLAS_FRONT_H

#include "atlas/atlas_data.h"

/* What the book says of itself, on its cover and as metadata. */
typedef struct mintu_atlas_front {
    char *title, *subtitle, *sources; /* on the heap; NULL: none */
    size_t first, last;               /* pages */
} mintu_atlas_front;

/* @p drawing has page, canvas and texts, and what the style's layers say. */
void mintu_atlas_cover_paint(const mintu_atlas *atlas, const mintu_atlas_front *front, mintu_drawing *drawing);

/* Draws the list of the entries in one order, on as many pages as it takes. */
mintu_status mintu_atlas_index_paint(mintu_atlas_index *index, mintu_atlas_order order, mintu_drawing *drawing,
                                     mintu_error *error);

#endif
