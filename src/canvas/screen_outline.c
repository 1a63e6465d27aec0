#include "canvas/screen_outline.h"

#include "base/array.h"

#include <math.h>
#include <string.h>

void mintu_screen_outline_open(mintu_screen_outline *outline, mintu_canvas *canvas)
{
    *outline = (mintu_screen_outline){.cairo = canvas->cairo};
    outline->shares = cairo_image_surface_create(CAIRO_FORMAT_A8, cairo_image_surface_get_width(canvas->surface),
                                                 cairo_image_surface_get_height(canvas->surface));
    if (!mintu_memory_good(cairo_surface_status(outline->shares) == CAIRO_STATUS_SUCCESS))
        mintu_screen_outline_close(outline);
}

void mintu_screen_outline_close(mintu_screen_outline *outline)
{
    cairo_surface_destroy(outline->shares);
    outline->shares = NULL;
}

static void reach_to(mintu_screen_outline *outline, int x, int y)
{
    int *reach = outline->reach;
    bool first = reach[0] == reach[2];
    reach[0] = first || x < reach[0] ? x : reach[0];
    reach[1] = first || y < reach[1] ? y : reach[1];
    reach[2] = first || x >= reach[2] ? x + 1 : reach[2];
    reach[3] = first || y >= reach[3] ? y + 1 : reach[3];
}

/* One pixel, whose middle lies @p off from the line. */
static void set(mintu_screen_outline *outline, int x, int y, double off)
{
    double share = 1 - off * off * (3 - 2 * off);
    if (x < 0 || y < 0 || x >= cairo_image_surface_get_width(outline->shares) ||
        y >= cairo_image_surface_get_height(outline->shares))
        return;
    unsigned char value = (unsigned char)lround(255 * share),
                  *pixel = cairo_image_surface_get_data(outline->shares) +
                           (ptrdiff_t)y * cairo_image_surface_get_stride(outline->shares) + x;
    *pixel = value > *pixel ? value : *pixel;
    reach_to(outline, x, y);
}

/* One pixel for each step of the axis along which the line is longer. */
void mintu_screen_outline_add(mintu_screen_outline *outline, const double from[2], const double to[2])
{
    double a[2] = {from[0], from[1]}, b[2] = {to[0], to[1]};
    if (!outline->shares)
        return;
    cairo_user_to_device(outline->cairo, &a[0], &a[1]);
    cairo_user_to_device(outline->cairo, &b[0], &b[1]);
    int along = fabs(b[0] - a[0]) >= fabs(b[1] - a[1]) ? 0 : 1, across = 1 - along;
    double length = b[along] - a[along], slope = length != 0 ? (b[across] - a[across]) / length : 0;
    int most = along ? cairo_image_surface_get_height(outline->shares) : cairo_image_surface_get_width(outline->shares);
    int first = (int)fmax(ceil(fmin(a[along], b[along]) - 0.5), 0), end = (int)fmin(ceil(fmax(a[along], b[along]) - 0.5), most);
    for (int i = first; i < end; i++) {
        double at = a[across] + (i + 0.5 - a[along]) * slope, pixel = floor(at);
        if (fabs(at) < 1e6)
            set(outline, along ? (int)pixel : i, along ? i : (int)pixel, fabs(at - pixel - 0.5));
    }
}

void mintu_screen_outline_paint(mintu_screen_outline *outline, mintu_color color)
{
    const int *reach = outline->reach;
    if (!outline->shares || reach[0] == reach[2])
        return;
    cairo_surface_mark_dirty(outline->shares);
    cairo_save(outline->cairo);
    cairo_identity_matrix(outline->cairo);
    cairo_rectangle(outline->cairo, reach[0], reach[1], reach[2] - reach[0], reach[3] - reach[1]);
    cairo_clip(outline->cairo);
    cairo_set_source_rgba(outline->cairo, color.red, color.green, color.blue, color.alpha);
    cairo_mask_surface(outline->cairo, outline->shares, 0, 0);
    cairo_restore(outline->cairo);
    cairo_surface_flush(outline->shares);
    for (int y = reach[1]; y < reach[3]; y++)
        memset(cairo_image_surface_get_data(outline->shares) + (ptrdiff_t)y * cairo_image_surface_get_stride(outline->shares) +
                   reach[0],
               0, (size_t)(reach[2] - reach[0]));
    memset(outline->reach, 0, sizeof outline->reach);
}
