#include "style/property_name.h"

#include <string.h>

static const char *const LAYER_TYPES[MINTU_LAYER_TYPE_END] = {"background", "raster", "hillshade", "fill",
                                                              "line",       "circle", "symbol"};

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
