/* What of the data the page shows. */
#include "map/scene_count.h"

#include "canvas/plot_meets.h"
#include "map/scene.h"
#include "style/legend_rule.h"
#include "style/property_value.h"
#include "style/style_layer.h"

size_t mintu_scene_count(mintu_scene *scene, const mintu_style_layer *layer, size_t entry)
{
    const mintu_plot *plot = mintu_scene_plot(scene, layer);
    mintu_style_scope scope = mintu_scene_scope(scene, plot);
    size_t count = 0;
    for (scope.row = 0; plot && scope.row < plot->row_count; scope.row++) {
        if (mintu_plot_row_meets(plot, scope.row, &scene->page.frame) && mintu_style_layer_accepts(layer, &scope) &&
            (entry == MINTU_ALL_ENTRIES || mintu_style_legend_covers(layer, entry, plot->layer, scope.row)))
            count++;
        mintu_style_scope_clear(&scope);
    }
    mintu_style_scope_free(&scope);
    return count;
}

/* The layer when it draws circles or icons, else NULL. */
static const mintu_style_layer *symbols_at(const mintu_scene *scene, size_t index)
{
    const mintu_style_layer *layer = mintu_style_layer_at(scene->style, index);
    mintu_layer_type type = mintu_style_layer_kind(layer);
    bool symbols = type == MINTU_LAYER_TYPE_CIRCLE ||
                   (type == MINTU_LAYER_TYPE_SYMBOL && mintu_style_is_set(layer, MINTU_PROPERTY_ICON_IMAGE));
    return symbols && mintu_style_layer_visible(layer, scene->page.zoom) ? layer : NULL;
}

void mintu_scene_check_extent(mintu_scene *scene)
{
    size_t layers = mintu_style_layer_count(scene->style);
    for (size_t i = 0; i < layers; i++) {
        const mintu_style_layer *layer = symbols_at(scene, i);
        if (layer && mintu_scene_count(scene, layer, MINTU_ALL_ENTRIES) > 0)
            return;
    }
    for (size_t i = 0; i < layers; i++) {
        const mintu_style_layer *layer = symbols_at(scene, i);
        if (layer)
            mintu_findings_add(scene->findings, "the extent shows no feature of layer \"%s\"; use another extent",
                               mintu_style_layer_id(layer));
    }
}
