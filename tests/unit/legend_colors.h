/* The colours that a key shows. */
#ifndef TEST_LEGEND_COLORS_H
#define TEST_LEGEND_COLORS_H

#include "style/legend_key.h"
#include "style/property_value.h"

/* The colour that a reader of the map tells classes of the property apart by. */
static inline mintu_property color_of(const mintu_style_layer *layer, mintu_property property)
{
    static const mintu_property main[] = {
        [MINTU_LAYER_TYPE_BACKGROUND] = MINTU_PROPERTY_BACKGROUND_COLOR,
        [MINTU_LAYER_TYPE_FILL] = MINTU_PROPERTY_FILL_COLOR,
        [MINTU_LAYER_TYPE_LINE] = MINTU_PROPERTY_LINE_COLOR,
        [MINTU_LAYER_TYPE_CIRCLE] = MINTU_PROPERTY_CIRCLE_COLOR,
        [MINTU_LAYER_TYPE_SYMBOL] = MINTU_PROPERTY_ICON_COLOR,
    };
    return mintu_property_spec_of(property)->kind == MINTU_PROPERTY_KIND_COLOR ? property : main[layer->kind];
}

/* All colours that the key of the property shows: of each class, and of each stop of a ramp, at most @p room. For a property that
 * is no colour, of the layer's colour. Returns how many there are. */
static inline size_t key_colors(const mintu_style_layer *layer, mintu_property property, const mintu_style_scope *scope,
                                mintu_color *out, size_t room)
{
    mintu_key *key = mintu_key_new(layer, property, scope);
    mintu_property color = color_of(layer, property);
    mintu_style_scope own = {.zoom = scope->zoom, .state = scope->state};
    size_t count = 0;
    bool good = key && mintu_key_finish(key, "zh");
    for (size_t i = 0; good && i < mintu_key_count(key); i++) {
        const mintu_key_entry *entry = mintu_key_at(key, i);
        size_t values = entry->kind == MINTU_KEY_RAMP ? entry->value_count : 1;
        for (size_t j = 0; j < values && count < room; j++) {
            own.properties = entry->kind == MINTU_KEY_RAMP ? mintu_key_sample(key, i, entry->values[j]) : entry->properties;
            out[count++] = mintu_style_color(layer, color, &own);
        }
    }
    mintu_style_scope_free(&own);
    mintu_key_free(key);
    return count;
}

#endif
