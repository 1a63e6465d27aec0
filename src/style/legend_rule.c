/* The legend block of a layer: reading it, asking for its lines, counting what they cover. */
#include "style/legend_rule.h"

#include "expression/parser_node.h"
#include "style/document_check.h"
#include "style/document_parts.h"
#include "style/legend_derive.h"

#include <stdlib.h>
#include <string.h>

static bool read_line(mintu_parser *parser, mintu_legend_line *line, const json_t *json)
{
    static const char *const keys[] = {"label", "properties", NULL};
    if (!json_is_object(json))
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "an entry of the legend must be an object");
    line->label = json_object_get(json, "label");
    line->properties = json_object_get(json, "properties");
    if (!mintu_parser_check_keys(parser, json, keys, "a legend entry") || !mintu_parser_check_text(parser, json, "label") ||
        !mintu_parser_check_member(parser, json, "properties", "object"))
        return false;
    if (!line->label)
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "the entry of the legend has no \"label\"");
    char *text = line->properties ? json_dumps(line->properties, JSON_COMPACT) : NULL;
    if (text)
        line->text = mintu_pool_copy(parser->pool, text, strlen(text));
    else
        line->text = line->properties ? NULL : "{}";
    free(text);
    return line->text || mintu_parser_note(parser, MINTU_STATUS_MEMORY, NULL, "memory ran out");
}

static bool read_lines(mintu_parser *parser, mintu_style_layer *layer, const json_t *entries)
{
    const mintu_path list = {parser->path, "entries", 0};
    size_t count = json_array_size(entries);
    bool good = true;
    if (!json_is_array(entries) || count == 0)
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, "entries", "\"entries\" must be an array of at least one entry");
    layer->legend = mintu_parser_take(parser, count * sizeof *layer->legend);
    for (size_t i = 0; layer->legend && good && i < count; i++) {
        const mintu_path step = {&list, NULL, i};
        parser->path = &step;
        good = read_line(parser, &layer->legend[i], json_array_get(entries, i));
        parser->path = list.up;
    }
    layer->legend_count = layer->legend && good ? count : 0;
    return layer->legend && good;
}

/* One line for the whole layer. */
static bool read_label(mintu_parser *parser, mintu_style_layer *layer)
{
    if (!layer->legend_label)
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "the legend has neither \"label\" nor \"entries\"");
    layer->legend = mintu_parser_take(parser, sizeof *layer->legend);
    if (!layer->legend)
        return false;
    *layer->legend = (mintu_legend_line){.label = layer->legend_label, .text = "{}"};
    layer->legend_count = 1;
    layer->legend_label = NULL; /* it heads nothing */
    return true;
}

bool mintu_style_read_legend(mintu_parser *parser, mintu_style_layer *layer, const json_t *json)
{
    static const char *const keys[] = {"label", "entries", "derive", "labels",  "unit",  "format", "entry",
                                       "order", "bounds",  "empty",  "no-data", "other", NULL};
    const json_t *entries = json_object_get(json, "entries");
    if (!json_is_object(json))
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "\"mintu:legend\" must be an object");
    if (!mintu_parser_check_keys(parser, json, keys, "\"mintu:legend\"") || !mintu_parser_check_text(parser, json, "label"))
        return false;
    layer->legend_label = json_object_get(json, "label");
    if (entries && json_object_get(json, "derive"))
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, "derive",
                                 "the legend has \"entries\", so nothing is derived; remove one of the two");
    if (!mintu_style_read_derived(parser, layer, json))
        return false;
    if (entries)
        return read_lines(parser, layer, entries);
    return layer->derived_count > 0 || read_label(parser, layer);
}

size_t mintu_style_legend_count(const mintu_style_layer *layer)
{
    return layer->legend_count;
}

mintu_legend_entry mintu_style_legend_entry(const mintu_style_layer *layer, size_t index, const char *lang)
{
    if (index >= layer->legend_count)
        return (mintu_legend_entry){"", "{}"};
    const char *label = mintu_json_text(layer->legend[index].label, lang);
    return (mintu_legend_entry){label ? label : "", layer->legend[index].text};
}

const char *mintu_style_legend_label(const mintu_style_layer *layer, const char *lang)
{
    const char *label = mintu_json_text(layer->legend_label, lang);
    return label ? label : "";
}

static bool field_equals(const mintu_layer *features, size_t row, int field, const json_t *value)
{
    bool missing = field < 0 || mintu_layer_is_null(features, row, (size_t)field);
    if (missing || json_is_null(value))
        return missing && json_is_null(value);
    bool text = mintu_layer_field_type(features, (size_t)field) == MINTU_FIELD_TYPE_TEXT;
    if (json_is_string(value))
        return text && strcmp(mintu_layer_text(features, row, (size_t)field), json_string_value(value)) == 0;
    double number = json_is_boolean(value) ? (double)json_is_true(value) : json_number_value(value);
    return !text && mintu_layer_number(features, row, (size_t)field) == number;
}

bool mintu_style_legend_covers(const mintu_style_layer *layer, size_t index, const mintu_layer *features, size_t row)
{
    const char *key;
    json_t *value;
    if (index >= layer->legend_count)
        return false;
    json_object_foreach((json_t *)layer->legend[index].properties, key,
                        value) if (!field_equals(features, row, mintu_layer_field_find(features, key), value)) return false;
    return true;
}
