#include "furniture/inset.h"

#include "canvas/pen.h"
#include "canvas/plot_path.h"
#include "furniture/furniture_look.h"

#include <math.h>
#include <string.h>

static const double SIDE = 30;         /* mm on A4 */
static const double MOST_SHOWN = 0.45; /* of the areas' box: when the map shows more, a locator tells nothing */
static const double PADDING = 5;       /* px */
static const mintu_color LAND = {0.91, 0.90, 0.88, 1}, EDGE = {0.52, 0.50, 0.47, 1}, SHOWN = {0.80, 0.13, 0.13, 1};

static const mintu_plot *find_plot(const mintu_furniture *furniture)
{
    const mintu_drawing *drawing = furniture->drawing;
    const char *name = furniture->layout->inset_source, *anchor = furniture->layout->inset.anchor;
    if (!name || (anchor && strcmp(anchor, "none") == 0))
        return NULL;
    for (size_t i = 0; i < drawing->plot_count; i++)
        if (strcmp(mintu_style_source_name(drawing->style, i), name) == 0)
            return drawing->plots[i].layer ? &drawing->plots[i] : NULL;
    return NULL;
}

/* The inset shows the areas and the map's frame. */
static bool inset_bounds(const mintu_drawing *drawing, const mintu_plot *plot, mintu_box *out)
{
    const mintu_box *frame = &drawing->page.frame;
    if (!mintu_plot_bounds(plot, out))
        return false;
    mintu_box both = mintu_box_common(out, frame);
    return mintu_box_area(&both) <= MOST_SHOWN * mintu_box_area(out);
}

bool mintu_inset_measure(mintu_furniture *furniture, double size[2])
{
    mintu_drawing *drawing = furniture->drawing;
    const mintu_plot *plot = find_plot(furniture);
    mintu_box box;
    if (!plot || !inset_bounds(drawing, plot, &box))
        return false;
    double side = SIDE * MINTU_MM * drawing->page.unit;
    furniture->inset = plot;
    furniture->inset_share = side / fmax(box.x1 - box.x0, box.y1 - box.y0);
    size[0] = (box.x1 - box.x0) * furniture->inset_share + 2 * PADDING;
    size[1] = (box.y1 - box.y0) * furniture->inset_share + 2 * PADDING;
    return true;
}

/* In px of the map; the canvas shows them by @p share smaller, and needs as much less detail. */
static void add_areas(const mintu_drawing *drawing, const mintu_plot *plot, double share)
{
    mintu_canvas canvas = drawing->canvas;
    canvas.tolerance /= share;
    canvas.clip = (mintu_box){-INFINITY, -INFINITY, INFINITY, INFINITY};
    for (size_t row = 0; row < plot->row_count; row++)
        if (plot->rows[row].type == MINTU_GEOMETRY_TYPE_POLYGON)
            mintu_plot_add_row(&canvas, plot, &plot->rows[row], 0);
}

/* The frame's box in the inset; a tiny one gets a size that can be seen. */
static void paint_shown(mintu_canvas *canvas, const mintu_box *shown, const mintu_box *within)
{
    static const double LEAST = 5;
    double width = fmax(shown->x1 - shown->x0, LEAST), height = fmax(shown->y1 - shown->y0, LEAST);
    mintu_box box = mintu_box_about((shown->x0 + shown->x1) / 2, (shown->y0 + shown->y1) / 2, width, height);
    mintu_canvas_clip(canvas, within);
    mintu_canvas_box(canvas, &box);
    mintu_canvas_fill(canvas, SHOWN, 0.15);
    mintu_canvas_outline(canvas, &(mintu_pen){SHOWN, 1, 1.2, true});
    mintu_canvas_unclip(canvas);
}

void mintu_inset_place(const mintu_furniture *furniture, double xy[2])
{
    mintu_box areas = {0};
    mintu_plot_bounds(furniture->inset, &areas); /* measured before, so there are some */
    xy[0] = furniture->boxes[MINTU_PIECE_INSET].x0 + PADDING + (xy[0] - areas.x0) * furniture->inset_share;
    xy[1] = furniture->boxes[MINTU_PIECE_INSET].y0 + PADDING + (xy[1] - areas.y0) * furniture->inset_share;
}

void mintu_inset_paint(const mintu_furniture *furniture)
{
    mintu_drawing *drawing = furniture->drawing;
    mintu_canvas *canvas = &drawing->canvas;
    const mintu_box *box = &furniture->boxes[MINTU_PIECE_INSET], *frame = &drawing->page.frame;
    double origin[2] = {0, 0}, from[2] = {frame->x0, frame->y0}, to[2] = {frame->x1, frame->y1};
    mintu_inset_place(furniture, origin);
    mintu_inset_place(furniture, from);
    mintu_inset_place(furniture, to);
    mintu_furniture_panel(drawing, box, MINTU_INK_SOFT);
    mintu_canvas_forget(canvas);
    mintu_canvas_go(canvas, origin, 0, furniture->inset_share);
    add_areas(drawing, furniture->inset, furniture->inset_share);
    mintu_canvas_back(canvas);
    mintu_canvas_fill(canvas, LAND, 1);
    mintu_canvas_outline(canvas, &(mintu_pen){EDGE, 1, 0.35, true});
    mintu_box shown = {from[0], from[1], to[0], to[1]};
    paint_shown(canvas, &shown, box);
}
