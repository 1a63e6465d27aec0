#include "layer/geojson_feature.h"

#include "base/message.h"
#include "layer/further_row.h"
#include "layer/geojson_geometry.h"
#include "layer/layer.h"
#include "layer/layer_value.h"
#include "layer/read_limits.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char doing[] = N_("reading a layer");

/* A text of the layer's own, and what it costs. */
static mintu_status keep_text(mintu_geojson_reading *in, const char *text, size_t size, mintu_error *error, mintu_cell *out)
{
    out->text = mintu_text_store_add(&in->layer->texts, text, size);
    in->bytes += size + MINTU_TEXT_BYTES;
    return out->text ? MINTU_STATUS_OK : mintu_fail_memory(error, doing);
}

/* Lists and objects stay the text that they are. */
static mintu_status read_json(mintu_geojson_reading *in, mintu_error *error, mintu_cell *out)
{
    const char *start = in->scan.at;
    mintu_status status = mintu_json_skip(&in->scan, error);
    out->kind = MINTU_CELL_JSON;
    return status == MINTU_STATUS_OK ? keep_text(in, start, (size_t)(in->scan.at - start), error, out) : status;
}

static mintu_status read_number(mintu_geojson_reading *in, mintu_error *error, mintu_cell *out)
{
    mintu_json_number number;
    mintu_status status = mintu_json_take_number(&in->scan, error, &number);
    if (status != MINTU_STATUS_OK)
        return status;
    *out = number.whole ? (mintu_cell){MINTU_CELL_INTEGER, .integer = number.integer}
                        : (mintu_cell){MINTU_CELL_REAL, .real = number.real};
    if (number.cut && in->cut++ == 0)
        in->cut_feature = in->layer->count;
    return status;
}

static mintu_status read_text(mintu_geojson_reading *in, mintu_error *error, mintu_cell *out)
{
    mintu_status status = mintu_json_take_text(&in->scan, error, &in->text);
    out->kind = MINTU_CELL_TEXT;
    return status == MINTU_STATUS_OK ? keep_text(in, in->text.data, in->text.size, error, out) : status;
}

static mintu_status read_value(mintu_geojson_reading *in, mintu_error *error, mintu_cell *out)
{
    *out = (mintu_cell){0};
    char head = mintu_json_peek(&in->scan);
    switch (head) {
    case '"':
        return read_text(in, error, out);
    case '[':
    case '{':
        return read_json(in, error, out);
    case 't':
    case 'f':
        *out = (mintu_cell){MINTU_CELL_BOOLEAN, .boolean = head == 't'};
        return mintu_json_skip(&in->scan, error);
    case 'n':
        out->kind = MINTU_CELL_NULL;
        return mintu_json_skip(&in->scan, error);
    default:
        return read_number(in, error, out);
    }
}

/* The field of that name, made when it is new; most features have theirs in the order of the feature before. */
static mintu_status find_field(mintu_geojson_reading *in, size_t guess, mintu_error *error, size_t *out)
{
    mintu_layer *layer = in->layer;
    const char *name = in->name.data;
    *out = guess;
    if (guess < layer->field_count && strcmp(layer->fields[guess].name, name) == 0)
        return MINTU_STATUS_OK;
    if (mintu_textmap_get(&in->fields, name, out))
        return MINTU_STATUS_OK;
    if (layer->field_count >= in->context->limits.fields)
        return mintu_fail_limit(error, in->scan.source, in->context->limits.fields, "fields",
                                "remove those that are not needed");
    /* JSON allows a member without a name, and a column needs one; "_" may be the name of another. */
    bool bare = !name[0] || strcmp(name, "_") == 0;
    char own[32] = "_";
    for (int again = 2; bare && mintu_layer_field_find(layer, own) >= 0; again++)
        snprintf(own, sizeof own, "_%d", again);
    mintu_status status = mintu_layer_field_add(layer, bare ? own : name, MINTU_FIELD_TYPE_ANY, error);
    if (status != MINTU_STATUS_OK)
        return status;
    *out = layer->field_count - 1;
    const char *key = !name[0] ? "" : bare ? "_" : layer->fields[*out].name; /* the map keeps no copy */
    return mintu_textmap_set(&in->fields, key, *out) ? status : mintu_fail_memory(error, doing);
}

/* A member that the feature has twice: the last one counts, as everywhere. */
static void count_twice(mintu_geojson_reading *in, size_t field)
{
    if (in->layer->fields[field].cells[in->layer->count - 1].kind != MINTU_CELL_UNSET && in->twice++ == 0) {
        in->twice_feature = in->layer->count;
        in->twice_field = field;
    }
}

static mintu_status read_properties(mintu_geojson_reading *in, mintu_error *error)
{
    mintu_json_scan *scan = &in->scan;
    bool more = true;
    size_t field = 0;
    if (mintu_json_peek(scan) == 'n')
        return mintu_json_skip(scan, error);
    mintu_status status = mintu_json_take(scan, '{', error);
    for (size_t i = 0; status == MINTU_STATUS_OK; i++, field++) {
        status = mintu_json_next(scan, '}', i, error, &more);
        if (status != MINTU_STATUS_OK || !more)
            break;
        mintu_cell cell;
        status = mintu_json_take_name(scan, error, &in->name);
        if (status == MINTU_STATUS_OK)
            status = find_field(in, field, error, &field);
        if (status == MINTU_STATUS_OK)
            status = read_value(in, error, &cell);
        if (status == MINTU_STATUS_OK) {
            count_twice(in, field);
            in->layer->fields[field].cells[in->layer->count - 1] = cell;
        }
    }
    return status;
}

