#include "furniture/occupancy.h"

#include "canvas/drawn_rows.h"
#include "canvas/focus.h"
#include "canvas/pen.h"
#include "canvas/plot_path.h"

#include <math.h>
#include <stdlib.h>

static const double CELL = 4;                           /* px */
static const double AREA = 0.25, LINE = 0.4, POINT = 1; /* how bad it is to cover them */
static const double NAME = 0.15, NAME_REACH = 30;       /* of a name that may be left out, px about its point */
static const double BORDER = 1.5;                       /* cells */
static const double AROUND_FOCUS = 0.3;                 /* what is left of the weights outside the focus */
static const mintu_color BLACK = {0, 0, 0, 1};

bool mintu_occupancy_make(mintu_occupancy *occupancy, double width, double height)
{
    bool good = true;
    occupancy->cell = CELL;
    occupancy->columns = (size_t)ceil(width / CELL);
    occupancy->lines = (size_t)ceil(height / CELL);
    for (int i = 0; i < MINTU_COVER_END; i++) {
        occupancy->sums[i] = calloc((occupancy->columns + 1) * (occupancy->lines + 1), sizeof **occupancy->sums);
        good = good && occupancy->sums[i];
    }
    return good;
}

void mintu_occupancy_add(mintu_occupancy *occupancy, mintu_cover kind, double x, double y, uint32_t amount)
{
    double column = floor(x / occupancy->cell), line = floor(y / occupancy->cell);
    if (column >= 0 && line >= 0 && column < (double)occupancy->columns && line < (double)occupancy->lines)
        occupancy->sums[kind][((size_t)line + 1) * (occupancy->columns + 1) + (size_t)column + 1] += amount;
}

void mintu_occupancy_sum_up(mintu_occupancy *occupancy)
{
    size_t stride = occupancy->columns + 1;
    for (int kind = 0; kind < MINTU_COVER_END; kind++)
        for (size_t y = 1; y <= occupancy->lines; y++)
            for (size_t x = 1, at = y * stride + 1; x <= occupancy->columns; x++, at++)
                occupancy->sums[kind][at] +=
                    occupancy->sums[kind][at - 1] + occupancy->sums[kind][at - stride] - occupancy->sums[kind][at - stride - 1];
}

static size_t cell_at(double value, size_t count)
{
    return !(value > 0) ? 0 : value >= (double)count ? count : (size_t)value;
}

double mintu_occupancy_sum(const mintu_occupancy *occupancy, mintu_cover kind, const mintu_box *box)
{
    const uint32_t *sums = occupancy->sums[kind];
    size_t stride = occupancy->columns + 1;
    size_t x0 = cell_at(floor(box->x0 / occupancy->cell), occupancy->columns),
           x1 = cell_at(ceil(box->x1 / occupancy->cell), occupancy->columns),
           y0 = cell_at(floor(box->y0 / occupancy->cell), occupancy->lines),
           y1 = cell_at(ceil(box->y1 / occupancy->cell), occupancy->lines);
    if (!sums || x0 >= x1 || y0 >= y1)
        return 0;
    return (double)(sums[y1 * stride + x1] - sums[y0 * stride + x1] - sums[y1 * stride + x0] + sums[y0 * stride + x0]);
}

void mintu_occupancy_free(mintu_occupancy *occupancy)
{
    for (int i = 0; i < MINTU_COVER_END; i++)
        free(occupancy->sums[i]);
    *occupancy = (mintu_occupancy){0};
}

/* Adds each cell's byte, or 1 for any that is not bare. */
static bool close_sketch(mintu_sketch *sketch, mintu_occupancy *occupancy, mintu_cover kind, bool count)
{
    bool good = true;
    for (size_t y = 0; good && y < occupancy->lines; y++) {
        const unsigned char *line = mintu_sketch_line(sketch, y);
        uint32_t *sums = &occupancy->sums[kind][(y + 1) * (occupancy->columns + 1) + 1];
        good = line != NULL;
        for (size_t x = 0; good && x < occupancy->columns; x++)
            sums[x] += count ? line[x] > 0 : line[x];
    }
    mintu_canvas_free(&sketch->canvas);
    return good;
}

