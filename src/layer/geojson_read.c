#include "layer/geojson_read.h"

#include "base/message.h"
#include "base/utf8.h"
#include "format/json.h"
#include "layer/geojson_feature.h"
#include "layer/geojson_geometry.h"
#include "layer/layer.h"
#include "layer/layer_end.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char doing[] = N_("reading a layer");

static mintu_json_scan begin_scan(const mintu_geojson_text *text)
{
    size_t mark = mintu_json_mark(text->text, text->size);
    return (mintu_json_scan){.source = text->source,
                             .begin = text->text + mark,
                             .at = text->text + mark,
                             .end = text->text + text->size,
                             .base = text->base};
}

bool mintu_geojson_is_topology(const mintu_geojson_text *text)
{
    mintu_json_scan scan = begin_scan(text);
    mintu_buffer type = {0};
    bool topology = mintu_json_peek(&scan) == '{' && strstr(scan.at, "\"Topology\"") &&
                    mintu_geojson_type(&scan, NULL, &type) == MINTU_STATUS_OK && strcmp(type.data, "Topology") == 0;
    mintu_buffer_free(&type);
    return topology;
}

/* The layer's own name, when the text has one. */
static mintu_status read_name(mintu_geojson_reading *in, mintu_error *error)
{
    if (mintu_json_peek(&in->scan) != '"')
        return mintu_json_skip(&in->scan, error);
    mintu_status status = mintu_json_take_text(&in->scan, error, &in->text);
    if (status != MINTU_STATUS_OK || !in->text.size)
        return status;
    char *name = mintu_text_copy(in->text.data);
    if (!name)
        return mintu_fail_memory(error, doing);
    free(in->layer->name);
    in->layer->name = name;
    return status;
}

bool mintu_code_is_wgs84(const char *code)
{
    static const char *const codes[] = {"CRS84", "CRS84h", "4326", "4979", "4490", "4480", NULL};
    return mintu_text_listed(code, codes);
}

/* By the end of its name: urn:ogc:def:crs:OGC:1.3:CRS84. */
static bool is_wgs84(const char *name)
{
    const char *colon = strrchr(name, ':');
    return mintu_code_is_wgs84(colon ? colon + 1 : name);
}

/* {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}; a link to a system is not followed. */
static mintu_status read_crs(mintu_geojson_reading *in, mintu_error *error, mintu_buffer *crs)
{
    const char *start = in->scan.at;
    mintu_status status = mintu_json_skip(&in->scan, error);
    if (status != MINTU_STATUS_OK)
        return status;
    json_t *object = json_loadb(start, (size_t)(in->scan.at - start), JSON_DECODE_ANY, NULL);
    const char *name = json_string_value(json_object_get(json_object_get(object, "properties"), "name"));
    mintu_buffer_clear(crs);
    if (name && !is_wgs84(name))
        mintu_buffer_text(crs, name);
    bool other = object && !json_is_null(object) && !name;
    json_decref(object);
    return other ? mintu_json_fail(&in->scan, start, error, "the reference system is not given by its name, such as EPSG:4490")
                 : status;
}

/* Another member of the collection is a note when it is a text; one that cannot be a note is left out. */
static mintu_status read_note(mintu_geojson_reading *in, mintu_error *error)
{
    if (mintu_json_peek(&in->scan) != '"')
        return mintu_json_skip(&in->scan, error);
    mintu_status status = mintu_json_take_text(&in->scan, error, &in->text);
    if (status != MINTU_STATUS_OK)
        return status;
    status = mintu_layer_note_set(in->layer, in->name.data, in->text.data, NULL);
    return status == MINTU_STATUS_OK || status == MINTU_STATUS_USAGE ? MINTU_STATUS_OK : mintu_fail_memory(error, doing);
}

/* A list that stands alone may also hold the rows of a table, as programs write them. */
static mintu_status read_features(mintu_geojson_reading *in, bool alone, mintu_error *error)
{
    bool more = true, records = false;
    mintu_status status = mintu_json_take(&in->scan, '[', error);
    for (size_t i = 0; status == MINTU_STATUS_OK; i++) {
        status = mintu_json_next(&in->scan, ']', i, error, &more);
        if (status != MINTU_STATUS_OK || !more)
            break;
        mintu_json_peek(&in->scan);
        records = i == 0 ? alone && mintu_geojson_is_record(in) : records;
        in->layer->open = !records; /* a table's rows have every column */
        status = records ? mintu_geojson_record(in, error) : mintu_geojson_feature(in, error);
    }
    return status;
}

static mintu_status read_collection_member(mintu_geojson_reading *in, mintu_error *error, mintu_buffer *crs)
{
    const char *name = in->name.data;
    if (strcmp(name, "name") == 0)
        return read_name(in, error);
    if (strcmp(name, "crs") == 0)
        return read_crs(in, error, crs);
    return strcmp(name, "type") == 0 ? mintu_json_skip(&in->scan, error) : read_note(in, error);
}

