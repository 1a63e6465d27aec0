#include "geometry/geos.h"

#include "geometry/handle.h"

#include <stdlib.h>

static bool same(const double *a, const double *b)
{
    return a[0] == b[0] && a[1] == b[1];
}

/* Fewer than four vertices make no ring in GEOS. */
static bool is_ring(const mintu_shape *shape, size_t part)
{
    size_t start = shape->starts[part], end = shape->starts[part + 1];
    return end - start >= 4 && same(shape->xy + 2 * start, shape->xy + 2 * (end - 1));
}

/* A line or a ring of a part's vertices. */
static GEOSGeometry *make_path(mintu_context *context, const mintu_shape *shape, size_t part,
                               GEOSGeometry *(*make)(GEOSContextHandle_t, GEOSCoordSequence *))
{
    size_t start = shape->starts[part];
    GEOSCoordSequence *path =
        GEOSCoordSeq_copyFromBuffer_r(context->geos, shape->xy + 2 * start, (unsigned)(shape->starts[part + 1] - start), 0, 0);
    return path ? make(context->geos, path) : NULL;
}

/* The polygon whose outer ring is @p part and whose holes follow it. */
static GEOSGeometry *make_polygon(mintu_context *context, const mintu_shape *shape, size_t part)
{
    size_t end = part + 1, count = 0;
    while (end < shape->part_count && !shape->outer[end])
        end++;
    GEOSGeometry **holes = calloc(end - part, sizeof(GEOSGeometry *));
    GEOSGeometry *outer = holes ? make_path(context, shape, part, GEOSGeom_createLinearRing_r) : NULL;
    bool good = outer;
    for (size_t hole = part + 1; hole < end && good; hole++) {
        if (!is_ring(shape, hole))
            continue;
        holes[count] = make_path(context, shape, hole, GEOSGeom_createLinearRing_r);
        good = holes[count] && ++count;
    }
    /* GEOS takes the rings over, also when it fails. */
    GEOSGeometry *polygon = good ? GEOSGeom_createPolygon_r(context->geos, outer, holes, (unsigned)count) : NULL;
    if (!good)
        GEOSGeom_destroy_r(context->geos, outer);
    mintu_geos_free_all(context, holes, good ? 0 : count);
    return polygon;
}

static bool is_whole(const mintu_shape *shape, size_t part)
{
    size_t count = shape->starts[part + 1] - shape->starts[part];
    switch (shape->type) {
    case MINTU_GEOMETRY_TYPE_POLYGON:
        return shape->outer[part] && is_ring(shape, part);
    case MINTU_GEOMETRY_TYPE_LINE:
        return count >= 2;
    default:
        return count >= 1;
    }
}

static GEOSGeometry *make_part(mintu_context *context, const mintu_shape *shape, size_t part)
{
    const double *xy = shape->xy + 2 * shape->starts[part];
    switch (shape->type) {
    case MINTU_GEOMETRY_TYPE_POLYGON:
        return make_polygon(context, shape, part);
    case MINTU_GEOMETRY_TYPE_LINE:
        return make_path(context, shape, part, GEOSGeom_createLineString_r);
    default:
        return GEOSGeom_createPointFromXY_r(context->geos, xy[0], xy[1]);
    }
}

static GEOSGeometry *collect(mintu_context *context, const mintu_shape *shape, GEOSGeometry **parts, size_t count)
{
    static const int types[MINTU_GEOMETRY_TYPE_END] = {GEOS_GEOMETRYCOLLECTION, GEOS_MULTIPOINT, GEOS_MULTILINESTRING,
                                                       GEOS_MULTIPOLYGON, GEOS_GEOMETRYCOLLECTION};
    if (count == 1)
        return parts[0];
    return GEOSGeom_createCollection_r(context->geos, types[shape->type], parts, (unsigned)count);
}

GEOSGeometry *mintu_geos_from_shape(mintu_context *context, const mintu_shape *shape)
{
    context->geos_text[0] = '\0';
    GEOSGeometry **parts = calloc(shape->part_count + 1, sizeof(GEOSGeometry *));
    size_t count = 0;
    bool good = parts;
    for (size_t part = 0; part < shape->part_count && good; part++) {
        if (!is_whole(shape, part))
            continue;
        parts[count] = make_part(context, shape, part);
        good = parts[count] && ++count;
    }
    if (good) {
        GEOSGeometry *all = collect(context, shape, parts, count);
        free(parts);
        return all;
    }
    mintu_geos_free_all(context, parts, count);
    return NULL;
}

static mintu_status add_sequence(mintu_context *context, const GEOSGeometry *geometry, bool outer, mintu_shape *shape,
                                 mintu_error *error)
{
    const GEOSCoordSequence *coordinates = GEOSGeom_getCoordSeq_r(context->geos, geometry);
    unsigned count = 0;
    mintu_status status = mintu_shape_part(shape, outer, error);
    if (!coordinates || GEOSCoordSeq_getSize_r(context->geos, coordinates, &count) != 1)
        return mintu_fail_geos(context, error, "reading a geometry");
    for (unsigned i = 0; i < count && status == MINTU_STATUS_OK; i++) {
        double x, y;
        GEOSCoordSeq_getXY_r(context->geos, coordinates, i, &x, &y);
        status = mintu_shape_vertex(shape, x, y, error);
    }
    return status;
}

