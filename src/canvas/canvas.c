#include "canvas/canvas.h"

#include "base/error.h"
#include "canvas/png.h"

#include <math.h>

static const double VECTOR_TOLERANCE = 96.0 / 1200; /* px */

/* cairo crashes while it ends a PDF whose stream has failed; the buffer remembers the failure. */
static cairo_status_t collect(void *closure, const unsigned char *data, unsigned int size)
{
    mintu_buffer_add(closure, data, size);
    return CAIRO_STATUS_SUCCESS;
}

static void open_surface(mintu_canvas *canvas)
{
    const double points = 72.0 / 96 * canvas->type;
    if (canvas->format == MINTU_MAP_FORMAT_PNG) {
        canvas->device = canvas->dpi / 96 * canvas->type;
        canvas->surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)lround(canvas->size[0] * canvas->device),
                                                     (int)lround(canvas->size[1] * canvas->device));
    } else if (canvas->format == MINTU_MAP_FORMAT_SVG) {
        canvas->device = 1; /* the root element, which svg.c writes, says how many millimetres that is */
        canvas->surface = cairo_svg_surface_create_for_stream(collect, &canvas->bytes, canvas->size[0], canvas->size[1]);
    } else {
        canvas->device = points;
        canvas->surface =
            cairo_pdf_surface_create_for_stream(collect, &canvas->bytes, canvas->size[0] * points, canvas->size[1] * points);
    }
}

static void open_cairo(mintu_canvas *canvas)
{
    open_surface(canvas);
    canvas->cairo = cairo_create(canvas->surface);
    cairo_scale(canvas->cairo, canvas->device, canvas->device);
    canvas->clip = (mintu_box){0, 0, canvas->size[0], canvas->size[1]};
}

mintu_status mintu_canvas_open(mintu_canvas *canvas, const mintu_page *page, mintu_map_format format, mintu_error *error)
{
    *canvas = (mintu_canvas){
        .format = format, .dpi = page->dpi, .type = page->type > 0 ? page->type : 1, .size = {page->width, page->height}};
    mintu_status loaded = mintu_cairo_begin("making the page to draw on", error);
    if (loaded != MINTU_STATUS_OK)
        return loaded;
    open_cairo(canvas);
    if (cairo_status(canvas->cairo) != CAIRO_STATUS_SUCCESS) {
        mintu_status status = mintu_fail_memory(error, "making the page to draw on");
        mintu_canvas_free(canvas);
        return status;
    }
    canvas->tolerance = format == MINTU_MAP_FORMAT_PNG ? 0.25 / canvas->device : VECTOR_TOLERANCE / canvas->type;
    mintu_svg_name(&canvas->svg, "paper", NULL);
    cairo_set_source_rgb(canvas->cairo, 1, 1, 1);
    cairo_paint(canvas->cairo);
    return MINTU_STATUS_OK;
}

/* Ends the surface; its first failure is kept. */
static void close_surface(mintu_canvas *canvas)
{
    cairo_status_t drawn = cairo_status(canvas->cairo);
    if (canvas->format == MINTU_MAP_FORMAT_PNG)
        cairo_surface_flush(canvas->surface);
    else
        cairo_surface_finish(canvas->surface);
    drawn = drawn == CAIRO_STATUS_SUCCESS ? cairo_surface_status(canvas->surface) : drawn;
    canvas->drawn = canvas->drawn == CAIRO_STATUS_SUCCESS ? drawn : canvas->drawn;
    if (canvas->format == MINTU_MAP_FORMAT_SVG && canvas->drawn == CAIRO_STATUS_SUCCESS)
        mintu_svg_add(&canvas->svg, &canvas->bytes);
}

/* cairo knows no groups of SVG, so that each is a document of its own until svg.c puts them together. */
void mintu_canvas_group(mintu_canvas *canvas, const char *kind, const char *name)
{
    if (canvas->format != MINTU_MAP_FORMAT_SVG)
        return;
    close_surface(canvas);
    cairo_destroy(canvas->cairo);
    cairo_surface_destroy(canvas->surface);
    canvas->failed = canvas->failed || canvas->bytes.failed;
    mintu_buffer_clear(&canvas->bytes);
    mintu_svg_name(&canvas->svg, kind, name);
    open_cairo(canvas);
}

void mintu_canvas_next_page(mintu_canvas *canvas)
{
    cairo_show_page(canvas->cairo);
    canvas->pages++;
}

