#include "canvas/pattern.h"

#include "base/earth.h"
#include "canvas/plot_path.h"
#include "style/property.h"
#include "style/property_value.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* Each is one or two sets of parallel lines, or rows of dots. Spaces and widths in px. */
static const struct shape {
    const char *name;
    double angles[2]; /* degrees, anticlockwise from the horizontal; the second below 0: none */
    double space, width;
    bool dots;
} PATTERNS[] = {
    {"mintu:hatch-0", {0, -1}, 6, 1, false},   {"mintu:hatch-45", {45, -1}, 6, 1, false},
    {"mintu:hatch-90", {90, -1}, 6, 1, false}, {"mintu:hatch-135", {135, -1}, 6, 1, false},
    {"mintu:cross-0", {0, 90}, 7, 1, false},   {"mintu:cross-45", {45, 135}, 7, 1, false},
    {"mintu:dots", {0, -1}, 7, 2.2, true},     {"mintu:dots-dense", {0, -1}, 5, 2.2, true},
};

static const double ROW = 0.866; /* the distance of rows of dots by that of the dots */

static const struct shape *find(const char *name)
{
    for (size_t i = 0; i < sizeof PATTERNS / sizeof *PATTERNS; i++)
        if (strcmp(PATTERNS[i].name, name) == 0)
            return &PATTERNS[i];
    return NULL;
}

static void add_lines(cairo_t *cairo, const mintu_box *box, double degrees, double space)
{
    double angle = degrees * MINTU_PI / 180, dx = cos(angle), dy = -sin(angle);
    double along[2] = {INFINITY, -INFINITY}, across[2] = {INFINITY, -INFINITY};
    for (int corner = 0; corner < 4; corner++) {
        double x = corner % 2 ? box->x1 : box->x0, y = corner / 2 ? box->y1 : box->y0;
        double t = x * dx + y * dy, n = -x * dy + y * dx;
        along[0] = fmin(along[0], t);
        along[1] = fmax(along[1], t);
        across[0] = fmin(across[0], n);
        across[1] = fmax(across[1], n);
    }
    for (long k = lround(floor(across[0] / space)), last = lround(ceil(across[1] / space)); k <= last; k++) {
        double x = -dy * (double)k * space, y = dx * (double)k * space;
        cairo_move_to(cairo, x + dx * along[0], y + dy * along[0]);
        cairo_line_to(cairo, x + dx * along[1], y + dy * along[1]);
    }
}

/* Every second row is moved by half a space. A dot is a line without length and with round ends. */
static void add_dots(cairo_t *cairo, const mintu_box *box, double space)
{
    double height = space * ROW;
    for (long row = lround(floor(box->y0 / height)), end = lround(ceil(box->y1 / height)); row <= end; row++) {
        double shift = row % 2 ? space / 2 : 0, y = (double)row * height;
        for (long k = lround(floor((box->x0 - shift) / space)), last = lround(ceil((box->x1 - shift) / space)); k <= last;
             k++) {
            cairo_move_to(cairo, (double)k * space + shift, y);
            cairo_line_to(cairo, (double)k * space + shift, y);
        }
    }
}

static double count_marks(const struct shape *shape, const mintu_box *box)
{
    double width = (box->x1 - box->x0) / shape->space, height = (box->y1 - box->y0) / shape->space;
    return shape->dots ? width * height : (width + height) * (shape->angles[1] < 0 ? 1 : 2);
}

