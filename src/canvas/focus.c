/* What the map is about, when it is one feature: the page is fitted to it, and what lies around it is paler. */
#include "map/focus.h"

#include "base/error.h"
#include "canvas/plot_meets.h"
#include "furniture/furniture.h"
#include "layer/shape.h"

#include <math.h>
#include <stdlib.h>

static const double MARGIN = 0.04; /* of its extent, to each side */
static const double VEIL = 0.55;

/* A plot of the one row: the others' parts are dropped. */
static mintu_status keep_row(mintu_scene *scene, mintu_error *error)
{
    mintu_plot *plot = &scene->focus_plot;
    mintu_shape shape = {0};
    mintu_status status = mintu_layer_shape(scene->focus, scene->focus_row, &shape, error);
    *plot = (mintu_plot){.layer = scene->focus, .row_count = 1};
    if (status != MINTU_STATUS_OK) {
        mintu_shape_free(&shape);
        return status;
    }
    plot->rows = calloc(1, sizeof *plot->rows);
    plot->xy = shape.xy;
    plot->starts = shape.starts;
    plot->outer = shape.outer;
    plot->vertex_count = shape.vertex_count;
    plot->part_count = shape.part_count;
    if (!plot->rows)
        return mintu_fail_memory(error, "focusing the map");
    *plot->rows = (mintu_plot_row){.type = shape.type, .part_end = shape.part_count};
    return MINTU_STATUS_OK;
}

mintu_status mintu_focus_load(mintu_scene *scene, double extent[4], mintu_error *error)
{
    mintu_box box;
    mintu_status status = keep_row(scene, error);
    if (status != MINTU_STATUS_OK)
        return status;
    if (!mintu_plot_bounds(&scene->focus_plot, &box))
        return mintu_fail(error, MINTU_STATUS_INPUT, "focusing the map: the feature of layer \"%s\" has no geometry",
                          mintu_layer_name(scene->focus));
    double dx = fmax((box.x1 - box.x0) * MARGIN, 1e-3), dy = fmax((box.y1 - box.y0) * MARGIN, 1e-3);
    extent[0] = fmax(box.x0 - dx, -180), extent[1] = fmax(box.y0 - dy, -90);
    extent[2] = fmin(box.x1 + dx, 180), extent[3] = fmin(box.y1 + dy, 90);
    return MINTU_STATUS_OK;
}

bool mintu_focus_holds(const mintu_scene *scene, double x, double y)
{
    const mintu_plot *plot = &scene->focus_plot;
    return !scene->focus || plot->rows->type != MINTU_GEOMETRY_TYPE_POLYGON || mintu_plot_row_holds(plot, 0, x, y);
}

/* The frame with the feature as a hole; its rings are turned one way, holes the other, and the frame against them. */
void mintu_focus_paint(mintu_scene *scene)
{
    const mintu_plot *plot = &scene->focus_plot;
    mintu_box frame = mintu_box_grown(scene->page.frame, 1);
    cairo_t *cairo = scene->canvas.cairo;
    if (!scene->focus || plot->rows->type != MINTU_GEOMETRY_TYPE_POLYGON)
        return;
    cairo_new_path(cairo);
    mintu_canvas_box(&scene->canvas, &frame);
    for (size_t part = 0; part < plot->part_count; part++)
        mintu_canvas_path(&scene->canvas, plot->xy + 2 * plot->starts[part], plot->starts[part + 1] - plot->starts[part], true,
                          0);
    cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_EVEN_ODD);
    cairo_set_source_rgba(cairo, 1, 1, 1, VEIL);
    cairo_fill(cairo);
    cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_WINDING);
}
