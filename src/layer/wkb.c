/* Geometries as well-known binary (ISO 13249-3), two-dimensional. */
#include "base/array.h"
#include "layer/layer.h"
#include "layer/shape.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

static const char DOING[] = "reading WKB";
enum { POINT = 1, LINE, POLYGON, MANY = 3 }; /* MANY is added to a type for several of it */
enum { POSITION = 2 * sizeof(double) };

/* Bytes being read. */
typedef struct reading {
    const unsigned char *at, *begin, *end;
    mintu_shape shape;
    bool big; /* the numbers at hand begin with their highest byte */
    mintu_error *error;
} reading;

static mintu_status fail(const reading *in, const char *what)
{
    return mintu_fail(in->error, MINTU_STATUS_INPUT, "%s: at byte %zu: %s", DOING, (size_t)(in->at - in->begin), what);
}

static uint64_t take_bytes(reading *in, size_t size)
{
    uint64_t value = 0;
    for (size_t i = 0; i < size; i++)
        value |= (uint64_t)in->at[in->big ? size - 1 - i : i] << 8 * i;
    in->at += size;
    return value;
}

static double take_double(reading *in)
{
    uint64_t bits = take_bytes(in, sizeof bits);
    double value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

static mintu_status take_word(reading *in, uint32_t *out)
{
    *out = 0;
    if (in->end - in->at < 4)
        return fail(in, "the bytes end inside a number; give all of them");
    *out = (uint32_t)take_bytes(in, 4);
    return MINTU_STATUS_OK;
}

/* How many of at least @p size bytes each follow. */
static mintu_status take_count(reading *in, size_t size, uint32_t *out)
{
    mintu_status status = take_word(in, out);
    return status == MINTU_STATUS_OK && *out > (size_t)(in->end - in->at) / size
               ? fail(in, "it counts more than there are bytes for; give all of them")
               : status;
}

/* Byte order and type, which must be one of the two. */
static mintu_status take_head(reading *in, uint32_t *type)
{
    *type = 0;
    if (in->at == in->end || *in->at > 1)
        return fail(in, "expected the order of bytes, 0 or 1");
    in->big = *in->at++ == 0;
    mintu_status status = take_word(in, type);
    if (status == MINTU_STATUS_OK && (*type < POINT || *type > POLYGON + MANY))
        return fail(in, "expected points, lines or polygons (types 1 to 6) without Z, M and SRID");
    return status;
}

static mintu_status take_position(reading *in)
{
    double x = take_double(in), y = take_double(in);
    if (!isfinite(x) || !isfinite(y) || fabs(x) > 360 || fabs(y) > 90)
        return fail(in, "no position ends there; expected longitude and latitude in degrees");
    return mintu_shape_vertex(&in->shape, x, y, in->error);
}

static mintu_status take_path(reading *in, bool outer, bool ring)
{
    uint32_t count;
    mintu_status status = take_count(in, POSITION, &count);
    if (status != MINTU_STATUS_OK || count == 0)
        return status;
    size_t first = in->shape.vertex_count;
    status = mintu_shape_part(&in->shape, outer, in->error);
    for (uint32_t i = 0; i < count && status == MINTU_STATUS_OK; i++)
        status = take_position(in);
    if (status != MINTU_STATUS_OK)
        return status;
    const double *a = in->shape.xy + 2 * first, *b = in->shape.xy + 2 * (first + count - 1);
    if (ring && (count < 4 || a[0] != b[0] || a[1] != b[1]))
        return fail(in, "a ring ends there that needs four positions, the first again as the last");
    return count < 2 ? fail(in, "a line ends there that needs two positions") : MINTU_STATUS_OK;
}

static mintu_status take_rings(reading *in)
{
    uint32_t count;
    size_t before = in->shape.part_count;
    mintu_status status = take_count(in, 4, &count);
    for (uint32_t i = 0; i < count && status == MINTU_STATUS_OK; i++)
        status = take_path(in, in->shape.part_count == before, true);
    return status;
}

/* An empty point is one of NaN. */
static mintu_status take_point(reading *in)
{
    if (in->end - in->at < POSITION)
        return fail(in, "the bytes end inside a position; give all of them");
    const unsigned char *start = in->at;
    if (isnan(take_double(in)) && isnan(take_double(in)))
        return MINTU_STATUS_OK;
    in->at = start;
    mintu_status status = mintu_shape_part(&in->shape, true, in->error);
    return status == MINTU_STATUS_OK ? take_position(in) : status;
}

static mintu_status take_single(reading *in, uint32_t type)
{
    return type == POINT ? take_point(in) : type == LINE ? take_path(in, true, false) : take_rings(in);
}

static mintu_status take_geometry(reading *in)
{
    static const mintu_geometry_type types[] = {
        [POINT] = MINTU_GEOMETRY_TYPE_POINT, [LINE] = MINTU_GEOMETRY_TYPE_LINE, [POLYGON] = MINTU_GEOMETRY_TYPE_POLYGON};
    uint32_t type, count = 0, one;
    mintu_status status = take_head(in, &type);
    if (status != MINTU_STATUS_OK)
        return status;
    in->shape.type = types[type > MANY ? type - MANY : type];
    if (type <= MANY)
        return take_single(in, type);
    status = take_count(in, 5, &count);
    for (uint32_t i = 0; i < count && status == MINTU_STATUS_OK; i++) {
        status = take_head(in, &one);
        if (status == MINTU_STATUS_OK && one != type - MANY)
            status = fail(in, "a part is of another type than the whole");
        if (status == MINTU_STATUS_OK)
            status = take_single(in, one);
    }
    return status;
}

mintu_status mintu_layer_wkb_set(mintu_layer *layer, size_t row, const unsigned char *wkb, size_t size, mintu_error *error)
{
    reading in = {.at = wkb, .begin = wkb, .end = wkb ? wkb + size : wkb, .error = error};
    mintu_status status = size > 0 && !wkb ? mintu_fail(error, MINTU_STATUS_USAGE, "%s: no bytes are given", DOING)
                                           : mintu_layer_row_check(layer, row, error);
    if (status == MINTU_STATUS_OK && size > 0)
        status = take_geometry(&in);
    if (status == MINTU_STATUS_OK && in.at != in.end)
        status = fail(&in, "bytes follow behind the geometry");
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_shape_set(layer, row, &in.shape, error);
    mintu_shape_free(&in.shape);
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
