#include "canvas/focus.h"

#include "base/error.h"
#include "canvas/plot_meets.h"
#include "canvas/plot_path.h"
#include "layer/shape.h"

#include <math.h>
#include <stdlib.h>

static const double MARGIN = 0.04; /* of its extent, to each side */
static const double VEIL = 0.55;

/* Areas, where any feature is one: points among them only have their names in the title. */
static mintu_status add_rows(const mintu_drawing *drawing, mintu_geometry_type type, mintu_shape *shape, mintu_error *error)
{
    mintu_shape one = {0};
    mintu_status status = MINTU_STATUS_OK;
    for (size_t i = 0; i < drawing->focus_count && status == MINTU_STATUS_OK; i++) {
        status = mintu_layer_shape(drawing->foci[i].layer, drawing->foci[i].row, &one, error);
        if (status == MINTU_STATUS_OK && (type == MINTU_GEOMETRY_TYPE_NONE || one.type == type))
            status = mintu_layer_shape_add(drawing->foci[i].layer, drawing->foci[i].row, shape, error);
    }
    mintu_shape_free(&one);
    return status;
}

/* A plot of one row with the parts of all features. */
static mintu_status keep_rows(mintu_drawing *drawing, mintu_error *error)
{
    mintu_plot *plot = &drawing->focus_plot;
    mintu_shape shape = {0};
    mintu_status status = add_rows(drawing, MINTU_GEOMETRY_TYPE_POLYGON, &shape, error);
    if (status == MINTU_STATUS_OK && shape.part_count == 0)
        status = add_rows(drawing, MINTU_GEOMETRY_TYPE_NONE, &shape, error);
    *plot = (mintu_plot){.layer = drawing->focus, .row_count = 1};
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

mintu_status mintu_focus_load(mintu_drawing *drawing, double extent[4], mintu_error *error)
{
    mintu_box box;
    mintu_status status = keep_rows(drawing, error);
    if (status != MINTU_STATUS_OK)
        return status;
    if (!mintu_plot_bounds(&drawing->focus_plot, &box))
        return mintu_fail(error, MINTU_STATUS_INPUT, "focusing the map: the feature of layer \"%s\" has no geometry",
                          mintu_layer_name(drawing->focus));
    double dx = fmax((box.x1 - box.x0) * MARGIN, 1e-3), dy = fmax((box.y1 - box.y0) * MARGIN, 1e-3);
    extent[0] = fmax(box.x0 - dx, -180), extent[1] = fmax(box.y0 - dy, -90);
    extent[2] = fmin(box.x1 + dx, 180), extent[3] = fmin(box.y1 + dy, 90);
    return MINTU_STATUS_OK;
}

bool mintu_focus_holds(const mintu_drawing *drawing, double x, double y)
{
    const mintu_plot *plot = &drawing->focus_plot;
    return !drawing->focus || plot->rows->type != MINTU_GEOMETRY_TYPE_POLYGON || mintu_plot_row_holds(plot, 0, x, y);
}

double mintu_focus_strength(const mintu_drawing *drawing, const double at[2])
{
    return mintu_focus_holds(drawing, at[0], at[1]) ? 1 : 1 - VEIL;
}

bool mintu_focus_counts(const mintu_drawing *drawing, const mintu_plot *plot, const mintu_plot_row *row)
{
    if (!drawing->focus)
        return true;
    if (row->type == MINTU_GEOMETRY_TYPE_POLYGON && row->has_spot)
        return mintu_focus_holds(drawing, row->spot[0], row->spot[1]);
    for (size_t part = row->part; part < row->part_end; part++)
        for (size_t i = plot->starts[part]; i < plot->starts[part + 1]; i++)
            if (mintu_focus_holds(drawing, plot->xy[2 * i], plot->xy[2 * i + 1]))
                return true;
    return false;
}

/* The frame with the feature as a hole; its rings are turned one way, holes the other, and the frame against them. */
void mintu_focus_paint(mintu_drawing *drawing)
{
    const mintu_plot *plot = &drawing->focus_plot;
    mintu_box frame = mintu_box_grown(drawing->page.frame, 1);
    cairo_t *cairo = drawing->canvas.cairo;
    if (!drawing->focus || plot->rows->type != MINTU_GEOMETRY_TYPE_POLYGON)
        return;
    cairo_new_path(cairo);
    mintu_canvas_box(&drawing->canvas, &frame);
    mintu_plot_add_row(&drawing->canvas, plot, plot->rows, 0);
    cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_EVEN_ODD);
    cairo_set_source_rgba(cairo, 1, 1, 1, VEIL);
    if (mintu_canvas_may_fill(&drawing->canvas))
        cairo_fill(cairo);
    cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_WINDING);
    mintu_canvas_forget(&drawing->canvas);
}
