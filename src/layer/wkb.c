/* Geometries of a layer's rows as well-known binary. */
#include "base/argument.h"
#include "base/array.h"
#include "layer/layer.h"
#include "layer/shape.h"
#include "layer/wkb_read.h"

#include <stdint.h>
#include <string.h>

enum { POINT = 1, LINE, POLYGON, MANY = 3 }; /* MANY is added to a type for several of it */

mintu_status mintu_layer_wkb_set(mintu_layer *layer, size_t row, const unsigned char *wkb, size_t size, mintu_error *error)
{
    if (MINTU_GIVEN(error, layer) || (size > 0 && MINTU_GIVEN(error, wkb)))
        return MINTU_STATUS_USAGE;
    mintu_shape shape = {0};
    mintu_status status = mintu_layer_row_check(layer, row, error);
    if (status == MINTU_STATUS_OK && size > 0)
        status = mintu_wkb_read(wkb, size, &shape, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_shape_set(layer, row, &shape, error);
    mintu_shape_free(&shape);
    return status;
}

static void add_word(mintu_buffer *out, uint32_t value)
{
    unsigned char bytes[4];
    for (int i = 0; i < 4; i++)
        bytes[i] = (unsigned char)(value >> 8 * i);
    mintu_buffer_add(out, bytes, sizeof bytes);
}

static void add_head(mintu_buffer *out, uint32_t type)
{
    mintu_buffer_add(out, "\1", 1); /* the lowest byte first */
    add_word(out, type);
}

static void add_positions(const mintu_shape *shape, size_t part, mintu_buffer *out)
{
    for (size_t i = 2 * shape->starts[part]; i < 2 * shape->starts[part + 1]; i++) {
        uint64_t bits;
        memcpy(&bits, &shape->xy[i], sizeof bits);
        add_word(out, (uint32_t)bits);
        add_word(out, (uint32_t)(bits >> 32));
    }
}

/* The parts of a single geometry: a polygon's outer ring with its holes, else one. */
static size_t single_end(const mintu_shape *shape, size_t part)
{
    size_t end = part + 1;
    while (shape->type == MINTU_GEOMETRY_TYPE_POLYGON && end < shape->part_count && !shape->outer[end])
        end++;
    return end;
}

static void add_single(const mintu_shape *shape, uint32_t type, size_t part, mintu_buffer *out)
{
    size_t end = single_end(shape, part);
    add_head(out, type);
    if (type == POLYGON)
        add_word(out, (uint32_t)(end - part));
    for (; part < end; part++) {
        if (type != POINT)
            add_word(out, (uint32_t)(shape->starts[part + 1] - shape->starts[part]));
        add_positions(shape, part, out);
    }
}

static void add_geometry(const mintu_shape *shape, mintu_buffer *out)
{
    uint32_t type = shape->type == MINTU_GEOMETRY_TYPE_POINT ? POINT : shape->type == MINTU_GEOMETRY_TYPE_LINE ? LINE : POLYGON;
    uint32_t count = 0;
    for (size_t part = 0; part < shape->part_count; part = single_end(shape, part))
        count++;
    if (count > 1) {
        add_head(out, type + MANY);
        add_word(out, count);
    }
    for (size_t part = 0; part < shape->part_count; part = single_end(shape, part))
        add_single(shape, type, part, out);
}

mintu_status mintu_layer_wkb(const mintu_layer *layer, size_t row, mintu_error *error, mintu_bytes *out)
{
    if (MINTU_GIVEN(error, layer, out))
        return MINTU_STATUS_USAGE;
    mintu_shape shape = {0};
    mintu_buffer bytes = {0};
    *out = (mintu_bytes){0};
    mintu_status status = mintu_layer_shape(layer, row, &shape, error);
    if (status == MINTU_STATUS_OK && shape.part_count > 0)
        add_geometry(&shape, &bytes);
    mintu_shape_free(&shape);
    if (bytes.failed) {
        mintu_buffer_free(&bytes);
        return mintu_fail_memory(error, "writing WKB");
    }
    *out = (mintu_bytes){(unsigned char *)bytes.data, bytes.size};
    return status;
}
