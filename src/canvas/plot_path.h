/* A feature's lines or rings as the canvas's path. */
#ifndef CANVAS_PLOT_PATH_H
#define CANVAS_PLOT_PATH_H

#include "canvas/canvas.h"
#include "canvas/plot.h"
#include "geometry/track.h"

/* A part of a row of lines or polygons. */
static inline mintu_polyline mintu_plot_line(const mintu_plot *plot, const mintu_plot_row *row, size_t part)
{
    return (mintu_polyline){plot->xy + 2 * plot->starts[part], plot->starts[part + 1] - plot->starts[part],
                            row->type == MINTU_GEOMETRY_TYPE_POLYGON};
}

/* The edges at which a part was cut. */
static inline mintu_fixed mintu_plot_seams(const mintu_plot *plot, size_t part)
{
    return (mintu_fixed){plot->marks ? plot->marks + plot->starts[part] : NULL, MINTU_MARK_SEAM};
}

/* The next stretch of a part that is no seam, from vertex *at on, which goes on; false at the end. All of the part where nothing was
 * cut. */
bool mintu_plot_next_stretch(const mintu_plot *plot, const mintu_polyline *part, size_t *at, mintu_polyline *out);

/* Adds all parts of a row of lines or polygons; @p width as for mintu_canvas_path(). */
void mintu_plot_add_row(mintu_canvas *canvas, const mintu_plot *plot, const mintu_plot_row *row, double width);

/* Adds a ring of the plot but for the pieces of border whose numbers are marked in @p skip; they must be numbered. */
void mintu_plot_add_border(mintu_canvas *canvas, const mintu_plot *plot, const mintu_polyline *ring, const unsigned char *skip,
                           double width);

/* A parallel at @p offset px to the right of a line. Outer corners are cut where their point would be more than @p miter_limit times
 * as long as the line is wide (INFINITY: never), straight or round. */
typedef struct mintu_parallel {
    double offset, miter_limit;
    bool round;
} mintu_parallel;

void mintu_canvas_parallel(mintu_canvas *canvas, const mintu_polyline *line, double width, const mintu_parallel *parallel);

/* Adds both sides of a segment of a line @p width px wide as one ring, mitred where it meets its neighbours. */
void mintu_canvas_band(mintu_canvas *canvas, const mintu_polyline *line, size_t segment, double width, double offset);

double mintu_polyline_length(const mintu_polyline *line);

/* Adds what lies between two places along a line, px from its beginning. */
void mintu_canvas_piece(mintu_canvas *canvas, const mintu_polyline *line, double from, double to);

#endif
