#include "geometry/coverage_borders.h"

#include "geometry/handle.h"
#include "geometry/locator.h"
#include "geometry/polygon.h"
#include "geometry/polygon_rows.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static const char DOING[] = "finding borders";

/* How often a segment of a polygon is used, either way round. */
typedef struct segment {
    double ends[4];
    unsigned uses; /* 0: an empty slot */
    bool drawn;
} segment;

typedef struct segments {
    segment *slots;
    size_t capacity, count;
} segments;

static void order_ends(const double *from, const double *to, double ends[4])
{
    bool forward = from[0] < to[0] || (!(from[0] > to[0]) && from[1] <= to[1]);
    memcpy(ends, forward ? from : to, 2 * sizeof *ends);
    memcpy(ends + 2, forward ? to : from, 2 * sizeof *ends);
}

/* FNV-1a over the words of the coordinates. */
static size_t hash(const double ends[4])
{
    uint64_t words[4], value = 14695981039346656037U;
    memcpy(words, ends, sizeof words);
    for (int i = 0; i < 4; i++)
        value = (value ^ words[i] ^ (words[i] >> 29)) * 1099511628211U;
    return (size_t)(value ^ (value >> 32));
}

static segment *find(const segments *set, const double ends[4])
{
    size_t at = hash(ends) & (set->capacity - 1);
    while (set->slots[at].uses && memcmp(set->slots[at].ends, ends, sizeof set->slots[at].ends) != 0)
        at = (at + 1) & (set->capacity - 1);
    return &set->slots[at];
}

static bool grow(segments *set)
{
    segments larger = {.capacity = set->capacity ? 2 * set->capacity : 1024, .count = set->count};
    larger.slots = calloc(larger.capacity, sizeof *larger.slots);
    if (!larger.slots)
        return false;
    for (size_t i = 0; i < set->capacity; i++)
        if (set->slots[i].uses)
            *find(&larger, set->slots[i].ends) = set->slots[i];
    free(set->slots);
    *set = larger;
    return true;
}

static bool add(segments *set, const double *from, const double *to)
{
    double ends[4];
    if (4 * (set->count + 1) > 3 * set->capacity && !grow(set))
        return false;
    order_ends(from, to, ends);
    segment *slot = find(set, ends);
    set->count += slot->uses == 0;
    memcpy(slot->ends, ends, sizeof ends);
    slot->uses++;
    return true;
}

static mintu_status add_layer(segments *set, const mintu_layer *layer, mintu_error *error)
{
    mintu_shape shape = {0};
    mintu_status status = MINTU_STATUS_OK;
    for (size_t row = 0; row < mintu_layer_count(layer) && status == MINTU_STATUS_OK; row++) {
        status = mintu_layer_shape(layer, row, &shape, error);
        for (size_t part = 0; part < shape.part_count && status == MINTU_STATUS_OK; part++)
            for (size_t i = shape.starts[part]; i + 1 < shape.starts[part + 1] && status == MINTU_STATUS_OK; i++) {
                const double *from = shape.xy + 2 * i;
                if (!add(set, from, from + 2))
                    status = mintu_fail_memory(error, DOING);
            }
    }
    mintu_shape_free(&shape);
    return status;
}

/* The segments of the polygons, and what decides which of them are wanted. */
typedef struct finder {
    mintu_context *context;
    mintu_border_kind kind;
    segments all;
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
    char near = middle ? GEOSPreparedDistanceWithin_r(f->context->geos, f->prepared, middle, f->reach) : 2;
    GEOSGeom_destroy_r(f->context->geos, middle);
    f->failed = f->failed || near == 2;
    return near == 0;
}

/* True once for each segment that is wanted, so that a border shared by two polygons is drawn once. */
static bool take(finder *f, const double *from, const double *to)
{
    double ends[4];
    order_ends(from, to, ends);
    segment *known = find(&f->all, ends);
    if (known->drawn)
        return false;
    known->drawn = true;
    if (f->kind == MINTU_BORDER_KIND_INNER)
        return known->uses > 1;
    return known->uses == 1 && is_coast(f, from, to) == (f->kind == MINTU_BORDER_KIND_COAST);
}

