#include "layer/geojson_write.h"

#include "base/message.h"
#include "format/decimal.h"
#include "layer/layer_data.h"
#include "layer/layer_value.h"
#include "layer/row_id.h"
#include "layer/shape.h"

#include <jansson.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char doing[] = N_("writing a layer");

typedef struct writer {
    const mintu_layer *layer;
    mintu_row_ids ids;
    mintu_shape shape;
    mintu_buffer text, id;
} writer;

static int add_chunk(const char *text, size_t size, void *buffer)
{
    mintu_buffer_add(buffer, text, size);
    return 0;
}

static void add_string(mintu_buffer *buffer, const char *text)
{
    json_t *string = json_string(text);
    if (!string || json_dump_callback(string, add_chunk, buffer, JSON_ENCODE_ANY) != 0)
        buffer->failed = true;
    json_decref(string);
}

static void add_position(mintu_buffer *text, const double *xy)
{
    mintu_buffer_text(text, "[");
    mintu_decimal_add(text, xy[0]);
    mintu_buffer_text(text, ",");
    mintu_decimal_add(text, xy[1]);
    mintu_buffer_text(text, "]");
}

/* Twice the signed area about the first vertex: positive when counter-clockwise. */
static double turn(const double *xy, size_t count)
{
    double sum = 0;
    for (size_t i = 1; i + 1 < count; i++)
        sum += (xy[2 * i] - xy[0]) * (xy[2 * i + 3] - xy[1]) - (xy[2 * i + 2] - xy[0]) * (xy[2 * i + 1] - xy[1]);
    return sum;
}

/* The vertices of a part; those that rounding makes equal to the one before are left out while a ring keeps four. */
static void add_path(mintu_buffer *text, const mintu_shape *shape, size_t part)
{
    const double *xy = shape->xy + 2 * shape->starts[part], *before = NULL;
    size_t count = shape->starts[part + 1] - shape->starts[part];
    bool ring = shape->type == MINTU_GEOMETRY_TYPE_POLYGON;
    bool backwards = ring && (turn(xy, count) > 0) != (shape->outer[part] != 0);
    size_t spare = ring ? (count > 4 ? count - 4 : 0) : (count > 2 ? count - 2 : 0);
    mintu_buffer_text(text, "[");
    for (size_t i = 0; i < count; i++) {
        const double *vertex = xy + 2 * (backwards ? count - 1 - i : i);
        if (before && spare && mintu_decimal_same(vertex[0], before[0]) && mintu_decimal_same(vertex[1], before[1])) {
            spare--;
            continue;
        }
        if (before)
            mintu_buffer_text(text, ",");
        add_position(text, vertex);
        before = vertex;
    }
    mintu_buffer_text(text, "]");
}

/* Number of points, lines or outer rings. */
static size_t count_singles(const mintu_shape *shape)
{
    size_t count = 0;
    for (size_t part = 0; part < shape->part_count; part++)
        count += shape->outer[part];
    return count;
}

static void add_parts(mintu_buffer *text, const mintu_shape *shape)
{
    bool many = count_singles(shape) > 1, polygon = shape->type == MINTU_GEOMETRY_TYPE_POLYGON;
    mintu_buffer_text(text, many ? "[" : "");
    for (size_t part = 0; part < shape->part_count; part++) {
        if (polygon && shape->outer[part])
            mintu_buffer_text(text, part ? "],[" : "[");
        else if (part)
            mintu_buffer_text(text, ",");
        if (shape->type == MINTU_GEOMETRY_TYPE_POINT)
            add_position(text, shape->xy + 2 * shape->starts[part]);
        else
            add_path(text, shape, part);
    }
    mintu_buffer_text(text, polygon ? "]" : "");
    mintu_buffer_text(text, many ? "]" : "");
}

static void add_geometry(mintu_buffer *text, const mintu_shape *shape)
{
    static const char *const names[] = {"", "Point", "LineString", "Polygon"};
    if (shape->type == MINTU_GEOMETRY_TYPE_NONE || shape->part_count == 0) {
        mintu_buffer_text(text, "null");
        return;
    }
    mintu_buffer_format(text, "{\"type\":\"%s%s\",\"coordinates\":", count_singles(shape) > 1 ? "Multi" : "",
                        names[shape->type]);
    add_parts(text, shape);
    mintu_buffer_text(text, "}");
}

static void add_value(writer *w, size_t row, size_t field)
{
    mintu_field_type type = mintu_layer_value_type(w->layer, row, field);
    const char *text = mintu_layer_text(w->layer, row, field);
    if (type == MINTU_FIELD_TYPE_END)
        mintu_buffer_text(&w->text, "null");
    else if (type == MINTU_FIELD_TYPE_TEXT || type == MINTU_FIELD_TYPE_DATE || type == MINTU_FIELD_TYPE_DATETIME)
        add_string(&w->text, text);
    else
        mintu_buffer_text(&w->text, text);
}

static void add_properties(writer *w, size_t row)
{
    const char *comma = "";
    mintu_buffer_text(&w->text, "{");
    for (size_t field = 0; field < mintu_layer_field_count(w->layer); field++) {
        if (!mintu_layer_is_property(w->layer, row, field))
            continue;
        mintu_buffer_text(&w->text, comma);
        comma = ",";
        add_string(&w->text, mintu_layer_field_name(w->layer, field));
        mintu_buffer_text(&w->text, ":");
        add_value(w, row, field);
    }
    mintu_buffer_text(&w->text, "}");
}

