#include "style/source_read.h"

#include "base/file.h"
#include "base/path_beneath.h"
#include "expression/parser_node.h"
#include "style/property_read.h"

#include <stdlib.h>
#include <string.h>

/* The references that credits are written with; others stay as they are. */
static size_t add_reference(mintu_buffer *out, const char *text)
{
    static const char *const NAMED[][2] = {{"&copy;", "©"},  {"&amp;", "&"},   {"&lt;", "<"},    {"&gt;", ">"},
                                           {"&quot;", "\""}, {"&nbsp;", " "},  {"&#39;", "'"},   {"&#169;", "©"},
                                           {"&reg;", "®"},   {"&ndash;", "–"}, {"&middot;", "·"}};
    for (size_t i = 0; i < sizeof NAMED / sizeof *NAMED; i++)
        if (strncmp(text, NAMED[i][0], strlen(NAMED[i][0])) == 0) {
            mintu_buffer_text(out, NAMED[i][1]);
            return strlen(NAMED[i][0]);
        }
    mintu_buffer_add(out, text, 1);
    return 1;
}

/* A browser takes HTML; paper takes its text. */
static bool read_attribution(mintu_parser *parser, void *into, const json_t *json)
{
    mintu_buffer text = {0};
    for (const char *at = json_string_value(json); *at;) {
        const char *end = *at == '<' ? strchr(at, '>') : NULL;
        if (end)
            at = end + 1;
        else
            at += add_reference(&text, at);
    }
    mintu_buffer_text(&text, "");
    ((mintu_style_source *)into)->attribution = text.failed ? NULL : mintu_pool_copy(parser->pool, text.data, text.size);
    mintu_buffer_free(&text);
    return ((mintu_style_source *)into)->attribution || mintu_parser_fail_memory(parser) != NULL;
}

static bool read_promoted(mintu_parser *parser, void *into, const json_t *json)
{
    (void)parser;
    ((mintu_style_source *)into)->promoted = json_string_value(json);
    return true;
}

static bool read_filter(mintu_parser *parser, void *into, const json_t *json)
{
    return mintu_style_read_condition(parser, &((mintu_style_source *)into)->filter, json);
}

/* What tells a running map how to cut and credit the data changes nothing in print. */
static const mintu_object_member MEMBERS[] = {{.key = "type"},
                                              {.key = "data"},
                                              {"attribution", "string", read_attribution},
                                              {"promoteId", "string", read_promoted},
                                              {"filter", NULL, read_filter},
                                              {.key = "maxzoom"},
                                              {.key = "buffer"},
                                              {.key = "tolerance"},
                                              {.key = "lineMetrics"},
                                              {0}};

static const char *keep(mintu_parser *parser, char *text)
{
    const char *copy = mintu_pool_move(parser->pool, text);
    if (!copy)
        mintu_parser_fail_memory(parser);
    return copy;
}

/* Where the file lies is for whoever reads it to judge; a check of the document tells it at once. */
static bool keep_file(mintu_parser *parser, mintu_style_source *source, const char *file, const char *folder)
{
    const char *fault = mintu_path_fault(file, false), *slash = strrchr(file, '/');
    if (strcmp(slash ? slash + 1 : file, ".") == 0)
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, "data", "\"%s\" is a folder; name a file in it", file);
    if (fault && parser->hear)
        return mintu_parser_note(parser, MINTU_STATUS_UNSUPPORTED, "data",
                                 "\"%s\" leads out of the style's folder: %s; put the file into that folder", file, fault);
    source->file = file;
    source->data = keep(parser, mintu_path_join(folder, file));
    return source->data != NULL;
}

/* "FILE|layername=NAME", as QGIS writes it. */
static bool read_path(mintu_parser *parser, mintu_style_source *source, const char *text, const char *folder)
{
    static const char mark[] = "|layername=";
    const char *bar = strstr(text, mark);
    if (!bar)
        return keep_file(parser, source, text, folder);
    const char *name = bar + sizeof mark - 1;
    if (bar == text || !*name)
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, "data", "\"%s\" names no %s; expected FILE|layername=NAME", text,
                                 *name ? "file" : "layer");
    if (strchr(name, '|'))
        return mintu_parser_note(
            parser, MINTU_STATUS_UNSUPPORTED, "data",
            "\"%s\" asks for more than a layer; expected FILE|layername=NAME, and a \"filter\" in the layer", text);
    const char *file = mintu_pool_copy(parser->pool, text, (size_t)(bar - text));
    source->layer = name;
    return file ? keep_file(parser, source, file, folder) : mintu_parser_fail_memory(parser) != NULL;
}

static const mintu_inline_data *find_inside(const mintu_style *style, const char *name)
{
    const mintu_inline_data *data = style->inside;
    while (data && strcmp(data->name, name) != 0)
        data = data->next;
    return data;
}

static bool read_data(mintu_parser *parser, mintu_style_source *source, const json_t *json, const char *folder)
{
    const char *text = json_string_value(json);
    if (json_is_object(json) && source->inside) {
        source->data = source->inside->text;
    } else if (!text || !*text) {
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, json ? "data" : NULL,
                                 "\"data\" must be mintu:NAME, the path of a file, FILE|layername=NAME, or a GeoJSON object");
    } else if (strstr(text, "://")) {
        return mintu_parser_note(parser, MINTU_STATUS_UNSUPPORTED, "data",
                                 "\"%s\" is an address, and print fetches nothing; download it and name the file", text);
    } else if (strncmp(text, "mintu:", 6) == 0) {
        source->data = text;
    } else {
        return read_path(parser, source, text, folder);
    }
    return source->data != NULL;
}

static bool read_source(mintu_parser *parser, void *into, const json_t *json)
{
    mintu_style *style = into;
    mintu_style_source *source = &style->sources[style->source_count++];
    const char *type = json_string_value(json_object_get(json, "type"));
    source->name = parser->path->key;
    source->inside = find_inside(style, source->name);
    if (json_is_object(json) && !type)
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "the source \"%s\" has no \"type\"; expected \"geojson\"",
                                 source->name);
    if (type && strcmp(type, "geojson") != 0)
        return mintu_parser_note(parser, MINTU_STATUS_UNSUPPORTED, "type",
                                 "the source type \"%s\" is not supported; expected \"geojson\"", type);
    return mintu_parser_read_members(parser, json, "a source", MEMBERS, source) &&
           read_data(parser, source, json_object_get(json, "data"), style->folder);
}

bool mintu_style_read_sources(mintu_parser *parser, void *into, const json_t *json)
{
    mintu_style *style = into;
    style->sources = mintu_parser_take(parser, (json_object_size(json) + 1) * sizeof *style->sources);
    return style->sources && mintu_parser_read_each(parser, json, read_source, style);
}
