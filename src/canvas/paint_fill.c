#include "canvas/paint_fill.h"

#include "base/array.h"
#include "canvas/compositing.h"
#include "canvas/coverage_mask.h"
#include "canvas/drawn_rows.h"
#include "canvas/paint.h"
#include "canvas/pattern.h"
#include "canvas/plot_path.h"
#include "canvas/screen_outline.h"
#include "geometry/shared_edges.h"
#include "geometry/track.h"
#include "style/property_value.h"
#include "style/style_layer.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

mintu_fill_look mintu_fill_look_of(const mintu_style_layer *layer, mintu_style_scope *scope)
{
    double opacity = mintu_style_number(layer, MINTU_PROPERTY_FILL_OPACITY, scope);
    mintu_fill_look look = {.color = mintu_color_faded(mintu_style_color(layer, MINTU_PROPERTY_FILL_COLOR, scope), opacity)};
    look.layer_opacity = mintu_style_number(layer, MINTU_PROPERTY_FILL_LAYER_OPACITY, scope);
    look.jagged = !mintu_style_boolean(layer, MINTU_PROPERTY_FILL_ANTIALIAS, scope);
    look.has_outline = mintu_style_is_set(layer, MINTU_PROPERTY_FILL_OUTLINE_COLOR) && !look.jagged;
    if (look.has_outline)
        look.outline = mintu_color_faded(mintu_style_color(layer, MINTU_PROPERTY_FILL_OUTLINE_COLOR, scope), opacity);
    look.has_pattern = mintu_style_is_set(layer, MINTU_PROPERTY_FILL_PATTERN);
    if (look.has_pattern)
        look.pattern = mintu_pattern_of(layer, MINTU_PROPERTY_FILL_PATTERN, scope);
    return look;
}

/* A pattern takes the path away, so the outline needs it anew. */
static void paint_pattern(mintu_canvas *canvas, const mintu_fill_look *look)
{
    cairo_path_t *path = cairo_copy_path(canvas->cairo);
    mintu_pattern_fill(canvas, &look->pattern, look->color.alpha);
    cairo_append_path(canvas->cairo, path);
    cairo_path_destroy(path);
}

/* Fills the path, which stays. */
static void fill_path(mintu_canvas *canvas, const mintu_fill_look *look, double opacity)
{
    if (!mintu_canvas_may_fill(canvas))
        return;
    mintu_canvas_color(canvas, look->color, opacity);
    cairo_set_antialias(canvas->cairo, look->jagged ? CAIRO_ANTIALIAS_NONE : CAIRO_ANTIALIAS_DEFAULT);
    if (look->has_pattern)
        paint_pattern(canvas, look);
    else
        cairo_fill_preserve(canvas->cairo);
    cairo_set_antialias(canvas->cairo, CAIRO_ANTIALIAS_DEFAULT);
}

static void stroke_outline(mintu_canvas *canvas, mintu_color color)
{
    mintu_canvas_color(canvas, color, 1);
    cairo_set_line_width(canvas->cairo, 1); /* MapLibre's fixed outline */
    cairo_set_line_join(canvas->cairo, CAIRO_LINE_JOIN_ROUND);
    cairo_set_dash(canvas->cairo, NULL, 0, 0);
    mintu_canvas_stroke(canvas, true);
}

void mintu_fill_look_paint(mintu_canvas *canvas, const mintu_fill_look *look)
{
    fill_path(canvas, look, look->layer_opacity);
    if (look->has_outline)
        stroke_outline(canvas, mintu_color_faded(look->outline, look->layer_opacity));
    else
        mintu_canvas_forget(canvas);
}

static bool same_fill(const mintu_fill_look *a, const mintu_fill_look *b)
{
    return mintu_color_same(a->color, b->color) && mintu_pattern_same(&a->pattern, &b->pattern);
}

static bool same_look(const mintu_fill_look *a, const mintu_fill_look *b)
{
    return same_fill(a, b) && mintu_color_same(a->outline, b->outline);
}