/* The id that the feature was read with, else one that is made of its columns. */
static void add_id(writer *w, size_t row)
{
    bool number;
    const char *own = mintu_layer_id(w->layer, row, &number);
    if (!own && !(w->layer->ids == NULL && mintu_row_id(w->layer, &w->ids, row, &w->id)))
        return;
    mintu_buffer_text(&w->text, "\"id\":");
    if (own && number)
        mintu_buffer_text(&w->text, own);
    else
        add_string(&w->text, own ? own : w->id.failed ? "" : w->id.data);
    w->text.failed = w->text.failed || w->id.failed;
    mintu_buffer_text(&w->text, ",");
}

/* A collection when the feature has more rows. */
static mintu_status add_geometries(writer *w, size_t row, mintu_error *error)
{
    bool collection = mintu_layer_is_further(w->layer, row + 1);
    mintu_status status = mintu_layer_shape(w->layer, row, &w->shape, error);
    mintu_buffer_text(&w->text, collection ? "{\"type\":\"GeometryCollection\",\"geometries\":[" : "");
    if (status == MINTU_STATUS_OK)
        add_geometry(&w->text, &w->shape);
    while (status == MINTU_STATUS_OK && mintu_layer_is_further(w->layer, ++row)) {
        status = mintu_layer_shape(w->layer, row, &w->shape, error);
        mintu_buffer_text(&w->text, ",");
        add_geometry(&w->text, &w->shape);
    }
    mintu_buffer_text(&w->text, collection ? "]}" : "");
    return status;
}

static mintu_status add_feature(writer *w, size_t row, mintu_error *error)
{
    mintu_buffer_text(&w->text, row ? ",\n{\"type\":\"Feature\"," : "\n{\"type\":\"Feature\",");
    add_id(w, row);
    mintu_buffer_text(&w->text, "\"properties\":");
    add_properties(w, row);
    mintu_buffer_text(&w->text, ",\"geometry\":");
    mintu_status status = add_geometries(w, row, error);
    mintu_buffer_text(&w->text, "}");
    return status;
}

/* The member of GeoJSON before RFC 7946, "urn:ogc:def:crs:EPSG::4548". */
static void add_system(mintu_buffer *text, const char *code)
{
    size_t authority = strcspn(code, ":");
    mintu_buffer_format(text, ",\n\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:%.*s::%s\"}}",
                        (int)authority, code, code + authority + 1);
}

/* Name, notes and bbox stand before the features, so that a reader has them first. */
static mintu_status add_head(writer *w, mintu_error *error)
{
    mintu_buffer_text(&w->text, "{\"type\":\"FeatureCollection\",\n\"name\":");
    add_string(&w->text, w->layer->name);
    for (size_t i = 0; i < w->layer->note_count; i++) {
        mintu_buffer_text(&w->text, ",\n");
        add_string(&w->text, w->layer->notes[i].key);
        mintu_buffer_text(&w->text, ":");
        add_string(&w->text, w->layer->notes[i].value);
    }
    if (w->layer->system)
        add_system(&w->text, w->layer->system->code);
    double bounds[4];
    bool found;
    mintu_status status = mintu_layer_bounds(w->layer, bounds, &found, error);
    if (status == MINTU_STATUS_OK && found) {
        mintu_buffer_text(&w->text, ",\n\"bbox\":[");
        for (int i = 0; i < 4; i++) {
            mintu_buffer_text(&w->text, i ? "," : "");
            mintu_decimal_add(&w->text, bounds[i]);
        }
        mintu_buffer_text(&w->text, "]");
    }
    mintu_buffer_text(&w->text, ",\n\"features\":[");
    return status;
}

mintu_status mintu_geojson_write(const mintu_layer *layer, mintu_output *output, mintu_error *error)
{
    writer w = {.layer = layer};
    mintu_status status = mintu_row_ids_find(layer, error, &w.ids);
    if (status == MINTU_STATUS_OK)
        status = add_head(&w, error);
    for (size_t row = 0; row < layer->count && status == MINTU_STATUS_OK; row++) {
        if (mintu_layer_is_further(layer, row))
            continue;
        status = add_feature(&w, row, error);
        if (status == MINTU_STATUS_OK)
            status = mintu_output_text(output, &w.text, false, doing, error);
    }
    mintu_buffer_text(&w.text, layer->count ? "\n]}\n" : "]}\n");
    if (status == MINTU_STATUS_OK)
        status = mintu_output_text(output, &w.text, true, doing, error);
    mintu_shape_free(&w.shape);
    mintu_buffer_free(&w.text);
    mintu_buffer_free(&w.id);
    return status;
}

mintu_status mintu_json_write(const mintu_layer *layer, mintu_output *output, mintu_error *error)
{
    writer w = {.layer = layer};
    mintu_status status = MINTU_STATUS_OK;
    mintu_buffer_text(&w.text, "[");
    for (size_t row = 0; row < layer->count && status == MINTU_STATUS_OK; row++) {
        if (mintu_layer_is_further(layer, row))
            continue;
        mintu_buffer_text(&w.text, row ? ",\n" : "\n");
        add_properties(&w, row);
        status = mintu_output_text(output, &w.text, false, doing, error);
    }
    mintu_buffer_text(&w.text, layer->count ? "\n]\n" : "]\n");
    if (status == MINTU_STATUS_OK)
        status = mintu_output_text(output, &w.text, true, doing, error);
    mintu_buffer_free(&w.text);
    return status;
}