static mintu_status read_collection(mintu_geojson_reading *in, mintu_error *error, mintu_buffer *crs)
{
    bool more = true, found = false;
    const char *start = in->scan.at;
    mintu_status status = mintu_json_take(&in->scan, '{', error);
    for (size_t i = 0; status == MINTU_STATUS_OK; i++) {
        status = mintu_json_next(&in->scan, '}', i, error, &more);
        if (status != MINTU_STATUS_OK || !more)
            break;
        status = mintu_json_take_name(&in->scan, error, &in->name);
        if (status != MINTU_STATUS_OK)
            break;
        bool features = strcmp(in->name.data, "features") == 0;
        if (features && found)
            return mintu_json_fail(&in->scan, in->scan.at, error, "the collection has its features twice");
        found = found || features;
        status = features ? read_features(in, false, error) : read_collection_member(in, error, crs);
    }
    return status == MINTU_STATUS_OK && !found ? mintu_json_fail(&in->scan, start, error, "the collection has no features")
                                               : status;
}

/* One text; *single when others may follow: features in a sequence. */
static mintu_status read_text(mintu_geojson_reading *in, mintu_error *error, mintu_buffer *crs, bool *single)
{
    const char *start = in->scan.at;
    *single = false;
    if (*start == '[' && start[1 + strspn(start + 1, " \t\r\n")] == '{') /* the features of a collection alone */
        return read_features(in, true, error);
    if (*start != '{')
        return mintu_json_fail(&in->scan, start, error, "expected GeoJSON, an object in braces");
    mintu_status status = mintu_geojson_type(&in->scan, error, &in->name);
    if (status != MINTU_STATUS_OK)
        return status;
    *single = strcmp(in->name.data, "FeatureCollection") != 0;
    if (!*single)
        return read_collection(in, error, crs);
    if (strcmp(in->name.data, "Feature") == 0)
        return mintu_geojson_feature(in, error);
    if (mintu_geojson_is_geometry(in->name.data))
        return mintu_geojson_bare(in, error);
    char name[64] = "the object has no \"type\"";
    if (in->name.data[0])
        snprintf(name, sizeof name, "the type \"%.*s\" is none of GeoJSON",
                 (int)mintu_utf8_cut(in->name.data, strlen(in->name.data) < 20 ? strlen(in->name.data) : 20), in->name.data);
    char text[160];
    snprintf(text, sizeof text, "%s; expected GeoJSON, whose type is FeatureCollection, Feature or that of a geometry", name);
    return mintu_json_fail(&in->scan, start, error, text);
}

/* A record separator, or the end of a line, is between texts. */
static bool take_separator(mintu_json_scan *scan)
{
    const char *start = scan->at;
    bool separate = false;
    while (mintu_json_peek(scan) == '\x1E')
        scan->at++;
    for (const char *at = start; at < scan->at; at++)
        separate = separate || *at == '\n' || *at == '\x1E';
    return separate && scan->at < scan->end;
}

static mintu_status read_texts(mintu_geojson_reading *in, mintu_error *error, mintu_buffer *crs)
{
    bool single = false;
    mintu_status status;
    take_separator(&in->scan);
    do
        status = read_text(in, error, crs, &single);
    while (status == MINTU_STATUS_OK && single && take_separator(&in->scan));
    return status == MINTU_STATUS_OK ? mintu_json_end(&in->scan, error) : status;
}

static void tell(mintu_context *context, const mintu_geojson_reading *in)
{
    const char *source = in->scan.source;
    if (in->closed)
        mintu_context_notice(context, "%s: %zu rings of polygons were open and are closed", source, in->closed);
    if (in->twice)
        mintu_context_notice(context,
                             "%s: %zu times a feature has a member twice, first \"%s\" in feature %zu; the last of them counts",
                             source, in->twice, in->layer->fields[in->twice_field].name, in->twice_feature);
    if (in->without)
        mintu_context_notice(context, "%s: %zu features have no member \"geometry\", and are in the table alone", source,
                             in->without);
    if (in->cut)
        mintu_context_notice(
            context,
            "%s: %zu whole numbers of more than 64 bits are kept to 17 digits, the first in feature %zu; write "
            "them as texts to keep them whole",
            source, in->cut, in->cut_feature);
}

mintu_status mintu_geojson_read(mintu_context *context, const mintu_geojson_text *text, mintu_error *error, mintu_buffer *crs,
                                mintu_layer **out)
{
    mintu_geojson_reading in = {.scan = begin_scan(text), .context = context};
    mintu_status status = mintu_layer_new(context, text->name, error, out);
    if (status != MINTU_STATUS_OK)
        return status;
    in.layer = *out;
    in.layer->open = true;
    status = read_texts(&in, error, crs);
    if (status == MINTU_STATUS_OK)
        status = mintu_geojson_finish(&in, error);
    if (status == MINTU_STATUS_OK)
        tell(context, &in);
    mintu_geojson_reading_free(&in);
    return mintu_layer_end(status, out);
}
