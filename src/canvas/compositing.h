/* How what is drawn goes together: several shapes as one sheet, neighbours without a seam, all of a layer moved. */
#ifndef CANVAS_COMPOSITING_H
#define CANVAS_COMPOSITING_H

#include "canvas/drawing.h"

/* What is drawn until mintu_canvas_flatten_end() is one sheet, which is then laid on the page with @p opacity. */
void mintu_canvas_flatten(mintu_canvas *canvas);
void mintu_canvas_flatten_end(mintu_canvas *canvas, double opacity);

/* Whether neighbours can be joined: pixels can, while PDF and SVG leave their edges to whoever shows them. */
bool mintu_canvas_joins(const mintu_canvas *canvas);

/* What is drawn until mintu_canvas_join_end(), within @p box, goes together as if each pixel's share were divided among the shapes,
 * so that nothing of the ground shows where two of them meet. Of two that overlap the first is above. */
void mintu_canvas_join(mintu_canvas *canvas, const mintu_box *box);
void mintu_canvas_join_end(mintu_canvas *canvas);

/* A layer's fill-translate and its like. */
typedef struct mintu_shift {
    double x, y; /* px, to the right and down */
} mintu_shift;

/* What is drawn until the shift is taken back lies elsewhere by it. */
void mintu_canvas_shift(mintu_canvas *canvas, const mintu_shift *shift);
void mintu_canvas_unshift(mintu_canvas *canvas, const mintu_shift *shift);

/* The shift that two properties of a layer ask for: the offset, and whether it turns with the map. */
mintu_shift mintu_shift_of(const mintu_drawing *drawing, const mintu_style_layer *layer, mintu_property offset,
                           mintu_property anchor);

#endif