static mintu_status add_polygon(mintu_context *context, const GEOSGeometry *polygon, mintu_shape *shape, mintu_error *error)
{
    int holes = GEOSGetNumInteriorRings_r(context->geos, polygon);
    mintu_status status = add_sequence(context, GEOSGetExteriorRing_r(context->geos, polygon), true, shape, error);
    for (int hole = 0; hole < holes && status == MINTU_STATUS_OK; hole++)
        status = add_sequence(context, GEOSGetInteriorRingN_r(context->geos, polygon, hole), false, shape, error);
    return status;
}

static mintu_geometry_type type_of(int geos_type)
{
    return geos_type == GEOS_POLYGON                                      ? MINTU_GEOMETRY_TYPE_POLYGON
           : geos_type == GEOS_LINESTRING || geos_type == GEOS_LINEARRING ? MINTU_GEOMETRY_TYPE_LINE
           : geos_type == GEOS_POINT                                      ? MINTU_GEOMETRY_TYPE_POINT
                                                                          : MINTU_GEOMETRY_TYPE_MIXED;
}

mintu_status mintu_geos_add_to_shape(mintu_context *context, const GEOSGeometry *geometry, mintu_shape *shape,
                                     mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    if (!geometry || GEOSisEmpty_r(context->geos, geometry) != 0)
        return MINTU_STATUS_OK;
    mintu_geometry_type type = type_of(GEOSGeomTypeId_r(context->geos, geometry));
    if (type != MINTU_GEOMETRY_TYPE_MIXED && type != shape->type)
        return MINTU_STATUS_OK;
    if (type == MINTU_GEOMETRY_TYPE_POLYGON)
        return add_polygon(context, geometry, shape, error);
    if (type != MINTU_GEOMETRY_TYPE_MIXED)
        return add_sequence(context, geometry, true, shape, error);
    for (int i = 0; i < GEOSGetNumGeometries_r(context->geos, geometry) && status == MINTU_STATUS_OK; i++)
        status = mintu_geos_add_to_shape(context, GEOSGetGeometryN_r(context->geos, geometry, i), shape, error);
    return status;
}

mintu_status mintu_geos_to_shape(mintu_context *context, const GEOSGeometry *geometry, mintu_geometry_type type,
                                 mintu_shape *shape, mintu_error *error)
{
    mintu_shape_clear(shape);
    shape->type = type;
    mintu_status status = mintu_geos_add_to_shape(context, geometry, shape, error);
    if (shape->part_count == 0)
        shape->type = MINTU_GEOMETRY_TYPE_NONE;
    return status;
}

mintu_status mintu_geos_from_row(mintu_context *context, const mintu_layer *layer, size_t row, mintu_error *error,
                                 GEOSGeometry **out)
{
    mintu_shape shape = {0};
    *out = NULL;
    mintu_status status = mintu_layer_shape(layer, row, &shape, error);
    if (status == MINTU_STATUS_OK) {
        *out = mintu_geos_from_shape(context, &shape);
        if (!*out)
            status = mintu_fail_geos(context, error, "reading a geometry");
    }
    mintu_shape_free(&shape);
    return status;
}

bool mintu_geos_point(mintu_context *context, const GEOSGeometry *point, double xy[2])
{
    return point && GEOSGeomGetX_r(context->geos, point, &xy[0]) == 1 && GEOSGeomGetY_r(context->geos, point, &xy[1]) == 1;
}

mintu_status mintu_geos_to_row(mintu_context *context, const GEOSGeometry *geometry, mintu_layer *layer, size_t row,
                               mintu_error *error)
{
    mintu_shape shape = {0};
    mintu_status status = mintu_geos_to_shape(context, geometry, MINTU_GEOMETRY_TYPE_POLYGON, &shape, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_shape_set(layer, row, &shape, error);
    mintu_shape_free(&shape);
    return status;
}

GEOSGeometry *mintu_geos_collect(mintu_context *context, GEOSGeometry **geometries, size_t count)
{
    GEOSGeometry *all =
        geometries ? GEOSGeom_createCollection_r(context->geos, GEOS_GEOMETRYCOLLECTION, geometries, (unsigned)count) : NULL;
    free(geometries);
    return all;
}

GEOSGeometry **mintu_geos_take(GEOSGeometry **geometries, const size_t *group_of, size_t group, size_t *count)
{
    size_t all = *count;
    GEOSGeometry **taken = calloc(all + 1, sizeof(GEOSGeometry *));
    *count = 0;
    for (size_t i = 0; i < all && taken; i++)
        if (group_of[i] == group) {
            taken[(*count)++] = geometries[i];
            geometries[i] = NULL;
        }
    return taken;
}

GEOSGeometry *mintu_geos_follow(mintu_context *context, GEOSGeometry *from, GEOSGeometry *to)
{
    GEOSGeom_destroy_r(context->geos, from);
    return to;
}

GEOSGeometry *mintu_geos_unite(mintu_context *context, GEOSGeometry **geometries, size_t count)
{
    GEOSGeometry *all = mintu_geos_collect(context, geometries, count);
    return all ? mintu_geos_follow(context, all, GEOSUnaryUnion_r(context->geos, all)) : NULL;
}

void mintu_geos_free_all(mintu_context *context, GEOSGeometry **geometries, size_t count)
{
    for (size_t i = 0; i < count && geometries; i++)
        GEOSGeom_destroy_r(context->geos, geometries[i]);
    free(geometries);
}