mintu_status mintu_canvas_finish(mintu_canvas *canvas, mintu_error *error)
{
    mintu_status status = mintu_effort_check(&canvas->effort, error);
    close_surface(canvas);
    if (status != MINTU_STATUS_OK)
        return status;
    if (canvas->failed || canvas->bytes.failed || canvas->svg.text.failed || canvas->drawn == CAIRO_STATUS_NO_MEMORY)
        return mintu_fail_memory(error, "drawing the map");
    if (canvas->drawn != CAIRO_STATUS_SUCCESS)
        return mintu_fail(error, MINTU_STATUS_DEFECT, "drawing the map: cairo says \"%s\"; report this",
                          cairo_status_to_string(canvas->drawn));
    return MINTU_STATUS_OK;
}

mintu_status mintu_canvas_write(const mintu_canvas *canvas, const mintu_provenance *provenance, mintu_output *output,
                                mintu_error *error)
{
    if (canvas->format == MINTU_MAP_FORMAT_PNG)
        return mintu_png_write(canvas->surface, canvas->dpi, provenance, output, error);
    if (canvas->format == MINTU_MAP_FORMAT_SVG)
        return mintu_svg_write(&canvas->svg, &(mintu_svg_page){canvas->size[0], canvas->size[1], canvas->type}, provenance,
                               output, error);
    return mintu_output_write(output, canvas->bytes.data, canvas->bytes.size, error);
}

void mintu_canvas_free(mintu_canvas *canvas)
{
    if (canvas->cairo)
        cairo_destroy(canvas->cairo);
    if (canvas->surface)
        cairo_surface_destroy(canvas->surface);
    mintu_buffer_free(&canvas->bytes);
    mintu_svg_free(&canvas->svg);
    *canvas = (mintu_canvas){0};
}

/* Device pixels to a px where pixels are painted; 0 in PDF and SVG. */
static double device_of(const mintu_canvas *canvas)
{
    return canvas->format == MINTU_MAP_FORMAT_PNG ? canvas->device : 0;
}

void mintu_canvas_clip(mintu_canvas *canvas, const mintu_box *box)
{
    double unit = device_of(canvas);
    mintu_box whole = *box;
    if (unit > 0)
        whole = (mintu_box){round(box->x0 * unit) / unit, round(box->y0 * unit) / unit, round(box->x1 * unit) / unit,
                            round(box->y1 * unit) / unit};
    cairo_save(canvas->cairo);
    mintu_canvas_box(canvas, &whole);
    cairo_clip(canvas->cairo);
    canvas->clip = *box;
}

void mintu_canvas_unclip(mintu_canvas *canvas)
{
    cairo_restore(canvas->cairo);
    canvas->clip = (mintu_box){-INFINITY, -INFINITY, INFINITY, INFINITY};
}

void mintu_canvas_color(mintu_canvas *canvas, mintu_color color, double opacity)
{
    double alpha = color.alpha * opacity;
    if (alpha >= 1)
        cairo_set_source_rgb(canvas->cairo, color.red, color.green, color.blue);
    else
        cairo_set_source_rgba(canvas->cairo, color.red, color.green, color.blue, alpha);
}

void mintu_canvas_box(mintu_canvas *canvas, const mintu_box *box)
{
    cairo_rectangle(canvas->cairo, box->x0, box->y0, box->x1 - box->x0, box->y1 - box->y0);
}

bool mintu_canvas_may_fill(mintu_canvas *canvas)
{
    return mintu_effort_fill(&canvas->effort, &canvas->clip, device_of(canvas));
}

bool mintu_canvas_may_paint(mintu_canvas *canvas, const mintu_box *box)
{
    return mintu_effort_box(&canvas->effort, box, &canvas->clip, device_of(canvas));
}

bool mintu_picture_make(mintu_picture *picture, size_t width, size_t height)
{
    *picture = (mintu_picture){.width = width, .height = height};
    picture->surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, (int)width, (int)height);
    if (!mintu_memory_good(cairo_surface_status(picture->surface) == CAIRO_STATUS_SUCCESS))
        return false;
    picture->pixels = (uint32_t *)(void *)cairo_image_surface_get_data(picture->surface);
    picture->stride = (size_t)cairo_image_surface_get_stride(picture->surface) / sizeof *picture->pixels;
    return true;
}