/* Whether nothing shows through it, so that what overlaps does not add up. */
static bool is_opaque(const mintu_fill_look *look)
{
    return look->color.alpha >= 1 && (!look->has_outline || look->outline.alpha >= 1);
}

/* A polygon with its holes, or a line, which is filled as if it were closed. */
typedef struct area {
    const mintu_plot_row *row;
    size_t part, part_end;
    mintu_fill_look look;
} area;

/* What a layer fills, in drawing order. */
typedef struct areas {
    mintu_drawing *drawing;
    const mintu_plot *plot;
    area *items;
    size_t count, room;
    bool opaque; /* none lets the ground show through */
    bool screen; /* for a screen */
    bool as_one; /* opaque polygons of one look, without outlines under a veil */
} areas;

static void add_areas(areas *all, const mintu_plot_row *row, const mintu_fill_look *look)
{
    const mintu_plot *plot = all->plot;
    bool polygon = row->type == MINTU_GEOMETRY_TYPE_POLYGON;
    for (size_t part = row->part, end; part < row->part_end; part = end) {
        for (end = part + 1; polygon && end < row->part_end && !plot->outer[end];)
            end++;
        if (!mintu_memory_good(MINTU_ARRAY_RESERVE(all->items, all->room, all->count + 1)))
            return;
        all->items[all->count++] = (area){row, part, end, *look};
    }
}

static void gather(areas *all, const mintu_style_layer *layer, double reach)
{
    mintu_row_walk walk = mintu_rows_begin(all->drawing, layer, MINTU_PROPERTY_FILL_SORT_KEY, reach);
    all->plot = walk.plot;
    all->opaque = all->as_one = true;
    while (mintu_rows_next(&walk)) {
        if (walk.row->type == MINTU_GEOMETRY_TYPE_POINT)
            continue;
        const mintu_fill_look look = mintu_fill_look_of(layer, &walk.scope);
        if (look.has_pattern)
            mintu_pattern_check(all->drawing, layer, &look.pattern);
        add_areas(all, walk.row, &look);
        all->opaque = all->opaque && is_opaque(&look);
        all->as_one = all->as_one && all->opaque && all->count && same_look(&all->items[0].look, &look) &&
                      walk.row->type == MINTU_GEOMETRY_TYPE_POLYGON &&
                      !(look.has_outline && (look.layer_opacity < 1 || all->plot->marks));
    }
}

static void trace(mintu_canvas *canvas, const mintu_plot *plot, const area *one)
{
    for (size_t part = one->part; part < one->part_end; part++) {
        const mintu_polyline line = mintu_plot_line(plot, one->row, part);
        mintu_canvas_path_fixed(canvas, &line, 0, mintu_plot_seams(plot, part));
    }
}

/* The outlines of an area, without the seams where it was cut. */
static void trace_outline(mintu_canvas *canvas, const mintu_plot *plot, const area *one)
{
    for (size_t part = one->part; part < one->part_end; part++) {
        const mintu_polyline whole = mintu_plot_line(plot, one->row, part);
        mintu_polyline line;
        for (size_t at = 0; mintu_plot_next_stretch(plot, &whole, &at, &line);)
            mintu_canvas_path(canvas, &line, 0);
    }
}

/* Areas of one look fill as one path: no seam shows between them, and cairo scans once. Rings are turned so that the winding rule
 * makes the union; a line may run either way. */
static bool go_together(const area *a, const area *b)
{
    return a->row->type == MINTU_GEOMETRY_TYPE_POLYGON && b->row->type == a->row->type && same_fill(&a->look, &b->look);
}

/* Paints the areas from @p from to @p to, or backwards, those of one look together. */
static void paint_range(const areas *all, size_t from, size_t to)
{
    mintu_canvas *canvas = &all->drawing->canvas;
    bool up = from <= to;
    for (size_t i = from; i != to; i = up ? i + 1 : i - 1) {
        const area *one = &all->items[up ? i : i - 1];
        trace(canvas, all->plot, one);
        if ((up ? i + 1 : i - 1) != to && go_together(one, up ? one + 1 : one - 1))
            continue;
        fill_path(canvas, &one->look, 1);
        mintu_canvas_forget(canvas);
    }
}