/* An area with its border, a line, or points with what is drawn about them. */
static void add_row(mintu_canvas *canvas, const mintu_plot *plot, const mintu_plot_row *row)
{
    bool point = row->type == MINTU_GEOMETRY_TYPE_POINT, line = row->type == MINTU_GEOMETRY_TYPE_LINE;
    double weight = point ? POINT : line ? LINE : AREA;
    for (size_t part = row->part; point && part < row->part_end; part++)
        mintu_canvas_disc(canvas, plot->xy[2 * plot->starts[part]], plot->xy[2 * plot->starts[part] + 1], 8);
    if (!point)
        mintu_plot_add_row(canvas, plot, row, BORDER * CELL);
    if (!line)
        mintu_canvas_fill(canvas, BLACK, weight);
    if (!point)
        mintu_canvas_outline(canvas, &(mintu_pen){BLACK, weight, line ? CELL : BORDER * CELL, false});
    mintu_canvas_forget(canvas);
}

static void add_plots(mintu_canvas *canvas, const mintu_drawing *drawing)
{
    for (size_t i = 0; i < drawing->plot_count; i++)
        for (size_t row = 0; drawing->plots[i].subject && row < drawing->plots[i].row_count && mintu_drawing_goes_on(drawing);
             row++)
            if (mintu_box_meets(&drawing->plots[i].rows[row].box, &drawing->page.frame) ||
                drawing->plots[i].rows[row].type == MINTU_GEOMETRY_TYPE_POINT)
                add_row(canvas, &drawing->plots[i], &drawing->plots[i].rows[row]);
}

/* With a focus, what lies around it weighs less. */
static void fade_surroundings(mintu_sketch *sketch, const mintu_drawing *drawing)
{
    const mintu_plot *focus = &drawing->focus_plot;
    if (!drawing->focus || focus->rows->type != MINTU_GEOMETRY_TYPE_POLYGON)
        return;
    mintu_canvas_box(&sketch->canvas, &drawing->page.frame);
    mintu_plot_add_row(&sketch->canvas, focus, focus->rows, 0);
    mintu_sketch_fade(sketch, 1 - AROUND_FOCUS);
}

/* The points of a layer; symbols and what has to be named may not be hidden, the others' names go where there is room. */
static void add_points(mintu_occupancy *occupancy, mintu_drawing *drawing, mintu_canvas *canvas, const mintu_style_layer *layer)
{
    bool hard = mintu_layer_draws_symbols(layer) || mintu_style_layer_required(layer);
    mintu_row_walk walk = mintu_rows_begin(drawing, layer, MINTU_PROPERTY_CIRCLE_SORT_KEY, 0);
    while (mintu_rows_next(&walk))
        for (size_t part = walk.row->part; walk.row->type == MINTU_GEOMETRY_TYPE_POINT && part < walk.row->part_end; part++) {
            const double *xy = walk.plot->xy + 2 * walk.plot->starts[part];
            if (hard)
                mintu_occupancy_add(occupancy, MINTU_COVER_POINTS, xy[0], xy[1],
                                    mintu_focus_holds(drawing, xy[0], xy[1]) ? MINTU_COVER_POINT : 1);
            mintu_canvas_disc(canvas, xy[0], xy[1], NAME_REACH);
            mintu_canvas_fill(canvas, BLACK, NAME);
            mintu_canvas_forget(canvas);
        }
}

static void add_layers(mintu_occupancy *occupancy, mintu_drawing *drawing, mintu_canvas *canvas)
{
    for (size_t i = 0; i < mintu_style_layer_count(drawing->style); i++) {
        const mintu_style_layer *layer = mintu_drawing_visible(drawing, i);
        if (layer && mintu_style_layer_kind(layer) >= MINTU_LAYER_TYPE_CIRCLE && mintu_drawing_plot(drawing, layer))
            add_points(occupancy, drawing, canvas, layer);
    }
}

bool mintu_occupancy_open(mintu_occupancy *occupancy, mintu_drawing *drawing)
{
    const mintu_box *frame = &drawing->page.frame;
    if (!mintu_occupancy_make(occupancy, drawing->page.width, drawing->page.height))
        return false;
    mintu_sketch ink = mintu_sketch_open(occupancy->columns, occupancy->lines, CELL, frame);
    mintu_sketch subject = mintu_sketch_open(occupancy->columns, occupancy->lines, CELL, frame);
    add_plots(&ink.canvas, drawing);
    fade_surroundings(&ink, drawing);
    add_layers(occupancy, drawing, &ink.canvas);
    if (drawing->focus)
        add_row(&subject.canvas, &drawing->focus_plot, drawing->focus_plot.rows);
    else
        add_plots(&subject.canvas, drawing);
    bool good = close_sketch(&ink, occupancy, MINTU_COVER_INK, false);
    good = close_sketch(&subject, occupancy, MINTU_COVER_SUBJECT, true) && good;
    mintu_occupancy_sum_up(occupancy);
    return good;
}
