/* The grid against the locator, which is GEOS: they must agree on every point. Also reverse_edges.c. */
#define _DEFAULT_SOURCE
#include "geometry/locator.h"
#include "geometry/polygon.h"
#include "reverse/reverse_grid.h"
#include "unit/test_geo_helper.h"

#include <mintu/mintu.h>

static uint64_t seed = 88172645463325252u;

static double chance(void)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (double)(seed >> 11) / 9007199254740992.0;
}

static void same(const mintu_grid *grid, mintu_locator *locator, double lon, double lat)
{
    long row;
    assert_good(mintu_locator_find(locator, lon, lat, &row, &problem));
    if ((long)mintu_grid_find(grid, lon, lat) != row + 1)
        fail_msg("%.17g %.17g: the grid says %u, GEOS says %ld", lon, lat, mintu_grid_find(grid, lon, lat), row + 1);
}

/* Vertices as they are, moved by the last bits, and by more; points on edges; points anywhere. */
static void compare(const mintu_layer *layer, size_t points)
{
    static const double moves[] = {0, 1e-14, 1e-11, 1e-6};
    mintu_grid grid;
    mintu_locator *locator;
    double bounds[4];
    bool found;
    assert_good(mintu_grid_build(layer, &problem, &grid));
    assert_good(mintu_locator_new(context, layer, &problem, &locator));
    assert_good(mintu_layer_bounds(layer, bounds, &found, &problem));
    for (size_t i = 0; i < points; i++)
        same(&grid, locator, bounds[0] + (1.02 * chance() - 0.01) * (bounds[2] - bounds[0]),
             bounds[1] + (1.02 * chance() - 0.01) * (bounds[3] - bounds[1]));
    for (size_t v = 0; v < grid.edges.rings.vertex_count; v++) {
        const double *a = grid.edges.rings.xy + 2 * v;
        for (size_t i = 0; i < sizeof moves / sizeof moves[0]; i++)
            same(&grid, locator, a[0] + moves[i] * (chance() - 0.5), a[1] + moves[i] * (chance() - 0.5));
        double along = chance();
        if (!grid.edges.last[v])
            same(&grid, locator, a[0] * along + a[2] * (1 - along), a[1] * along + a[3] * (1 - along));
    }
    mintu_locator_free(locator);
    mintu_grid_free(&grid);
}

static void boxes_that_touch_overlap_and_are_empty(void **state)
{
    (void)state;
    mintu_layer *layer = make_layer();
    mintu_grid grid;
    add_box(layer, 0, 0, 1, 1);
    add_box(layer, 1, 0, 2, 1);
    assert_good(mintu_layer_append(layer, &problem));
    add_point(layer, 0.5, 0.5);
    add_box(layer, 0.5, 0.5, 1.5, 3);
    assert_good(mintu_grid_build(layer, &problem, &grid));
    assert_int_equal(mintu_grid_find(&grid, 0.5, 0.5), 1); /* the point's row is no polygon */
    assert_int_equal(mintu_grid_find(&grid, 1, 0.5), 1);   /* the border is the first row's */
    assert_int_equal(mintu_grid_find(&grid, 1.25, 0.75), 2);
    assert_int_equal(mintu_grid_find(&grid, 1.25, 2), 5);
    assert_int_equal(mintu_grid_find(&grid, 0, 0), 1);
    assert_int_equal(mintu_grid_find(&grid, 2, 1), 2);
    assert_int_equal(mintu_grid_find(&grid, 1.5, 3), 5);
    assert_int_equal(mintu_grid_find(&grid, 0.25, 2), 0);
    assert_int_equal(mintu_grid_find(&grid, nextafter(2, 3), 0.5), 0);
    assert_int_equal(mintu_grid_find(&grid, NAN, 0.5), 0);
    assert_int_equal(mintu_grid_find(&grid, 0.5, -INFINITY), 0);
    assert_int_equal(mintu_grid_find(&grid, 1e300, 1e300), 0);
    mintu_grid_free(&grid);
    mintu_layer_free(layer);
}

