#include "expression/outline_parser.h"

#include "base/message.h"
#include "expression/parser_error.h"
#include "expression/parser_node.h"

#include <stdlib.h>
#include <string.h>

static bool fail(mintu_parser *parser, const mintu_operator *operation, const char *why)
{
    return mintu_parser_fail(parser, "'%s' expression requires valid geojson object that contains polygon geometry type%s%s",
                             operation->name, why ? ": " : ".", why ? mintu_message(why) : "") != NULL;
}

/* A collection is GeoJSON, but the web takes none here: its map would differ. */
static bool has_collection(const json_t *geojson)
{
    const json_t *features = json_object_get(geojson, "features"), *geometry = json_object_get(geojson, "geometry");
    const char *type = json_string_value(json_object_get(geometry ? geometry : geojson, "type"));
    bool found = type && strcmp(type, "GeometryCollection") == 0;
    for (size_t i = 0; i < json_array_size(features) && !found; i++)
        found = has_collection(json_array_get(features, i));
    return found;
}

static void remark(const char *text, void *parser)
{
    mintu_parser_remark(parser, NULL, "%s", text);
}

/* By the reader of files, so that what is GeoJSON here is what is GeoJSON there. */
static bool read_outlines(mintu_parser *parser, const json_t *geojson, const mintu_operator *operation, mintu_outlines *out)
{
    const char *doing = mintu_message("reading a layer: ");
    char *text = json_is_object(geojson) ? json_dumps(geojson, JSON_COMPACT) : NULL;
    mintu_error error = {0};
    if (!json_is_object(geojson))
        return fail(parser, operation, NULL);
    if (!text)
        return mintu_parser_fail_memory(parser) != NULL;
    const mintu_outline_text given = {text, operation->name, remark, parser};
    mintu_status status = mintu_outlines_read(parser->pool, &given, &error, out);
    free(text);
    if (status == MINTU_STATUS_MEMORY)
        return mintu_parser_fail_memory(parser) != NULL;
    const char *why = strncmp(error.text, doing, strlen(doing)) == 0 ? error.text + strlen(doing) : error.text;
    return status == MINTU_STATUS_OK || fail(parser, operation, why);
}

/* Leaves the polygons alone. */
static void keep_polygons(mintu_outlines *outlines)
{
    size_t kept = 0;
    for (size_t i = 0; i < outlines->count; i++)
        if (outlines->items[i].type == MINTU_GEOMETRY_TYPE_POLYGON)
            outlines->items[kept++] = outlines->items[i];
    outlines->count = kept;
}

static bool check(mintu_parser *parser, const json_t *geojson, const mintu_operator *operation, mintu_outlines *outlines)
{
    if (!read_outlines(parser, geojson, operation, outlines))
        return false;
    if (has_collection(geojson))
        return fail(parser, operation, N_("a GeometryCollection is not taken; write each of its geometries as a feature"));
    if (operation->code)
        keep_polygons(outlines);
    return outlines->count > 0 || fail(parser, operation, NULL);
}

mintu_node *mintu_parser_outlines(mintu_parser *parser, const json_t *array, const mintu_operator *operation)
{
    if (!mintu_parser_check_single(parser, array, operation))
        return NULL;
    mintu_node *node = mintu_parser_node(parser, operation, 0);
    mintu_outlines *outlines = node ? mintu_parser_take(parser, sizeof *outlines) : NULL;
    if (!outlines || !check(parser, json_array_get(array, 1), operation, outlines))
        return NULL;
    node->detail = outlines;
    return node;
}
