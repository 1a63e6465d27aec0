#include "layer/geojson_geometry.h"

#include "base/message.h"

#include <stdlib.h>
#include <string.h>

enum { COLLECTIONS_MOST = 32 }; /* in one another */

/* How deep the positions of a type stand in lists, and what they make. */
typedef struct geometry_form {
    const char *type;
    mintu_geometry_type kind;
    int lists;
} geometry_form;

static const geometry_form forms[] = {
    {"Point", MINTU_GEOMETRY_TYPE_POINT, 0},
    {"MultiPoint", MINTU_GEOMETRY_TYPE_POINT, 1},
    {"LineString", MINTU_GEOMETRY_TYPE_LINE, 1},
    {"MultiLineString", MINTU_GEOMETRY_TYPE_LINE, 2},
    {"Polygon", MINTU_GEOMETRY_TYPE_POLYGON, 2},
    {"MultiPolygon", MINTU_GEOMETRY_TYPE_POLYGON, 3},
    {"GeometryCollection", MINTU_GEOMETRY_TYPE_NONE, 0},
};

/* One geometry being read. */
typedef struct reading {
    mintu_json_scan *scan;
    mintu_shape *shapes; /* by kind of geometry */
    mintu_shape *shape;  /* of the kind that is being read */
    size_t *closed;
    int collections;
    mintu_error *error;
} reading;

static mintu_status fail(const reading *in, const char *at, const char *what)
{
    return mintu_json_fail(in->scan, at, in->error, what);
}

mintu_status mintu_geojson_type(const mintu_json_scan *scan, mintu_error *error, mintu_buffer *out)
{
    mintu_json_scan ahead = *scan;
    bool more = true;
    mintu_status status = mintu_json_take(&ahead, '{', error);
    for (size_t i = 0; status == MINTU_STATUS_OK; i++) {
        mintu_buffer_clear(out);
        mintu_buffer_text(out, "");
        status = mintu_json_next(&ahead, '}', i, error, &more);
        if (status != MINTU_STATUS_OK || !more)
            break;
        status = mintu_json_take_name(&ahead, error, out);
        if (status == MINTU_STATUS_OK && strcmp(out->data, "type") == 0 && mintu_json_peek(&ahead) == '"')
            return mintu_json_take_text(&ahead, error, out);
        if (status == MINTU_STATUS_OK)
            status = mintu_json_skip(&ahead, error);
    }
    return status == MINTU_STATUS_OK && out->failed ? mintu_fail_memory(error, "reading a layer") : status;
}

static const geometry_form *find_form(const char *type)
{
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (strcmp(forms[i].type, type) == 0)
            return &forms[i];
    return NULL;
}

bool mintu_geojson_is_geometry(const char *type)
{
    return find_form(type);
}

/* Two numbers, longitude and latitude, and what may follow. An empty list, which is no position, is told by *empty. */
static mintu_status read_position(reading *in, bool *empty, double xy[2])
{
    const char *start = in->scan->at;
    mintu_json_number number;
    bool more = true;
    size_t count = 0;
    mintu_status status = mintu_json_take(in->scan, '[', in->error);
    while (status == MINTU_STATUS_OK) {
        status = mintu_json_next(in->scan, ']', count, in->error, &more);
        if (status != MINTU_STATUS_OK || !more)
            break;
        status = mintu_json_take_number(in->scan, in->error, &number);
        if (count < 2)
            xy[count] = number.real;
        count++;
    }
    *empty = count == 0;
    return status == MINTU_STATUS_OK && count == 1 ? fail(in, start, N_("a position needs longitude and latitude")) : status;
}

static mintu_status check_path(reading *in, const char *start, bool ring)
{
    mintu_shape *shape = in->shape;
    size_t first = shape->starts[shape->part_count - 1], count = shape->vertex_count - first;
    const double *xy = shape->xy + 2 * first, *last = xy + 2 * (count - 1);
    mintu_status status = MINTU_STATUS_OK;
    if (!ring)
        return count < 2 ? fail(in, start, N_("a line needs two positions")) : status;
    if (count > 2 && (xy[0] != last[0] || xy[1] != last[1])) {
        status = mintu_shape_vertex(shape, xy[0], xy[1], in->error);
        ++*in->closed;
        count++;
    }
    return status == MINTU_STATUS_OK && count < 4
               ? fail(in, start, N_("a ring needs four positions, the first again as the last"))
               : status;
}

/* A list of positions as one part; an empty one makes none. */
static mintu_status read_path(reading *in, bool outer, bool ring)
{
    const char *start = in->scan->at;
    bool more = true, empty;
    double xy[2] = {0};
    mintu_status status = mintu_json_take(in->scan, '[', in->error);
    for (size_t i = 0; status == MINTU_STATUS_OK; i++) {
        status = mintu_json_next(in->scan, ']', i, in->error, &more);
        if (status != MINTU_STATUS_OK || !more)
            return status != MINTU_STATUS_OK || i == 0 ? status : check_path(in, start, ring);
        mintu_json_peek(in->scan);
        const char *at = in->scan->at;
        status = read_position(in, &empty, xy);
        if (status == MINTU_STATUS_OK && empty)
            status = fail(in, at, N_("a position needs longitude and latitude"));
        if (status == MINTU_STATUS_OK && i == 0)
            status = mintu_shape_part(in->shape, outer, in->error);
        if (status == MINTU_STATUS_OK)
            status = mintu_shape_vertex(in->shape, xy[0], xy[1], in->error);
    }
    return status;
}

