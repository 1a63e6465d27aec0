#include "map/map_extent.h"

#include "canvas/drawn_rows.h"

/* The layer when it draws symbols that are to be seen, else NULL. */
static const mintu_style_layer *symbols_at(const mintu_drawing *drawing, size_t index)
{
    const mintu_style_layer *layer = mintu_style_layer_at(drawing->style, index);
    return mintu_layer_draws_symbols(layer) && mintu_style_layer_visible(layer, drawing->page.zoom) ? layer : NULL;
}

void mintu_map_check_extent(mintu_drawing *drawing)
{
    size_t layers = mintu_style_layer_count(drawing->style);
    for (size_t i = 0; i < layers; i++) {
        const mintu_style_layer *layer = symbols_at(drawing, i);
        if (layer && mintu_drawing_count(drawing, layer, MINTU_ALL_ENTRIES) > 0)
            return;
    }
    for (size_t i = 0; i < layers; i++) {
        const mintu_style_layer *layer = symbols_at(drawing, i);
        if (layer)
            mintu_findings_add(drawing->findings, "the extent shows no feature of layer \"%s\"; use another extent",
                               mintu_style_layer_id(layer));
    }
}
