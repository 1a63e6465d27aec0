#include "gdal/ogr_geometry.h"

mintu_geometry_type mintu_geometry_kind(OGRGeometryH geometry)
{
    if (!geometry || OGR_G_IsEmpty(geometry))
        return MINTU_GEOMETRY_TYPE_NONE;
    switch (OGR_GT_Flatten(OGR_G_GetGeometryType(geometry))) {
    case wkbPoint:
    case wkbMultiPoint:
        return MINTU_GEOMETRY_TYPE_POINT;
    case wkbLineString:
    case wkbMultiLineString:
        return MINTU_GEOMETRY_TYPE_LINE;
    case wkbPolygon:
    case wkbMultiPolygon:
        return MINTU_GEOMETRY_TYPE_POLYGON;
    default:
        return MINTU_GEOMETRY_TYPE_END;
    }
}

/* Adds the points of a point, line or ring as one part; a ring is closed when its file left it open. */
static mintu_status add_part(mintu_shape *shape, OGRGeometryH geometry, bool outer, bool ring, mintu_error *error)
{
    int count = OGR_G_GetPointCount(geometry);
    mintu_status status = mintu_shape_part(shape, outer, error);
    if (status != MINTU_STATUS_OK || count <= 0)
        return status;
    double *first;
    status = mintu_shape_vertices(shape, (size_t)count, error, &first);
    if (status != MINTU_STATUS_OK)
        return status;
    OGR_G_GetPoints(geometry, first, 2 * sizeof(double), first + 1, 2 * sizeof(double), NULL, 0);
    const double begin[2] = {first[0], first[1]}, *last = first + (ptrdiff_t)2 * (count - 1);
    if (ring && (begin[0] != last[0] || begin[1] != last[1]))
        status = mintu_shape_vertex(shape, begin[0], begin[1], error);
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

/* The parts of a geometry that is of the shape's kind, of one or several. */
static mintu_status add_all(mintu_shape *shape, OGRGeometryH geometry, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    if (!OGR_GT_IsSubClassOf(OGR_GT_Flatten(OGR_G_GetGeometryType(geometry)), wkbGeometryCollection))
        return add_single(shape, geometry, error);
    for (int part = 0; part < OGR_G_GetGeometryCount(geometry) && status == MINTU_STATUS_OK; part++)
        status = add_single(shape, OGR_G_GetGeometryRef(geometry, part), error);
    return status;
}

static bool is_collection(OGRGeometryH geometry)
{
    return OGR_GT_Flatten(OGR_G_GetGeometryType(geometry)) == wkbGeometryCollection;
}

static mintu_status add_kind(mintu_shape *shape, OGRGeometryH geometry, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    if (mintu_geometry_kind(geometry) == shape->type)
        return add_all(shape, geometry, error);
    if (!is_collection(geometry))
        return status;
    for (int i = 0; i < OGR_G_GetGeometryCount(geometry) && status == MINTU_STATUS_OK; i++)
        status = add_kind(shape, OGR_G_GetGeometryRef(geometry, i), error);
    return status;
}

mintu_status mintu_ogr_shape(OGRGeometryH geometry, mintu_geometry_type kind, mintu_shape *shape, mintu_error *error)
{
    mintu_shape_clear(shape);
    shape->type = kind;
    return geometry ? add_kind(shape, geometry, error) : MINTU_STATUS_OK;
}

bool mintu_ogr_is_plain(OGRGeometryH collection)
{
    bool plain = is_collection(collection);
    for (int i = 0; plain && i < OGR_G_GetGeometryCount(collection); i++) {
        OGRGeometryH member = OGR_G_GetGeometryRef(collection, i);
        plain = mintu_geometry_kind(member) != MINTU_GEOMETRY_TYPE_END || mintu_ogr_is_plain(member);
    }
    return plain;
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

OGRGeometryH mintu_ogr_part(const mintu_shape *shape, size_t part)
{
    return make_path(shape, part, shape->type == MINTU_GEOMETRY_TYPE_POINT ? wkbPoint : wkbLineString);
}

static OGRGeometryH make_single(const mintu_shape *shape, size_t *part)
{
    if (shape->type == MINTU_GEOMETRY_TYPE_POLYGON)
        return make_polygon(shape, part);
    return mintu_ogr_part(shape, (*part)++);
}

/* A single geometry, or a multi one when there is more than one point, line or outer ring. */
OGRGeometryH mintu_ogr_geometry(const mintu_shape *shape)
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
