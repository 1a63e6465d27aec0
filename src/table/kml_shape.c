#include "table/kml_shape.h"

#include "base/ascii.h"
#include "base/error.h"

#include <mintu/number.h>

#include <math.h>
#include <stdint.h>
#include <string.h>

static mintu_shape *current(mintu_kml_shapes *shapes)
{
    shapes->of[shapes->type].type = shapes->type;
    return &shapes->of[shapes->type];
}

mintu_status mintu_kml_shape_start(mintu_kml_shapes *shapes, const char *local, mintu_error *error)
{
    if (strcmp(local, "Polygon") == 0) {
        shapes->polygon = true;
        shapes->hole = false;
        shapes->rings = 0;
    } else if (strcmp(local, "innerBoundaryIs") == 0 || strcmp(local, "outerBoundaryIs") == 0) {
        shapes->hole = local[0] == 'i';
    } else if (strcmp(local, "Point") == 0) {
        shapes->type = MINTU_GEOMETRY_TYPE_POINT;
    } else if (strcmp(local, "LineString") == 0) {
        shapes->type = MINTU_GEOMETRY_TYPE_LINE;
    } else if (strcmp(local, "LinearRing") == 0) {
        shapes->type = shapes->polygon ? MINTU_GEOMETRY_TYPE_POLYGON : MINTU_GEOMETRY_TYPE_LINE;
    } else if (strcmp(local, "Track") == 0) {
        shapes->type = MINTU_GEOMETRY_TYPE_LINE;
        shapes->tracks++;
        return mintu_shape_part(current(shapes), true, error);
    }
    return MINTU_STATUS_OK;
}

/* The last part, when it has fewer vertices than it must, is none. */
static void check_part(mintu_kml_shapes *shapes, size_t least)
{
    mintu_shape *shape = current(shapes);
    size_t first = shape->starts[shape->part_count - 1];
    if (shape->vertex_count - first >= least)
        return;
    shape->part_count--;
    shape->vertex_count = first;
    shapes->bad++;
}

void mintu_kml_shape_end(mintu_kml_shapes *shapes, const char *local)
{
    if (strcmp(local, "Polygon") == 0)
        shapes->polygon = false;
    else if (strcmp(local, "Track") == 0)
        check_part(shapes, 2);
}

static const char *skip(const char *at)
{
    while (mintu_ascii_is_space(*at))
        at++;
    return at;
}

/* A number and what parts it from the next one; NULL when there is none. */
static const char *take_number(const char *at, double *out)
{
    const char *end;
    *out = mintu_number_read(at, &end);
    return end == at || !isfinite(*out) ? NULL : end;
}

/* LON,LAT or LON,LAT,HEIGHT; in a track blanks stand for the commas. */
static const char *take_position(const char *at, bool track, double xy[2])
{
    double height;
    at = take_number(at, &xy[0]);
    if (!at || (!track && *(at = skip(at)) != ','))
        return NULL;
    at = take_number(at + !track, &xy[1]);
    const char *more = at ? skip(at) : NULL;
    if (!more || (track ? !*more : *more != ','))
        return at;
    const char *behind = take_number(more + !track, &height);
    return behind ? behind : more + !track;
}

static mintu_status fail(const char *text, mintu_error *error)
{
    enum { SHOWN = 40 };
    return mintu_fail(error, MINTU_STATUS_INPUT,
                      "\"%.*s\" is no longitude,latitude[,height] in degrees; correct the coordinates", SHOWN, text);
}

static mintu_status add_vertices(mintu_kml_shapes *shapes, const char *text, mintu_error *error)
{
    mintu_shape *shape = current(shapes);
    mintu_status status = MINTU_STATUS_OK;
    for (const char *at = skip(text); *at && status == MINTU_STATUS_OK; at = skip(at)) {
        double xy[2];
        const char *behind = take_position(at, false, xy);
        if (!behind)
            return fail(at, error);
        status = mintu_shape_vertex(shape, xy[0], xy[1], error);
        if (shapes->type == MINTU_GEOMETRY_TYPE_POINT)
            break;
        at = behind;
    }
    return status;
}

/* A ring ends where it begins. */
static mintu_status close_ring(mintu_shape *shape, mintu_error *error)
{
    size_t first = shape->starts[shape->part_count - 1], last = shape->vertex_count;
    if (last <= first)
        return MINTU_STATUS_OK;
    const double *xy = shape->xy, x = xy[2 * first], y = xy[2 * first + 1];
    bool closed = !(xy[2 * last - 2] < x || xy[2 * last - 2] > x || xy[2 * last - 1] < y || xy[2 * last - 1] > y);
    return closed ? MINTU_STATUS_OK : mintu_shape_vertex(shape, x, y, error);
}

static mintu_status add_coordinates(mintu_kml_shapes *shapes, const char *text, mintu_error *error)
{
    static const size_t least[MINTU_KML_KINDS] = {0, 1, 2, 4};
    bool ring = shapes->type == MINTU_GEOMETRY_TYPE_POLYGON;
    if (shapes->type == MINTU_GEOMETRY_TYPE_NONE || !*skip(text))
        return MINTU_STATUS_OK;
    mintu_shape *shape = current(shapes);
    mintu_status status = mintu_shape_part(shape, !ring || !shapes->hole || shapes->rings == 0, error);
    if (status == MINTU_STATUS_OK)
        status = add_vertices(shapes, text, error);
    if (status == MINTU_STATUS_OK && ring)
        status = close_ring(shape, error);
    if (status != MINTU_STATUS_OK)
        return status;
    size_t parts = shape->part_count;
    check_part(shapes, ring && shapes->hole && shapes->rings == 0 ? SIZE_MAX : least[shapes->type]);
    shapes->rings += ring && !shapes->hole && shape->part_count == parts;
    return status;
}

mintu_status mintu_kml_shape_text(mintu_kml_shapes *shapes, const char *local, const char *text, mintu_error *error)
{
    double xy[2];
    if (strcmp(local, "coordinates") == 0)
        return add_coordinates(shapes, text, error);
    if (!take_position(text, true, xy))
        return fail(text, error);
    return mintu_shape_vertex(current(shapes), xy[0], xy[1], error);
}

void mintu_kml_shapes_clear(mintu_kml_shapes *shapes)
{
    for (size_t i = 0; i < MINTU_KML_KINDS; i++)
        mintu_shape_clear(&shapes->of[i]);
    shapes->type = MINTU_GEOMETRY_TYPE_NONE;
    shapes->polygon = false;
}

void mintu_kml_shapes_free(mintu_kml_shapes *shapes)
{
    for (size_t i = 0; i < MINTU_KML_KINDS; i++)
        mintu_shape_free(&shapes->of[i]);
}
