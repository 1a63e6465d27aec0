#include "canvas/paint_line.h"

#include "canvas/compositing.h"
#include "canvas/drawn_rows.h"
#include "canvas/paint.h"
#include "canvas/pattern.h"
#include "canvas/plot_path.h"
#include "style/property_value.h"
#include "style/style_layer.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static cairo_line_cap_t cap_of(const char *name)
{
    return strcmp(name, "round") == 0    ? CAIRO_LINE_CAP_ROUND
           : strcmp(name, "square") == 0 ? CAIRO_LINE_CAP_SQUARE
                                         : CAIRO_LINE_CAP_BUTT;
}

static cairo_line_join_t join_of(const char *name)
{
    return strcmp(name, "round") == 0   ? CAIRO_LINE_JOIN_ROUND
           : strcmp(name, "bevel") == 0 ? CAIRO_LINE_JOIN_BEVEL
                                        : CAIRO_LINE_JOIN_MITER;
}

/* Dashes without a gap between them are one. @p look has an even number. */
static void close_gaps(mintu_line_look *look)
{
    double *dashes = look->dashes;
    for (size_t i = 1; i < look->dash_count;) {
        if (dashes[i] > 0) {
            i += 2;
        } else if (i + 1 < look->dash_count) {
            dashes[i - 1] += dashes[i + 1];
            look->dash_count -= 2;
            memmove(dashes + i, dashes + i + 2, (look->dash_count - i) * sizeof *dashes);
        } else { /* the last goes on in the next round's first */
            look->dash_count -= 2;
            look->dash_start += dashes[i - 1];
            dashes[0] += look->dash_count ? dashes[i - 1] : 0;
        }
    }
}

/* The document counts dashes in line widths. Of an odd number the last is a dash again, which the next round's first continues
 * (as MapLibre draws it), while cairo would take it for a gap every second time. Square caps are those of the line alone. */
static void set_dashes(mintu_line_look *look)
{
    double sum = 0;
    for (size_t i = 0; i < look->dash_count; i++)
        sum += look->dashes[i] *= look->width;
    if (look->dash_count % 2) {
        look->dash_start = look->dashes[--look->dash_count];
        look->dashes[0] += look->dash_start;
    }
    if (!(sum > 0))
        look->dash_count = 0;
    close_gaps(look);
    if (look->dash_count && look->cap == CAIRO_LINE_CAP_SQUARE)
        look->cap = CAIRO_LINE_CAP_BUTT;
}

mintu_line_look mintu_line_look_of(const mintu_style_layer *layer, mintu_style_scope *scope)
{
    mintu_line_look look = {0};
    double opacity = mintu_style_number(layer, MINTU_PROPERTY_LINE_OPACITY, scope);
    look.color = mintu_color_faded(mintu_style_color(layer, MINTU_PROPERTY_LINE_COLOR, scope), opacity);
    look.width = mintu_style_number(layer, MINTU_PROPERTY_LINE_WIDTH, scope);
    look.layer_opacity = mintu_style_number(layer, MINTU_PROPERTY_LINE_LAYER_OPACITY, scope);
    look.gap = mintu_style_number(layer, MINTU_PROPERTY_LINE_GAP_WIDTH, scope);
    look.offset = mintu_style_number(layer, MINTU_PROPERTY_LINE_OFFSET, scope);
    look.miter_limit = mintu_style_number(layer, MINTU_PROPERTY_LINE_MITER_LIMIT, scope);
    look.cap = cap_of(mintu_style_string(layer, MINTU_PROPERTY_LINE_CAP, scope));
    look.join = join_of(mintu_style_string(layer, MINTU_PROPERTY_LINE_JOIN, scope));
    look.dash_count = mintu_style_numbers(layer, MINTU_PROPERTY_LINE_DASHARRAY, scope, look.dashes, MINTU_DASHES);
    if (look.dash_count > MINTU_DASHES)
        look.dash_count = MINTU_DASHES;
    set_dashes(&look);
    look.has_gradient = mintu_style_is_set(layer, MINTU_PROPERTY_LINE_GRADIENT) && look.dash_count == 0;
    if (look.has_gradient) /* of the legend, which has no ends */
        look.color = mintu_color_faded(mintu_style_color(layer, MINTU_PROPERTY_LINE_GRADIENT, scope), opacity);
    look.has_pattern = mintu_style_is_set(layer, MINTU_PROPERTY_LINE_PATTERN);
    if (look.has_pattern)
        look.pattern = mintu_pattern_of(layer, MINTU_PROPERTY_LINE_PATTERN, scope);
    return look;
}

