#include "style/source_read.h"

#include "base/file.h"
#include "base/message.h"
#include "base/path_beneath.h"
#include "expression/parser_node.h"
#include "style/property_read.h"
#include "style/raster_source.h"
#include "style/spec_value.h"

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
    ((mintu_style_source *)into)->promoted = json_string_value(json);
    return json_is_string(json) ||
           mintu_parser_note(parser, MINTU_STATUS_UNSUPPORTED, NULL, "in print \"promoteId\" must be the name of a property");
}

static bool read_filter(mintu_parser *parser, void *into, const json_t *json)
{
    return mintu_style_read_condition(parser, &((mintu_style_source *)into)->filter, json);
}

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
    const char *fault = mintu_path_fault(file, false), *slash = strrchr(file, '/'),
               *key = source->elsewhere ? NULL
                      : source->raster  ? "url"
                                        : "data";
    if (strcmp(slash ? slash + 1 : file, ".") == 0)
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, key, "\"%s\" is a folder; name a file in it", file);
    if (fault && parser->hear)
        return mintu_parser_note(parser, MINTU_STATUS_UNSUPPORTED, key,
                                 "\"%s\" leads out of the style's folder: %s; put the file into that folder", file,
                                 mintu_message(fault));
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
    if (source->elsewhere) {
        source->inside = NULL;
        return read_path(parser, source, source->elsewhere, folder);
    }
    if (json_is_object(json) && source->inside) {
        source->data = source->inside->text;
    } else if (!text || !*text) {
        return mintu_parser_note(parser, json ? MINTU_STATUS_UNSUPPORTED : MINTU_STATUS_INPUT, json ? "data" : NULL,
                                 "\"data\" must be mintu:NAME, the path of a file, FILE|layername=NAME, or a GeoJSON object");
    } else if (mintu_path_is_text(text)) {
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, "data",
                                 "\"data\" is a JSON text in quotes; write the GeoJSON object itself, without them");
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

/* Why @p url, of a picture or of a description of tiles, is no file for print; NULL when it may be one. */
static const char *url_fault(const char *url)
{
    if (strncmp(url, "data:", 5) == 0 || strncmp(url, "blob:", 5) == 0)
        return N_("print reads no picture that stands in the document; put it into a file, and name that");
    return strstr(url, "://")
               ? N_("it is an address, and print fetches nothing; download it and name the file, here or, beside what "
                    "the web takes, in the document's metadata \"mintu:files\"")
               : NULL;
}

/* A file of pixels, which the web has as tiles or as a picture at an address. */
static bool read_pixels(mintu_parser *parser, mintu_style_source *source, const json_t *json, const char *folder)
{
    const char *url = source->elsewhere ? source->elsewhere : json_string_value(json_object_get(json, "url"));
    const json_t *tiles = json_object_get(json, "tiles");
    mintu_raster_source *raster = mintu_parser_take(parser, sizeof *raster);
    if (!raster || !mintu_raster_source_read(parser, raster, json))
        return false;
    source->raster = raster;
    if (!url || !*url)
        return mintu_parser_note(
            parser, MINTU_STATUS_UNSUPPORTED, tiles ? "tiles" : NULL,
            "print fetches no tiles; name a %s, by a path relative to the style, in the document's metadata "
            "\"mintu:files\": {\"%s\": PATH}, or as \"url\"",
            raster->elevation ? mintu_message("GeoTIFF of elevations")
                              : mintu_message("GeoTIFF, or a picture with a world file"),
            source->name);
    if (url_fault(url))
        return mintu_parser_note(parser, MINTU_STATUS_UNSUPPORTED, "url", "\"%.60s\": %s", url, url_fault(url));
    return keep_file(parser, source, url, folder);
}

static bool refuse_member(mintu_parser *parser, void *into, const json_t *json)
{
    (void)into, (void)json;
    return mintu_parser_note(parser, MINTU_STATUS_UNSUPPORTED, NULL, "\"%s\" of a source is not supported; remove it",
                             parser->path->key);
}

static bool refuse_switch(mintu_parser *parser, void *into, const json_t *json)
{
    return json_is_false(json) || refuse_member(parser, into, json);
}

/* What tells a running map how to cut and credit the data changes nothing in print. */
static const mintu_object_member MEMBERS[] = {
    {.key = "type"},
    {.key = "data"},
    {"attribution", "string", read_attribution},
    {.key = "maxzoom"},
    {.key = "buffer"},
    {.key = "tolerance"},
    {.key = "lineMetrics"},
    {.key = "clusterRadius"},
    {.key = "clusterMaxZoom"},
    {.key = "clusterMinPoints"},
    {.key = "clusterProperties"},
    {"cluster", NULL, refuse_switch},
    {"generateId", NULL, refuse_switch},
    {"filter", NULL, read_filter},
    {"promoteId", NULL, read_promoted},
    {0},
};

/* The document's own word for where print's files are. */
static const json_t *files_of(const mintu_style *style)
{
    return json_object_get(json_object_get(style->root, "metadata"), "mintu:files");
}

