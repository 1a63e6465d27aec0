#include "test_gazetteer_package.h"

#include "gazetteer/boundary_datum.h"
#include "geometry/datum.h"

#include <math.h>

/* A coast that winds: a ring of 400 vertices, the same for land and polygons; the polygons may be shifted. */
static mintu_layer *coast(world *w, mintu_datum datum)
{
    mintu_layer *layer;
    mintu_shape shape = {.type = MINTU_GEOMETRY_TYPE_POLYGON};
    assert_int_equal(mintu_layer_new(w->context, "coast", &w->error, &layer), MINTU_STATUS_OK);
    assert_int_equal(mintu_layer_append(layer, &w->error), MINTU_STATUS_OK);
    assert_int_equal(mintu_shape_part(&shape, true, &w->error), MINTU_STATUS_OK);
    for (int i = 0; i <= 400; i++) {
        double angle = i % 400 * 2 * acos(-1) / 400, radius = 0.5 + 0.05 * sin(9 * angle);
        double point[2] = {118 + radius * cos(angle), 25 + radius * sin(angle)};
        mintu_datum_from_wgs84(datum, point, 1);
        assert_int_equal(mintu_shape_vertex(&shape, point[0], point[1], &w->error), MINTU_STATUS_OK);
    }
    assert_int_equal(mintu_layer_shape_set(layer, 0, &shape, &w->error), MINTU_STATUS_OK);
    mintu_shape_free(&shape);
    return layer;
}

static void finds_the_datum_in_which_the_coast_fits(void **state)
{
    world *w = *state;
    mintu_layer *land = coast(w, MINTU_DATUM_WGS84);
    for (int made = 0; made < MINTU_DATUM_END; made++)
        for (int declared = 0; declared < MINTU_DATUM_END; declared++) {
            mintu_datum_fit fit;
            mintu_layer *polygons = coast(w, (mintu_datum)made);
            assert_int_equal(mintu_boundary_datum(polygons, land, (mintu_datum)declared, &w->error, &fit), MINTU_STATUS_OK);
            assert_int_equal(fit.best, made);
            assert_int_equal(fit.doubtful, made != declared);
            assert_true(fit.distance[made] < 20);
            mintu_layer_free(polygons);
        }
    mintu_layer_free(land);
}

static void says_nothing_without_a_coast(void **state)
{
    world *w = *state;
    static const char *const names[6] = {"a", "b", "c", "d", "e", "f"};
    mintu_layer *land = coast(w, MINTU_DATUM_WGS84), *boxes = world_boxes(w, "name", names);
    mintu_datum_fit fit;
    assert_int_equal(mintu_boundary_datum(boxes, land, MINTU_DATUM_GCJ02, &w->error, &fit), MINTU_STATUS_OK);
    assert_false(fit.doubtful);
    assert_int_equal(fit.best, MINTU_DATUM_GCJ02);
    mintu_layer_free(boxes);
    mintu_layer_free(land);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(finds_the_datum_in_which_the_coast_fits, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(says_nothing_without_a_coast, world_set_up, world_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
