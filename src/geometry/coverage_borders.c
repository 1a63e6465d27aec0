#include "geometry/coverage_borders.h"

#include "base/message.h"
#include "geometry/handle.h"
#include "geometry/locator.h"
#include "geometry/polygon.h"
#include "geometry/polygon_rows.h"
#include "geometry/shared_edges.h"
#include "layer/layer_end.h"

#include <stdint.h>
#include <stdlib.h>

static const char DOING[] = N_("finding borders");

/* The edges of the polygons, and what decides which of them are wanted. */
typedef struct finder {
    mintu_context *context;
    mintu_border_kind kind;
    mintu_shape rings;
    uint32_t *numbers;   /* of the edge that begins at a vertex, one for what neighbours share */
    unsigned char *uses; /* of a number */
    mintu_locator *land;
    GEOSGeometry *beyond; /* the neighbours united */
    const GEOSPreparedGeometry *prepared;
    double reach;
    bool failed;
} finder;

/* A border has land under it and a neighbour beyond it; a coast that runs within the land's own lacks the neighbour. */
static bool is_coast(finder *f, const double *from, const double *to)
{
    double x = (from[0] + to[0]) / 2, y = (from[1] + to[1]) / 2;
    long row = 0;
    if (f->land && mintu_locator_find(f->land, x, y, &row, NULL) != MINTU_STATUS_OK)
        f->failed = true;
    if (row < 0 || !f->prepared)
        return row < 0;
    GEOSGeometry *middle = GEOSGeom_createPointFromXY_r(f->context->geos, x, y);
    char near = (char)(middle ? GEOSPreparedDistanceWithin_r(f->context->geos, f->prepared, middle, f->reach) : 2);
    GEOSGeom_destroy_r(f->context->geos, middle);
    f->failed = f->failed || near == 2;
    return near == 0;
}

/* True once for each edge that is wanted, so that a border shared by two polygons is drawn once. */
static bool take(finder *f, size_t vertex)
{
    enum { DRAWN = 255 };
    const double *from = f->rings.xy + 2 * vertex;
    unsigned char *uses = &f->uses[f->numbers[vertex]], times = *uses;
    *uses = DRAWN;
    if (times == DRAWN)
        return false;
    if (f->kind == MINTU_BORDER_KIND_INNER)
        return times > 1;
    return times == 1 && is_coast(f, from, from + 2) == (f->kind == MINTU_BORDER_KIND_COAST);
}

/* The wanted runs of a ring as parts of one line feature. */
static mintu_status add_ring(finder *f, size_t ring, mintu_shape *lines, mintu_error *error)
{
    bool open = false;
    mintu_status status = MINTU_STATUS_OK;
    for (size_t i = f->rings.starts[ring]; i + 1 < f->rings.starts[ring + 1] && status == MINTU_STATUS_OK; i++) {
        const double *xy = f->rings.xy + 2 * i;
        bool wanted = take(f, i);
        if (wanted && !open) {
            status = mintu_shape_part(lines, true, error);
            if (status == MINTU_STATUS_OK)
                status = mintu_shape_vertex(lines, xy[0], xy[1], error);
        }
        if (wanted && status == MINTU_STATUS_OK)
            status = mintu_shape_vertex(lines, xy[2], xy[3], error);
        open = wanted;
    }
    return status;
}

/* A feature for each row of the polygons, whose rings are those before the next row's first. */
static mintu_status make_lines(finder *f, const size_t *firsts, size_t rows, mintu_layer *out, mintu_error *error)
{
    mintu_shape lines = {0};
    mintu_status status = MINTU_STATUS_OK;
    for (size_t row = 0; row < rows && status == MINTU_STATUS_OK; row++) {
        mintu_shape_clear(&lines);
        lines.type = MINTU_GEOMETRY_TYPE_LINE;
        for (size_t ring = firsts[row]; ring < firsts[row + 1] && status == MINTU_STATUS_OK; ring++)
            status = add_ring(f, ring, &lines, error);
        if (status == MINTU_STATUS_OK && lines.part_count) {
            status = mintu_layer_append(out, error);
            if (status == MINTU_STATUS_OK)
                status = mintu_layer_shape_set(out, mintu_layer_count(out) - 1, &lines, error);
        }
    }
    mintu_shape_free(&lines);
    return status;
}

