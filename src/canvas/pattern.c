#include "canvas/pattern.h"

#include "base/earth.h"
#include "canvas/plot_path.h"
#include "style/property.h"

#include <math.h>
#include <string.h>

/* Each is one or two sets of parallel lines, or rows of dots. Spaces and widths in px. */
static const struct pattern {
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

static const struct pattern *find(const char *name)
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

static double count_marks(const struct pattern *pattern, const mintu_box *box)
{
    double width = (box->x1 - box->x0) / pattern->space, height = (box->y1 - box->y0) / pattern->space;
    return pattern->dots ? width * height : (width + height) * (pattern->angles[1] < 0 ? 1 : 2);
}

/* The current path is what is filled; @p box is what of it is to be seen, in the coordinates of the marks. */
static void draw_marks(cairo_t *cairo, const struct pattern *pattern, const mintu_box *box)
{
    cairo_new_path(cairo);
    if (pattern->dots)
        add_dots(cairo, box, pattern->space);
    else
        add_lines(cairo, box, pattern->angles[0], pattern->space);
    if (pattern->angles[1] >= 0)
        add_lines(cairo, box, pattern->angles[1], pattern->space);
    cairo_set_line_width(cairo, pattern->width);
    cairo_set_line_cap(cairo, pattern->dots ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
    cairo_set_dash(cairo, NULL, 0, 0);
    cairo_stroke(cairo);
}

bool mintu_pattern_fill(mintu_canvas *canvas, const char *name)
{
    const struct pattern *pattern = find(name);
    cairo_t *cairo = canvas->cairo;
    mintu_box path;
    cairo_path_extents(cairo, &path.x0, &path.y0, &path.x1, &path.y1);
    const mintu_box box = mintu_box_common(&path, &canvas->clip);
    bool seen = box.x0 < box.x1 && box.y0 < box.y1;
    if (!pattern || !seen || !mintu_effort_marks(&canvas->effort, count_marks(pattern, &box))) {
        cairo_new_path(cairo);
        return pattern != NULL;
    }
    cairo_save(cairo);
    cairo_clip(cairo);
    draw_marks(cairo, pattern, &box);
    cairo_restore(cairo);
    return true;
}

/* Width and height of what is repeated, px. */
static void tile_of(const struct pattern *pattern, double tile[2])
{
    bool slant = fmod(pattern->angles[0], 90) != 0;
    tile[0] = pattern->space * (slant ? sqrt(2) : 1);
    tile[1] = pattern->dots ? 2 * ROW * pattern->space : tile[0];
}

bool mintu_pattern_line(mintu_canvas *canvas, const mintu_polyline *line, double width, double offset, const char *name)
{
    const struct pattern *pattern = find(name);
    cairo_t *cairo = canvas->cairo;
    double tile[2], done = 0;
    for (size_t i = 0; pattern && width > 0 && i + 1 < line->count; i++) {
        const double *a = line->xy + 2 * i, *b = a + 2;
        double length = hypot(b[0] - a[0], b[1] - a[1]);
        tile_of(pattern, tile);
        double scale = width / tile[1], before = fmod(done / scale, tile[0]);
        const mintu_box box = {before - tile[1], 0, before + length / scale + tile[1], tile[1]};
        done += length;
        if (!(length > 0) || !mintu_effort_marks(&canvas->effort, count_marks(pattern, &box)))
            continue;
        cairo_save(cairo);
        mintu_canvas_band(canvas, line, i, width, offset);
        cairo_clip(cairo);
        cairo_translate(cairo, a[0], a[1]);
        cairo_rotate(cairo, atan2(b[1] - a[1], b[0] - a[0]));
        cairo_scale(cairo, scale, scale);
        cairo_translate(cairo, -before, offset / scale - tile[1] / 2);
        draw_marks(cairo, pattern, &box);
        cairo_restore(cairo);
    }
    return pattern != NULL;
}

void mintu_pattern_check(mintu_drawing *drawing, const mintu_style_layer *layer, const char *name)
{
    if (!mintu_style_pattern_known(name))
        mintu_findings_add(drawing->findings,
                           "the pattern \"%s\" of layer \"%s\" is not known; see fill-pattern for those that are", name,
                           mintu_style_layer_id(layer));
}
