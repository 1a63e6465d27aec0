/* The locator: the areas of one source, small, and on them the box that the map shows. It is the map itself in small, so that
 * its box is true whatever the projection. */
#include "furniture/inset.h"

#include "furniture/furniture.h"

#include <math.h>
#include <string.h>

static const double SIDE = 30;         /* mm on A4 */
static const double MOST_SHOWN = 0.45; /* of the areas' box: when the map shows more, a locator tells nothing */
static const double PADDING = 5;       /* px */
static const mintu_color LAND = {0.91, 0.90, 0.88, 1}, EDGE = {0.52, 0.50, 0.47, 1}, SHOWN = {0.80, 0.13, 0.13, 1};

static const mintu_plot *find_plot(const mintu_scene *scene)
{
    const char *name = scene->layout->inset_source, *anchor = scene->layout->inset_anchor;
    if (!name || (anchor && strcmp(anchor, "none") == 0))
        return NULL;
    for (size_t i = 0; i < scene->plot_count; i++)
        if (strcmp(mintu_style_source_name(scene->style, i), name) == 0)
            return scene->plots[i].layer ? &scene->plots[i] : NULL;
    return NULL;
}

/* The inset shows the areas and the map's frame. */
static bool inset_bounds(const mintu_scene *scene, const mintu_plot *plot, mintu_box *out)
{
    const mintu_box *frame = &scene->page.frame;
    if (!mintu_plot_bounds(plot, out))
        return false;
    double shown = fmax(fmin(out->x1, frame->x1) - fmax(out->x0, frame->x0), 0) *
                   fmax(fmin(out->y1, frame->y1) - fmax(out->y0, frame->y0), 0);
    return shown <= MOST_SHOWN * (out->x1 - out->x0) * (out->y1 - out->y0);
}

bool mintu_inset_measure(mintu_scene *scene, mintu_furniture *furniture, double size[2])
{
    const mintu_plot *plot = find_plot(scene);
    mintu_box box;
    if (!plot || !inset_bounds(scene, plot, &box))
        return false;
    double side = SIDE * MINTU_MM * scene->page.unit;
    furniture->inset = plot;
    furniture->inset_share = side / fmax(box.x1 - box.x0, box.y1 - box.y0);
    size[0] = (box.x1 - box.x0) * furniture->inset_share + 2 * PADDING;
    size[1] = (box.y1 - box.y0) * furniture->inset_share + 2 * PADDING;
    return true;
}

static void add_areas(mintu_scene *scene, const mintu_plot *plot)
{
    mintu_canvas canvas = scene->canvas;
    double share;
    cairo_matrix_t matrix;
    cairo_get_matrix(canvas.cairo, &matrix);
    share = matrix.xx / canvas.device;
    canvas.tolerance /= share > 0 ? share : 1;
    canvas.clip = (mintu_box){-INFINITY, -INFINITY, INFINITY, INFINITY};
    for (size_t row = 0; row < plot->row_count; row++)
        for (size_t part = plot->rows[row].part; part < plot->rows[row].part_end; part++)
            if (plot->rows[row].type == MINTU_GEOMETRY_TYPE_POLYGON)
                mintu_canvas_path(&canvas, plot->xy + 2 * plot->starts[part], plot->starts[part + 1] - plot->starts[part], true,
                                  0);
}

/* The frame's box in the inset; a tiny one gets a size that can be seen. */
static void paint_shown(mintu_scene *scene, const mintu_box *shown, const mintu_box *within)
{
    static const double LEAST = 5;
    double width = fmax(shown->x1 - shown->x0, LEAST), height = fmax(shown->y1 - shown->y0, LEAST);
    mintu_box box = mintu_box_about((shown->x0 + shown->x1) / 2, (shown->y0 + shown->y1) / 2, width, height);
    cairo_t *cairo = scene->canvas.cairo;
    cairo_save(cairo);
    mintu_canvas_box(&scene->canvas, within);
    cairo_clip(cairo);
    mintu_canvas_box(&scene->canvas, &box);
    mintu_canvas_color(&scene->canvas, SHOWN, 0.15);
    cairo_fill_preserve(cairo);
    mintu_canvas_color(&scene->canvas, SHOWN, 1);
    cairo_set_line_width(cairo, 1.2);
    cairo_stroke(cairo);
    cairo_restore(cairo);
}

void mintu_inset_place(const mintu_furniture *furniture, double xy[2])
{
    mintu_box areas = {0};
    mintu_plot_bounds(furniture->inset, &areas); /* measured before, so there are some */
    xy[0] = furniture->inset_box.x0 + PADDING + (xy[0] - areas.x0) * furniture->inset_share;
    xy[1] = furniture->inset_box.y0 + PADDING + (xy[1] - areas.y0) * furniture->inset_share;
}

void mintu_inset_paint(mintu_scene *scene, const mintu_furniture *furniture)
{
    const mintu_box *box = &furniture->inset_box, *frame = &scene->page.frame;
    cairo_t *cairo = scene->canvas.cairo;
    double share = furniture->inset_share;
    double origin[2] = {0, 0}, from[2] = {frame->x0, frame->y0}, to[2] = {frame->x1, frame->y1};
    mintu_inset_place(furniture, origin);
    mintu_inset_place(furniture, from);
    mintu_inset_place(furniture, to);
    mintu_furniture_panel(scene, box, MINTU_INK_SOFT);
    cairo_save(cairo);
    cairo_translate(cairo, origin[0], origin[1]);
    cairo_scale(cairo, share, share);
    cairo_new_path(cairo);
    add_areas(scene, furniture->inset);
    cairo_restore(cairo);
    cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_WINDING);
    mintu_canvas_color(&scene->canvas, LAND, 1);
    cairo_fill_preserve(cairo);
    mintu_canvas_color(&scene->canvas, EDGE, 1);
    cairo_set_line_width(cairo, 0.35);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
    cairo_stroke(cairo);
    mintu_box shown = {from[0], from[1], to[0], to[1]};
    paint_shown(scene, &shown, box);
}
