#include "canvas/page.h"

#include "base/earth.h"
#include "base/error.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double MAX_PIXELS = 400e6, MERCATOR_NORTH = 85.0511287798066;

static double first_positive(double a, double b, double c)
{
    return a > 0 ? a : b > 0 ? b : c;
}

static mintu_status check_size(const mintu_page *page, mintu_error *error)
{
    double width_mm = page->width / mintu_page_mm(page), height_mm = page->height / mintu_page_mm(page);
    if (!(width_mm >= 20 && width_mm <= 5000 && height_mm >= 20 && height_mm <= 5000))
        return mintu_fail(error, MINTU_STATUS_USAGE, "the page is %g x %g mm; each side must be 20 to 5000 mm", width_mm,
                          height_mm);
    if (!(page->dpi >= 72 && page->dpi <= 1200))
        return mintu_fail(error, MINTU_STATUS_USAGE, "the resolution is %g dpi; it must be 72 to 1200", page->dpi);
    return MINTU_STATUS_OK;
}

mintu_status mintu_page_check_pixels(const mintu_page *page, mintu_error *error)
{
    double width_mm = page->width / mintu_page_mm(page), height_mm = page->height / mintu_page_mm(page);
    double pixels = width_mm * height_mm * page->dpi * page->dpi / (25.4 * 25.4);
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

/* A third larger each side, a quarter larger type: twice as large on A1 as on A4. On a smaller page 8 px are no less than 5 pt. */
static double type_for(double share)
{
    static const double LEAST = 0.84;
    double type = cbrt(share * share);
    return share < 1 ? fmax(type, LEAST) : type;
}

/* Titles go with a smaller page as far as they are still titles: there type is larger than its share. 0 as the unit has it. */
static double title_for(const mintu_page *page, double share)
{
    static const double OWN = 23, LEAST = 14;
    double smaller = share * mintu_page_mm(page) / MINTU_MM;
    return smaller < 1 && share < 1 ? fmax(OWN * smaller, LEAST) * page->unit : 0;
}

/* Shorter side of the page that a style is made for, mm. One that names none is made for the screen: its px are CSS px up to A4. */
static double own_side(const mintu_page *page, const mintu_layout *layout)
{
    if (layout->width_mm > 0)
        return fmin(layout->width_mm, layout->height_mm);
    return fmin(210, fmin(page->width, page->height));
}

mintu_status mintu_page_size(mintu_page *page, const mintu_map_options *options, const mintu_layout *layout, mintu_error *error)
{
    page->width = first_positive(options->width_mm, layout->width_mm, 210);
    page->height = first_positive(options->height_mm, layout->height_mm, 297);
    turn_page(page, options);
    double own = own_side(page, layout), share = fmin(page->width, page->height) / own;
    page->type = layout->type_scale > 0 ? layout->type_scale : type_for(share);
    page->width *= mintu_page_mm(page);
    page->height *= mintu_page_mm(page);
    page->dpi = first_positive(options->dpi, 300, 300);
    mintu_status status = check_size(page, error);
    double side = fmin(page->width, page->height);
    page->margin = options->margin_mm > 0 ? options->margin_mm * mintu_page_mm(page)
                   : layout->has_margin   ? layout->margin_mm * MINTU_MM * fmin(1, share * mintu_page_mm(page) / MINTU_MM)
                                          : fmin(8 * MINTU_MM, side * 0.04);
    page->unit = fmin(fmax(sqrt(own * MINTU_MM / (210 * MINTU_MM)), 0.6), 2);
    page->title = layout->title_pt > 0 ? mintu_page_pt(page, layout->title_pt) : title_for(page, share);
    if (status == MINTU_STATUS_OK && 2 * page->margin > side * 0.6)
        status = mintu_fail(error, MINTU_STATUS_USAGE, "the page margin of %g mm leaves no room for the map; use a smaller one",
                            page->margin / mintu_page_mm(page));
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

static bool is_small(const mintu_validity *validity, const double extent[4])
{
    bool small = extent[2] - extent[0] <= 90;
    for (int corner = 0; corner < 4 && small; corner++)
        small = mintu_validity_holds(validity, extent[corner & 1 ? 2 : 0], extent[corner & 2 ? 3 : 1]);
    return small;
}

mintu_status mintu_page_valid_bounds(mintu_projection *projection, const mintu_validity *validity, const double extent[4],
                                     mintu_box *out, mintu_error *error)
{
    enum { ROW = 64 };
    double xy[2 * ROW + 2];
    *out = (mintu_box){INFINITY, INFINITY, -INFINITY, -INFINITY};
    mintu_status status = MINTU_STATUS_OK;
    if (is_small(validity, extent))
        return mintu_page_bounds(projection, extent, out, error);
    for (int row = 0; row <= ROW && status == MINTU_STATUS_OK; row++) {
        for (size_t i = 0; i <= ROW; i++) {
            xy[2 * i] = extent[0] + (extent[2] - extent[0]) * (double)i / ROW;
            xy[2 * i + 1] = extent[1] + (extent[3] - extent[1]) * row / ROW;
            mintu_validity_clamp(validity, xy + 2 * i);
        }
        status = mintu_projection_forward(projection, xy, ROW + 1, error);
        mintu_box box = mintu_box_of(xy, ROW + 1);
        if (box.x0 <= box.x1)
            mintu_box_join(out, &box);
    }
    if (status == MINTU_STATUS_OK && out->x0 > out->x1)
        status = mintu_fail(error, MINTU_STATUS_USAGE,
                            "the extent %g,%g,%g,%g lies outside the projection's domain; use another reference system",
                            extent[0], extent[1], extent[2], extent[3]);
    return status;
}

enum { LOOKS = 41 };

/* One row of places of the frame, taken back to the earth. Those are none that do not come to the page where they were. */
static mintu_status look_along(mintu_projection *projection, const mintu_validity *validity, double *xy, mintu_error *error,
                               mintu_page_view *out)
{
    double back[2 * LOOKS], lonlat[2 * LOOKS];
    memcpy(lonlat, xy, sizeof lonlat);
    mintu_status status = mintu_projection_inverse(projection, lonlat, LOOKS, error);
    memcpy(back, lonlat, sizeof back);
    if (status == MINTU_STATUS_OK)
        status = mintu_projection_forward(projection, back, LOOKS, error);
    for (size_t i = 0; i < LOOKS && status == MINTU_STATUS_OK; i++) {
        const double *at = lonlat + 2 * i;
        bool there = isfinite(at[0]) && isfinite(at[1]) && fabs(at[1]) <= 90 &&
                     hypot(back[2 * i] - xy[2 * i], back[2 * i + 1] - xy[2 * i + 1]) < 1000 &&
                     mintu_validity_holds(validity, at[0], at[1]);
        double lon = there ? mintu_validity_longitude(validity, at[0]) : 0;
        out->beyond = out->beyond || !there;
        if (!there)
            continue;
        out->extent[0] = fmin(out->extent[0], lon), out->extent[2] = fmax(out->extent[2], lon);
        out->extent[1] = fmin(out->extent[1], at[1]), out->extent[3] = fmax(out->extent[3], at[1]);
    }
    return status;
}

/* A pole on the page has all meridians with it. */
static mintu_status look_for_pole(mintu_projection *projection, const mintu_validity *validity, const mintu_box *plane,
                                  double pole, mintu_error *error, mintu_page_view *out)
{
    double xy[2] = {validity->middle, pole};
    if (!mintu_validity_holds(validity, xy[0], xy[1]))
        return MINTU_STATUS_OK;
    mintu_status status = mintu_projection_forward(projection, xy, 1, error);
    if (status != MINTU_STATUS_OK || !mintu_box_holds(plane, xy[0], xy[1]))
        return status;
    out->extent[0] = validity->middle - 180, out->extent[2] = validity->middle + 180;
    out->extent[1] = fmin(out->extent[1], pole), out->extent[3] = fmax(out->extent[3], pole);
    return status;
}

mintu_status mintu_page_look(const mintu_page *page, mintu_projection *projection, const mintu_validity *validity, double grown,
                             mintu_error *error, mintu_page_view *out)
{
    double half[2], xy[2 * LOOKS], *e = out->extent;
    mintu_status status = MINTU_STATUS_OK;
    *out = (mintu_page_view){.extent = {INFINITY, INFINITY, -INFINITY, -INFINITY}};
    mintu_page_half(page, half);
    half[0] *= 1 + grown, half[1] *= 1 + grown;
    const mintu_box plane = mintu_box_about(page->metres[0], page->metres[1], 2 * half[0], 2 * half[1]);
    for (int row = 0; row < LOOKS && status == MINTU_STATUS_OK; row++) {
        for (size_t i = 0; i < LOOKS; i++) {
            xy[2 * i] = page->metres[0] + half[0] * (2.0 * (double)i / (LOOKS - 1) - 1);
            xy[2 * i + 1] = page->metres[1] + half[1] * (2.0 * row / (LOOKS - 1) - 1);
        }
        status = look_along(projection, validity, xy, error, out);
    }
    for (int i = 0; i < 2 && status == MINTU_STATUS_OK; i++)
        status = look_for_pole(projection, validity, &plane, i ? -90 : 90, error, out);
    if (!(e[0] <= e[2])) /* nothing was found: all may be there */
        e[0] = validity->middle - 180, e[2] = validity->middle + 180, e[1] = -90, e[3] = 90;
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

/* Series of maps have few scales, so that they can be compared: 1:5,000, 1:10,000, 1:20,000, 1:25,000, 1:50,000, … */
static double usual_up(double value)
{
    static const double USUAL[] = {1, 2, 2.5, 5, 10};
    double from = fmax(value, 5000), power = pow(10, floor(log10(from))), found = 10 * power;
    for (size_t i = sizeof USUAL / sizeof *USUAL; i-- > 0;)
        if (USUAL[i] * power >= from * (1 - 1e-9))
            found = USUAL[i] * power;
    return found;
}

static mintu_status find_centre(mintu_page *page, mintu_projection *projection, const mintu_page_wish *wish, mintu_error *error)
{
    const mintu_box *bounds = &wish->bounds;
    page->metres[0] = page->lonlat[0] = (bounds->x0 + bounds->x1) / 2;
    page->metres[1] = page->lonlat[1] = (bounds->y0 + bounds->y1) / 2;
    mintu_status status = mintu_projection_inverse(projection, page->lonlat, 1, error);
    if (!(isfinite(page->lonlat[0]) && isfinite(page->lonlat[1])))
        memcpy(page->lonlat, wish->about, sizeof page->lonlat);
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
    static const double METRE = 96 / 0.0254;
    const double type = page->type > 0 ? page->type : 1, px_per_metre = METRE / type;
    const mintu_box *bounds = &wish->bounds;
    double width = page->frame.x1 - page->frame.x0 - 2 * wish->padding,
           height = page->frame.y1 - page->frame.y0 - 2 * wish->padding;
    if (!(width > 10 && height > 10))
        return mintu_fail(
            error, MINTU_STATUS_USAGE,
            "the page is too small: title, notes and legend leave no room for the map; use a larger page, smaller "
            "type, a shorter title, or no legend");
    mintu_status status = find_centre(page, projection, wish, error);
    if (status != MINTU_STATUS_OK)
        return status;
    double sides[2] = {bounds->x1 - bounds->x0, bounds->y1 - bounds->y0};
    turn_sides(page, sides);
    double need = fmax(sides[0] / width, sides[1] / height) * px_per_metre / page->stretch;
    page->scale = wish->scale > 0 ? wish->scale : wish->usual ? usual_up(need) : mintu_page_round_up(fmax(need, 1000));
    page->px_per_metre = px_per_metre / (page->scale * page->stretch);
    page->spare[0] = width - sides[0] * page->px_per_metre;
    page->spare[1] = height - sides[1] * page->px_per_metre;
    /* MapLibre's zoom rests on Web Mercator, whose earth is a ball that ends before the poles; layers begin at zoom 0. */
    double latitude = fmax(fmin(page->lonlat[1], MERCATOR_NORTH), -MERCATOR_NORTH);
    page->zoom =
        log2(2 * MINTU_PI * MINTU_SEMI_MAJOR * cos(latitude * MINTU_PI / 180) / (512 * page->scale * 0.0254 / 96 * type));
    page->zoom = fmax(page->zoom, 0);
    return MINTU_STATUS_OK;
}
