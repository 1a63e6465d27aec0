#include "furniture/symbol_coverage.h"

#include "canvas/paint.h"
#include "map/focus.h"
#include "style/style_layer.h"

#include <math.h>
#include <stdlib.h>

static const double CELL = 4;                               /* px */
static const double AREA = 0.25, LINE = 0.4, POINT = 1;     /* how bad it is to cover them */
static const double NAME = 0.15, NAME_REACH = 30;           /* of a name that may be left out, px about its point */
static const double BORDER = 1.5;                           /* cells */
static const double AROUND_FOCUS = 0.3, PI2 = 6.2831853072; /* what is left of the weights outside the focus */

bool mintu_coverage_make(mintu_coverage *coverage, double width, double height)
{
    bool good = true;
    coverage->cell = CELL;
    coverage->columns = (size_t)ceil(width / CELL);
    coverage->lines = (size_t)ceil(height / CELL);
    for (int i = 0; i < MINTU_COVER_END; i++) {
        coverage->sums[i] = calloc((coverage->columns + 1) * (coverage->lines + 1), sizeof **coverage->sums);
        good = good && coverage->sums[i];
    }
    return good;
}

void mintu_coverage_add(mintu_coverage *coverage, mintu_cover kind, double x, double y, uint32_t amount)
{
    double column = floor(x / coverage->cell), line = floor(y / coverage->cell);
    if (column >= 0 && line >= 0 && column < (double)coverage->columns && line < (double)coverage->lines)
        coverage->sums[kind][((size_t)line + 1) * (coverage->columns + 1) + (size_t)column + 1] += amount;
}

void mintu_coverage_sum_up(mintu_coverage *coverage)
{
    size_t stride = coverage->columns + 1;
    for (int kind = 0; kind < MINTU_COVER_END; kind++)
        for (size_t y = 1; y <= coverage->lines; y++)
            for (size_t x = 1, at = y * stride + 1; x <= coverage->columns; x++, at++)
                coverage->sums[kind][at] +=
                    coverage->sums[kind][at - 1] + coverage->sums[kind][at - stride] - coverage->sums[kind][at - stride - 1];
}

static size_t cell_at(double value, size_t count)
{
    return !(value > 0) ? 0 : value >= (double)count ? count : (size_t)value;
}

double mintu_coverage_sum(const mintu_coverage *coverage, mintu_cover kind, const mintu_box *box)
{
    const uint32_t *sums = coverage->sums[kind];
    size_t stride = coverage->columns + 1;
    size_t x0 = cell_at(floor(box->x0 / coverage->cell), coverage->columns),
           x1 = cell_at(ceil(box->x1 / coverage->cell), coverage->columns),
           y0 = cell_at(floor(box->y0 / coverage->cell), coverage->lines),
           y1 = cell_at(ceil(box->y1 / coverage->cell), coverage->lines);
    if (!sums || x0 >= x1 || y0 >= y1)
        return 0;
    return (double)(sums[y1 * stride + x1] - sums[y0 * stride + x1] - sums[y1 * stride + x0] + sums[y0 * stride + x0]);
}

void mintu_coverage_free(mintu_coverage *coverage)
{
    for (int i = 0; i < MINTU_COVER_END; i++)
        free(coverage->sums[i]);
    *coverage = (mintu_coverage){0};
}

/* A picture of one byte per cell, drawn with cairo and then added to the sums. */
typedef struct sketch {
    mintu_canvas canvas;
    cairo_surface_t *surface;
} sketch;

static void open_sketch(sketch *out, const mintu_coverage *coverage, const mintu_scene *scene)
{
    *out = (sketch){.canvas = {.device = 1 / CELL, .tolerance = CELL / 2, .clip = scene->page.frame}};
    out->surface = cairo_image_surface_create(CAIRO_FORMAT_A8, (int)coverage->columns, (int)coverage->lines);
    out->canvas.cairo = cairo_create(out->surface);
    cairo_scale(out->canvas.cairo, out->canvas.device, out->canvas.device);
}

/* Adds each cell's byte, or 1 for any that is not bare. */
static bool close_sketch(sketch *one, mintu_coverage *coverage, mintu_cover kind, bool count)
{
    bool good = cairo_status(one->canvas.cairo) == CAIRO_STATUS_SUCCESS;
    cairo_destroy(one->canvas.cairo);
    cairo_surface_flush(one->surface);
    const unsigned char *data = cairo_image_surface_get_data(one->surface);
    size_t stride = good ? (size_t)cairo_image_surface_get_stride(one->surface) : 0;
    for (size_t y = 0; good && y < coverage->lines; y++)
        for (size_t x = 0; x < coverage->columns; x++) {
            unsigned char byte = data[y * stride + x];
            coverage->sums[kind][(y + 1) * (coverage->columns + 1) + x + 1] += count ? byte > 0 : byte;
        }
    cairo_surface_destroy(one->surface);
    return good;
}

