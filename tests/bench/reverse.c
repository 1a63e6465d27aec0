/* Points per second of reverse geocoding against GEOS (STRtree with prepared polygons) on the same polygons and points, on one
 * core: bench_reverse GEODATA [POINTS]. The two must agree, or the run ends with 1. */
#define _POSIX_C_SOURCE 200809L
#include "layer/shape.h"

#include <mintu/mintu.h>

#include <geos_c.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static double chance(void)
{
    static uint64_t seed = 88172645463325252u;
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (double)(seed >> 11) / 9007199254740992.0;
}

static void check(mintu_status status, const mintu_error *error)
{
    if (status == MINTU_STATUS_OK)
        return;
    fprintf(stderr, "bench_reverse: %s\n", error->text);
    exit(mintu_status_exit_code(status));
}

/* The peer: as plain as GEOS's own examples. */
typedef struct peer {
    GEOSContextHandle_t geos;
    GEOSGeometry **polygons;
    const GEOSPreparedGeometry **prepared;
    size_t *rows; /* items of the tree */
    size_t count;
    GEOSSTRtree *tree;
    const GEOSGeometry *point;
    size_t found;
} peer;

static GEOSGeometry *ring(const peer *p, const mintu_shape *shape, size_t part)
{
    size_t from = shape->starts[part], count = shape->starts[part + 1] - from;
    return GEOSGeom_createLinearRing_r(p->geos,
                                       GEOSCoordSeq_copyFromBuffer_r(p->geos, shape->xy + 2 * from, (unsigned)count, 0, 0));
}

static GEOSGeometry *multipolygon(const peer *p, const mintu_shape *shape)
{
    GEOSGeometry **parts = calloc(shape->part_count, sizeof(GEOSGeometry *)),
                 **holes = calloc(shape->part_count, sizeof(GEOSGeometry *));
    unsigned count = 0;
    for (size_t part = 0; part < shape->part_count;) {
        GEOSGeometry *shell = ring(p, shape, part++);
        unsigned hole_count = 0;
        while (part < shape->part_count && !shape->outer[part])
            holes[hole_count++] = ring(p, shape, part++);
        parts[count++] = GEOSGeom_createPolygon_r(p->geos, shell, holes, hole_count);
    }
    GEOSGeometry *geometry = GEOSGeom_createCollection_r(p->geos, GEOS_MULTIPOLYGON, parts, count);
    free(parts);
    free(holes);
    return geometry;
}

static void peer_build(const mintu_layer *layer, peer *p)
{
    mintu_shape shape = {0};
    mintu_error error;
    p->count = mintu_layer_count(layer);
    p->geos = GEOS_init_r();
    p->polygons = calloc(p->count, sizeof(GEOSGeometry *));
    p->prepared = calloc(p->count, sizeof(const GEOSPreparedGeometry *));
    p->rows = calloc(p->count, sizeof *p->rows);
    p->tree = GEOSSTRtree_create_r(p->geos, 10);
    for (size_t row = 0; row < p->count; row++) {
        check(mintu_layer_shape(layer, row, &shape, &error), &error);
        p->polygons[row] = multipolygon(p, &shape);
        p->prepared[row] = GEOSPrepare_r(p->geos, p->polygons[row]);
        p->rows[row] = row;
        GEOSSTRtree_insert_r(p->geos, p->tree, p->polygons[row], &p->rows[row]);
    }
    mintu_shape_free(&shape);
}

static void peer_free(peer *p)
{
    for (size_t row = 0; row < p->count; row++) {
        GEOSPreparedGeom_destroy_r(p->geos, p->prepared[row]);
        GEOSGeom_destroy_r(p->geos, p->polygons[row]);
    }
    GEOSSTRtree_destroy_r(p->geos, p->tree);
    GEOS_finish_r(p->geos);
    free(p->polygons);
    free(p->prepared);
    free(p->rows);
}

static void peer_try(void *item, void *user)
{
    peer *p = user;
    size_t row = *(const size_t *)item;
    if (row < p->found && GEOSPreparedIntersects_r(p->geos, p->prepared[row], p->point) == 1)
        p->found = row;
}

static size_t peer_find(peer *p, double lon, double lat)
{
    GEOSGeometry *point = GEOSGeom_createPointFromXY_r(p->geos, lon, lat);
    p->point = point;
    p->found = p->count;
    GEOSSTRtree_query_r(p->geos, p->tree, point, peer_try, p);
    GEOSGeom_destroy_r(p->geos, point);
    return p->found;
}

int main(int count, char **words)
{
    size_t points = count > 2 ? strtoul(words[2], NULL, 10) : 5000000, peer_points = points / 5, inside = 0, differ = 0;
    mintu_context *context;
    mintu_gazetteer *gazetteer;
    mintu_layer *layer;
    mintu_reverser *reverser;
    mintu_error error = {0};
    double bounds[4], start;
    bool found;
    if (count < 2 || points < 5)
        return 2;
    check(mintu_context_new(&error, &context), &error);
    check(mintu_gazetteer_open(context, words[1], &error, &gazetteer), &error);
    check(mintu_gazetteer_layer(context, gazetteer, "counties", 0, &error, &layer), &error);
    check(mintu_layer_bounds(layer, bounds, &found, &error), &error);
    start = seconds();
    check(mintu_reverser_new(context, gazetteer, 0, &error, &reverser), &error);
    printf("ready in %.0f ms, reading the polygons included\n", 1e3 * (seconds() - start));

    double *lonlat = malloc(2 * points * sizeof *lonlat);
    const mintu_place **answers = malloc(points * sizeof(const mintu_place *));
    if (!lonlat || !answers)
        return 70;
    for (size_t i = 0; i < points; i++) {
        lonlat[2 * i] = bounds[0] + chance() * (bounds[2] - bounds[0]);
        lonlat[2 * i + 1] = bounds[1] + chance() * (bounds[3] - bounds[1]);
        answers[i] = NULL; /* so that pages are there before the clock runs */
    }
    start = seconds();
    mintu_reverser_counties(reverser, lonlat, points, answers);
    double ours = (double)points / (seconds() - start) / 1e6;

    start = seconds();
    for (size_t i = 0; i < peer_points; i++) {
        mintu_location here;
        mintu_reverser_find(reverser, lonlat[2 * i], lonlat[2 * i + 1], &here);
        inside += here.county != NULL;
    }
    double towns = (double)peer_points / (seconds() - start) / 1e6;

    peer p = {0};
    peer_build(layer, &p);
    int code = mintu_layer_field_find(layer, "code");
    start = seconds();
    for (size_t i = 0; i < peer_points; i++) {
        size_t row = peer_find(&p, lonlat[2 * i], lonlat[2 * i + 1]);
        const mintu_place *place =
            row < p.count ? mintu_gazetteer_find(gazetteer, mintu_layer_text(layer, row, (size_t)code)) : NULL;
        differ += place != answers[i];
    }
    double theirs = (double)peer_points / (seconds() - start) / 1e6;
    printf("%zu of %zu random points inside, %zu answers differ\n", inside, peer_points, differ);
    printf("county                         %8.2f M points/s\n", ours);
    printf("county, township and distance  %8.2f M points/s\n", towns);
    printf("GEOS STRtree, prepared         %8.2f M points/s\n", theirs);
    printf("ratio to GEOS %.1f\n", ours / theirs);
    peer_free(&p);
    free(lonlat);
    free(answers);
    mintu_reverser_free(reverser);
    mintu_layer_free(layer);
    mintu_gazetteer_free(gazetteer);
    mintu_context_free(context);
    return differ > 0;
}