void mintu_canvas_picture(mintu_canvas *canvas, const mintu_picture *picture, const mintu_box *box, bool blocks)
{
    if (!mintu_canvas_may_paint(canvas, box))
        return;
    cairo_surface_mark_dirty(picture->surface);
    cairo_save(canvas->cairo);
    cairo_translate(canvas->cairo, box->x0, box->y0);
    cairo_scale(canvas->cairo, (box->x1 - box->x0) / (double)picture->width, (box->y1 - box->y0) / (double)picture->height);
    cairo_set_source_surface(canvas->cairo, picture->surface, 0, 0);
    bool exact = canvas->format == MINTU_MAP_FORMAT_PNG; /* a pixel of the one is a pixel of the other */
    cairo_pattern_set_filter(cairo_get_source(canvas->cairo), blocks || exact ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_GOOD);
    cairo_paint(canvas->cairo);
    cairo_restore(canvas->cairo);
}

void mintu_picture_free(mintu_picture *picture)
{
    if (picture->surface)
        cairo_surface_destroy(picture->surface);
    *picture = (mintu_picture){0};
}

static bool may_stroke(mintu_canvas *canvas)
{
    double dashes[MINTU_DASHES] = {0}, period = 0;
    cairo_get_dash(canvas->cairo, dashes, NULL);
    for (int i = 0; i < cairo_get_dash_count(canvas->cairo); i++)
        period += dashes[i];
    return mintu_effort_stroke(&canvas->effort, cairo_get_line_width(canvas->cairo), period,
                               cairo_get_line_join(canvas->cairo) == CAIRO_LINE_JOIN_ROUND);
}

void mintu_canvas_stroke(mintu_canvas *canvas, bool coarse)
{
    static const double PRINT_DPI = 200;
    bool fast = coarse && canvas->format == MINTU_MAP_FORMAT_PNG && canvas->dpi >= PRINT_DPI;
    cairo_set_antialias(canvas->cairo, fast ? CAIRO_ANTIALIAS_FAST : CAIRO_ANTIALIAS_DEFAULT);
    if (may_stroke(canvas))
        cairo_stroke(canvas->cairo);
    cairo_set_antialias(canvas->cairo, CAIRO_ANTIALIAS_DEFAULT);
    mintu_canvas_forget(canvas);
}

bool mintu_canvas_is_screen(const mintu_canvas *canvas)
{
    static const double SCREEN_DPI = 120;
    return canvas->format == MINTU_MAP_FORMAT_PNG && canvas->dpi <= SCREEN_DPI;
}

void mintu_canvas_forget(mintu_canvas *canvas)
{
    mintu_effort_next(&canvas->effort);
    cairo_new_path(canvas->cairo);
}

/* On which sides of the box a vertex lies outside: bits left, right, above, below. */
static unsigned outside(const mintu_box *box, const double *vertex)
{
    return (vertex[0] < box->x0 ? 1u : 0u) | (vertex[0] > box->x1 ? 2u : 0u) | (vertex[1] < box->y0 ? 4u : 0u) |
           (vertex[1] > box->y1 ? 8u : 0u);
}

/* Sleeve fitting (Zhao and Saalfeld 1997): vertices are left out as long as one straight piece from the last vertex drawn
 * passes all of them within the tolerance. low and high bound the directions that such a piece may still take. */
typedef struct sleeve {
    cairo_t *cairo;
    double tolerance;
    double from[2], held[2];
    double low[2], high[2];
    double reach;
    mintu_effort *effort;
    double longest; /* the page's diagonal */
    bool open;      /* held is a vertex that is not drawn yet */
} sleeve;

static double cross(const double a[2], const double b[2])
{
    return a[0] * b[1] - a[1] * b[0];
}

static void sleeve_hold(sleeve *fit, const double *vertex, const double to[2], double length)
{
    double side[2] = {-to[1] / length * fit->tolerance, to[0] / length * fit->tolerance};
    double low[2] = {to[0] - side[0], to[1] - side[1]}, high[2] = {to[0] + side[0], to[1] + side[1]};
    if (!fit->open || cross(fit->low, low) > 0)
        fit->low[0] = low[0], fit->low[1] = low[1];
    if (!fit->open || cross(high, fit->high) > 0)
        fit->high[0] = high[0], fit->high[1] = high[1];
    fit->reach = !fit->open || length > fit->reach ? length : fit->reach;
    fit->held[0] = vertex[0], fit->held[1] = vertex[1];
    fit->open = true;
}

static void sleeve_draw(sleeve *fit, const double to[2])
{
    mintu_effort_piece(fit->effort, fit->from, to, fit->longest);
    cairo_line_to(fit->cairo, to[0], to[1]);
}

