/* The small map of all units that shows where one of them lies. */
#ifndef ATLAS_ATLAS_LOCATOR_H
#define ATLAS_ATLAS_LOCATOR_H

#include "canvas/canvas.h"
#include "layer/shape.h"

typedef struct mintu_atlas_locator {
    mintu_shape shape; /* of all units, coarse; north is up, and the larger side is 1 */
    size_t *ends;      /* behind the last part of each row */
    size_t rows;
    double width, height;
} mintu_atlas_locator;

mintu_status mintu_atlas_locator_make(const mintu_layer *units, mintu_error *error, mintu_atlas_locator *out);
void mintu_atlas_locator_free(mintu_atlas_locator *locator);

/* Draws it in the middle of the box, as large as it fits, with the units of some rows in colour. */
void mintu_atlas_locator_paint(const mintu_atlas_locator *locator, mintu_canvas *canvas, const size_t *rows, size_t count,
                               const mintu_box *box);

#endif
