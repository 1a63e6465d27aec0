#include "canvas/coverage_mask.h"

#include "base/array.h"

#include <math.h>
#include <string.h>

/* Of 255. A rounding per shape that meets in a pixel; what overlaps by less than a tenth of a pixel cannot be told from it. */
enum { SLACK = 24 };
static const double SIDE_MOST = 4000; /* pixels */
static const double DETAIL = 0.02;    /* pixels */

void mintu_coverage_open(mintu_coverage_mask *mask, const mintu_canvas *canvas)
{
    const mintu_box page = {0, 0, canvas->size[0], canvas->size[1]};
    *mask = (mintu_coverage_mask){.area = mintu_box_common(&canvas->clip, &page), .canvas = *canvas};
    double width = fmax(mask->area.x1 - mask->area.x0, 1), height = fmax(mask->area.y1 - mask->area.y0, 1);
    mask->scale = fmin(1, SIDE_MOST / fmax(width, height));
    int columns = (int)ceil(width * mask->scale), lines = (int)ceil(height * mask->scale);
    mask->sum = cairo_image_surface_create(CAIRO_FORMAT_A8, columns, lines);
    mask->next = cairo_image_surface_create(CAIRO_FORMAT_A8, columns, lines);
    cairo_t *cairo = mask->canvas.cairo = cairo_create(mask->next);
    if (cairo_surface_status(mask->sum) != CAIRO_STATUS_SUCCESS || cairo_status(cairo) != CAIRO_STATUS_SUCCESS) {
        mintu_memory_failure_add();
        mintu_coverage_close(mask);
        return;
    }
    cairo_scale(cairo, mask->scale, mask->scale);
    cairo_translate(cairo, -mask->area.x0, -mask->area.y0);
    mask->canvas.tolerance = DETAIL / mask->scale;
}

void mintu_coverage_close(mintu_coverage_mask *mask)
{
    cairo_destroy(mask->canvas.cairo);
    cairo_surface_destroy(mask->sum);
    cairo_surface_destroy(mask->next);
    *mask = (mintu_coverage_mask){0};
}

mintu_canvas *mintu_coverage_shape(mintu_coverage_mask *mask)
{
    return mask->sum ? &mask->canvas : NULL;
}

static void clear(cairo_surface_t *surface, const int at[4])
{
    unsigned char *pixels = cairo_image_surface_get_data(surface);
    for (int y = at[1]; y < at[3]; y++)
        memset(pixels + (ptrdiff_t)y * cairo_image_surface_get_stride(surface) + at[0], 0, (size_t)(at[2] - at[0]));
}

/* The pixels that a box on the page reaches. */
static void reach(const mintu_coverage_mask *mask, const mintu_box *box, int at[4])
{
    const mintu_box seen = mintu_box_common(box, &mask->area);
    int columns = cairo_image_surface_get_width(mask->sum), lines = cairo_image_surface_get_height(mask->sum);
    memset(at, 0, 4 * sizeof *at);
    if (!(seen.x0 <= seen.x1 && seen.y0 <= seen.y1))
        return;
    at[0] = (int)fmax(floor((seen.x0 - mask->area.x0) * mask->scale) - 1, 0);
    at[1] = (int)fmax(floor((seen.y0 - mask->area.y0) * mask->scale) - 1, 0);
    at[2] = (int)fmin(ceil((seen.x1 - mask->area.x0) * mask->scale) + 1, columns);
    at[3] = (int)fmin(ceil((seen.y1 - mask->area.y0) * mask->scale) + 1, lines);
}

static mintu_coverage compare(const mintu_coverage_mask *mask, const int at[4])
{
    ptrdiff_t stride = cairo_image_surface_get_stride(mask->sum);
    const unsigned char *sum = cairo_image_surface_get_data(mask->sum), *next = cairo_image_surface_get_data(mask->next);
    mintu_coverage found = MINTU_COVERAGE_APART;
    for (int y = at[1]; y < at[3]; y++)
        for (ptrdiff_t i = y * stride + at[0]; i < y * stride + at[2]; i++) {
            if (sum[i] + next[i] > 255 + SLACK)
                return MINTU_COVERAGE_OVERLAPS;
            if (sum[i] && next[i])
                found = MINTU_COVERAGE_TOUCHES;
        }
    return found;
}

static void add_up(mintu_coverage_mask *mask, const int at[4])
{
    ptrdiff_t stride = cairo_image_surface_get_stride(mask->sum);
    unsigned char *sum = cairo_image_surface_get_data(mask->sum), *next = cairo_image_surface_get_data(mask->next);
    bool first = mask->filled[0] == mask->filled[2];
    for (int y = at[1]; y < at[3]; y++)
        for (ptrdiff_t i = y * stride + at[0]; i < y * stride + at[2]; i++) {
            int share = sum[i] + next[i];
            sum[i] = (unsigned char)(share < 255 ? share : 255);
        }
    for (int i = 0; i < 4; i++)
        if (first || (i < 2 ? at[i] < mask->filled[i] : at[i] > mask->filled[i]))
            mask->filled[i] = at[i];
}

mintu_coverage mintu_coverage_add(mintu_coverage_mask *mask, const mintu_box *box)
{
    int at[4];
    if (!mask->sum)
        return MINTU_COVERAGE_OVERLAPS;
    reach(mask, box, at);
    cairo_surface_flush(mask->next);
    clear(mask->next, at);
    cairo_surface_mark_dirty(mask->next);
    if (mintu_canvas_may_fill(&mask->canvas))
        cairo_fill(mask->canvas.cairo);
    mintu_canvas_forget(&mask->canvas);
    cairo_surface_flush(mask->next);
    mintu_coverage found = at[0] < at[2] ? compare(mask, at) : MINTU_COVERAGE_APART;
    if (found != MINTU_COVERAGE_OVERLAPS)
        add_up(mask, at);
    else
        memcpy(mask->last, at, sizeof at);
    return found;
}

void mintu_coverage_restart(mintu_coverage_mask *mask)
{
    if (!mask->sum)
        return;
    clear(mask->sum, mask->filled);
    memset(mask->filled, 0, sizeof mask->filled);
    add_up(mask, mask->last);
}