/* The current path is what is filled; @p box is what of it is to be seen, in the coordinates of the marks. */
static void draw_marks(cairo_t *cairo, const struct shape *shape, const mintu_box *box)
{
    cairo_new_path(cairo);
    if (shape->dots)
        add_dots(cairo, box, shape->space);
    else
        add_lines(cairo, box, shape->angles[0], shape->space);
    if (shape->angles[1] >= 0)
        add_lines(cairo, box, shape->angles[1], shape->space);
    cairo_set_line_width(cairo, shape->width);
    cairo_set_line_cap(cairo, shape->dots ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
    cairo_set_dash(cairo, NULL, 0, 0);
    cairo_stroke(cairo);
}

mintu_pattern mintu_pattern_of(const mintu_style_layer *layer, mintu_property property, mintu_style_scope *scope)
{
    mintu_pattern pattern = {0};
    const char *name = mintu_style_string(layer, property, scope);
    pattern.image = mintu_style_sprite_image(layer, name);
    snprintf(pattern.name, sizeof pattern.name, "%s", name);
    return pattern;
}

bool mintu_pattern_same(const mintu_pattern *a, const mintu_pattern *b)
{
    return a->image == b->image && strcmp(a->name, b->name) == 0;
}

/* The image side by side over the clip, its first at the origin of the coordinates. */
static void repeat_image(mintu_canvas *canvas, const mintu_sprite_image *image, double opacity)
{
    cairo_surface_t *surface = mintu_sprite_surface(canvas->sheets, image);
    if (!surface)
        return;
    cairo_scale(canvas->cairo, 1 / image->ratio, 1 / image->ratio);
    cairo_set_source_surface(canvas->cairo, surface, 0, 0);
    cairo_pattern_set_extend(cairo_get_source(canvas->cairo), CAIRO_EXTEND_REPEAT);
    cairo_paint_with_alpha(canvas->cairo, opacity);
}

bool mintu_pattern_fill(mintu_canvas *canvas, const mintu_pattern *pattern, double opacity)
{
    const struct shape *shape = pattern->image ? NULL : find(pattern->name);
    cairo_t *cairo = canvas->cairo;
    mintu_box path;
    cairo_path_extents(cairo, &path.x0, &path.y0, &path.x1, &path.y1);
    const mintu_box box = mintu_box_common(&path, &canvas->clip);
    bool seen = box.x0 < box.x1 && box.y0 < box.y1;
    if ((!shape && !pattern->image) || !seen || (shape && !mintu_effort_marks(&canvas->effort, count_marks(shape, &box)))) {
        cairo_new_path(cairo);
        return shape || pattern->image;
    }
    cairo_save(cairo);
    cairo_clip(cairo);
    if (shape)
        draw_marks(cairo, shape, &box);
    else
        repeat_image(canvas, pattern->image, opacity);
    cairo_restore(cairo);
    return true;
}

/* Width and height of what is repeated, px. */
static void tile_of(const struct shape *shape, double tile[2])
{
    bool slant = fmod(shape->angles[0], 90) != 0;
    tile[0] = shape->space * (slant ? sqrt(2) : 1);
    tile[1] = shape->dots ? 2 * ROW * shape->space : tile[0];
}

/* One segment, @p done px after the line's beginning. */
static void paint_segment(mintu_canvas *canvas, const mintu_polyline *line, size_t segment, const mintu_line_look *look,
                          double done)
{
    const struct shape *shape = look->pattern.image ? NULL : find(look->pattern.name);
    const mintu_sprite_image *image = look->pattern.image;
    const double *a = line->xy + 2 * segment, *b = a + 2;
    double tile[2], length = hypot(b[0] - a[0], b[1] - a[1]);
    if (image) {
        tile[0] = image->width / image->ratio;
        tile[1] = image->height / image->ratio;
    } else {
        tile_of(shape, tile);
    }
    double scale = look->width / tile[1], before = fmod(done / scale, tile[0]);
    const mintu_box box = {before - tile[1], 0, before + length / scale + tile[1], tile[1]};
    if (!(length > 0) || (shape && !mintu_effort_marks(&canvas->effort, count_marks(shape, &box))))
        return;
    cairo_save(canvas->cairo);
    mintu_canvas_band(canvas, line, segment, look->width, look->offset);
    cairo_clip(canvas->cairo);
    cairo_translate(canvas->cairo, a[0], a[1]);
    cairo_rotate(canvas->cairo, atan2(b[1] - a[1], b[0] - a[0]));
    cairo_scale(canvas->cairo, scale, scale);
    cairo_translate(canvas->cairo, -before, look->offset / scale - tile[1] / 2);
    if (shape)
        draw_marks(canvas->cairo, shape, &box);
    else
        repeat_image(canvas, image, look->color.alpha);
    cairo_restore(canvas->cairo);
}

bool mintu_pattern_line(mintu_canvas *canvas, const mintu_polyline *line, const mintu_line_look *look)
{
    bool known = look->pattern.image || find(look->pattern.name);
    double done = 0;
    for (size_t i = 0; known && look->width > 0 && i + 1 < line->count; i++) {
        paint_segment(canvas, line, i, look, done);
        done += hypot(line->xy[2 * i + 2] - line->xy[2 * i], line->xy[2 * i + 3] - line->xy[2 * i + 1]);
    }
    return known;
}

void mintu_pattern_check(mintu_drawing *drawing, const mintu_style_layer *layer, const mintu_pattern *pattern)
{
    if (!pattern->image && !mintu_style_pattern_known(pattern->name))
        mintu_findings_add(drawing->findings,
                           "the pattern \"%s\" of layer \"%s\" is not known; see fill-pattern for those that are",
                           pattern->name, mintu_style_layer_id(layer));
}