static void add_row(mintu_canvas *canvas, const mintu_plot *plot, const mintu_plot_row *row)
{
    cairo_t *cairo = canvas->cairo;
    bool ring = row->type == MINTU_GEOMETRY_TYPE_POLYGON;
    for (size_t part = row->part; part < row->part_end; part++) {
        const double *xy = plot->xy + 2 * plot->starts[part];
        if (row->type == MINTU_GEOMETRY_TYPE_POINT) {
            cairo_new_sub_path(cairo);
            cairo_arc(cairo, xy[0], xy[1], 8, 0, PI2);
        } else {
            mintu_canvas_path(canvas, xy, plot->starts[part + 1] - plot->starts[part], ring, BORDER * CELL);
        }
    }
    cairo_set_line_width(cairo, ring ? BORDER * CELL : CELL);
    cairo_set_source_rgba(cairo, 0, 0, 0, ring ? AREA : row->type == MINTU_GEOMETRY_TYPE_LINE ? LINE : POINT);
    if (row->type != MINTU_GEOMETRY_TYPE_LINE)
        cairo_fill_preserve(cairo);
    if (row->type != MINTU_GEOMETRY_TYPE_POINT)
        cairo_stroke(cairo);
    cairo_new_path(cairo);
}

static void add_plots(mintu_canvas *canvas, const mintu_scene *scene)
{
    for (size_t i = 0; i < scene->plot_count; i++)
        for (size_t row = 0; scene->plots[i].subject && row < scene->plots[i].row_count; row++)
            if (mintu_box_meets(&scene->plots[i].rows[row].box, &scene->page.frame) ||
                scene->plots[i].rows[row].type == MINTU_GEOMETRY_TYPE_POINT)
                add_row(canvas, &scene->plots[i], &scene->plots[i].rows[row]);
}

/* With a focus, what lies around it weighs less. */
static void fade_surroundings(mintu_canvas *canvas, const mintu_scene *scene)
{
    const mintu_plot *focus = &scene->focus_plot;
    if (!scene->focus || focus->rows->type != MINTU_GEOMETRY_TYPE_POLYGON)
        return;
    mintu_canvas_box(canvas, &scene->page.frame);
    for (size_t part = 0; part < focus->part_count; part++)
        mintu_canvas_path(canvas, focus->xy + 2 * focus->starts[part], focus->starts[part + 1] - focus->starts[part], true, 0);
    cairo_set_fill_rule(canvas->cairo, CAIRO_FILL_RULE_EVEN_ODD);
    cairo_set_operator(canvas->cairo, CAIRO_OPERATOR_DEST_OUT);
    cairo_set_source_rgba(canvas->cairo, 0, 0, 0, 1 - AROUND_FOCUS);
    cairo_fill(canvas->cairo);
}

/* The points of a layer; @p hard ones may not be hidden, the others' names go where there is room. */
static void add_points(mintu_coverage *coverage, mintu_scene *scene, mintu_canvas *canvas, const mintu_style_layer *layer,
                       bool hard)
{
    size_t count;
    const mintu_plot *plot = mintu_scene_plot(scene, layer);
    size_t *rows = mintu_scene_rows(scene, layer, MINTU_PROPERTY_CIRCLE_SORT_KEY, 0, &count);
    for (size_t i = 0; i < count; i++) {
        const mintu_plot_row *row = &plot->rows[rows[i]];
        for (size_t part = row->part; row->type == MINTU_GEOMETRY_TYPE_POINT && part < row->part_end; part++) {
            const double *xy = plot->xy + 2 * plot->starts[part];
            if (hard)
                mintu_coverage_add(coverage, MINTU_COVER_POINTS, xy[0], xy[1],
                                   mintu_focus_holds(scene, xy[0], xy[1]) ? MINTU_COVER_POINT : 1);
            cairo_arc(canvas->cairo, xy[0], xy[1], NAME_REACH, 0, PI2);
            cairo_set_source_rgba(canvas->cairo, 0, 0, 0, NAME);
            cairo_fill(canvas->cairo);
        }
    }
    free(rows);
}

static void add_layers(mintu_coverage *coverage, mintu_scene *scene, mintu_canvas *canvas)
{
    for (size_t i = 0; i < mintu_style_layer_count(scene->style); i++) {
        const mintu_style_layer *layer = mintu_style_layer_at(scene->style, i);
        mintu_layer_type type = mintu_style_layer_kind(layer);
        if ((type != MINTU_LAYER_TYPE_CIRCLE && type != MINTU_LAYER_TYPE_SYMBOL) || !mintu_scene_plot(scene, layer) ||
            !mintu_style_layer_visible(layer, scene->page.zoom))
            continue;
        bool symbol = type == MINTU_LAYER_TYPE_CIRCLE || mintu_style_is_set(layer, MINTU_PROPERTY_ICON_IMAGE);
        add_points(coverage, scene, canvas, layer, symbol || mintu_style_layer_required(layer));
    }
}

bool mintu_coverage_open(mintu_coverage *coverage, mintu_scene *scene)
{
    sketch ink, subject;
    if (!mintu_coverage_make(coverage, scene->page.width, scene->page.height))
        return false;
    open_sketch(&ink, coverage, scene);
    add_plots(&ink.canvas, scene);
    fade_surroundings(&ink.canvas, scene);
    cairo_set_operator(ink.canvas.cairo, CAIRO_OPERATOR_OVER);
    add_layers(coverage, scene, &ink.canvas);
    open_sketch(&subject, coverage, scene);
    if (scene->focus)
        add_row(&subject.canvas, &scene->focus_plot, scene->focus_plot.rows);
    else
        add_plots(&subject.canvas, scene);
    bool good = close_sketch(&ink, coverage, MINTU_COVER_INK, false);
    good = close_sketch(&subject, coverage, MINTU_COVER_SUBJECT, true) && good;
    mintu_coverage_sum_up(coverage);
    return good;
}