/* The wanted runs of a ring as parts of one line feature. */
static mintu_status add_ring(finder *f, const double *xy, size_t count, mintu_shape *lines, mintu_error *error)
{
    bool open = false;
    mintu_status status = MINTU_STATUS_OK;
    for (size_t i = 0; i + 1 < count && status == MINTU_STATUS_OK; i++, xy += 2) {
        bool wanted = take(f, xy, xy + 2);
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

static mintu_status make_lines(finder *f, const mintu_layer *polygons, mintu_layer *out, mintu_error *error)
{
    mintu_shape shape = {0}, lines = {.type = MINTU_GEOMETRY_TYPE_LINE};
    mintu_status status = MINTU_STATUS_OK;
    for (size_t row = 0; row < mintu_layer_count(polygons) && status == MINTU_STATUS_OK; row++) {
        status = mintu_layer_shape(polygons, row, &shape, error);
        mintu_shape_clear(&lines);
        lines.type = MINTU_GEOMETRY_TYPE_LINE;
        for (size_t part = 0; part < shape.part_count && status == MINTU_STATUS_OK; part++)
            status = add_ring(f, shape.xy + 2 * shape.starts[part], shape.starts[part + 1] - shape.starts[part], &lines, error);
        if (status == MINTU_STATUS_OK && lines.part_count) {
            status = mintu_layer_append(out, error);
            if (status == MINTU_STATUS_OK)
                status = mintu_layer_shape_set(out, mintu_layer_count(out) - 1, &lines, error);
        }
    }
    mintu_shape_free(&shape);
    mintu_shape_free(&lines);
    return status;
}

static mintu_status read_neighbours(finder *f, const mintu_layer *neighbours, mintu_error *error)
{
    mintu_polygon_rows rows = {0};
    mintu_status status = mintu_polygon_rows_read(f->context, neighbours, true, error, &rows);
    if (status != MINTU_STATUS_OK)
        return status;
    GEOSGeometry *all =
        GEOSGeom_createCollection_r(f->context->geos, GEOS_GEOMETRYCOLLECTION, rows.geometries, (unsigned)rows.count);
    rows.count = all ? 0 : rows.count; /* the collection owns them now */
    f->beyond = all ? GEOSUnaryUnion_r(f->context->geos, all) : NULL;
    f->prepared = f->beyond ? GEOSPrepare_r(f->context->geos, f->beyond) : NULL;
    GEOSGeom_destroy_r(f->context->geos, all);
    mintu_polygon_rows_free(f->context, &rows);
    return f->prepared ? MINTU_STATUS_OK : mintu_fail_geos(f->context, error, DOING);
}

static mintu_status find_borders(finder *f, const mintu_layer *polygons, const mintu_border_rule *rule, mintu_error *error,
                                 mintu_layer **out)
{
    mintu_status status = add_layer(&f->all, polygons, error);
    if (status == MINTU_STATUS_OK && rule->land)
        status = mintu_locator_new(f->context, rule->land, error, &f->land);
    if (status == MINTU_STATUS_OK && rule->neighbours)
        status = read_neighbours(f, rule->neighbours, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_new(f->context, rule->name, error, out);
    if (status == MINTU_STATUS_OK && f->all.count)
        status = make_lines(f, polygons, *out, error);
    return status == MINTU_STATUS_OK && f->failed ? mintu_fail_geos(f->context, error, DOING) : status;
}

mintu_status mintu_polygon_borders(mintu_context *context, const mintu_layer *polygons, const mintu_border_rule *rule,
                                   mintu_error *error, mintu_layer **out)
{
    finder f = {.context = context, .kind = rule->kind, .reach = rule->reach};
    *out = NULL;
    mintu_status status = find_borders(&f, polygons, rule, error, out);
    if (status != MINTU_STATUS_OK) {
        mintu_layer_free(*out);
        *out = NULL;
    }
    GEOSPreparedGeom_destroy_r(context->geos, f.prepared);
    GEOSGeom_destroy_r(context->geos, f.beyond);
    mintu_locator_free(f.land);
    free(f.all.slots);
    return status;
}
