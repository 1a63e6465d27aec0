#define _DEFAULT_SOURCE
#include "test_geo_helper.h"

/* The line Flinders Peak to Buninyong of the Geodetic Datum of Australia's technical manual: 54972.271 m. */
static void distance_is_the_published_one(void **state)
{
    (void)state;
    double flinders[] = {144 + 25 / 60.0 + 29.52440 / 3600, -(37 + 57 / 60.0 + 3.72030 / 3600)};
    double buninyong[] = {143 + 55 / 60.0 + 35.38390 / 3600, -(37 + 39 / 60.0 + 10.15610 / 3600)};
    double metres = mintu_geodesic_distance(flinders[0], flinders[1], buninyong[0], buninyong[1]);
    assert_true(fabs(metres - 54972.271) < 0.001);
    assert_true(mintu_geodesic_distance(119, 26, 119, 26) == 0);
}

static mintu_shape triangle(const double *xy)
{
    mintu_shape shape = {.type = MINTU_GEOMETRY_TYPE_POLYGON};
    assert_good(mintu_shape_part(&shape, true, &problem));
    for (int i = 0; i < 4; i++)
        assert_good(mintu_shape_vertex(&shape, xy[2 * i], xy[2 * i + 1], &problem));
    return shape;
}

/* An octant is an eighth of the ellipsoid, whose area Karney gives as 510065621724088 m². */
static void area_of_an_octant(void **state)
{
    (void)state;
    mintu_shape shape = triangle((double[]){0, 0, 90, 0, 0, 90, 0, 0});
    assert_true(fabs(mintu_shape_area(&shape) - 510065621724088.0 / 8) < 1);
    mintu_shape_free(&shape);
    mintu_shape clockwise = triangle((double[]){0, 0, 0, 90, 90, 0, 0, 0});
    assert_true(fabs(mintu_shape_area(&clockwise) - 510065621724088.0 / 8) < 1);
    mintu_shape_free(&clockwise);
}

static void holes_are_taken_out(void **state)
{
    (void)state;
    double outer[] = {118, 25, 119, 25, 118, 26, 118, 25}, hole[] = {118.1, 25.1, 118.2, 25.1, 118.1, 25.2, 118.1, 25.1};
    mintu_shape shape = triangle(outer), inner = triangle(hole);
    double whole = mintu_shape_area(&shape), lost = mintu_shape_area(&inner);
    assert_good(mintu_shape_part(&shape, false, &problem));
    for (int i = 0; i < 4; i++)
        assert_good(mintu_shape_vertex(&shape, hole[2 * i], hole[2 * i + 1], &problem));
    assert_true(lost > 1e7);
    assert_true(fabs(mintu_shape_area(&shape) - (whole - lost)) < 0.01);
    shape.type = MINTU_GEOMETRY_TYPE_LINE;
    assert_true(mintu_shape_area(&shape) == 0);
    mintu_shape_free(&shape);
    mintu_shape_free(&inner);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(distance_is_the_published_one), cmocka_unit_test(area_of_an_octant),
                                       cmocka_unit_test(holes_are_taken_out)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