static void sleeve_add(sleeve *fit, const double *vertex)
{
    double to[2] = {vertex[0] - fit->from[0], vertex[1] - fit->from[1]}, length = hypot(to[0], to[1]);
    if (fit->open && !(cross(fit->low, to) >= 0 && cross(to, fit->high) >= 0 && length >= fit->reach - fit->tolerance)) {
        sleeve_draw(fit, fit->held);
        fit->from[0] = fit->held[0], fit->from[1] = fit->held[1];
        fit->open = false;
        to[0] = vertex[0] - fit->from[0], to[1] = vertex[1] - fit->from[1];
        length = hypot(to[0], to[1]);
    }
    if (length > fit->tolerance)
        sleeve_hold(fit, vertex, to, length);
}

/* Draws the vertex as it is, whatever was held. */
static void sleeve_fix(sleeve *fit, const double *vertex)
{
    if (fit->open && (fit->held[0] != vertex[0] || fit->held[1] != vertex[1]))
        sleeve_draw(fit, fit->held);
    if (fit->from[0] != vertex[0] || fit->from[1] != vertex[1])
        sleeve_draw(fit, vertex);
    fit->from[0] = vertex[0], fit->from[1] = vertex[1];
    fit->open = false;
}

void mintu_canvas_path(mintu_canvas *canvas, const mintu_polyline *line, double width)
{
    mintu_canvas_path_fixed(canvas, line, width, (mintu_fixed){NULL, 0});
}

void mintu_canvas_path_fixed(mintu_canvas *canvas, const mintu_polyline *line, double width, mintu_fixed fixed)
{
    const double *xy = line->xy;
    if (line->count < 2)
        return;
    mintu_box near = mintu_box_grown(canvas->clip, 3 * width + 1); /* mitres reach out */
    sleeve fit = {.cairo = canvas->cairo,
                  .tolerance = fmax(canvas->tolerance, width * 0.05),
                  .from = {xy[0], xy[1]},
                  .effort = &canvas->effort,
                  .longest = hypot(canvas->size[0], canvas->size[1])};
    unsigned last_side = outside(&near, xy), side = outside(&near, xy + 2), next_side;
    cairo_move_to(canvas->cairo, xy[0], xy[1]);
    for (size_t i = 1; i + 1 < line->count; i++, side = next_side) {
        next_side = outside(&near, xy + 2 * i + 2);
        if (fixed.marks && ((fixed.marks[i] | fixed.marks[i + 1]) & fixed.bits)) {
            sleeve_fix(&fit, xy + 2 * i);
            last_side = side;
            continue;
        }
        if (last_side & side & next_side) /* three in a row beyond the same edge: the middle one cannot be seen */
            continue;
        sleeve_add(&fit, xy + 2 * i);
        last_side = side;
    }
    if (fit.open) {
        sleeve_draw(&fit, fit.held);
        fit.from[0] = fit.held[0], fit.from[1] = fit.held[1];
    }
    if (line->ring)
        cairo_close_path(canvas->cairo);
    else
        sleeve_draw(&fit, xy + 2 * line->count - 2);
}

mintu_sketch mintu_sketch_open(size_t columns, size_t lines, double cell, const mintu_box *clip)
{
    mintu_sketch sketch = {
        .columns = columns,
        .lines = lines,
        .canvas = {
            .device = 1 / cell, .tolerance = cell / 2, .clip = *clip, .size = {clip->x1 - clip->x0, clip->y1 - clip->y0}}};
    mintu_canvas *canvas = &sketch.canvas;
    canvas->surface = cairo_image_surface_create(CAIRO_FORMAT_A8, (int)columns, (int)lines);
    canvas->cairo = cairo_create(canvas->surface);
    cairo_scale(canvas->cairo, canvas->device, canvas->device);
    return sketch;
}

void mintu_sketch_fade(mintu_sketch *sketch, double amount)
{
    cairo_t *cairo = sketch->canvas.cairo;
    cairo_save(cairo);
    cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_EVEN_ODD);
    cairo_set_operator(cairo, CAIRO_OPERATOR_DEST_OUT);
    cairo_set_source_rgba(cairo, 0, 0, 0, amount);
    if (mintu_canvas_may_fill(&sketch->canvas))
        cairo_fill(cairo);
    cairo_restore(cairo);
    mintu_canvas_forget(&sketch->canvas);
}

const unsigned char *mintu_sketch_line(mintu_sketch *sketch, size_t line)
{
    cairo_surface_t *surface = sketch->canvas.surface;
    if (cairo_status(sketch->canvas.cairo) != CAIRO_STATUS_SUCCESS || line >= sketch->lines)
        return NULL;
    cairo_surface_flush(surface);
    return cairo_image_surface_get_data(surface) + line * (size_t)cairo_image_surface_get_stride(surface);
}
