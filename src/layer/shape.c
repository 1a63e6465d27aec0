#include "layer/shape.h"

#include "base/array.h"
#include "layer/layer.h"
#include "layer/layer_data.h"
#include "layer/layer_geometry.h"
#include "layer/layer_value.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static mintu_status fail_memory(mintu_error *error)
{
    return mintu_fail_memory(error, "reading a geometry");
}

static bool reserve_vertices(mintu_shape *shape, size_t need)
{
    return need <= SIZE_MAX / 4 && mintu_array_reserve(&shape->xy, &shape->vertex_room, need, 2 * sizeof *shape->xy);
}

/* One element more than parts, for the end of the last one. */
static bool reserve_parts(mintu_shape *shape, size_t need)
{
    return MINTU_ARRAY_RESERVE(shape->starts, shape->part_room, need + 1) &&
           MINTU_ARRAY_RESERVE(shape->outer, shape->outer_room, need + 1);
}

mintu_status mintu_shape_part(mintu_shape *shape, bool outer, mintu_error *error)
{
    if (!reserve_parts(shape, shape->part_count + 1))
        return fail_memory(error);
    shape->starts[shape->part_count] = shape->vertex_count;
    shape->outer[shape->part_count++] = outer;
    shape->starts[shape->part_count] = shape->vertex_count;
    return MINTU_STATUS_OK;
}

mintu_status mintu_shape_vertex(mintu_shape *shape, double x, double y, mintu_error *error)
{
    if (!reserve_vertices(shape, shape->vertex_count + 1))
        return fail_memory(error);
    shape->xy[2 * shape->vertex_count] = x;
    shape->xy[2 * shape->vertex_count + 1] = y;
    shape->vertex_count++;
    if (shape->part_count)
        shape->starts[shape->part_count] = shape->vertex_count;
    return MINTU_STATUS_OK;
}

void mintu_shape_clear(mintu_shape *shape)
{
    shape->type = MINTU_GEOMETRY_TYPE_NONE;
    shape->vertex_count = shape->part_count = 0;
}

void mintu_shape_free(mintu_shape *shape)
{
    free(shape->xy);
    free(shape->starts);
    free(shape->outer);
    *shape = (mintu_shape){0};
}

/* Adds the points of a point, line or ring as one part; a ring is closed when its file left it open. */
static mintu_status add_part(mintu_shape *shape, OGRGeometryH geometry, bool outer, bool ring, mintu_error *error)
{
    int count = OGR_G_GetPointCount(geometry);
    mintu_status status = mintu_shape_part(shape, outer, error);
    if (status != MINTU_STATUS_OK || count <= 0)
        return status;
    if (!reserve_vertices(shape, shape->vertex_count + (size_t)count + 1))
        return fail_memory(error);
    double *first = shape->xy + 2 * shape->vertex_count;
    OGR_G_GetPoints(geometry, first, 2 * sizeof(double), first + 1, 2 * sizeof(double), NULL, 0);
    shape->vertex_count += (size_t)count;
    shape->starts[shape->part_count] = shape->vertex_count;
    double *last = shape->xy + 2 * (shape->vertex_count - 1);
    if (ring && (first[0] != last[0] || first[1] != last[1]))
        status = mintu_shape_vertex(shape, first[0], first[1], error);
    return status;
}

static mintu_status add_polygon(mintu_shape *shape, OGRGeometryH polygon, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    for (int ring = 0; ring < OGR_G_GetGeometryCount(polygon) && status == MINTU_STATUS_OK; ring++)
        status = add_part(shape, OGR_G_GetGeometryRef(polygon, ring), ring == 0, true, error);
    return status;
}

static mintu_status add_single(mintu_shape *shape, OGRGeometryH geometry, mintu_error *error)
{
    if (OGR_G_IsEmpty(geometry))
        return MINTU_STATUS_OK;
    if (shape->type == MINTU_GEOMETRY_TYPE_POLYGON)
        return add_polygon(shape, geometry, error);
    return add_part(shape, geometry, true, false, error);
}

mintu_status mintu_layer_shape(const mintu_layer *layer, size_t row, mintu_shape *shape, mintu_error *error)
{
    OGRFeatureH feature;
    mintu_shape_clear(shape);
    mintu_status status = mintu_layer_row(layer, row, error, &feature);
    OGRGeometryH geometry = status == MINTU_STATUS_OK ? OGR_F_GetGeometryRef(feature) : NULL;
    mintu_geometry_type type = mintu_geometry_kind(geometry);
    if (type == MINTU_GEOMETRY_TYPE_NONE || type == MINTU_GEOMETRY_TYPE_END)
        return status;
    shape->type = type;
    if (!OGR_GT_IsSubClassOf(OGR_GT_Flatten(OGR_G_GetGeometryType(geometry)), wkbGeometryCollection))
        return add_single(shape, geometry, error);
    for (int part = 0; part < OGR_G_GetGeometryCount(geometry) && status == MINTU_STATUS_OK; part++)
        status = add_single(shape, OGR_G_GetGeometryRef(geometry, part), error);
    return status;
}