void mintu_line_look_stroke(mintu_canvas *canvas, const mintu_line_look *look, double opacity)
{
    cairo_t *cairo = canvas->cairo;
    if (!(look->width > 0 && look->color.alpha > 0)) {
        mintu_canvas_forget(canvas);
        return;
    }
    mintu_canvas_color(canvas, look->color, opacity);
    cairo_set_line_width(cairo, look->width);
    cairo_set_line_cap(cairo, look->cap);
    cairo_set_line_join(cairo, look->join);
    cairo_set_miter_limit(cairo, fmax(look->miter_limit, 1));
    cairo_set_dash(cairo, look->dashes, (int)look->dash_count, look->dash_start);
    mintu_canvas_stroke(canvas, true);
    cairo_set_dash(cairo, NULL, 0, 0);
}

static bool same_look(const mintu_line_look *a, const mintu_line_look *b)
{
    return mintu_color_same(a->color, b->color) && a->width == b->width && a->offset == b->offset && a->gap == b->gap &&
           a->dash_count == b->dash_count && a->dash_start == b->dash_start &&
           memcmp(a->dashes, b->dashes, a->dash_count * sizeof *a->dashes) == 0 && a->cap == b->cap && a->join == b->join &&
           a->miter_limit == b->miter_limit && mintu_pattern_same(&a->pattern, &b->pattern);
}

/* The lines of a layer on their way into the path. */
typedef struct tracing {
    mintu_drawing *drawing;
    const mintu_style_layer *layer;
    const mintu_plot *plot;
    mintu_line_look look;
    double opacity;       /* of the layer, for each line by itself */
    unsigned char *drawn; /* which pieces of border are in the path or were drawn; NULL: all are drawn as often as they come */
} tracing;

/* A border that two polygons share is drawn once, or dashes of both would fill each other's gaps: the ring is cut where it runs
 * along a piece that was drawn. */
static void add_ring_once(const tracing *t, const mintu_polyline *ring)
{
    const uint32_t *edges = t->plot->edges + (ring->xy - t->plot->xy) / 2;
    mintu_plot_add_border(&t->drawing->canvas, t->plot, ring, t->drawn, t->look.width);
    for (size_t i = 0; i + 1 < ring->count; i++)
        t->drawn[edges[i]] = 1;
}

/* Lines through which the ground shows add up where they lie on each other, so that each is stroked by itself. */
static bool is_sheer(const mintu_line_look *look)
{
    return look->color.alpha < 1;
}

static void add_line(const tracing *t, const mintu_polyline *line)
{
    mintu_canvas *canvas = &t->drawing->canvas;
    const mintu_line_look *look = &t->look;
    double aside = look->gap > 0 ? (look->gap + look->width) / 2 : 0, limit = INFINITY;
    if (aside > 0) /* an offset alone has sharp corners on the web, too */
        limit = look->join == CAIRO_LINE_JOIN_MITER ? fmax(look->miter_limit, 1) : 0;
    mintu_parallel side = {look->offset - aside, limit, look->join == CAIRO_LINE_JOIN_ROUND};
    if (aside > 0)
        mintu_canvas_parallel(canvas, line, look->width, &side);
    side.offset = look->offset + aside;
    if (aside > 0 || look->offset != 0)
        mintu_canvas_parallel(canvas, line, look->width, &side);
    else if (t->drawn && !(is_sheer(look) && look->dash_count == 0))
        add_ring_once(t, line);
    else
        mintu_canvas_path(canvas, line, look->width);
}

static void stroke_piece(const tracing *t, const mintu_polyline *line, double from, double to)
{
    static const double LAP = 0.3; /* px, so that nothing shows between two opaque pieces */
    mintu_style_scope scope = mintu_drawing_scope(t->drawing, t->plot);
    mintu_line_look look = t->look;
    double length = mintu_polyline_length(line);
    scope.progress = (from + to) / 2;
    look.color = mintu_color_faded(mintu_style_color(t->layer, MINTU_PROPERTY_LINE_GRADIENT, &scope),
                                   mintu_style_number(t->layer, MINTU_PROPERTY_LINE_OPACITY, &scope));
    look.cap = from > 0 && to < 1 ? CAIRO_LINE_CAP_BUTT : look.cap;
    mintu_canvas_piece(&t->drawing->canvas, line, from * length, to * length + (to < 1 && !is_sheer(&look) ? LAP : 0));
    mintu_line_look_stroke(&t->drawing->canvas, &look, t->opacity);
    mintu_style_scope_free(&scope);
}

/* In pieces of one colour each; the ends, whose caps reach over their neighbours, lie below. */
static void stroke_gradient(const tracing *t, const mintu_polyline *line, const mintu_box *box)
{
    static const double PIECES_MOST = 256;
    mintu_canvas *canvas = &t->drawing->canvas;
    bool join = mintu_canvas_joins(canvas);
    const mintu_box near = mintu_box_grown(*box, 3 * t->look.width);
    int count = (int)fmin(fmax(ceil(mintu_polyline_length(line) * canvas->device), 1), PIECES_MOST);
    if (join)
        mintu_canvas_join(canvas, &near);
    for (int i = 0; i < count; i++) {
        int inner = join ? (i + 1) % count : (i + count - 1) % count;
        stroke_piece(t, line, (double)inner / count, (double)(inner + 1) / count);
    }
    if (join)
        mintu_canvas_join_end(canvas);
}