static mintu_status read_point(reading *in)
{
    bool empty;
    double xy[2] = {0};
    mintu_status status = read_position(in, &empty, xy);
    if (status != MINTU_STATUS_OK || empty)
        return status;
    status = mintu_shape_part(in->shape, true, in->error);
    return status == MINTU_STATUS_OK ? mintu_shape_vertex(in->shape, xy[0], xy[1], in->error) : status;
}

/* What stands @p lists deep: a position, a path, or a list of these. @p index: which of its list it is. */
static mintu_status read_nested(reading *in, const geometry_form *form, int lists, size_t index)
{
    bool polygon = form->kind == MINTU_GEOMETRY_TYPE_POLYGON, more = true;
    if (lists == 0)
        return read_point(in);
    if (lists == 1 && form->kind != MINTU_GEOMETRY_TYPE_POINT)
        return read_path(in, !polygon || index == 0, polygon);
    mintu_json_peek(in->scan);
    mintu_status status = mintu_json_take(in->scan, '[', in->error);
    for (size_t i = 0; status == MINTU_STATUS_OK; i++) {
        status = mintu_json_next(in->scan, ']', i, in->error, &more);
        if (status != MINTU_STATUS_OK || !more)
            break;
        status = read_nested(in, form, lists - 1, i);
    }
    return status;
}

static mintu_status read_geometry(reading *in);

static mintu_status read_collection(reading *in)
{
    bool more = true;
    mintu_status status = mintu_json_take(in->scan, '[', in->error);
    for (size_t i = 0; status == MINTU_STATUS_OK; i++) {
        status = mintu_json_next(in->scan, ']', i, in->error, &more);
        if (status != MINTU_STATUS_OK || !more)
            break;
        mintu_json_peek(in->scan);
        status = read_geometry(in);
    }
    return status;
}

/* Parts of several kinds go into shapes of their own. */
static mintu_status read_member(reading *in, const geometry_form *form)
{
    if (form->kind == MINTU_GEOMETRY_TYPE_NONE)
        return read_collection(in);
    in->shape = &in->shapes[form->kind];
    size_t parts = in->shape->part_count;
    mintu_status status = read_nested(in, form, form->lists, 0);
    if (status == MINTU_STATUS_OK && in->shape->part_count > parts)
        in->shape->type = form->kind;
    return status;
}

static mintu_status read_object(reading *in, const geometry_form *form, mintu_buffer *name)
{
    const char *start = in->scan->at, *wanted = form->kind == MINTU_GEOMETRY_TYPE_NONE ? "geometries" : "coordinates";
    bool more = true, found = false;
    mintu_status status = mintu_json_take(in->scan, '{', in->error);
    for (size_t i = 0; status == MINTU_STATUS_OK; i++) {
        status = mintu_json_next(in->scan, '}', i, in->error, &more);
        if (status != MINTU_STATUS_OK || !more)
            break;
        status = mintu_json_take_name(in->scan, in->error, name);
        if (status != MINTU_STATUS_OK)
            break;
        bool here = strcmp(name->data, wanted) == 0;
        if (here && found)
            return fail(in, in->scan->at, N_("the geometry has its coordinates twice"));
        found = found || here;
        status = here ? read_member(in, form) : mintu_json_skip(in->scan, in->error);
    }
    if (status == MINTU_STATUS_OK && !found)
        return fail(in, start,
                    form->lists || form->kind ? N_("the geometry has no coordinates") : N_("the collection has no geometries"));
    return status;
}

static mintu_status read_geometry(reading *in)
{
    const char *start = in->scan->at;
    mintu_buffer text = {0};
    if (*start != '{')
        return fail(in, start, N_("expected a geometry, an object in braces, or null"));
    if (in->collections == COLLECTIONS_MOST)
        return fail(in, start, N_("collections of geometries are nested too deep"));
    mintu_status status = mintu_geojson_type(in->scan, in->error, &text);
    const geometry_form *form = status == MINTU_STATUS_OK ? find_form(text.data) : NULL;
    if (status == MINTU_STATUS_OK && !form)
        status =
            fail(in, start, N_("the geometry has no type of GeoJSON (Point, LineString, Polygon, Multi…, GeometryCollection)"));
    in->collections++;
    if (form)
        status = read_object(in, form, &text);
    in->collections--;
    mintu_buffer_free(&text);
    return status;
}

mintu_status mintu_geojson_geometry(mintu_json_scan *scan, mintu_shape shapes[MINTU_GEOJSON_KINDS], size_t *closed,
                                    mintu_error *error)
{
    reading in = {scan, shapes, shapes, closed, 0, error};
    for (int kind = 0; kind < MINTU_GEOJSON_KINDS; kind++)
        mintu_shape_clear(&shapes[kind]);
    return mintu_json_peek(scan) == 'n' ? mintu_json_skip(scan, error) : read_geometry(&in);
}
