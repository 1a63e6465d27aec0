/* The layers of a document. */
#include "style/layer_read.h"

#include "expression/parser_error.h"
#include "expression/parser_node.h"
#include "expression/suggest.h"
#include "style/document_check.h"
#include "style/document_parts.h"
#include "style/legend_rule.h"
#include "style/property_name.h"
#include "style/property_read.h"

#include <string.h>

static const char *const KEYS[] = {"id", "type", "source", "minzoom", "maxzoom", "filter", "layout", "paint", "metadata", NULL};

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
    for (size_t i = 0; undrawn[i]; i++)
        if (strcmp(undrawn[i], name) == 0)
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
            layer->source = (int)i;
        mintu_suggestion_try(&near, style->sources[i].name);
    }
    return layer->source >= 0 || mintu_parser_note(parser, MINTU_STATUS_INPUT, "source", "there is no source \"%s\"%s%s%s",
                                                   name, near.best ? "; did you mean \"" : "; add it to \"sources",
                                                   near.best ? near.best : "", near.best ? "\"?" : "\"");
}

static bool read_zoom(mintu_parser *parser, const json_t *json, const char *key, double *zoom)
{
    const json_t *value = json_object_get(json, key);
    if (!mintu_parser_check_member(parser, json, key, "number"))
        return false;
    if (value)
        *zoom = json_number_value(value);
    return (*zoom >= 0 && *zoom <= 24) ||
           mintu_parser_note(parser, MINTU_STATUS_INPUT, key, "\"%s\" is %g, but must be between 0 and 24", key, *zoom);
}

static bool read_mintu_metadata(mintu_parser *parser, mintu_style_layer *layer, const json_t *json)
{
    static const char *const keys[] = {"mintu:required", "mintu:legend", NULL};
    const char *key;
    json_t *value;
    json_object_foreach((json_t *)json, key,
                        value) if (strncmp(key, "mintu:", 6) == 0 && strcmp(key, keys[0]) != 0 && strcmp(key, keys[1]) != 0)
    {
        const char *near = mintu_suggest(key, keys);
        return mintu_parser_note(parser, MINTU_STATUS_UNSUPPORTED, key, "the metadata key \"%s\" is not supported%s%s%s", key,
                                 near ? "; did you mean \"" : "; remove it", near ? near : "", near ? "\"?" : "");
    }
    if (!mintu_parser_check_member(parser, json, "mintu:required", "boolean"))
        return false;
    layer->required = json_is_true(json_object_get(json, "mintu:required"));
    const json_t *legend = json_object_get(json, "mintu:legend");
    const mintu_path step = {parser->path, "mintu:legend", 0};
    parser->path = &step;
    bool good = !legend || mintu_style_read_legend(parser, layer, legend);
    parser->path = step.up;
    return good;
}

static bool read_blocks(mintu_parser *parser, mintu_style_layer *layer, const json_t *json)
{
    static const char *const names[] = {"layout", "paint", "filter", "metadata"};
    bool good;
    for (int i = 0; i < 4; i++) {
        const json_t *value = json_object_get(json, names[i]);
        const mintu_path step = {parser->path, names[i], 0};
        if (!value)
            continue;
        if (i != 2 && !mintu_parser_check_member(parser, json, names[i], "object")) {
            if (!mintu_parser_recover(parser))
                return false;
            continue;
        }
        parser->path = &step;
        good = i < 2    ? mintu_style_read_properties(parser, layer, value, i == 0)
               : i == 2 ? mintu_style_read_filter(parser, layer, value)
                        : read_mintu_metadata(parser, layer, value);
        parser->path = step.up;
        if (!good && !mintu_parser_recover(parser))
            return false;
    }
    return true;
}

static bool read_layer(mintu_parser *parser, mintu_style *style, mintu_style_layer *layer, const json_t *json)
{
    layer->maxzoom = 24;
    layer->run = style->run;
    layer->warned = mintu_parser_take(parser, (MINTU_PROPERTY_END + 1) * sizeof *layer->warned);
    if (!layer->warned)
        return false;
    if (!json_is_object(json))
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "a layer must be an object");
    return read_id(parser, style, layer, json) && read_type(parser, layer, json) &&
           mintu_parser_check_keys(parser, json, KEYS, "a layer") &&
           (read_source(parser, style, layer, json) || mintu_parser_recover(parser)) &&
           (read_zoom(parser, json, "minzoom", &layer->minzoom) || mintu_parser_recover(parser)) &&
           (read_zoom(parser, json, "maxzoom", &layer->maxzoom) || mintu_parser_recover(parser)) &&
           read_blocks(parser, layer, json);
}

bool mintu_style_read_layers(mintu_parser *parser, mintu_style *style, const json_t *json)
{
    size_t count = json_array_size(json);
    if (!json_is_array(json))
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "\"layers\" must be an array of layers");
    style->layers = mintu_parser_take(parser, (count + 1) * sizeof *style->layers);
    for (size_t i = 0; style->layers && i < count; i++) {
        const mintu_path step = {parser->path, NULL, i};
        parser->path = &step;
        bool good = read_layer(parser, style, &style->layers[i], json_array_get(json, i));
        parser->path = step.up;
        if (!good && !mintu_parser_recover(parser))
            break;
        style->layer_count++;
    }
    mintu_textmap_free(&style->ids);
    return style->layers != NULL && style->layer_count == count;
}
