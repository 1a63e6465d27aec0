#include "canvas/paint_line.h"

#include "canvas/drawn_rows.h"
#include "canvas/paint.h"
#include "canvas/plot_path.h"
#include "style/property_value.h"

#include <math.h>
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

/* The document counts dashes in line widths. Of an odd number the last is a dash again, which the next round's first continues
 * (as MapLibre draws it), while cairo would take it for a gap every second time. */
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
}

mintu_line_look mintu_line_look_of(const mintu_style_layer *layer, mintu_style_scope *scope)
{
    mintu_line_look look = {0};
    double opacity = mintu_style_number(layer, MINTU_PROPERTY_LINE_OPACITY, scope);
    look.color = mintu_color_faded(mintu_style_color(layer, MINTU_PROPERTY_LINE_COLOR, scope), opacity);
    look.width = mintu_style_number(layer, MINTU_PROPERTY_LINE_WIDTH, scope);
    look.offset = mintu_style_number(layer, MINTU_PROPERTY_LINE_OFFSET, scope);
    look.miter_limit = mintu_style_number(layer, MINTU_PROPERTY_LINE_MITER_LIMIT, scope);
    look.cap = cap_of(mintu_style_string(layer, MINTU_PROPERTY_LINE_CAP, scope));
    look.join = join_of(mintu_style_string(layer, MINTU_PROPERTY_LINE_JOIN, scope));
    look.dash_count = mintu_style_numbers(layer, MINTU_PROPERTY_LINE_DASHARRAY, scope, look.dashes, MINTU_DASHES);
    if (look.dash_count > MINTU_DASHES)
        look.dash_count = MINTU_DASHES;
    set_dashes(&look);
    return look;
}

void mintu_line_look_stroke(mintu_canvas *canvas, const mintu_line_look *look)
{
    cairo_t *cairo = canvas->cairo;
    if (!(look->width > 0 && look->color.alpha > 0)) {
        mintu_canvas_forget(canvas);
        return;
    }
    mintu_canvas_color(canvas, look->color, 1);
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
    return mintu_color_same(a->color, b->color) && a->width == b->width && a->offset == b->offset &&
           a->dash_count == b->dash_count && a->dash_start == b->dash_start &&
           memcmp(a->dashes, b->dashes, a->dash_count * sizeof *a->dashes) == 0 && a->cap == b->cap && a->join == b->join &&
           a->miter_limit == b->miter_limit;
}

/* A vertex of a parallel at @p offset px to the right (in drawing direction, y downwards), mitred; points are x, y. */
static void offset_vertex(const double *before, const double *here, const double *after, double offset, double out[2])
{
    double ax = here[0] - before[0], ay = here[1] - before[1], bx = after[0] - here[0], by = after[1] - here[1];
    double al = hypot(ax, ay), bl = hypot(bx, by);
    double nx = (al > 0 ? -ay / al : 0) + (bl > 0 ? -by / bl : 0), ny = (al > 0 ? ax / al : 0) + (bl > 0 ? bx / bl : 0);
    double square = nx * nx + ny * ny, length = al > 0 && bl > 0 ? fmax(square / 2, 0.5) : fmax(square, 1e-12);
    out[0] = here[0] + offset * nx / length;
    out[1] = here[1] + offset * ny / length;
}

/* The lines of a layer on their way into the path. */
typedef struct tracing {
    mintu_drawing *drawing;
    const mintu_plot *plot;
    mintu_line_look look;
    unsigned char *drawn; /* which pieces of border are in the path or were drawn; NULL: all are drawn as often as they come */
} tracing;

static void add_offset(const tracing *t, const mintu_polyline *line)
{
    size_t count = line->count;
    if (count < 2)
        return;
    double *moved = malloc((2 * count + 2) * sizeof *moved);
    if (!moved) {
        mintu_memory_failure_add();
        return;
    }
    for (size_t i = 0; i < count; i++) { /* a ring's last vertex is its first */
        size_t before = i ? i - 1 : line->ring ? count - 2 : 0, after = i + 1 < count ? i + 1 : line->ring ? 1 : i;
        offset_vertex(line->xy + 2 * before, line->xy + 2 * i, line->xy + 2 * after, t->look.offset, moved + 2 * i);
    }
    mintu_canvas_path(&t->drawing->canvas, &(mintu_polyline){moved, count, line->ring}, t->look.width);
    free(moved);
}

/* A border that two polygons share is drawn once, or dashes of both would fill each other's gaps: the ring is cut where it runs
 * along a piece that was drawn. */
static void add_ring_once(const tracing *t, const mintu_polyline *ring)
{
    const uint32_t *edges = t->plot->edges + (ring->xy - t->plot->xy) / 2;
    size_t start = 0, last = ring->count ? ring->count - 1 : 0;
    bool whole = true;
    for (size_t i = 0; i < last; i++)
        whole = whole && !t->drawn[edges[i]];
    for (size_t i = 0; i <= last; i++) {
        bool ends = i == last || (!whole && t->drawn[edges[i]]);
        if (ends && i > start)
            mintu_canvas_path(&t->drawing->canvas, &(mintu_polyline){ring->xy + 2 * start, i - start + 1, whole},
                              t->look.width);
        start = ends ? i + 1 : start;
        if (i < last)
            t->drawn[edges[i]] = 1;
    }
}

static void add_row(const tracing *t, const mintu_plot_row *row)
{
    for (size_t part = row->part; part < row->part_end; part++) {
        const mintu_polyline line = mintu_plot_line(t->plot, row, part);
        if (t->look.offset != 0)
            add_offset(t, &line);
        else if (line.ring && t->drawn)
            add_ring_once(t, &line);
        else
            mintu_canvas_path(&t->drawing->canvas, &line, t->look.width);
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

void mintu_paint_line(mintu_drawing *drawing, const mintu_style_layer *layer)
{
    mintu_row_walk walk = mintu_rows_begin(drawing, layer, MINTU_PROPERTY_LINE_SORT_KEY, 20);
    tracing t = {.drawing = drawing, .plot = walk.plot, .drawn = borders_once(walk.plot)};
    while (mintu_rows_next(&walk)) {
        if (walk.row->type == MINTU_GEOMETRY_TYPE_POINT)
            continue;
        mintu_line_look next = mintu_line_look_of(layer, &walk.scope);
        if (walk.done > 1 && !same_look(&t.look, &next))
            mintu_line_look_stroke(&drawing->canvas, &t.look);
        t.look = next;
        add_row(&t, walk.row);
    }
    if (walk.count)
        mintu_line_look_stroke(&drawing->canvas, &t.look);
    free(t.drawn);
}
