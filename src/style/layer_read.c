#include "style/layer_read.h"

#include "expression/parser_node.h"
#include "expression/suggest.h"
#include "style/legend_rule.h"
#include "style/property_name.h"
#include "style/property_read.h"

#include <string.h>

static bool read_id(mintu_parser *parser, mintu_style *style, mintu_style_layer *layer, const json_t *json)
{
    layer->id = json_string_value(json_object_get(json, "id"));
    if (!layer->id || !*layer->id)
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "the layer has no \"id\"; give it one, a string");
    size_t other;
    if (mintu_textmap_get(&style->ids, layer->id, &other))
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, "id", "two layers have the id \"%s\"; ids must be unique",
                                 layer->id);
    if (mintu_textmap_set(&style->ids, layer->id, 0))
        return true;
    mintu_parser_fail_memory(parser);
    return false;
}

static bool read_type(mintu_parser *parser, mintu_style_layer *layer, const json_t *json)
{
    static const char *const undrawn[] = {"raster", "hillshade", "heatmap", "fill-extrusion", "sky", "color-relief", NULL};
    const char *name = json_string_value(json_object_get(json, "type"));
    if (!name)
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, json_object_get(json, "type") ? "type" : NULL,
                                 "the layer has no \"type\"; expected background, fill, line, circle or symbol");
    layer->kind = mintu_layer_type_find(name);
    if (layer->kind != MINTU_LAYER_TYPE_END)
        return true;
    mintu_suggestion near = {.name = name};
    for (int i = 0; i < MINTU_LAYER_TYPE_END; i++)
        mintu_suggestion_try(&near, mintu_layer_type_text((mintu_layer_type)i));
    if (mintu_text_listed(name, undrawn))
        near.best = NULL;
    return mintu_parser_note(parser, MINTU_STATUS_UNSUPPORTED, "type",
                             "the layer type \"%s\" is not supported; expected background, fill, line, circle or symbol%s%s%s",
                             name, near.best ? "; did you mean \"" : "", near.best ? near.best : "", near.best ? "\"?" : "");
}

static bool read_source(mintu_parser *parser, mintu_style *style, mintu_style_layer *layer, const json_t *json)
{
    const json_t *value = json_object_get(json, "source");
    const char *name = json_string_value(value);
    layer->source = -1;
    if (layer->kind == MINTU_LAYER_TYPE_BACKGROUND)
        return !value || mintu_parser_note(parser, MINTU_STATUS_INPUT, "source", "a background layer has no source; remove it");
    if (!name)
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, value ? "source" : NULL,
                                 "the layer \"%s\" has no \"source\"; name one of the document's sources", layer->id);
    mintu_suggestion near = {.name = name};
    for (size_t i = 0; i < style->source_count; i++) {
        if (strcmp(style->sources[i].name, name) == 0)
            layer->source = (int)i, layer->from = &style->sources[i];
        mintu_suggestion_try(&near, style->sources[i].name);
    }
    return layer->source >= 0 || mintu_parser_note(parser, MINTU_STATUS_INPUT, "source", "there is no source \"%s\"%s%s%s",
                                                   name, near.best ? "; did you mean \"" : "; add it to \"sources",
                                                   near.best ? near.best : "", near.best ? "\"?" : "\"");
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
    layer->required = json_is_true(json_object_get(json, "mintu:required"));
    layer->automatic = json_is_true(json_object_get(json, "mintu:automatic-places"));
    layer->single = json_is_true(json_object_get(json, "mintu:one-per-feature"));
    return mintu_parser_read_members(parser, json, NULL, members, into);
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
        {"metadata", "object", read_metadata},
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
           mintu_parser_read_members(parser, json, "a layer", members, layer);
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
