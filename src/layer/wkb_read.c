#include "layer/wkb_read.h"

#include "base/error.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

static const char DOING[] = N_("reading WKB");
enum { POINT = 1, LINE, POLYGON, MANY = 3 }; /* MANY is added to a type for several of it */
enum { POSITION = 2 * sizeof(double) };

/* Bytes being read. */
typedef struct reading {
    const unsigned char *at, *begin, *end;
    mintu_shape *shape;
    bool big; /* the numbers at hand begin with their highest byte */
    mintu_error *error;
} reading;

static mintu_status fail(const reading *in, const char *what)
{
    return mintu_fail(in->error, MINTU_STATUS_INPUT, "%s: at byte %zu: %s", mintu_message(DOING), (size_t)(in->at - in->begin),
                      mintu_message(what));
}

static uint64_t take_bytes(reading *in, size_t size)
{
    uint64_t value = 0;
    if (in->big)
        for (size_t i = 0; i < size; i++)
            value = value << 8 | in->at[i];
    else
        for (size_t i = size; i-- > 0;)
            value = value << 8 | in->at[i];
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
        return fail(in, N_("the bytes end inside a number; give all of them"));
    *out = (uint32_t)take_bytes(in, 4);
    return MINTU_STATUS_OK;
}

/* How many of at least @p size bytes each follow. */
static mintu_status take_count(reading *in, size_t size, uint32_t *out)
{
    mintu_status status = take_word(in, out);
    return status == MINTU_STATUS_OK && *out > (size_t)(in->end - in->at) / size
               ? fail(in, N_("it counts more than there are bytes for; give all of them"))
               : status;
}

/* Byte order and type, which must be one of the two. */
static mintu_status take_head(reading *in, uint32_t *type)
{
    *type = 0;
    if (in->at == in->end || *in->at > 1)
        return fail(in, N_("expected the order of bytes, 0 or 1"));
    in->big = *in->at++ == 0;
    mintu_status status = take_word(in, type);
    if (status == MINTU_STATUS_OK && (*type < POINT || *type > POLYGON + MANY))
        return fail(in, N_("expected points, lines or polygons (types 1 to 6) without Z, M and SRID"));
    return status;
}

static bool is_position(const double *xy)
{
    return isfinite(xy[0]) && isfinite(xy[1]) && fabs(xy[0]) <= 360 && fabs(xy[1]) <= 90;
}

/* The bytes of the positions are there. */
static mintu_status take_positions(reading *in, size_t count)
{
    double *xy;
    mintu_status status = mintu_shape_vertices(in->shape, count, in->error, &xy);
    for (size_t i = 0; i < count && status == MINTU_STATUS_OK; i++) {
        xy[2 * i] = take_double(in);
        xy[2 * i + 1] = take_double(in);
        if (!is_position(xy + 2 * i))
            status = fail(in, N_("no position ends there; expected longitude and latitude in degrees"));
    }
    return status;
}

static mintu_status take_path(reading *in, bool outer, bool ring)
{
    uint32_t count;
    mintu_status status = take_count(in, POSITION, &count);
    if (status != MINTU_STATUS_OK || count == 0)
        return status;
    size_t first = in->shape->vertex_count;
    status = mintu_shape_part(in->shape, outer, in->error);
    if (status == MINTU_STATUS_OK)
        status = take_positions(in, count);
    if (status != MINTU_STATUS_OK)
        return status;
    const double *a = in->shape->xy + 2 * first, *b = in->shape->xy + 2 * (first + count - 1);
    if (ring && (count < 4 || a[0] != b[0] || a[1] != b[1]))
        return fail(in, N_("a ring ends there that needs four positions, the first again as the last"));
    return count < 2 ? fail(in, N_("a line ends there that needs two positions")) : MINTU_STATUS_OK;
}

static mintu_status take_rings(reading *in)
{
    uint32_t count;
    size_t before = in->shape->part_count;
    mintu_status status = take_count(in, 4, &count);
    for (uint32_t i = 0; i < count && status == MINTU_STATUS_OK; i++)
        status = take_path(in, in->shape->part_count == before, true);
    return status;
}

/* An empty point is one of NaN. */
static mintu_status take_point(reading *in)
{
    if (in->end - in->at < POSITION)
        return fail(in, N_("the bytes end inside a position; give all of them"));
    const unsigned char *start = in->at;
    double x = take_double(in), y = take_double(in);
    if (isnan(x) && isnan(y))
        return MINTU_STATUS_OK;
    in->at = start;
    mintu_status status = mintu_shape_part(in->shape, true, in->error);
    return status == MINTU_STATUS_OK ? take_positions(in, 1) : status;
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
    in->shape->type = types[type > MANY ? type - MANY : type];
    if (type <= MANY)
        return take_single(in, type);
    status = take_count(in, 5, &count);
    for (uint32_t i = 0; i < count && status == MINTU_STATUS_OK; i++) {
        status = take_head(in, &one);
        if (status == MINTU_STATUS_OK && one != type - MANY)
            status = fail(in, N_("a part is of another type than the whole"));
        if (status == MINTU_STATUS_OK)
            status = take_single(in, one);
    }
    return status;
}

mintu_status mintu_wkb_read(const unsigned char *bytes, size_t size, mintu_shape *shape, mintu_error *error)
{
    reading in = {.at = bytes, .begin = bytes, .end = bytes + size, .shape = shape, .error = error};
    mintu_shape_clear(shape);
    mintu_status status = take_geometry(&in);
    if (status == MINTU_STATUS_OK && in.at != in.end)
        status = fail(&in, N_("bytes follow behind the geometry"));
    if (!shape->part_count)
        shape->type = MINTU_GEOMETRY_TYPE_NONE;
    return status;
}
