#include "expression/outline_parser.h"

#include "expression/eval_outline.h"
#include "expression/parser_error.h"
#include "expression/parser_node.h"

#include <string.h>

/* Bad when it has no geometry, or when one is none. */
static mintu_outline_result read_outlines(mintu_pool *pool, const json_t *geojson, bool polygons, mintu_outlines *out)
{
    const char *type = json_string_value(json_object_get(geojson, "type"));
    const json_t *features = json_object_get(geojson, "features");
    bool collection = type && strcmp(type, "FeatureCollection") == 0, feature = type && strcmp(type, "Feature") == 0;
    size_t most = collection ? json_array_size(features) : 1;
    *out = (mintu_outlines){.items = mintu_pool_take(pool, (most + 1) * sizeof *out->items)};
    if (!out->items)
        return MINTU_OUTLINE_MEMORY;
    for (size_t i = 0; i < most; i++) {
        const json_t *holder = collection ? json_array_get(features, i) : geojson;
        const json_t *geometry = collection || feature ? json_object_get(holder, "geometry") : geojson;
        mintu_outline_result result = mintu_outline_read(pool, geometry, &out->items[out->count]);
        if (result != MINTU_OUTLINE_GOOD)
            return result;
        out->count += !polygons || out->items[out->count].type == MINTU_GEOMETRY_TYPE_POLYGON;
    }
    return out->count ? MINTU_OUTLINE_GOOD : MINTU_OUTLINE_BAD;
}

mintu_node *mintu_parser_outlines(mintu_parser *parser, const json_t *array, const mintu_operator *operation)
{
    if (!mintu_parser_check_single(parser, array, operation))
        return NULL;
    mintu_node *node = mintu_parser_node(parser, operation, 0);
    mintu_outlines *outlines = node ? mintu_parser_take(parser, sizeof *outlines) : NULL;
    if (!outlines)
        return NULL;
    mintu_outline_result result = read_outlines(parser->pool, json_array_get(array, 1), operation->code, outlines);
    if (result == MINTU_OUTLINE_MEMORY)
        return mintu_parser_fail_memory(parser);
    if (result != MINTU_OUTLINE_GOOD)
        return mintu_parser_fail(parser, "'%s' expression requires valid geojson object that contains polygon geometry type.",
                                 operation->name);
    node->detail = outlines;
    return node;
}
