/* Where the name of a polygon stands that reaches beyond the frame: in the middle of the widest visible stretch of a few rows,
 * with a liking for rows away from the frame's edge. */
#include "map/plot.h"

#include <math.h>
#include <stdlib.h>

enum { ROWS = 24, MOST_CROSSINGS = 256 };

static int by_value(const void *a, const void *b)
{
    double one = *(const double *)a, two = *(const double *)b;
    return one < two ? -1 : one > two;
}

/* Where the polygon's rings cross a horizontal line, sorted; even-odd, so holes count too. */
static size_t crossings(const mintu_plot *plot, const mintu_plot_row *row, double y, double *out)
{
    size_t count = 0;
    for (size_t part = row->part; part < row->part_end; part++)
        for (size_t i = plot->starts[part]; i + 1 < plot->starts[part + 1]; i++) {
            const double *a = plot->xy + 2 * i, *b = a + 2;
            if ((a[1] <= y) != (b[1] <= y) && count < MOST_CROSSINGS)
                out[count++] = a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0]);
        }
    qsort(out, count, sizeof *out, by_value);
    return count - count % 2;
}

static void move_spot(const mintu_plot *plot, mintu_plot_row *row, const mintu_box *inner)
{
    double xs[MOST_CROSSINGS], best = 0;
    double top = fmax(row->box.y0, inner->y0), bottom = fmin(row->box.y1, inner->y1);
    row->has_spot = false;
    for (int i = 0; i < ROWS && top < bottom; i++) {
        double part = (i + 0.5) / ROWS, y = top + part * (bottom - top);
        size_t count = crossings(plot, row, y, xs);
        for (size_t j = 0; j + 1 < count; j += 2) {
            double left = fmax(xs[j], inner->x0), right = fmin(xs[j + 1], inner->x1);
            double worth = (right - left) * (0.4 + fmin(part, 1 - part));
            if (worth <= best)
                continue;
            best = worth;
            row->spot[0] = (left + right) / 2;
            row->spot[1] = y;
            row->has_spot = true;
        }
    }
}

void mintu_plot_move_spots(mintu_plot *plot, const mintu_box *frame)
{
    for (size_t i = 0; i < plot->row_count; i++) {
        mintu_plot_row *row = &plot->rows[i];
        if (row->type == MINTU_GEOMETRY_TYPE_POLYGON && mintu_box_meets(&row->box, frame) &&
            !mintu_box_within(&row->box, frame))
            move_spot(plot, row, frame);
    }
}
