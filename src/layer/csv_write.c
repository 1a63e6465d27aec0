#include "layer/csv_write.h"

#include "base/context.h"
#include "base/message.h"
#include "format/csv_field.h"
#include "format/decimal.h"
#include "layer/shape.h"

#include <math.h>

static const char doing[] = N_("writing a layer");

typedef struct writer {
    const mintu_layer *layer;
    mintu_shape shape;
    mintu_buffer text;
    bool coordinates, wkt; /* columns of our own: lon and lat, wkt */
    size_t columns;
} writer;

/* A lone empty value is quoted: an empty line is no row. */
static void add_text(writer *w, const char *text)
{
    if (w->columns == 1 && !text[0])
        mintu_buffer_text(&w->text, "\"\"");
    else
        mintu_csv_field(text, &w->text);
}

static void add_vertices(mintu_buffer *text, const mintu_shape *shape, size_t part)
{
    for (size_t i = shape->starts[part]; i < shape->starts[part + 1]; i++) {
        mintu_buffer_text(text, i > shape->starts[part] ? "," : "(");
        mintu_decimal_add(text, shape->xy[2 * i]);
        mintu_buffer_text(text, " ");
        mintu_decimal_add(text, shape->xy[2 * i + 1]);
    }
    mintu_buffer_text(text, ")");
}

/* Well-known text; lines and polygons always in the multi form, which holds every feature of a layer. */
static void add_geometry(writer *w)
{
    static const char *const names[] = {"", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON"};
    const mintu_shape *shape = &w->shape;
    bool polygon = shape->type == MINTU_GEOMETRY_TYPE_POLYGON;
    if (shape->part_count == 1 && shape->type == MINTU_GEOMETRY_TYPE_POINT) {
        mintu_buffer_text(&w->text, "POINT ");
        add_vertices(&w->text, shape, 0);
        return;
    }
    mintu_buffer_format(&w->text, "%s (", names[shape->type]);
    for (size_t part = 0; part < shape->part_count; part++) {
        if (polygon && shape->outer[part])
            mintu_buffer_text(&w->text, part ? "),(" : "(");
        else if (part)
            mintu_buffer_text(&w->text, ",");
        add_vertices(&w->text, shape, part);
    }
    mintu_buffer_text(&w->text, polygon ? "))" : ")");
}

/* The geometry of a feature, of which the shape is in hand: a collection when it has more rows. */
static mintu_status add_wkt(writer *w, size_t row, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    bool collection = mintu_layer_is_further(w->layer, row + 1);
    if (w->shape.part_count == 0)
        return status;
    mintu_buffer_text(&w->text, collection ? "\"GEOMETRYCOLLECTION (" : "\"");
    add_geometry(w);
    while (status == MINTU_STATUS_OK && mintu_layer_is_further(w->layer, ++row)) {
        status = mintu_layer_shape(w->layer, row, &w->shape, error);
        mintu_buffer_text(&w->text, ",");
        add_geometry(w);
    }
    mintu_buffer_text(&w->text, collection ? ")\"" : "\"");
    return status;
}

static void add_header(writer *w)
{
    size_t count = mintu_layer_field_count(w->layer);
    for (size_t field = 0; field < count; field++) {
        mintu_buffer_text(&w->text, field ? "," : "");
        add_text(w, mintu_layer_field_name(w->layer, field));
    }
    if (w->coordinates)
        mintu_buffer_text(&w->text, count ? ",lon,lat" : "lon,lat");
    if (w->wkt)
        mintu_buffer_text(&w->text, count || w->coordinates ? ",wkt" : "wkt");
    mintu_buffer_text(&w->text, "\n");
}

static void add_position(writer *w)
{
    if (w->shape.vertex_count && w->shape.type == MINTU_GEOMETRY_TYPE_POINT) {
        mintu_decimal_add(&w->text, w->shape.xy[0]);
        mintu_buffer_text(&w->text, ",");
        mintu_decimal_add(&w->text, w->shape.xy[1]);
    } else {
        mintu_buffer_text(&w->text, ",");
    }
}

static mintu_status add_row(writer *w, size_t row, mintu_error *error)
{
    size_t count = mintu_layer_field_count(w->layer);
    mintu_status status = MINTU_STATUS_OK;
    for (size_t field = 0; field < count; field++) {
        mintu_buffer_text(&w->text, field ? "," : "");
        if (mintu_layer_value_type(w->layer, row, field) == MINTU_FIELD_TYPE_REAL)
            mintu_decimal_add(&w->text, mintu_layer_number(w->layer, row, field));
        else
            add_text(w, mintu_layer_text(w->layer, row, field));
    }
    if (w->coordinates || w->wkt)
        status = mintu_layer_shape(w->layer, row, &w->shape, error);
    mintu_buffer_text(&w->text, w->coordinates && count ? "," : "");
    if (w->coordinates)
        add_position(w);
    mintu_buffer_text(&w->text, w->wkt && (count || w->coordinates) ? "," : "");
    if (w->wkt && status == MINTU_STATUS_OK)
        status = add_wkt(w, row, error);
    mintu_buffer_text(&w->text, "\n");
    return status;
}

/* A position for each row, which two columns hold. */
static bool has_single_points(const mintu_layer *layer)
{
    bool single = mintu_layer_geometry_type(layer) == MINTU_GEOMETRY_TYPE_POINT;
    for (size_t row = 0; row < layer->count && single; row++)
        single = !layer->shapes[row] || layer->shapes[row]->part_count <= 1;
    return single;
}

static writer plan(const mintu_layer *layer, const mintu_write_options *options)
{
    mintu_geometry_type type = mintu_layer_geometry_type(layer);
    bool has_fields = mintu_layer_field_find(layer, "lon") >= 0 && mintu_layer_field_find(layer, "lat") >= 0;
    writer w = {.layer = layer};
    bool positions = options && options->coordinates && !layer->system, single = has_single_points(layer);
    w.coordinates = single && !has_fields && positions;
    w.wkt = (type > MINTU_GEOMETRY_TYPE_POINT || (type == MINTU_GEOMETRY_TYPE_POINT && !single && positions)) &&
            mintu_layer_field_find(layer, "wkt") < 0;
    w.columns = mintu_layer_field_count(layer) + (w.coordinates ? 2 : 0) + w.wkt;
    return w;
}

mintu_status mintu_csv_write(mintu_context *context, const mintu_layer *layer, const mintu_write_options *options,
                             mintu_output *output, mintu_error *error)
{
    writer w = plan(layer, options);
    mintu_status status = MINTU_STATUS_OK;
    mintu_buffer_text(&w.text, mintu_context_csv_begin(context));
    add_header(&w);
    for (size_t row = 0; row < layer->count && status == MINTU_STATUS_OK; row++) {
        if (mintu_layer_is_further(layer, row))
            continue;
        status = add_row(&w, row, error);
        if (status == MINTU_STATUS_OK)
            status = mintu_output_text(output, &w.text, false, doing, error);
    }
    if (status == MINTU_STATUS_OK)
        status = mintu_output_text(output, &w.text, true, doing, error);
    mintu_shape_free(&w.shape);
    mintu_buffer_free(&w.text);
    return status;
}
