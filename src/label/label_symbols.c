#include "label/label_symbols.h"

#include "canvas/drawn_rows.h"
#include "canvas/focus.h"
#include "canvas/paint.h"
#include "canvas/paint_circle.h"
#include "canvas/paint_symbol.h"
#include "label/label_icon.h"
#include "style/property_value.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What a symbol covers: a circle about its point, or about a place beside it. */
typedef struct disc {
    double radius, shift[2];
} disc;

/* Returns the piece of furniture that hides a symbol of the row, or NULL. */
static const char *add_row(mintu_labels *labels, const mintu_plot *plot, const mintu_plot_row *row, const disc *symbol)
{
    const char *cover = NULL;
    const mintu_box *frame = &labels->drawing->page.frame;
    for (size_t part = row->part; symbol->radius > 0 && part < row->part_end; part++) {
        const double *point = plot->xy + 2 * plot->starts[part];
        const double at[2] = {point[0] + symbol->shift[0], point[1] + symbol->shift[1]}, side = 2 * symbol->radius;
        mintu_obstacle obstacle = {.box = mintu_box_about(at[0], at[1], side, side), .round = true, .owner = MINTU_UNPLACED};
        if (mintu_box_meets(&obstacle.box, frame))
            mintu_collision_add(&labels->collision, &obstacle);
        if (!cover && mintu_box_holds(frame, at[0], at[1]))
            cover = mintu_collision_cover(&labels->collision, at);
    }
    return cover;
}

/* Icons about a text stand wherever that does; one that others may lie over is in nobody's way. */
static disc icon_disc(const mintu_labels *labels, const mintu_style_layer *layer, mintu_style_scope *scope, size_t index)
{
    mintu_label symbol = {.layer = index};
    bool fitted = strcmp(mintu_style_string(layer, MINTU_PROPERTY_ICON_TEXT_FIT, scope), "none") != 0;
    if (fitted || mintu_style_boolean(layer, MINTU_PROPERTY_ICON_IGNORE_PLACEMENT, scope))
        return (disc){0};
    const mintu_icon_stand stand = mintu_label_icon_stand(labels, &symbol, scope, NULL);
    return (disc){mintu_icon_look_radius(&stand.look), {stand.at[0], stand.at[1]}};
}

static disc disc_of(const mintu_labels *labels, size_t index, mintu_style_scope *scope)
{
    const mintu_style_layer *layer = mintu_style_layer_at(labels->drawing->style, index);
    if (mintu_style_layer_kind(layer) != MINTU_LAYER_TYPE_CIRCLE)
        return icon_disc(labels, layer, scope, index);
    mintu_circle_look look = mintu_circle_look_of(layer, scope);
    return (disc){look.radius + look.stroke_width, {look.shift[0], look.shift[1]}};
}

static void add_layer(mintu_labels *labels, size_t index)
{
    const mintu_style_layer *layer = mintu_style_layer_at(labels->drawing->style, index);
    mintu_row_walk walk = mintu_rows_begin(labels->drawing, layer, MINTU_PROPERTY_CIRCLE_SORT_KEY, 0);
    const char *cover = NULL;
    size_t hidden = 0;
    while (mintu_rows_next(&walk)) {
        if (walk.row->type != MINTU_GEOMETRY_TYPE_POINT)
            continue;
        const disc symbol = disc_of(labels, index, &walk.scope);
        const char *piece = add_row(labels, walk.plot, walk.row, &symbol);
        cover = cover ? cover : piece;
        hidden += piece && mintu_focus_counts(labels->drawing, walk.plot, walk.row);
    }
    if (hidden)
        mintu_findings_add(labels->drawing->findings,
                           "%zu symbol%s of layer \"%s\" lie%s beneath the %s; use a larger page, another extent or another "
                           "anchor",
                           hidden, hidden == 1 ? "" : "s", mintu_style_layer_id(layer), hidden == 1 ? "s" : "", cover);
}

void mintu_labels_add_symbols(mintu_labels *labels)
{
    for (size_t i = 0; i < mintu_style_layer_count(labels->drawing->style); i++) {
        const mintu_style_layer *layer = mintu_drawing_visible(labels->drawing, i);
        if (layer && mintu_layer_draws_symbols(layer))
            add_layer(labels, i);
    }
}

/* How far symbols of one layer, whose points lie in the frame, reach over it. */
static double layer_beyond(const mintu_labels *labels, size_t index)
{
    const mintu_box *frame = &labels->drawing->page.frame;
    const mintu_style_layer *layer = mintu_style_layer_at(labels->drawing->style, index);
    mintu_row_walk walk = mintu_rows_begin(labels->drawing, layer, MINTU_PROPERTY_CIRCLE_SORT_KEY, 0);
    double most = 0;
    while (mintu_rows_next(&walk)) {
        const disc symbol = walk.plot->subject ? disc_of(labels, index, &walk.scope) : (disc){0};
        for (size_t part = walk.row->part; symbol.radius > 0 && part < walk.row->part_end; part++) {
            const double *at = walk.plot->xy + 2 * walk.plot->starts[part];
            double inside = fmin(fmin(at[0] - frame->x0, frame->x1 - at[0]), fmin(at[1] - frame->y0, frame->y1 - at[1]));
            if (inside >= 0 && walk.row->type == MINTU_GEOMETRY_TYPE_POINT)
                most = fmax(most, symbol.radius - inside);
        }
    }
    return most;
}

double mintu_labels_symbols_beyond(const mintu_labels *labels)
{
    double most = 0;
    for (size_t i = 0; i < mintu_style_layer_count(labels->drawing->style); i++) {
        const mintu_style_layer *layer = mintu_drawing_visible(labels->drawing, i);
        if (layer && mintu_layer_draws_symbols(layer))
            most = fmax(most, layer_beyond(labels, i));
    }
    return most;
}
