#include "style/legend_rule.h"

#include "expression/parser_node.h"
#include "style/legend_derive.h"

#include <stdlib.h>
#include <string.h>

static bool read_line(mintu_parser *parser, void *into, const json_t *json)
{
    static const mintu_object_member members[] = {{"label", NULL, mintu_parser_read_text}, {"properties", "object", NULL}, {0}};
    mintu_style_layer *layer = into;
    mintu_legend_line *line = &layer->legend[layer->legend_count++];
    line->label = json_object_get(json, "label");
    line->properties = json_object_get(json, "properties");
    if (!mintu_parser_read_members(parser, json, "a legend entry", members, line))
        return false;
    if (!line->label)
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "the entry of the legend has no \"label\"");
    line->text = line->properties ? mintu_pool_move(parser->pool, json_dumps(line->properties, JSON_COMPACT)) : "{}";
    return line->text || mintu_parser_fail_memory(parser);
}

static bool read_lines(mintu_parser *parser, void *into, const json_t *json)
{
    mintu_style_layer *layer = into;
    if (!json_is_array(json) || json_array_size(json) == 0)
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "\"entries\" must be an array of at least one entry");
    layer->legend = mintu_parser_take(parser, json_array_size(json) * sizeof *layer->legend);
    return layer->legend && mintu_parser_read_each(parser, json, read_line, layer);
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

static bool read_decimals(mintu_parser *parser, void *into, const json_t *json)
{
    ((mintu_style_layer *)into)->legend_decimals = (int)json_integer_value(json);
    return (json_is_integer(json) && json_integer_value(json) >= 0 && json_integer_value(json) <= 9) ||
           mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "\"decimals\" must be a whole number from 0 to 9");
}

static bool read_format(mintu_parser *parser, void *into, const json_t *json)
{
    static const mintu_object_member members[] = {{"thousands", "boolean", NULL}, {"decimals", NULL, read_decimals}, {0}};
    ((mintu_style_layer *)into)->legend_thousands = !json_is_false(json_object_get(json, "thousands"));
    return mintu_parser_read_members(parser, json, "\"format\"", members, into);
}

/* A member that is one of two words; the first is what it is without the member. */
static bool read_choice(mintu_parser *parser, void *into, const json_t *json)
{
    mintu_style_layer *layer = into;
    const char *key = parser->path->key, *text = json_string_value(json);
    const struct {
        const char *key, *words[2];
        bool *is_second;
    } choices[] = {{"order", {"falling", "rising"}, &layer->legend_rising},
                   {"bounds", {"style", "data"}, &layer->legend_narrow},
                   {"empty", {"omit", "keep"}, &layer->legend_keep}},
      *choice = choices;
    for (size_t i = 1; i < sizeof choices / sizeof *choices; i++)
        choice = strcmp(choices[i].key, key) == 0 ? &choices[i] : choice;
    *choice->is_second = text && strcmp(text, choice->words[1]) == 0;
    return *choice->is_second || (text && strcmp(text, choice->words[0]) == 0) ||
           mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "\"%s\" must be \"%s\" or \"%s\"", key, choice->words[0],
                             choice->words[1]);
}

bool mintu_style_read_legend(mintu_parser *parser, void *into, const json_t *json)
{
    static const mintu_object_member members[] = {
        {"label", NULL, mintu_parser_read_text},
        {"format", "object", read_format},
        {"labels", "object", mintu_parser_read_texts},
        {"unit", NULL, mintu_parser_read_text},
        {"entry", NULL, mintu_parser_read_text},
        {"other", NULL, mintu_parser_read_text},
        {"no-data", NULL, mintu_parser_read_text},
        {"order", NULL, read_choice},
        {"bounds", NULL, read_choice},
        {"empty", NULL, read_choice},
        {"entries", NULL, read_lines},
        {.key = "derive"},
        {0},
    };
    mintu_style_layer *layer = into;
    layer->legend_label = json_object_get(json, "label");
    layer->legend_labels = json_object_get(json, "labels");
    layer->legend_unit = json_object_get(json, "unit");
    layer->legend_frame = json_object_get(json, "entry");
    layer->legend_other = json_object_get(json, "other");
    layer->legend_no_data = json_object_get(json, "no-data");
    layer->legend_decimals = -1;
    layer->legend_thousands = true;
    if (!mintu_parser_read_members(parser, json, "\"mintu:legend\"", members, layer))
        return false;
    const json_t *derive = json_object_get(json, "derive");
    if (!json_object_get(json, "entries"))
        return mintu_style_read_derived(parser, layer, derive) &&
               (layer->derived_count > 0 || layer->legend_gap || read_label(parser, layer));
    return !derive || mintu_parser_note(parser, MINTU_STATUS_INPUT, "derive",
                                        "the legend has \"entries\", so nothing is derived; remove one of the two");
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
