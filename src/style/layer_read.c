#include "style/layer_read.h"

#include "base/message.h"
#include "expression/parser_node.h"
#include "expression/suggest.h"
#include "style/legend_rule.h"
#include "style/property_name.h"
#include "style/property_read.h"
#include "style/spec_table.h"

#include <string.h>

static bool read_id(mintu_parser *parser, mintu_style *style, mintu_style_layer *layer, const json_t *json)
{
    layer->id = json_string_value(json_object_get(json, "id"));
    if (!layer->id || !*layer->id)
        return mintu_parser_note(parser, layer->id ? MINTU_STATUS_UNSUPPORTED : MINTU_STATUS_INPUT, NULL,
                                 "the layer has no \"id\"; give it one, a string");
    size_t other;
    if (mintu_textmap_get(&style->ids, layer->id, &other))
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, "id", "two layers have the id \"%s\"; ids must be unique",
                                 layer->id);
    if (mintu_textmap_set(&style->ids, layer->id, 0))
        return true;
    mintu_parser_fail_memory(parser);
    return false;
}

static const char LAYER_TYPES[] = "background fill line circle symbol heatmap fill-extrusion raster hillshade color-relief";

static bool read_type(mintu_parser *parser, mintu_style_layer *layer, const json_t *json)
{
    const json_t *type = json_object_get(json, "type");
    layer->type = json_string_value(type);
    if (json_object_get(json, "ref"))
        return mintu_parser_note(parser, MINTU_STATUS_UNSUPPORTED, "ref",
                                 "a layer that refers to another is not supported; give it a type and a source of its own");
    if (!layer->type)
        return mintu_parser_note(
            parser, MINTU_STATUS_INPUT, type ? "type" : NULL,
            "the layer has no \"type\"; expected background, fill, line, circle, symbol, raster or hillshade");
    layer->kind = mintu_layer_type_find(layer->type);
    layer->sprite = parser->sprite;
    if (mintu_spec_lists(LAYER_TYPES, layer->type))
        return true;
    mintu_suggestion near = {.name = layer->type};
    for (int i = 0; i < MINTU_LAYER_TYPE_END; i++)
        mintu_suggestion_try(&near, mintu_layer_type_text((mintu_layer_type)i));
    return mintu_parser_note(
        parser, MINTU_STATUS_INPUT, "type",
        "there is no layer type \"%s\"; expected background, fill, line, circle, symbol, raster or hillshade%s%s%s",
        layer->type, near.best ? mintu_message("; did you mean \"") : "", near.best ? near.best : "", near.best ? "\"?" : "");
}

/* What the kind of the source says about the layer; the specification's rules first. */
static bool check_source(mintu_parser *parser, const mintu_style *style, const mintu_style_layer *layer, const json_t *json)
{
    const char *type = style->sources[layer->source].type, *wanted = NULL;
    if (!type)
        return true; /* the source has its own finding */
    bool relief = mintu_spec_lists("hillshade color-relief", layer->type), raster = strcmp(layer->type, "raster") == 0;
    if (relief && strcmp(type, "raster-dem") != 0)
        wanted = "raster-dem";
    else if (!relief && (strcmp(type, "raster-dem") == 0 || strcmp(type, raster ? "vector" : "raster") == 0))
        wanted = raster ? "raster" : "geojson";
    const json_t *paint = json_object_get(json, "paint"), *gradient = json_object_get(paint, "line-gradient");
    if (wanted)
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, "source",
                                 "a %s layer cannot have a source of type %s; name one of type %s", layer->type, type, wanted);
    if (strcmp(type, "vector") == 0 && !json_object_get(json, "source-layer"))
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "the layer \"%s\" must name a \"source-layer\"", layer->id);
    if (strcmp(layer->type, "line") == 0 && gradient && !json_is_false(gradient) && !json_is_null(gradient) &&
        !style->sources[layer->source].measured)
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL,
                                 "\"line-gradient\" needs a source of type geojson with \"lineMetrics\": true");
    bool good = raster   ? mintu_spec_lists("raster image", type)
                : relief ? strcmp(type, "raster-dem") == 0
                         : strcmp(type, "geojson") == 0;
    if (good || layer->kind == MINTU_LAYER_TYPE_END)
        return true;
    return mintu_parser_note(parser, MINTU_STATUS_UNSUPPORTED, "source",
                             "the source \"%s\" is of type %s, which is not supported; expected \"%s\"",
                             style->sources[layer->source].name, type, raster ? "raster\" or \"image" : "geojson");
}

