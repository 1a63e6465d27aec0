#include "label/label_symbols.h"

#include "canvas/drawn_rows.h"
#include "canvas/paint.h"
#include "canvas/paint_circle.h"
#include "canvas/paint_symbol.h"
#include "label/label.h"
#include "label/label_collision.h"
#include "style/property_value.h"
#include "style/style_layer.h"

#include <stdlib.h>

/* Returns the piece of furniture that hides a symbol of the row, or NULL. */
static const char *add_row(mintu_labels *labels, const mintu_plot *plot, const mintu_plot_row *row, double radius,
                           const double shift[2])
{
    const char *cover = NULL;
    for (size_t part = row->part; part < row->part_end; part++) {
        const double *point = plot->xy + 2 * plot->starts[part];
        double x = point[0] + shift[0], y = point[1] + shift[1];
        mintu_obstacle obstacle = {
            .box = mintu_box_about(x, y, 2 * radius, 2 * radius), .round = true, .owner = MINTU_UNPLACED};
        if (radius > 0 && mintu_box_meets(&obstacle.box, &labels->drawing->page.frame))
            mintu_collision_add(&labels->collision, &obstacle);
        if (radius > 0 && !cover && mintu_box_holds(&labels->drawing->page.frame, x, y))
            cover = mintu_collision_cover(&labels->collision, x, y);
    }
    return cover;
}

static double radius_of(mintu_labels *labels, const mintu_style_layer *layer, mintu_style_scope *scope, double shift[2])
{
    shift[0] = shift[1] = 0;
    if (mintu_style_layer_kind(layer) == MINTU_LAYER_TYPE_CIRCLE) {
        mintu_circle_look look = mintu_circle_look_of(layer, scope);
        shift[0] = look.shift[0];
        shift[1] = look.shift[1];
        return look.radius + look.stroke_width;
    }
    mintu_icon_look look = mintu_icon_look_of(labels->drawing, layer, scope);
    return mintu_icon_look_radius(&look);
}

static void add_layer(mintu_labels *labels, const mintu_style_layer *layer)
{
    mintu_row_walk walk = mintu_rows_begin(labels->drawing, layer, MINTU_PROPERTY_CIRCLE_SORT_KEY, 0);
    const char *cover = NULL;
    size_t hidden = 0;
    while (mintu_rows_next(&walk)) {
        double shift[2];
        if (walk.row->type != MINTU_GEOMETRY_TYPE_POINT)
            continue;
        double radius = radius_of(labels, layer, &walk.scope, shift);
        const char *piece = add_row(labels, walk.plot, walk.row, radius, shift);
        cover = cover ? cover : piece;
        hidden += piece != NULL;
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
        const mintu_style_layer *layer = mintu_style_layer_at(labels->drawing->style, i);
        if (mintu_layer_draws_symbols(layer) && mintu_style_layer_visible(layer, labels->drawing->page.zoom))
            add_layer(labels, layer);
    }
}