static void fill_pattern(const tracing *t, const mintu_polyline *line)
{
    mintu_canvas *canvas = &t->drawing->canvas;
    mintu_canvas_color(canvas, t->look.color, t->opacity);
    if (mintu_canvas_may_fill(canvas))
        mintu_pattern_line(canvas, line, &t->look);
    mintu_canvas_forget(canvas);
}

static void add_stretch(const tracing *t, const mintu_plot_row *row, const mintu_polyline *line)
{
    if (t->look.has_pattern)
        fill_pattern(t, line);
    else if (t->look.has_gradient)
        stroke_gradient(t, line, &row->box);
    else
        add_line(t, line);
    if (is_sheer(&t->look) && !t->look.has_pattern && !t->look.has_gradient)
        mintu_line_look_stroke(&t->drawing->canvas, &t->look, t->opacity);
}

static void add_row(const tracing *t, const mintu_plot_row *row)
{
    for (size_t part = row->part; part < row->part_end; part++) {
        const mintu_polyline whole = mintu_plot_line(t->plot, row, part);
        mintu_polyline line;
        for (size_t at = 0; mintu_plot_next_stretch(t->plot, &whole, &at, &line);)
            add_stretch(t, row, &line);
    }
}

static unsigned char *borders_once(mintu_plot *plot)
{
    if (!plot || mintu_layer_geometry_type(plot->layer) != MINTU_GEOMETRY_TYPE_POLYGON || plot->row_count < 2)
        return NULL;
    unsigned char *drawn = mintu_plot_number_edges(plot) ? calloc(plot->edge_count + 1, 1) : NULL;
    mintu_memory_good(drawn);
    return drawn;
}

static void paint_rows(tracing *t, const mintu_style_layer *layer, mintu_row_walk *walk)
{
    mintu_canvas *canvas = &t->drawing->canvas;
    bool begun = false;
    while (mintu_rows_next(walk)) {
        if (walk->row->type == MINTU_GEOMETRY_TYPE_POINT)
            continue;
        mintu_line_look next = mintu_line_look_of(layer, &walk->scope);
        if (begun && !same_look(&t->look, &next))
            mintu_line_look_stroke(canvas, &t->look, t->opacity);
        begun = true;
        t->look = next;
        if (next.has_pattern)
            mintu_pattern_check(t->drawing, layer, &next.pattern);
        add_row(t, walk->row);
    }
    if (begun)
        mintu_line_look_stroke(canvas, &t->look, t->opacity);
}

/* The layer's opacity where its lines are to be flattened, else 1. Opaque lines that are all alike go into one path, so that each can
 * take the layer's opacity. */
static double flat_opacity(mintu_drawing *drawing, const mintu_style_layer *layer, double *each)
{
    mintu_style_scope scope = mintu_drawing_scope(drawing, NULL);
    double opacity = mintu_style_number(layer, MINTU_PROPERTY_LINE_LAYER_OPACITY, &scope);
    if (opacity < 1 && !mintu_style_varies(layer)) {
        mintu_line_look look = mintu_line_look_of(layer, &scope);
        *each = is_sheer(&look) ? 1 : opacity;
    }
    mintu_style_scope_free(&scope);
    return *each < 1 ? 1 : opacity;
}

void mintu_paint_line(mintu_drawing *drawing, const mintu_style_layer *layer)
{
    mintu_canvas *canvas = &drawing->canvas;
    mintu_shift shift = mintu_shift_of(drawing, layer, MINTU_PROPERTY_LINE_TRANSLATE, MINTU_PROPERTY_LINE_TRANSLATE_ANCHOR);
    mintu_row_walk walk = mintu_rows_begin(drawing, layer, MINTU_PROPERTY_LINE_SORT_KEY, 20 + hypot(shift.x, shift.y));
    tracing t = {.drawing = drawing, .layer = layer, .plot = walk.plot, .opacity = 1, .drawn = borders_once(walk.plot)};
    double opacity = flat_opacity(drawing, layer, &t.opacity);
    mintu_canvas_shift(canvas, &shift);
    if (opacity < 1)
        mintu_canvas_flatten(canvas);
    paint_rows(&t, layer, &walk);
    if (opacity < 1)
        mintu_canvas_flatten_end(canvas, opacity);
    mintu_canvas_unshift(canvas, &shift);
    free(t.drawn);
}