/* Reads the rings of all rows and counts how often each edge is used, either way round. */
static mintu_status read_rings(finder *f, const mintu_layer *polygons, size_t *firsts, mintu_error *error)
{
    size_t count;
    mintu_status status = MINTU_STATUS_OK;
    for (size_t row = 0; row < mintu_layer_count(polygons) && status == MINTU_STATUS_OK; row++) {
        status = mintu_layer_shape_add(polygons, row, &f->rings, error);
        firsts[row + 1] = f->rings.part_count;
    }
    if (status != MINTU_STATUS_OK)
        return status;
    f->numbers = mintu_shared_edges(f->rings.xy, f->rings.starts, f->rings.part_count, &count);
    f->uses = f->numbers ? calloc(count + 1, sizeof *f->uses) : NULL;
    if (!f->uses)
        return mintu_fail_memory(error, DOING);
    for (size_t ring = 0; ring < f->rings.part_count; ring++)
        for (size_t i = f->rings.starts[ring]; i + 1 < f->rings.starts[ring + 1]; i++)
            if (f->uses[f->numbers[i]] < 2)
                f->uses[f->numbers[i]]++;
    return MINTU_STATUS_OK;
}

static mintu_status read_neighbours(finder *f, const mintu_layer *neighbours, mintu_error *error)
{
    mintu_polygon_rows rows = {0};
    mintu_status status = mintu_polygon_rows_read(f->context, neighbours, true, error, &rows);
    if (status != MINTU_STATUS_OK)
        return status;
    f->beyond = mintu_geos_unite(f->context, rows.geometries, rows.count);
    f->prepared = f->beyond ? GEOSPrepare_r(f->context->geos, f->beyond) : NULL;
    return f->prepared ? MINTU_STATUS_OK : mintu_fail_geos(f->context, error, DOING);
}

static mintu_status find_borders(finder *f, const mintu_layer *polygons, const mintu_border_rule *rule, mintu_error *error,
                                 mintu_layer **out)
{
    size_t rows = mintu_layer_count(polygons), *firsts = calloc(rows + 1, sizeof *firsts);
    if (!firsts)
        return mintu_fail_memory(error, DOING);
    mintu_status status = read_rings(f, polygons, firsts, error);
    if (status == MINTU_STATUS_OK && rule->land)
        status = mintu_locator_new(f->context, rule->land, error, &f->land);
    if (status == MINTU_STATUS_OK && rule->neighbours)
        status = read_neighbours(f, rule->neighbours, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_new(f->context, rule->name, error, out);
    if (status == MINTU_STATUS_OK)
        status = make_lines(f, firsts, rows, *out, error);
    free(firsts);
    return status == MINTU_STATUS_OK && f->failed ? mintu_fail_geos(f->context, error, DOING) : status;
}

mintu_status mintu_polygon_borders(mintu_context *context, const mintu_layer *polygons, const mintu_border_rule *rule,
                                   mintu_error *error, mintu_layer **out)
{
    finder f = {.context = context, .kind = rule->kind, .reach = rule->reach};
    *out = NULL;
    mintu_status status = find_borders(&f, polygons, rule, error, out);
    GEOSPreparedGeom_destroy_r(context->geos, f.prepared);
    GEOSGeom_destroy_r(context->geos, f.beyond);
    mintu_locator_free(f.land);
    mintu_shape_free(&f.rings);
    free(f.numbers);
    free(f.uses);
    return mintu_layer_end(status, out);
}
