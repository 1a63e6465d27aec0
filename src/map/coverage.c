#include "map/coverage.h"

#include <math.h>

static const double CELL = 4;
static const double AREA = 0.25, LINE = 0.4, POINT = 1; /* how bad it is to cover them */

static void add_row(mintu_canvas *canvas, const mintu_plot *plot, const mintu_plot_row *row)
{
    cairo_t *cairo = canvas->cairo;
    bool ring = row->type == MINTU_GEOMETRY_TYPE_POLYGON;
    for (size_t part = row->part; part < row->part_end; part++) {
        const double *xy = plot->xy + 2 * plot->starts[part];
        if (row->type == MINTU_GEOMETRY_TYPE_POINT) {
            cairo_new_sub_path(cairo);
            cairo_arc(cairo, xy[0], xy[1], 8, 0, 6.2831853);
        } else {
            mintu_canvas_path(canvas, xy, plot->starts[part + 1] - plot->starts[part], ring, 4);
        }
    }
    cairo_set_source_rgba(cairo, 0, 0, 0, ring ? AREA : row->type == MINTU_GEOMETRY_TYPE_LINE ? LINE : POINT);
    if (row->type == MINTU_GEOMETRY_TYPE_LINE)
        cairo_stroke(cairo);
    else
        cairo_fill(cairo);
}

bool mintu_coverage_open(mintu_coverage *coverage, const mintu_scene *scene)
{
    mintu_canvas canvas = {.device = 1 / CELL, .tolerance = CELL / 2, .clip = scene->page.frame};
    coverage->cell = CELL;
    coverage->surface =
        cairo_image_surface_create(CAIRO_FORMAT_A8, (int)ceil(scene->page.width / CELL), (int)ceil(scene->page.height / CELL));
    canvas.cairo = cairo_create(coverage->surface);
    cairo_scale(canvas.cairo, canvas.device, canvas.device);
    cairo_set_line_width(canvas.cairo, CELL);
    cairo_set_operator(canvas.cairo, CAIRO_OPERATOR_OVER);
    for (size_t i = 0; i < scene->plot_count; i++)
        for (size_t row = 0; scene->plots[i].subject && row < scene->plots[i].row_count; row++)
            if (mintu_box_meets(&scene->plots[i].rows[row].box, &scene->page.frame) ||
                scene->plots[i].rows[row].type == MINTU_GEOMETRY_TYPE_POINT)
                add_row(&canvas, &scene->plots[i], &scene->plots[i].rows[row]);
    bool good = cairo_status(canvas.cairo) == CAIRO_STATUS_SUCCESS;
    cairo_destroy(canvas.cairo);
    cairo_surface_flush(coverage->surface);
    return good;
}

static int pixel(double px, double cell, int size)
{
    double index = floor(px / cell);
    return index < 0 ? 0 : index > size ? size : (int)index;
}

double mintu_coverage_sum(const mintu_coverage *coverage, const mintu_box *box)
{
    const unsigned char *data = cairo_image_surface_get_data(coverage->surface);
    int width = cairo_image_surface_get_width(coverage->surface), height = cairo_image_surface_get_height(coverage->surface);
    int stride = cairo_image_surface_get_stride(coverage->surface);
    double sum = 0;
    for (int y = pixel(box->y0, coverage->cell, height); data && y < pixel(box->y1, coverage->cell, height); y++)
        for (int x = pixel(box->x0, coverage->cell, width); x < pixel(box->x1, coverage->cell, width); x++)
            sum += data[(size_t)y * (size_t)stride + (size_t)x];
    return sum / 255;
}

size_t mintu_coverage_symbols(const mintu_scene *scene, const mintu_box *box)
{
    size_t count = 0;
    for (size_t i = 0; i < scene->plot_count; i++)
        for (size_t row = 0; scene->plots[i].symbols && row < scene->plots[i].row_count; row++)
            count +=
                scene->plots[i].rows[row].type == MINTU_GEOMETRY_TYPE_POINT && mintu_plot_row_meets(&scene->plots[i], row, box);
    return count;
}

void mintu_coverage_free(mintu_coverage *coverage)
{
    if (coverage->surface)
        cairo_surface_destroy(coverage->surface);
    *coverage = (mintu_coverage){0};
}