static bool read_source(mintu_parser *parser, mintu_style *style, mintu_style_layer *layer, const json_t *json)
{
    const json_t *value = json_object_get(json, "source");
    const char *name = json_string_value(value);
    layer->source = -1;
    if (layer->kind == MINTU_LAYER_TYPE_BACKGROUND)
        return !value || mintu_parser_remark(parser, "source", "a background layer has no source");
    if (!name || !*name)
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, value ? "source" : NULL,
                                 "the layer \"%s\" has no \"source\"; name one of the document's sources", layer->id);
    mintu_suggestion near = {.name = name};
    for (size_t i = 0; i < style->source_count; i++) {
        if (strcmp(style->sources[i].name, name) == 0)
            layer->source = (int)i, layer->from = &style->sources[i];
        mintu_suggestion_try(&near, style->sources[i].name);
    }
    if (layer->source < 0)
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, "source", "there is no source \"%s\"%s%s%s", name,
                                 near.best ? mintu_message("; did you mean \"") : mintu_message("; add it to \"sources"),
                                 near.best ? near.best : "", near.best ? "\"?" : "\"");
    return check_source(parser, style, layer, json);
}

static bool read_zoom(mintu_parser *parser, void *into, const json_t *json)
{
    mintu_style_layer *layer = into;
    const char *key = parser->path->key;
    double zoom = json_number_value(json);
    *(strcmp(key, "minzoom") == 0 ? &layer->minzoom : &layer->maxzoom) = zoom;
    return (zoom >= 0 && zoom <= 24) ||
           mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "\"%s\" is %g, but must be between 0 and 24", key, zoom);
}

static bool read_metadata(mintu_parser *parser, void *into, const json_t *json)
{
    static const mintu_object_member members[] = {{"mintu:required", "boolean", NULL},
                                                  {"mintu:automatic-places", "boolean", NULL},
                                                  {"mintu:one-per-feature", "boolean", NULL},
                                                  {"mintu:legend", NULL, mintu_style_read_legend},
                                                  {0}};
    mintu_style_layer *layer = into;
    if (!json_is_object(json))
        return mintu_parser_remark(parser, NULL, "\"metadata\" is no object and is ignored");
    layer->required = json_is_true(json_object_get(json, "mintu:required"));
    layer->automatic = json_is_true(json_object_get(json, "mintu:automatic-places"));
    layer->single = json_is_true(json_object_get(json, "mintu:one-per-feature"));
    return mintu_parser_read_members(parser, json, NULL, members, into);
}

static bool read_source_layer(mintu_parser *parser, void *into, const json_t *json)
{
    const mintu_style_layer *layer = into;
    (void)json;
    return layer->kind == MINTU_LAYER_TYPE_END ||
           mintu_parser_note(parser, MINTU_STATUS_UNSUPPORTED, NULL,
                             "a \"source-layer\" is not supported: a source of type geojson has no layers; remove it");
}

/* A layer of a type that print does not draw changes nothing while it is hidden. */
static bool check_drawn(mintu_parser *parser, mintu_style *style, const mintu_style_layer *layer)
{
    bool nothing = layer->from && layer->from->raster && !layer->from->data[0]; /* on this machine */
    if (layer->kind != MINTU_LAYER_TYPE_END && !(layer->hidden && nothing))
        return true;
    if (!layer->hidden)
        return mintu_parser_note(
            parser, MINTU_STATUS_UNSUPPORTED, "type",
            "the layer type \"%s\" is not supported; expected background, fill, line, circle, symbol, raster or hillshade",
            layer->type);
    style->layer_count--;
    if (layer->kind != MINTU_LAYER_TYPE_END)
        return mintu_parser_remark(parser, "source", "print has no file for the source of this layer, which is hidden");
    return mintu_parser_remark(parser, "type", "print has no %s layers; this one is hidden", layer->type);
}

static bool read_layer(mintu_parser *parser, void *into, const json_t *json)
{
    /* The legend is derived from the properties, so it comes last. */
    static const mintu_object_member members[] = {
        {.key = "id"},
        {.key = "type"},
        {.key = "source"},
        {"minzoom", "number", read_zoom},
        {"maxzoom", "number", read_zoom},
        {"layout", "object", mintu_style_read_properties},
        {"paint", "object", mintu_style_read_properties},
        {"filter", NULL, mintu_style_read_filter},
        {"metadata", NULL, read_metadata},
        {"source-layer", "string", read_source_layer},
        {.key = "*"},
        {0},
    };
    mintu_style *style = into;
    mintu_style_layer *layer = &style->layers[style->layer_count++];
    layer->maxzoom = 24;
    layer->run = style->run;
    layer->warned = mintu_parser_take(parser, (MINTU_PROPERTY_END + 1) * sizeof *layer->warned);
    if (!layer->warned)
        return false;
    if (!json_is_object(json))
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "a layer must be an object");
    return read_id(parser, style, layer, json) && read_type(parser, layer, json) &&
           (read_source(parser, style, layer, json) || mintu_parser_recover(parser)) &&
           mintu_parser_read_members(parser, json, "a layer", members, layer) && check_drawn(parser, style, layer);
}

bool mintu_style_read_layers(mintu_parser *parser, void *into, const json_t *json)
{
    mintu_style *style = into;
    if (!json_is_array(json))
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "\"layers\" must be an array of layers");
    style->layers = mintu_parser_take(parser, (json_array_size(json) + 1) * sizeof *style->layers);
    bool good = style->layers && mintu_parser_read_each(parser, json, read_layer, style);
    mintu_textmap_free(&style->ids);
    return good;
}
