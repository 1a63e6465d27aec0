#include "gazetteer/schematic.h"

#include "base/file.h"
#include "gazetteer/rows.h"
#include "geo/polygon.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

const char mintu_schematic_note[] =
    "schematic borders: cells around the towns, not the true course; build county polygons with "
    "`mintu data import-boundaries`";

/* Bounds of a ring. */
typedef struct box {
    double west, south, east, north;
} box;

static box bounds_of(const mintu_shape *shape, size_t part)
{
    box b = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (size_t v = shape->starts[part]; v < shape->starts[part + 1]; v++) {
        b.west = fmin(b.west, shape->xy[2 * v]);
        b.east = fmax(b.east, shape->xy[2 * v]);
        b.south = fmin(b.south, shape->xy[2 * v + 1]);
        b.north = fmax(b.north, shape->xy[2 * v + 1]);
    }
    return b;
}

static bool meet(box a, box b)
{
    return a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north;
}

static mintu_status copy_ring(const mintu_shape *from, size_t part, bool outer, mintu_shape *to, mintu_error *error)
{
    mintu_status status = mintu_shape_part(to, outer, error);
    for (size_t v = from->starts[part]; v < from->starts[part + 1] && status == MINTU_STATUS_OK; v++)
        status = mintu_shape_vertex(to, from->xy[2 * v], from->xy[2 * v + 1], error);
    return status;
}

/* Adds the outer rings of neighbours that meet a piece of land as holes of it. */
static mintu_status add_holes(const mintu_layer *neighbours, box land, mintu_shape *scratch, mintu_shape *out,
                              mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    for (size_t row = 0; row < mintu_layer_count(neighbours) && status == MINTU_STATUS_OK; row++) {
        status = mintu_layer_shape(neighbours, row, scratch, error);
        for (size_t part = 0; status == MINTU_STATUS_OK && part < scratch->part_count; part++)
            if (scratch->outer[part] && meet(land, bounds_of(scratch, part)))
                status = copy_ring(scratch, part, false, out, error);
    }
    return status;
}

/* Rings of one feature of land, with the neighbours cut out of it as holes. A hole may share its border with the shell or with
 * another hole, which is not a valid polygon yet: whoever reads the outline repairs it as shells without their holes. */
static mintu_status cut_row(const mintu_layer *land, size_t row, const mintu_layer *neighbours, mintu_shape shapes[3],
                            mintu_layer *out, mintu_error *error)
{
    mintu_shape *from = &shapes[0], *scratch = &shapes[1], *cut = &shapes[2];
    mintu_status status = mintu_layer_shape(land, row, from, error);
    for (size_t part = 0; status == MINTU_STATUS_OK && part < from->part_count;) {
        box bounds = bounds_of(from, part);
        mintu_shape_clear(cut);
        cut->type = MINTU_GEOMETRY_TYPE_POLYGON;
        do
            status = copy_ring(from, part, from->outer[part], cut, error);
        while (status == MINTU_STATUS_OK && ++part < from->part_count && !from->outer[part]);
        if (status == MINTU_STATUS_OK)
            status = add_holes(neighbours, bounds, scratch, cut, error);
        if (status == MINTU_STATUS_OK)
            status = mintu_layer_append(out, error);
        if (status == MINTU_STATUS_OK)
            status = mintu_layer_shape_set(out, mintu_layer_count(out) - 1, cut, error);
    }
    return status;
}

/* Land that is no neighbour's. */
static mintu_status make_outline(mintu_context *context, const mintu_gazetteer *gazetteer, mintu_error *error,
                                 mintu_layer **out)
{
    mintu_layer *land = NULL, *neighbours = NULL;
    mintu_shape shapes[3] = {{0}};
    mintu_status status = mintu_gazetteer_layer(context, gazetteer, "land", 0, error, &land);
    if (status == MINTU_STATUS_OK)
        status = mintu_gazetteer_layer(context, gazetteer, "neighbours", 0, error, &neighbours);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_new(context, "outline", error, out);
    for (size_t row = 0; status == MINTU_STATUS_OK && row < mintu_layer_count(land); row++)
        status = cut_row(land, row, neighbours, shapes, *out, error);
    for (int i = 0; i < 3; i++)
        mintu_shape_free(&shapes[i]);
    mintu_layer_free(land);
    mintu_layer_free(neighbours);
    return status;
}

/* The points chosen so far: no two at the same place, as their cells would be empty. */
typedef struct seeds {
    mintu_layer *layer;
    double (*points)[2];
    size_t count;
    size_t *per_county; /* of each place */
} seeds;