static mintu_box box_of(const areas *all, size_t from, size_t to)
{
    mintu_box box = all->items[from].row->box;
    for (size_t i = from + 1; i < to; i++)
        mintu_box_join(&box, &all->items[i].row->box);
    return box;
}

/* Areas without overlaps, or opaque ones: the last lies above. */
static void paint_joined(const areas *all, size_t from, size_t to)
{
    const mintu_box box = box_of(all, from, to);
    if (!mintu_canvas_may_paint(&all->drawing->canvas, &box))
        return;
    mintu_canvas_join(&all->drawing->canvas, &box);
    paint_range(all, to, from);
    mintu_canvas_join_end(&all->drawing->canvas);
}

static bool joins(const areas *all)
{
    const mintu_fill_look *look = &all->items[0].look;
    return mintu_canvas_joins(&all->drawing->canvas) && !look->has_pattern && !look->jagged;
}

/* Where areas let the ground show through, what overlaps is painted one after another, so that it adds up; up to there they only
 * touch, or lie apart. */
static void paint_sheer(const areas *all)
{
    mintu_coverage_mask mask;
    mintu_coverage_open(&mask, &all->drawing->canvas);
    size_t first = 0;
    bool touching = false;
    for (size_t i = 0; i <= all->count; i++) {
        const area *one = i < all->count ? &all->items[i] : NULL;
        mintu_canvas *shape = one ? mintu_coverage_shape(&mask) : NULL;
        if (shape)
            trace(shape, all->plot, one);
        mintu_coverage found = one ? mintu_coverage_add(&mask, &one->row->box) : MINTU_COVERAGE_OVERLAPS;
        touching = touching || found == MINTU_COVERAGE_TOUCHES;
        if (found != MINTU_COVERAGE_OVERLAPS || (one && i == first))
            continue;
        if (touching && joins(all))
            paint_joined(all, first, i);
        else
            paint_range(all, first, i);
        touching = false;
        first = i;
        if (one)
            mintu_coverage_restart(&mask);
    }
    mintu_coverage_close(&mask);
}

/* Marks the vertices from which a piece of border runs that two polygons share, however little they differ in rounding; NULL where
 * that is not known. */
static unsigned char *shared_borders(const mintu_plot *plot)
{
    static const double STEPS = 1024; /* to a px */
    size_t count = plot->vertex_count, edges = 0;
    double *xy = malloc((2 * count + 2) * sizeof *xy);
    unsigned char *shared = calloc(count + 1, 1);
    for (size_t i = 0; xy && i < 2 * count; i++)
        xy[i] = round(plot->xy[i] * STEPS);
    uint32_t *numbers = xy ? mintu_shared_edges(xy, plot->starts, plot->part_count, &edges) : NULL;
    uint32_t *uses = numbers ? calloc(edges + 1, sizeof *uses) : NULL;
    mintu_memory_good(uses && shared);
    for (int turn = 0; uses && shared && turn < 2; turn++)
        for (size_t part = 0; part < plot->part_count; part++)
            for (size_t i = plot->starts[part]; i + 1 < plot->starts[part + 1]; i++) {
                uses[numbers[i]] += turn == 0;
                shared[i] = uses[numbers[i]] > 1;
            }
    free(xy);
    free(numbers);
    free(uses);
    return shared;
}

static mintu_color outline_color(const mintu_fill_look *look)
{
    return look->has_outline ? look->outline : look->color;
}

static void paint_outlines(const areas *all)
{
    mintu_canvas *canvas = &all->drawing->canvas;
    for (size_t i = 0; i < all->count; i++) {
        const area *one = &all->items[i];
        trace_outline(canvas, all->plot, one);
        if (i + 1 == all->count || one->look.outline.alpha < 1 || !mintu_color_same(one->look.outline, one[1].look.outline))
            stroke_outline(canvas, one->look.outline);
    }
}

