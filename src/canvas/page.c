#include "canvas/page.h"

#include "base/earth.h"
#include "base/error.h"

#include <math.h>
#include <stdlib.h>

static const double MAX_PIXELS = 400e6;

static double first_positive(double a, double b, double c)
{
    return a > 0 ? a : b > 0 ? b : c;
}

static mintu_status check_size(const mintu_page *page, mintu_error *error)
{
    double width_mm = page->width / MINTU_MM, height_mm = page->height / MINTU_MM;
    if (!(width_mm >= 20 && width_mm <= 5000 && height_mm >= 20 && height_mm <= 5000))
        return mintu_fail(error, MINTU_STATUS_USAGE, "the page is %g x %g mm; each side must be 20 to 5000 mm", width_mm,
                          height_mm);
    if (!(page->dpi >= 72 && page->dpi <= 1200))
        return mintu_fail(error, MINTU_STATUS_USAGE, "the resolution is %g dpi; it must be 72 to 1200", page->dpi);
    return MINTU_STATUS_OK;
}

mintu_status mintu_page_check_pixels(const mintu_page *page, mintu_error *error)
{
    double width_mm = page->width / MINTU_MM, height_mm = page->height / MINTU_MM;
    double pixels = page->width * page->height * page->dpi * page->dpi / (96.0 * 96.0);
    if (pixels > MAX_PIXELS)
        return mintu_fail(error, MINTU_STATUS_USAGE,
                          "%g x %g mm at %g dpi has %.0f megapixels and would take %.1f GiB of memory; at most %.0f are drawn: "
                          "use a lower resolution, or SVG or PDF",
                          width_mm, height_mm, page->dpi, pixels / 1e6, pixels * 7 / (1 << 30), MAX_PIXELS / 1e6);
    return MINTU_STATUS_OK;
}

static void turn_page(mintu_page *page, const mintu_map_options *options)
{
    double shorter = fmin(page->width, page->height), longer = fmax(page->width, page->height);
    if (!options->landscape && !options->portrait)
        return;
    page->width = options->landscape ? longer : shorter;
    page->height = options->landscape ? shorter : longer;
}

mintu_status mintu_page_size(mintu_page *page, const mintu_map_options *options, const mintu_layout *layout, mintu_error *error)
{
    page->width = first_positive(options->width_mm, layout->width_mm, 210) * MINTU_MM;
    page->height = first_positive(options->height_mm, layout->height_mm, 297) * MINTU_MM;
    turn_page(page, options);
    page->dpi = first_positive(options->dpi, 300, 300);
    mintu_status status = check_size(page, error);
    double side = fmin(page->width, page->height);
    page->margin = options->margin_mm > 0 ? options->margin_mm * MINTU_MM
                   : layout->has_margin   ? layout->margin_mm * MINTU_MM
                                          : fmin(8 * MINTU_MM, side * 0.04);
    page->unit = fmin(fmax(sqrt(side / (210 * MINTU_MM)), 0.6), 2);
    if (status == MINTU_STATUS_OK && 2 * page->margin > side * 0.6)
        status = mintu_fail(error, MINTU_STATUS_USAGE, "the page margin of %g mm leaves no room for the map; use a smaller one",
                            page->margin / MINTU_MM);
    return status;
}

enum { EDGE_POINTS = 33 };

mintu_status mintu_page_bounds(mintu_projection *projection, const double extent[4], mintu_box *out, mintu_error *error)
{
    double xy[8 * EDGE_POINTS];
    const size_t count = sizeof xy / sizeof *xy / 2;
    for (size_t i = 0; i < EDGE_POINTS; i++) {
        double part = (double)i / (EDGE_POINTS - 1);
        double lon = extent[0] + part * (extent[2] - extent[0]), lat = extent[1] + part * (extent[3] - extent[1]);
        double edges[8] = {lon, extent[1], lon, extent[3], extent[0], lat, extent[2], lat};
        for (size_t j = 0; j < 8; j++)
            xy[8 * i + j] = edges[j];
    }
    mintu_status status = mintu_projection_forward(projection, xy, count, error);
    *out = mintu_box_of(xy, count);
    if (status == MINTU_STATUS_OK && out->x0 > out->x1)
        status = mintu_fail(error, MINTU_STATUS_USAGE,
                            "the extent %g,%g,%g,%g lies outside the projection's domain; use another reference system",
                            extent[0], extent[1], extent[2], extent[3]);
    return status;
}