static mintu_status add_seed(seeds *s, const mintu_gazetteer *gazetteer, const mintu_place *place, const mintu_place *county,
                             mintu_error *error)
{
    if (!county || isnan(place->lon) || isnan(place->lat))
        return MINTU_STATUS_OK;
    for (size_t i = 0; i < s->count; i++)
        if (s->points[i][0] == place->lon && s->points[i][1] == place->lat)
            return MINTU_STATUS_OK;
    s->points[s->count][0] = place->lon;
    s->points[s->count++][1] = place->lat;
    s->per_county[mintu_gazetteer_index(gazetteer, county)]++;
    mintu_row row = mintu_row_append(s->layer, error);
    mintu_row_text(&row, county->code);
    mintu_row_point(&row, place->lon, place->lat);
    return row.status;
}

/* A township counts with a point of its own; a county without any such township counts with its seat. */
static mintu_status add_seeds(seeds *s, const mintu_gazetteer *gazetteer, mintu_level level, int date, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    for (size_t i = 0; i < gazetteer->count && status == MINTU_STATUS_OK; i++) {
        const mintu_place *place = &gazetteer->places[i];
        if (place->level != level || !mintu_period_holds(place->from, place->to, date))
            continue;
        if (level == MINTU_LEVEL_TOWNSHIP ? strcmp(place->precision, "town") != 0 : s->per_county[i] > 0)
            continue;
        status = add_seed(s, gazetteer, place, mintu_gazetteer_within(gazetteer, place, MINTU_LEVEL_COUNTY, date), error);
    }
    return status;
}

static mintu_status make_seeds(mintu_context *context, const mintu_gazetteer *gazetteer, int date, mintu_error *error,
                               mintu_layer **out)
{
    static const mintu_field code[] = {{"code", MINTU_FIELD_TYPE_TEXT}};
    seeds s = {.points = malloc((gazetteer->count + 1) * sizeof *s.points),
               .per_county = calloc(gazetteer->count + 1, sizeof *s.per_county)};
    mintu_status status =
        s.points && s.per_county ? MINTU_STATUS_OK : mintu_fail_memory(error, "choosing the points of schematic borders");
    if (status == MINTU_STATUS_OK)
        status = mintu_rows_new(context, "seeds", code, 1, error, &s.layer);
    if (status == MINTU_STATUS_OK)
        status = add_seeds(&s, gazetteer, MINTU_LEVEL_TOWNSHIP, date, error);
    if (status == MINTU_STATUS_OK)
        status = add_seeds(&s, gazetteer, MINTU_LEVEL_COUNTY, date, error);
    *out = s.layer;
    free(s.points);
    free(s.per_county);
    return status;
}

/* One rectangle around a layer. */
static mintu_status make_frame(mintu_context *context, const mintu_layer *layer, mintu_error *error, mintu_layer **out)
{
    double b[4] = {0};
    bool found;
    mintu_shape frame = {.type = MINTU_GEOMETRY_TYPE_POLYGON};
    mintu_status status = mintu_layer_bounds(layer, b, &found, error);
    const double corners[5][2] = {{b[0], b[1]}, {b[2], b[1]}, {b[2], b[3]}, {b[0], b[3]}, {b[0], b[1]}};
    if (status == MINTU_STATUS_OK)
        status = mintu_shape_part(&frame, true, error);
    for (int i = 0; i < 5 && status == MINTU_STATUS_OK; i++)
        status = mintu_shape_vertex(&frame, corners[i][0], corners[i][1], error);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_new(context, "frame", error, out);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_append(*out, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_shape_set(*out, 0, &frame, error);
    mintu_shape_free(&frame);
    return status;
}

/* Cells are dissolved before they are cut to the outline: cutting is what takes long, and there are ten cells to a county. */
static mintu_status make_polygons(mintu_context *context, const mintu_layer *points, const mintu_layer *outline,
                                  mintu_error *error, mintu_layer **out)
{
    mintu_layer *frame = NULL, *cells = NULL;
    mintu_status status = make_frame(context, outline, error, &frame);
    if (status == MINTU_STATUS_OK)
        status = mintu_polygon_cells(context, points, frame, error, &cells);
    if (status == MINTU_STATUS_OK)
        status = mintu_polygon_dissolve(context, cells, "code", error, out);
    if (status == MINTU_STATUS_OK)
        status = mintu_polygon_clip(context, *out, outline, error);
    mintu_layer_free(cells);
    mintu_layer_free(frame);
    return status;
}

mintu_status mintu_schematic_polygons(mintu_context *context, const mintu_gazetteer *gazetteer, int date, mintu_error *error,
                                      mintu_layer **out)
{
    mintu_layer *outline = NULL, *points = NULL;
    *out = NULL;
    mintu_status status = make_outline(context, gazetteer, error, &outline);
    if (status == MINTU_STATUS_OK)
        status = make_seeds(context, gazetteer, date, error, &points);
    if (status == MINTU_STATUS_OK)
        status = make_polygons(context, points, outline, error, out);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_note_set(*out, "schematic", mintu_schematic_note, error);
    mintu_layer_free(points);
    mintu_layer_free(outline);
    return status;
}
