#include "style/property_name.h"

#include "expression/suggest.h"

#include <string.h>

static const char *const LAYER_TYPES[MINTU_LAYER_TYPE_END] = {"background", "fill", "line", "circle", "symbol"};

/* Properties of the specification, of the layer types that print draws, which it does not draw. */
static const char *const UNDRAWN[] = {
    "fill-layer-blend",
    "line-blur",
    "line-layer-blend",
    "line-round-limit",
    "circle-pitch-alignment",
    "circle-pitch-scale",
    "icon-halo-blur",
    "icon-pitch-alignment",
    "icon-translate",
    "icon-translate-anchor",
    "text-halo-blur",
    "text-pitch-alignment",
    "text-translate",
    "text-translate-anchor",
    NULL,
};

const char *mintu_property_near(const char *name, mintu_layer_type layer, bool layout)
{
    mintu_suggestion suggestion = {.name = name};
    for (int i = 0; i < MINTU_PROPERTY_END; i++) {
        const mintu_property_spec *spec = mintu_property_spec_of((mintu_property)i);
        if (spec->layer == layer && spec->layout == layout)
            mintu_suggestion_try(&suggestion, spec->name);
    }
    return suggestion.best;
}

bool mintu_property_is_undrawn(const char *name)
{
    return mintu_text_listed(name, UNDRAWN);
}

const char *mintu_layer_type_text(mintu_layer_type type)
{
    return LAYER_TYPES[type];
}

mintu_layer_type mintu_layer_type_find(const char *name)
{
    int type = 0;
    while (type < MINTU_LAYER_TYPE_END && strcmp(LAYER_TYPES[type], name) != 0)
        type++;
    return (mintu_layer_type)type;
}
