#include "canvas/plot_meets.h"

#include "canvas/plot.h"
#include "geometry/ray.h"

#include <math.h>

/* Liang and Barsky: what of the segment is left after each side of the box has cut it. */
static bool segment_meets(const double *a, const double *b, const mintu_box *box)
{
    double dx = b[0] - a[0], dy = b[1] - a[1], from = 0, to = 1;
    const double steps[4] = {-dx, dx, -dy, dy}, room[4] = {a[0] - box->x0, box->x1 - a[0], a[1] - box->y0, box->y1 - a[1]};
    for (int side = 0; side < 4; side++) {
        if (!isfinite(steps[side]) || (steps[side] == 0 && room[side] < 0))
            return false;
        if (steps[side] < 0)
            from = fmax(from, room[side] / steps[side]);
        else if (steps[side] > 0)
            to = fmin(to, room[side] / steps[side]);
    }
    return from <= to;
}

bool mintu_plot_row_holds(const mintu_plot *plot, size_t index, double x, double y)
{
    const mintu_plot_row *row = &plot->rows[index];
    return mintu_rings_hold(plot->xy, plot->starts + row->part, row->part_end - row->part, (const double[]){x, y});
}

bool mintu_plot_row_meets(const mintu_plot *plot, size_t index, const mintu_box *box)
{
    const mintu_plot_row *row = &plot->rows[index];
    if (row->box.x0 > box->x1 || row->box.x1 < box->x0 || row->box.y0 > box->y1 || row->box.y1 < box->y0)
        return false;
    for (size_t part = row->part; part < row->part_end; part++)
        for (size_t i = plot->starts[part]; i < plot->starts[part + 1]; i++) {
            const double *xy = plot->xy + 2 * i;
            if (mintu_box_holds(box, xy[0], xy[1]))
                return true;
            if (row->type != MINTU_GEOMETRY_TYPE_POINT && i + 1 < plot->starts[part + 1] && segment_meets(xy, xy + 2, box))
                return true;
        }
    return row->type == MINTU_GEOMETRY_TYPE_POLYGON &&
           mintu_plot_row_holds(plot, index, (box->x0 + box->x1) / 2, (box->y0 + box->y1) / 2);
}
