#include "canvas/plot_path.h"

void mintu_plot_add_row(mintu_canvas *canvas, const mintu_plot *plot, const mintu_plot_row *row, double width)
{
    bool ring = row->type == MINTU_GEOMETRY_TYPE_POLYGON;
    for (size_t part = row->part; part < row->part_end; part++)
        mintu_canvas_path(canvas, plot->xy + 2 * plot->starts[part], plot->starts[part + 1] - plot->starts[part], ring, width);
}