double mintu_page_round_up(double value)
{
    static const double ROUND[] = {1,   1.1, 1.2, 1.25, 1.3, 1.4, 1.5, 1.6, 1.75, 1.8, 2,   2.2, 2.25, 2.4, 2.5, 2.6, 2.8, 3,
                                   3.2, 3.4, 3.5, 3.6,  3.8, 4,   4.5, 5,   5.5,  6,   6.5, 7,   7.5,  8,   8.5, 9,   9.5, 10};
    double power = pow(10, floor(log10(value)));
    for (size_t i = 0; i < sizeof ROUND / sizeof *ROUND; i++)
        if (ROUND[i] * power >= value * (1 - 1e-9))
            return ROUND[i] * power;
    return 10 * power;
}

static mintu_status find_centre(mintu_page *page, mintu_projection *projection, const mintu_box *bounds, mintu_error *error)
{
    page->metres[0] = page->lonlat[0] = (bounds->x0 + bounds->x1) / 2;
    page->metres[1] = page->lonlat[1] = (bounds->y0 + bounds->y1) / 2;
    mintu_status status = mintu_projection_inverse(projection, page->lonlat, 1, error);
    if (status == MINTU_STATUS_OK)
        status =
            mintu_projection_factors(projection, page->lonlat[0], page->lonlat[1], &page->stretch, &page->convergence, error);
    if (status == MINTU_STATUS_OK && !(page->stretch > 0 && isfinite(page->stretch)))
        status = mintu_fail(error, MINTU_STATUS_USAGE,
                            "the projection has no scale at the map's centre; use a reference system made for the place");
    return status;
}

void mintu_page_turn(mintu_page *page, double bearing)
{
    page->bearing = bearing;
    page->turn[0] = 1 - cos(bearing * MINTU_DEGREE);
    page->turn[1] = sin(bearing * MINTU_DEGREE);
}

/* The sides of the box about a box that is turned. */
static void turn_sides(const mintu_page *page, double sides[2])
{
    double width = sides[0], height = sides[1], along = fabs(1 - page->turn[0]), across = fabs(page->turn[1]);
    sides[0] = width * along + height * across;
    sides[1] = width * across + height * along;
}

void mintu_page_half(const mintu_page *page, double half[2])
{
    half[0] = (page->frame.x1 - page->frame.x0) / 2 / page->px_per_metre;
    half[1] = (page->frame.y1 - page->frame.y0) / 2 / page->px_per_metre;
    turn_sides(page, half);
}

mintu_status mintu_page_fit(mintu_page *page, mintu_projection *projection, const mintu_page_wish *wish, mintu_error *error)
{
    static const double PX_PER_METRE = 96 / 0.0254;
    const mintu_box *bounds = &wish->bounds;
    double width = page->frame.x1 - page->frame.x0 - 2 * wish->padding,
           height = page->frame.y1 - page->frame.y0 - 2 * wish->padding;
    if (!(width > 10 && height > 10))
        return mintu_fail(error, MINTU_STATUS_USAGE, "the page is too small: title and notes leave no room for the map");
    mintu_status status = find_centre(page, projection, bounds, error);
    if (status != MINTU_STATUS_OK)
        return status;
    double sides[2] = {bounds->x1 - bounds->x0, bounds->y1 - bounds->y0};
    turn_sides(page, sides);
    double need = fmax(sides[0] / width, sides[1] / height) * PX_PER_METRE / page->stretch;
    page->scale = wish->scale > 0 ? wish->scale : mintu_page_round_up(fmax(need, 1000));
    page->px_per_metre = PX_PER_METRE / (page->scale * page->stretch);
    /* MapLibre's zoom rests on Web Mercator, whose earth is a ball. */
    page->zoom =
        log2(2 * MINTU_PI * MINTU_SEMI_MAJOR * cos(page->lonlat[1] * MINTU_PI / 180) / (512 * page->scale * 0.0254 / 96));
    return MINTU_STATUS_OK;
}