static mintu_status read_id(mintu_geojson_reading *in, mintu_error *error)
{
    mintu_layer *layer = in->layer;
    char head = mintu_json_peek(&in->scan);
    if (head == 'n')
        return mintu_json_skip(&in->scan, error);
    if (head != '"' && head != '-' && (head < '0' || head > '9'))
        return mintu_json_fail(&in->scan, in->scan.at, error, "the id of a feature is a text or a number");
    if (!layer->ids && !(layer->ids = calloc(layer->room + 1, sizeof *layer->ids)))
        return mintu_fail_memory(error, doing);
    return read_value(in, error, &layer->ids[layer->count - 1]);
}

static void count_shape(mintu_geojson_reading *in, const mintu_shape *shape)
{
    in->bytes += 2 * sizeof(double) * shape->vertex_count + MINTU_PART_BYTES * shape->part_count;
}

/* A collection of several kinds is as many rows, as maps of tiles have it: each with all properties. */
static mintu_status repeat_row(mintu_geojson_reading *in, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    for (int kind = in->further; kind > 0 && kind < MINTU_GEOJSON_KINDS && status == MINTU_STATUS_OK; kind++)
        if (in->shapes[kind].part_count > 0) {
            count_shape(in, &in->shapes[kind]);
            status = mintu_layer_further_append(in->layer, &in->shapes[kind], error);
        }
    return status;
}

static mintu_status read_geometry(mintu_geojson_reading *in, mintu_error *error)
{
    int kind = MINTU_GEOMETRY_TYPE_POINT;
    mintu_status status = mintu_geojson_geometry(&in->scan, in->shapes, &in->closed, error);
    if (status != MINTU_STATUS_OK)
        return status;
    while (kind + 1 < MINTU_GEOJSON_KINDS && in->shapes[kind].part_count == 0)
        kind++;
    in->further = kind + 1;
    count_shape(in, &in->shapes[kind]);
    return mintu_layer_shape_set(in->layer, in->layer->count - 1, &in->shapes[kind], error);
}

/* What the rows take so far: each a cell per field, and what is in them. */
static mintu_status check_bytes(const mintu_geojson_reading *in, mintu_error *error)
{
    size_t row = MINTU_ROW_BYTES + in->layer->field_count * sizeof(mintu_cell), most = in->context->limits.layer;
    return in->bytes <= most && in->layer->count <= (most - in->bytes) / row
               ? MINTU_STATUS_OK
               : mintu_fail_limit(
                     error, in->scan.source, most, "bytes as a layer in memory",
                     "leave out fields and features that are not needed, or simplify it, for example with ogr2ogr");
}

static mintu_status read_member(mintu_geojson_reading *in, bool *geometry, mintu_error *error)
{
    mintu_status status = mintu_json_take_name(&in->scan, error, &in->name);
    if (status != MINTU_STATUS_OK)
        return status;
    if (strcmp(in->name.data, "properties") == 0)
        return read_properties(in, error);
    if (strcmp(in->name.data, "id") == 0)
        return read_id(in, error);
    if (strcmp(in->name.data, "geometry") != 0)
        return mintu_json_skip(&in->scan, error);
    *geometry = true;
    return read_geometry(in, error);
}

static mintu_status read_feature(mintu_geojson_reading *in, mintu_error *error)
{
    bool more = true, geometry = false;
    const char *start = in->scan.at;
    mintu_status status = mintu_geojson_type(&in->scan, error, &in->name);
    if (status == MINTU_STATUS_OK && strcmp(in->name.data, "Feature") != 0)
        status = mintu_json_fail(&in->scan, start, error, "expected an object of the type Feature");
    if (status == MINTU_STATUS_OK)
        status = mintu_json_take(&in->scan, '{', error);
    for (size_t i = 0; status == MINTU_STATUS_OK; i++) {
        status = mintu_json_next(&in->scan, '}', i, error, &more);
        if (status != MINTU_STATUS_OK || !more)
            break;
        status = read_member(in, &geometry, error);
    }
    in->without += !geometry;
    return status;
}

