#include "atlas/atlas_locator.h"

#include "base/earth.h"
#include "base/error.h"
#include "canvas/pen.h"

#include <math.h>
#include <stdlib.h>

static const char DOING[] = "making an atlas";
static const double DETAIL = 1.0 / 400; /* of the larger side */
static const mintu_color LAND = {0.91, 0.90, 0.88, 1}, EDGE = {0.62, 0.60, 0.57, 1}, SHOWN = {0.80, 0.13, 0.13, 1};

/* Degrees to the small map; a parallel of the middle is as long as it is on earth. */
typedef struct fit {
    double west, north, scale, squeeze;
} fit;

/* Adds a part without the vertices that nobody would see; a ring of few stays whole, so that islets do not vanish from their unit. */
static mintu_status add_part(const fit *f, const mintu_shape *from, size_t part, mintu_error *error, mintu_shape *to)
{
    size_t first = from->starts[part], end = from->starts[part + 1];
    double last[2] = {INFINITY, INFINITY};
    mintu_status status = mintu_shape_part(to, from->outer[part] != 0, error);
    for (size_t i = first; i < end && status == MINTU_STATUS_OK; i++) {
        const double *at = from->xy + 2 * i;
        double x = (at[0] - f->west) * f->squeeze * f->scale, y = (f->north - at[1]) * f->scale;
        if (i > first && i + 1 < end && fabs(x - last[0]) < DETAIL && fabs(y - last[1]) < DETAIL)
            continue;
        status = mintu_shape_vertex(to, x, y, error);
        last[0] = x, last[1] = y;
    }
    return status;
}

static mintu_status add_rows(mintu_atlas_locator *l, const mintu_layer *units, const fit *f, mintu_error *error)
{
    mintu_shape shape = {.type = MINTU_GEOMETRY_TYPE_NONE};
    mintu_status status = MINTU_STATUS_OK;
    for (size_t row = 0; row < l->rows && status == MINTU_STATUS_OK; row++) {
        status = mintu_layer_shape(units, row, &shape, error);
        bool area = shape.type == MINTU_GEOMETRY_TYPE_POLYGON;
        for (size_t part = 0; area && part < shape.part_count && status == MINTU_STATUS_OK; part++)
            status = add_part(f, &shape, part, error, &l->shape);
        l->ends[row] = l->shape.part_count;
    }
    mintu_shape_free(&shape);
    return status;
}

mintu_status mintu_atlas_locator_make(const mintu_layer *units, mintu_error *error, mintu_atlas_locator *out)
{
    double bounds[4];
    bool found;
    *out = (mintu_atlas_locator){.rows = mintu_layer_count(units)};
    mintu_status status = mintu_layer_bounds(units, bounds, &found, error);
    if (status != MINTU_STATUS_OK || !found)
        return status;
    out->ends = calloc(out->rows + 1, sizeof *out->ends);
    if (!out->ends)
        return mintu_fail_memory(error, DOING);
    fit f = {.west = bounds[0], .north = bounds[3], .squeeze = cos((bounds[1] + bounds[3]) / 2 * MINTU_DEGREE)};
    double width = (bounds[2] - bounds[0]) * f.squeeze, height = bounds[3] - bounds[1];
    f.scale = 1 / fmax(fmax(width, height), 1e-9);
    out->width = width * f.scale, out->height = height * f.scale;
    return add_rows(out, units, &f, error);
}

void mintu_atlas_locator_free(mintu_atlas_locator *locator)
{
    mintu_shape_free(&locator->shape);
    free(locator->ends);
    *locator = (mintu_atlas_locator){.rows = 0};
}

/* Adds the parts of a row to the path; the box about them. */
static mintu_box add_row(const mintu_atlas_locator *l, mintu_canvas *canvas, size_t row, const double at[3])
{
    mintu_box about = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (size_t part = row ? l->ends[row - 1] : 0; part < l->ends[row]; part++)
        for (size_t i = l->shape.starts[part]; i < l->shape.starts[part + 1]; i++) {
            double x = at[0] + l->shape.xy[2 * i] * at[2], y = at[1] + l->shape.xy[2 * i + 1] * at[2];
            const mintu_box here = {x, y, x, y};
            if (i == l->shape.starts[part])
                cairo_move_to(canvas->cairo, x, y);
            else
                cairo_line_to(canvas->cairo, x, y);
            mintu_box_join(&about, &here);
        }
    return about;
}

/* In colour; what is too small to be seen gets a ring about it. */
static void paint_shown(const mintu_atlas_locator *l, mintu_canvas *canvas, size_t row, const double at[3])
{
    static const double SMALL = 7; /* px */
    mintu_box about = add_row(l, canvas, row, at);
    mintu_canvas_fill(canvas, SHOWN, 0.85);
    mintu_canvas_outline(canvas, &(mintu_pen){EDGE, 1, 0.3, true});
    if (about.x1 - about.x0 < SMALL && about.y1 - about.y0 < SMALL) {
        mintu_canvas_disc(canvas, (about.x0 + about.x1) / 2, (about.y0 + about.y1) / 2, SMALL);
        mintu_canvas_outline(canvas, &(mintu_pen){SHOWN, 1, 1, true});
    }
}

void mintu_atlas_locator_paint(const mintu_atlas_locator *l, mintu_canvas *canvas, const size_t *rows, size_t count,
                               const mintu_box *box)
{
    if (!l->ends || !(l->width > 0) || !(l->height > 0))
        return;
    double scale = fmin((box->x1 - box->x0) / l->width, (box->y1 - box->y0) / l->height);
    const double at[3] = {(box->x0 + box->x1 - l->width * scale) / 2, (box->y0 + box->y1 - l->height * scale) / 2, scale};
    mintu_canvas_forget(canvas);
    for (size_t i = 0; i < l->rows; i++)
        add_row(l, canvas, i, at);
    mintu_canvas_fill(canvas, LAND, 1);
    mintu_canvas_outline(canvas, &(mintu_pen){EDGE, 1, 0.3, true});
    for (size_t i = 0; i < count; i++)
        paint_shown(l, canvas, rows[i], at);
}