static bool read_own_file(mintu_parser *parser, void *into, const json_t *json)
{
    const mintu_style *style = into;
    const char *text = json_string_value(json), *fault = text ? url_fault(text) : NULL;
    if (!text || !*text)
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "\"%s\" must be the path of a file, relative to the style",
                                 parser->path->key);
    if (fault)
        return mintu_parser_note(parser, MINTU_STATUS_UNSUPPORTED, NULL, "\"%.60s\": %s", text, mintu_message(fault));
    return json_object_get(json_object_get(style->root, "sources"), parser->path->key) ||
           mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "there is no source \"%s\"; name one of the document's sources",
                             parser->path->key);
}

bool mintu_style_read_files(mintu_parser *parser, void *into, const json_t *json)
{
    return mintu_parser_read_each(parser, json, read_own_file, into);
}

static bool is_hidden(const json_t *layer)
{
    const char *visibility = json_string_value(json_object_get(json_object_get(layer, "layout"), "visibility"));
    return visibility && strcmp(visibility, "none") == 0;
}

/* True when a layer of the document (one that is not hidden, with @p shown), or its inset, draws the source. */
static bool is_used(const mintu_style *style, const char *name, bool shown)
{
    const json_t *layers = json_object_get(style->root, "layers"), *metadata = json_object_get(style->root, "metadata");
    const json_t *inset = json_object_get(json_object_get(metadata, "mintu:layout"), "inset");
    const char *inside = json_string_value(json_object_get(inset, "source"));
    bool used = inside && strcmp(inside, name) == 0;
    for (size_t i = 0; !used && i < json_array_size(layers); i++) {
        const json_t *layer = json_array_get(layers, i);
        const char *own = json_string_value(json_object_get(layer, "source"));
        used = own && strcmp(own, name) == 0 && !(shown && is_hidden(layer));
    }
    return used;
}

static const mintu_spec *source_rows(const char *type)
{
    static const char *const types[][2] = {
        {"geojson", "source_geojson"}, {"vector", "source_vector"},         {"raster", "source_raster"},
        {"image", "source_image"},     {"raster-dem", "source_raster_dem"}, {"video", "source_video"},
    };
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (strcmp(types[i][0], type) == 0)
            return mintu_spec_rows(types[i][1]);
    return NULL;
}

/* Only an encoding of one's own has factors. */
static bool check_elevation(mintu_parser *parser, const json_t *json)
{
    static const char *const factors[] = {"redFactor", "greenFactor", "blueFactor", "baseShift"};
    const char *encoding = json_string_value(json_object_get(json, "encoding"));
    bool own = encoding && strcmp(encoding, "custom") == 0;
    for (size_t i = 0; !own && i < sizeof factors / sizeof *factors; i++)
        if (json_object_get(json, factors[i]))
            return mintu_parser_note(parser, MINTU_STATUS_INPUT, factors[i],
                                     "\"%s\" is for sources with \"encoding\": \"custom\"", factors[i]);
    return true;
}

static bool check_source(mintu_parser *parser, const json_t *json)
{
    const char *type = json_string_value(json_object_get(json, "type"));
    if (!json_is_object(json))
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "a source must be an object");
    if (!type)
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "the source \"%s\" has no \"type\"; expected \"geojson\"",
                                 parser->path->key);
    if (!source_rows(type))
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, "type", "there is no source type \"%s\"; expected \"geojson\"",
                                 type);
    return mintu_spec_check_members(parser, source_rows(type), "a source", json) &&
           (strcmp(type, "raster-dem") != 0 || check_elevation(parser, json));
}

static bool read_printed(mintu_parser *parser, mintu_style_source *source, const json_t *json, const char *folder)
{
    static const mintu_object_member credits[] = {{"attribution", "string", read_attribution}, {0}};
    if (mintu_spec_lists("raster image raster-dem", source->type))
        return mintu_parser_read_members(parser, json, NULL, credits, source) && read_pixels(parser, source, json, folder);
    return strcmp(source->type, "geojson") != 0 || (mintu_parser_read_members(parser, json, "a source", MEMBERS, source) &&
                                                    read_data(parser, source, json_object_get(json, "data"), folder));
}

/* Nobody misses what no layer draws. */
static bool read_source(mintu_parser *parser, void *into, const json_t *json)
{
    mintu_style *style = into;
    const char *name = parser->path->key;
    mintu_style_source *source = &style->sources[style->source_count++];
    *source = (mintu_style_source){.name = name};
    if (!check_source(parser, json))
        return false;
    bool used = is_used(style, name, false) || !mintu_parser_remark(parser, NULL, "no layer uses the source \"%s\"", name);
    *source = (mintu_style_source){.name = name,
                                   .data = "",
                                   .type = json_string_value(json_object_get(json, "type")),
                                   .measured = json_is_true(json_object_get(json, "lineMetrics")),
                                   .inside = find_inside(style, name),
                                   .elsewhere = json_string_value(json_object_get(files_of(style), name))};
    bool good = read_printed(parser, source, json, style->folder), kept = good && source->data[0];
    bool missed = used && !(source->raster && !is_used(style, name, true));
    if (missed || (!good && parser->status != MINTU_STATUS_UNSUPPORTED))
        return good;
    parser->status = MINTU_STATUS_OK;
    style->source_count -= !kept && !used;
    return true;
}

bool mintu_style_read_sources(mintu_parser *parser, void *into, const json_t *json)
{
    mintu_style *style = into;
    style->sources = mintu_parser_take(parser, (json_object_size(json) + 1) * sizeof *style->sources);
    return style->sources && mintu_parser_read_each(parser, json, read_source, style);
}
