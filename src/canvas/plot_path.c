#include "canvas/plot_path.h"

void mintu_plot_add_row(mintu_canvas *canvas, const mintu_plot *plot, const mintu_plot_row *row, double width)
{
    for (size_t part = row->part; part < row->part_end; part++) {
        const mintu_polyline line = mintu_plot_line(plot, row, part);
        mintu_canvas_path(canvas, &line, width);
    }
}