static void nothing_at_all(void **state)
{
    (void)state;
    mintu_layer *layer = make_layer();
    mintu_grid grid;
    assert_good(mintu_grid_build(layer, &problem, &grid));
    assert_int_equal(mintu_grid_find(&grid, 0, 0), 0);
    mintu_grid_free(&grid);
    assert_good(mintu_layer_append(layer, &problem));
    assert_good(mintu_grid_build(layer, &problem, &grid));
    assert_int_equal(mintu_grid_find(&grid, 0, 0), 0);
    mintu_grid_free(&grid);
    mintu_layer_free(layer);
}

/* Stars with long thin rays, overlapping each other, one with a hole. */
static void stars_as_geos_sees_them(void **state)
{
    (void)state;
    mintu_layer *layer = make_layer();
    for (int star = 0; star < 12; star++) {
        double ring[2 * 60], x = 5 * chance(), y = 3 * chance();
        for (int i = 0; i < 60; i++) {
            double radius = i % 2 ? 0.05 + 0.2 * chance() : 1 + 2 * chance(), angle = i * acos(-1) / 30;
            ring[2 * i] = x + radius * cos(angle);
            ring[2 * i + 1] = y + radius * sin(angle);
        }
        add_ring(layer, ring, 60);
    }
    mintu_shape shape = {0};
    assert_good(mintu_layer_shape(layer, 3, &shape, &problem));
    double hole[2] = {0, 0};
    for (size_t i = 0; i < 60; i++) {
        hole[0] += shape.xy[2 * i] / 60;
        hole[1] += shape.xy[2 * i + 1] / 60;
    }
    mintu_shape_clear(&shape);
    shape.type = MINTU_GEOMETRY_TYPE_POLYGON;
    for (int part = 0; part < 2; part++) {
        assert_good(mintu_shape_part(&shape, part == 0, &problem));
        for (int i = 0; i <= 4; i++)
            assert_good(mintu_shape_vertex(&shape, hole[0] + (part ? 0.3 : 1) * cos(i % 4 * acos(0)),
                                           hole[1] + (part ? 0.3 : 1) * sin(i % 4 * acos(0)), &problem));
    }
    assert_good(mintu_layer_shape_set(layer, 3, &shape, &problem));
    mintu_shape_free(&shape);
    compare(layer, 100000);
    mintu_layer_free(layer);
}

/* Level and upright edges, and vertices on one line with points of other polygons. */
static void boxes_as_geos_sees_them(void **state)
{
    (void)state;
    mintu_layer *layer = make_layer();
    for (int i = 0; i < 20; i++)
        add_box(layer, i % 5, i / 5, i % 5 + 1, i / 5 + 1);
    compare(layer, 20000);
    mintu_grid grid;
    mintu_locator *locator;
    assert_good(mintu_grid_build(layer, &problem, &grid));
    assert_good(mintu_locator_new(context, layer, &problem, &locator));
    for (int i = 0; i < 55 * 55; i++)
        same(&grid, locator, i % 55 * 0.1, i / 55 * 0.1);
    mintu_locator_free(locator);
    mintu_grid_free(&grid);
    mintu_layer_free(layer);
}

static void counties_as_geos_sees_them(void **state)
{
    (void)state;
    const char *dir = getenv("MINTU_GEODATA");
    mintu_gazetteer *gazetteer;
    mintu_layer *layer;
    if (!dir)
        skip();
    assert_good(mintu_gazetteer_open(context, dir, &problem, &gazetteer));
    assert_good(mintu_gazetteer_layer(context, gazetteer, "counties", 0, &problem, &layer));
    compare(layer, 1000000);
    mintu_layer_free(layer);
    mintu_gazetteer_free(gazetteer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(boxes_that_touch_overlap_and_are_empty),
        cmocka_unit_test(nothing_at_all),
        cmocka_unit_test(stars_as_geos_sees_them),
        cmocka_unit_test(boxes_as_geos_sees_them),
        cmocka_unit_test(counties_as_geos_sees_them),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