/* Appends a row, and tells which feature it was that failed, with its name if that is known by then. */
static mintu_status append(mintu_geojson_reading *in, mintu_status read(mintu_geojson_reading *, mintu_error *),
                           mintu_error *error)
{
    mintu_error inner = {0};
    char title[128];
    double done = (double)(in->scan.at - in->scan.begin) / (double)(in->scan.end - in->scan.begin);
    mintu_status status = mintu_context_steps(in->context, in->layer->count, done, doing, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_append(in->layer, error);
    if (status != MINTU_STATUS_OK)
        return status;
    in->scan.doing = "";
    in->further = 0;
    status = read(in, &inner);
    in->scan.doing = NULL;
    if (status == MINTU_STATUS_OK)
        status = repeat_row(in, &inner);
    if (status == MINTU_STATUS_OK)
        return check_bytes(in, error);
    mintu_layer_row_title(in->layer, in->layer->count - 1, title, sizeof title);
    return mintu_fail_at(error, status, (mintu_where){inner.source, inner.line, inner.column}, "%s: %s: %s",
                         mintu_message(doing), title, inner.text);
}

mintu_status mintu_geojson_feature(mintu_geojson_reading *in, mintu_error *error)
{
    return append(in, read_feature, error);
}

/* True of an object that is no feature and no geometry: members alone, as tables are written to JSON. */
static bool is_record(const mintu_json_scan *scan)
{
    mintu_json_scan ahead = *scan;
    mintu_buffer name = {0};
    bool more = true, record = mintu_json_take(&ahead, '{', NULL) == MINTU_STATUS_OK;
    size_t count = 0;
    for (; record; count++) {
        if (mintu_json_next(&ahead, '}', count, NULL, &more) != MINTU_STATUS_OK || !more)
            break;
        mintu_buffer_clear(&name);
        bool known = mintu_json_take_name(&ahead, NULL, &name) == MINTU_STATUS_OK && !name.failed;
        record = known && strcmp(name.data, "geometry") != 0 && strcmp(name.data, "properties") != 0 &&
                 strcmp(name.data, "coordinates") != 0 && strcmp(name.data, "features") != 0 &&
                 mintu_json_skip(&ahead, NULL) == MINTU_STATUS_OK;
    }
    mintu_buffer_free(&name);
    return record && !more && count > 0;
}

static mintu_status read_record(mintu_geojson_reading *in, mintu_error *error)
{
    mintu_json_scan ahead = in->scan;
    if (is_record(&in->scan))
        return read_properties(in, error);
    mintu_status status = mintu_json_skip(&ahead, error); /* no JSON at all? */
    return status == MINTU_STATUS_OK ? mintu_json_fail(&in->scan, in->scan.at, error,
                                                       "expected an object with the values of a row, as those before it")
                                     : status;
}

bool mintu_geojson_is_record(const mintu_geojson_reading *in)
{
    mintu_json_scan ahead = in->scan;
    mintu_buffer type = {0};
    bool feature = mintu_geojson_type(&ahead, NULL, &type) == MINTU_STATUS_OK && type.data && strcmp(type.data, "Feature") == 0;
    mintu_buffer_free(&type);
    return !feature && is_record(&in->scan);
}

mintu_status mintu_geojson_record(mintu_geojson_reading *in, mintu_error *error)
{
    return append(in, read_record, error);
}

mintu_status mintu_geojson_bare(mintu_geojson_reading *in, mintu_error *error)
{
    return append(in, read_geometry, error);
}

static mintu_field_type find_type(const mintu_column *field, size_t count)
{
    bool seen[MINTU_CELL_JSON + 1] = {0};
    for (size_t row = 0; row < count; row++)
        seen[field->cells[row].kind] = true;
    int types = seen[MINTU_CELL_TEXT] + seen[MINTU_CELL_BOOLEAN] + seen[MINTU_CELL_JSON] +
                (seen[MINTU_CELL_INTEGER] || seen[MINTU_CELL_REAL]);
    if (types > 1)
        return MINTU_FIELD_TYPE_ANY;
    if (seen[MINTU_CELL_REAL])
        return MINTU_FIELD_TYPE_REAL;
    if (seen[MINTU_CELL_INTEGER])
        return MINTU_FIELD_TYPE_INTEGER;
    if (seen[MINTU_CELL_BOOLEAN])
        return MINTU_FIELD_TYPE_BOOLEAN;
    return seen[MINTU_CELL_JSON] ? MINTU_FIELD_TYPE_JSON : MINTU_FIELD_TYPE_TEXT;
}

mintu_status mintu_geojson_finish(mintu_geojson_reading *in, mintu_error *error)
{
    mintu_layer *layer = in->layer;
    mintu_status status = MINTU_STATUS_OK;
    if (layer->ids && mintu_layer_field_find(layer, "id") < 0 && layer->field_count < in->context->limits.fields) {
        status = mintu_layer_field_add(layer, "id", MINTU_FIELD_TYPE_ANY, error);
        if (status != MINTU_STATUS_OK)
            return status;
        memcpy(layer->fields[layer->field_count - 1].cells, layer->ids, layer->count * sizeof *layer->ids);
        layer->id_field = layer->field_count;
    }
    for (size_t field = 0; field < layer->field_count; field++)
        layer->fields[field].type = find_type(&layer->fields[field], layer->count);
    return status;
}

void mintu_geojson_reading_free(mintu_geojson_reading *in)
{
    mintu_textmap_free(&in->fields);
    mintu_buffer_free(&in->name);
    mintu_buffer_free(&in->text);
    for (int kind = 0; kind < MINTU_GEOJSON_KINDS; kind++)
        mintu_shape_free(&in->shapes[kind]);
}