static OGRGeometryH make_path(const mintu_shape *shape, size_t part, OGRwkbGeometryType type)
{
    size_t start = shape->starts[part], count = shape->starts[part + 1] - start;
    OGRGeometryH path = OGR_G_CreateGeometry(type);
    const double *xy = shape->xy + 2 * start;
    if (!path || !count)
        return path;
    if (type == wkbPoint)
        OGR_G_SetPoint_2D(path, 0, xy[0], xy[1]);
    else
        OGR_G_SetPoints(path, (int)count, xy, 2 * sizeof(double), xy + 1, 2 * sizeof(double), NULL, 0);
    return path;
}

/* The polygon that begins at *part, which moves past its holes. */
static OGRGeometryH make_polygon(const mintu_shape *shape, size_t *part)
{
    OGRGeometryH polygon = OGR_G_CreateGeometry(wkbPolygon);
    do {
        OGRGeometryH ring = make_path(shape, *part, wkbLinearRing);
        if (polygon && ring)
            OGR_G_AddGeometryDirectly(polygon, ring);
        ++*part;
    } while (*part < shape->part_count && !shape->outer[*part]);
    return polygon;
}

static OGRGeometryH make_single(const mintu_shape *shape, size_t *part)
{
    if (shape->type == MINTU_GEOMETRY_TYPE_POLYGON)
        return make_polygon(shape, part);
    return make_path(shape, (*part)++, shape->type == MINTU_GEOMETRY_TYPE_POINT ? wkbPoint : wkbLineString);
}

/* A single geometry, or a multi one when there is more than one point, line or outer ring. */
static OGRGeometryH make_geometry(const mintu_shape *shape)
{
    static const OGRwkbGeometryType multi[] = {
        [MINTU_GEOMETRY_TYPE_POINT] = wkbMultiPoint,
        [MINTU_GEOMETRY_TYPE_LINE] = wkbMultiLineString,
        [MINTU_GEOMETRY_TYPE_POLYGON] = wkbMultiPolygon,
    };
    size_t part = 0;
    OGRGeometryH first = make_single(shape, &part);
    if (part >= shape->part_count || !first)
        return first;
    OGRGeometryH all = OGR_G_CreateGeometry(multi[shape->type]);
    OGR_G_AddGeometryDirectly(all, first);
    while (part < shape->part_count)
        OGR_G_AddGeometryDirectly(all, make_single(shape, &part));
    return all;
}

static mintu_status check_finite(const mintu_layer *layer, size_t row, const mintu_shape *shape, mintu_error *error)
{
    for (size_t i = 0; i < 2 * shape->vertex_count; i++)
        if (!isfinite(shape->xy[i])) {
            char title[128];
            mintu_layer_row_title(layer, row, title, sizeof title);
            return mintu_fail(error, MINTU_STATUS_INPUT,
                              "giving %s of the layer %s a geometry: vertex %zu is not finite; expected degrees", title,
                              layer->name, i / 2 + 1);
        }
    return MINTU_STATUS_OK;
}

mintu_status mintu_layer_shape_set(mintu_layer *layer, size_t row, const mintu_shape *shape, mintu_error *error)
{
    OGRFeatureH feature;
    mintu_status status = mintu_layer_row(layer, row, error, &feature);
    if (status == MINTU_STATUS_OK)
        status = check_finite(layer, row, shape, error);
    if (status != MINTU_STATUS_OK)
        return status;
    if (shape->type == MINTU_GEOMETRY_TYPE_NONE || shape->part_count == 0) {
        OGR_F_SetGeometryDirectly(feature, NULL);
        return MINTU_STATUS_OK;
    }
    if (shape->type > MINTU_GEOMETRY_TYPE_POLYGON || shape->vertex_count > INT32_MAX)
        return mintu_fail(error, MINTU_STATUS_USAGE,
                          "giving a feature of the layer %s a geometry: expected points, lines or polygons", layer->name);
    OGRGeometryH geometry = make_geometry(shape);
    if (!geometry)
        return fail_memory(error);
    OGR_F_SetGeometryDirectly(feature, geometry);
    return MINTU_STATUS_OK;
}