/* Adds the edges of an area, but for those that begin at vertices which are marked in @p skip. */
static void add_edges(mintu_screen_outline *outline, const mintu_plot *plot, const area *one, const unsigned char *skip)
{
    for (size_t part = one->part; part < one->part_end; part++)
        for (size_t i = plot->starts[part]; i + 1 < plot->starts[part + 1]; i++)
            if (!(skip && skip[i]) && !(plot->marks && (plot->marks[i + 1] & MINTU_MARK_SEAM)))
                mintu_screen_outline_add(outline, plot->xy + 2 * i, plot->xy + 2 * i + 2);
}

/* A browser smooths the edges of an area by a line of the area's colour. On borders that two areas share it would be seen where the
 * ground shows through them. */
static void smooth_edges(const areas *all)
{
    mintu_screen_outline outline;
    bool own = all->items[0].look.has_outline;
    unsigned char *skip = own || all->opaque ? NULL : shared_borders(all->plot);
    mintu_screen_outline_open(&outline, &all->drawing->canvas);
    for (size_t i = 0; i < all->count; i++) {
        const area *one = &all->items[i];
        mintu_color color = outline_color(&one->look);
        add_edges(&outline, all->plot, one, skip);
        if (i + 1 == all->count || color.alpha < 1 || !mintu_color_same(color, outline_color(&one[1].look)))
            mintu_screen_outline_paint(&outline, color);
    }
    mintu_screen_outline_close(&outline);
    free(skip);
}

/* As a browser does: without antialiasing, so that each pixel belongs to one of two neighbours, and then the outlines. */
static void paint_for_screen(const areas *all)
{
    mintu_canvas *canvas = &all->drawing->canvas;
    for (size_t i = 0; i < all->count; i++) {
        mintu_fill_look look = all->items[i].look;
        look.jagged = true;
        trace(canvas, all->plot, &all->items[i]);
        if (all->opaque && i + 1 < all->count && go_together(&all->items[i], &all->items[i + 1]))
            continue;
        fill_path(canvas, &look, 1);
        mintu_canvas_forget(canvas);
    }
    smooth_edges(all);
}

/* One path for all: lines, which may run either way, are not among them. */
static void paint_as_one(const areas *all)
{
    for (size_t i = 0; i < all->count; i++)
        trace(&all->drawing->canvas, all->plot, &all->items[i]);
    mintu_fill_look_paint(&all->drawing->canvas, &all->items[0].look);
}

static void paint_apart(const areas *all)
{
    mintu_canvas *canvas = &all->drawing->canvas;
    double opacity = all->items[0].look.layer_opacity;
    if (opacity < 1)
        mintu_canvas_flatten(canvas);
    if (all->screen)
        paint_for_screen(all);
    else if (!all->opaque)
        paint_sheer(all);
    else if (joins(all))
        paint_joined(all, 0, all->count);
    else
        paint_range(all, 0, all->count);
    if (!all->screen && all->items[0].look.has_outline)
        paint_outlines(all);
    if (opacity < 1)
        mintu_canvas_flatten_end(canvas, opacity);
}

void mintu_paint_fill(mintu_drawing *drawing, const mintu_style_layer *layer)
{
    areas all = {.drawing = drawing};
    mintu_shift shift = mintu_shift_of(drawing, layer, MINTU_PROPERTY_FILL_TRANSLATE, MINTU_PROPERTY_FILL_TRANSLATE_ANCHOR);
    gather(&all, layer, 1 + hypot(shift.x, shift.y));
    cairo_set_fill_rule(drawing->canvas.cairo, CAIRO_FILL_RULE_WINDING);
    mintu_canvas_shift(&drawing->canvas, &shift);
    const mintu_fill_look *first = all.count && all.items ? &all.items[0].look : NULL;
    all.screen = first && mintu_canvas_is_screen(&drawing->canvas) && !first->has_pattern && !first->jagged;
    if (first && all.as_one && !all.screen)
        paint_as_one(&all);
    else if (first)
        paint_apart(&all);
    mintu_canvas_unshift(&drawing->canvas, &shift);
    free(all.items);
}
