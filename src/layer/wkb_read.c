#include "layer/wkb_read.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

/* Codes of geometries; a multi geometry's is that of its members plus MULTI. */
enum { POINT = 1, LINE = 2, POLYGON = 3, MULTI = 3, CODES = 6 };
enum { POSITION = 2 * sizeof(double) };

typedef struct binary {
    const unsigned char *bytes;
    size_t size, at;
    bool big; /* the most significant byte is first, of the geometry that is read */
} binary;

static bool host_is_big(void)
{
    const uint16_t one = 1;
    unsigned char first;
    memcpy(&first, &one, 1);
    return first == 0;
}

static void turn(unsigned char *bytes, size_t size)
{
    for (size_t i = 0; i < size / 2; i++) {
        unsigned char kept = bytes[i];
        bytes[i] = bytes[size - 1 - i];
        bytes[size - 1 - i] = kept;
    }
}

/* Copies values of @p width bytes each, in the order of this machine. */
static bool take(binary *from, void *out, size_t count, size_t width)
{
    if ((from->size - from->at) / width < count)
        return false;
    if (count)
        memcpy(out, from->bytes + from->at, count * width);
    from->at += count * width;
    if (from->big != host_is_big())
        for (size_t i = 0; i < count; i++)
            turn((unsigned char *)out + i * width, width);
    return true;
}

static bool take_count(binary *from, size_t least, uint32_t *out)
{
    return take(from, out, 1, sizeof *out) && *out <= (from->size - from->at) / least;
}

static bool take_head(binary *from, uint32_t *code)
{
    if (from->at >= from->size || from->bytes[from->at] > 1)
        return false;
    from->big = from->bytes[from->at++] == 0;
    return take(from, code, 1, sizeof *code) && *code >= POINT && *code <= CODES;
}

static mintu_status add_positions(binary *from, size_t count, mintu_shape *shape, mintu_error *error)
{
    double *first;
    mintu_status status = mintu_shape_vertices(shape, count, error, &first);
    return status == MINTU_STATUS_OK && !take(from, first, 2 * count, sizeof *first) ? MINTU_STATUS_INPUT : status;
}

static mintu_status close_ring(mintu_shape *shape, mintu_error *error)
{
    const double *first = shape->xy + 2 * shape->starts[shape->part_count - 1];
    const double x = first[0], y = first[1], *last = shape->xy + 2 * (shape->vertex_count - 1);
    return x == last[0] && y == last[1] ? MINTU_STATUS_OK : mintu_shape_vertex(shape, x, y, error);
}

/* A line, or a ring of a polygon; one without positions is no part. */
static mintu_status add_path(binary *from, bool outer, bool ring, mintu_shape *shape, mintu_error *error)
{
    uint32_t count;
    if (!take_count(from, POSITION, &count))
        return MINTU_STATUS_INPUT;
    if (!count)
        return MINTU_STATUS_OK;
    mintu_status status = mintu_shape_part(shape, outer, error);
    if (status == MINTU_STATUS_OK)
        status = add_positions(from, count, shape, error);
    return status == MINTU_STATUS_OK && ring ? close_ring(shape, error) : status;
}

/* An empty point has no numbers for coordinates. */
static mintu_status add_point(binary *from, mintu_shape *shape, mintu_error *error)
{
    double position[2];
    if (!take(from, position, 2, sizeof *position))
        return MINTU_STATUS_INPUT;
    if (isnan(position[0]) && isnan(position[1]))
        return MINTU_STATUS_OK;
    mintu_status status = mintu_shape_part(shape, true, error);
    return status == MINTU_STATUS_OK ? mintu_shape_vertex(shape, position[0], position[1], error) : status;
}

static mintu_status add_polygon(binary *from, mintu_shape *shape, mintu_error *error)
{
    uint32_t rings;
    if (!take_count(from, sizeof rings, &rings))
        return MINTU_STATUS_INPUT;
    mintu_status status = MINTU_STATUS_OK;
    size_t before = shape->part_count;
    for (uint32_t i = 0; i < rings && status == MINTU_STATUS_OK; i++) {
        status = add_path(from, i == 0, true, shape, error);
        if (status == MINTU_STATUS_OK && shape->part_count == before && rings > 1)
            status = MINTU_STATUS_INPUT; /* holes in nothing */
    }
    return status;
}

static mintu_status add_single(binary *from, uint32_t code, mintu_shape *shape, mintu_error *error)
{
    if (code == POINT)
        return add_point(from, shape, error);
    return code == LINE ? add_path(from, true, false, shape, error) : add_polygon(from, shape, error);
}

static mintu_status add_members(binary *from, uint32_t code, mintu_shape *shape, mintu_error *error)
{
    uint32_t count, own;
    if (!take_count(from, 1 + sizeof own, &count))
        return MINTU_STATUS_INPUT;
    mintu_status status = MINTU_STATUS_OK;
    for (uint32_t i = 0; i < count && status == MINTU_STATUS_OK; i++)
        status = take_head(from, &own) && own == code ? add_single(from, code, shape, error) : MINTU_STATUS_INPUT;
    return status;
}

mintu_status mintu_wkb_read(const unsigned char *bytes, size_t size, mintu_shape *shape, mintu_error *error)
{
    static const mintu_geometry_type types[] = {
        [POINT] = MINTU_GEOMETRY_TYPE_POINT, [LINE] = MINTU_GEOMETRY_TYPE_LINE, [POLYGON] = MINTU_GEOMETRY_TYPE_POLYGON};
    binary from = {.bytes = bytes, .size = size};
    uint32_t code;
    mintu_shape_clear(shape);
    if (!take_head(&from, &code))
        return MINTU_STATUS_INPUT;
    uint32_t single = code > MULTI ? code - MULTI : code;
    mintu_status status = code > MULTI ? add_members(&from, single, shape, error) : add_single(&from, code, shape, error);
    if (status == MINTU_STATUS_OK && from.at != size)
        status = MINTU_STATUS_INPUT;
    shape->type = shape->vertex_count ? types[single] : MINTU_GEOMETRY_TYPE_NONE;
    return status;
}
