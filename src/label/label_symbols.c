/* Symbols on the map are in the way of labels: a name must never cover the town that it names, nor another. */
#include "label/label_symbols.h"

#include "canvas/paint.h"
#include "canvas/paint_circle.h"
#include "canvas/paint_symbol.h"
#include "label/label.h"
#include "label/label_collision.h"
#include "style/property_value.h"
#include "style/style_layer.h"

#include <stdlib.h>

/* Returns the piece of furniture that hides a symbol of the row, or NULL. */
static const char *add_row(mintu_scene *scene, const mintu_plot *plot, const mintu_plot_row *row, double radius,
                           const double shift[2])
{
    const char *cover = NULL;
    for (size_t part = row->part; part < row->part_end; part++) {
        const double *point = plot->xy + 2 * plot->starts[part];
        double x = point[0] + shift[0], y = point[1] + shift[1];
        mintu_obstacle obstacle = {
            .box = mintu_box_about(x, y, 2 * radius, 2 * radius), .round = true, .owner = MINTU_UNPLACED};
        if (radius > 0 && mintu_box_meets(&obstacle.box, &scene->page.frame))
            mintu_collision_add(&scene->labels->collision, &obstacle);
        if (radius > 0 && !cover && mintu_box_holds(&scene->page.frame, x, y))
            cover = mintu_collision_cover(&scene->labels->collision, x, y);
    }
    return cover;
}

static double radius_of(mintu_scene *scene, const mintu_style_layer *layer, mintu_style_scope *scope, double shift[2])
{
    shift[0] = shift[1] = 0;
    if (mintu_style_layer_kind(layer) == MINTU_LAYER_TYPE_CIRCLE) {
        mintu_circle_look look = mintu_circle_look_of(layer, scope);
        shift[0] = look.shift[0];
        shift[1] = look.shift[1];
        return look.radius + look.stroke_width;
    }
    mintu_icon_look look = mintu_icon_look_of(scene, layer, scope);
    return mintu_icon_look_radius(&look);
}

static void add_layer(mintu_scene *scene, const mintu_style_layer *layer)
{
    size_t count;
    const mintu_plot *plot = mintu_scene_plot(scene, layer);
    size_t *rows = mintu_scene_rows(scene, layer, MINTU_PROPERTY_CIRCLE_SORT_KEY, 0, &count);
    mintu_style_scope scope = mintu_scene_scope(scene, plot);
    const char *cover = NULL;
    size_t hidden = 0;
    for (size_t i = 0; i < count; i++) {
        double shift[2];
        if (plot->rows[rows[i]].type != MINTU_GEOMETRY_TYPE_POINT)
            continue;
        scope.row = rows[i];
        double radius = radius_of(scene, layer, &scope, shift);
        mintu_style_scope_clear(&scope);
        const char *piece = add_row(scene, plot, &plot->rows[rows[i]], radius, shift);
        cover = cover ? cover : piece;
        hidden += piece != NULL;
    }
    if (hidden)
        mintu_findings_add(scene->findings,
                           "%zu symbol%s of layer \"%s\" lie%s beneath the %s; use a larger page, another extent or another "
                           "anchor",
                           hidden, hidden == 1 ? "" : "s", mintu_style_layer_id(layer), hidden == 1 ? "s" : "", cover);
    mintu_style_scope_free(&scope);
    free(rows);
}

void mintu_labels_add_symbols(mintu_scene *scene)
{
    for (size_t i = 0; i < mintu_style_layer_count(scene->style); i++) {
        const mintu_style_layer *layer = mintu_style_layer_at(scene->style, i);
        mintu_layer_type type = mintu_style_layer_kind(layer);
        if (!mintu_style_layer_visible(layer, scene->page.zoom))
            continue;
        if (type == MINTU_LAYER_TYPE_CIRCLE ||
            (type == MINTU_LAYER_TYPE_SYMBOL && mintu_style_is_set(layer, MINTU_PROPERTY_ICON_IMAGE)))
            add_layer(scene, layer);
    }
}
