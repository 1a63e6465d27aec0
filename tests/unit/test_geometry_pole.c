#define _DEFAULT_SOURCE
#include "test_geo_helper.h"

#include "geometry/pole.h"

static void ring(mintu_shape *shape, bool outer, const double *xy, size_t count)
{
    assert_good(mintu_shape_part(shape, outer, &problem));
    for (size_t i = 0; i < count; i++)
        assert_good(mintu_shape_vertex(shape, xy[2 * i], xy[2 * i + 1], &problem));
}

static void the_pole_is_in_the_widest_part(void **state)
{
    (void)state;
    mintu_shape shape = {.type = MINTU_GEOMETRY_TYPE_POLYGON};
    double xy[2], radius;
    /* a square of 40 with a long handle to the right */
    ring(&shape, true, (double[]){0, 0, 40, 0, 40, 18, 200, 18, 200, 22, 40, 22, 40, 40, 0, 40, 0, 0}, 9);
    assert_good(mintu_shape_pole(context, &shape, 0.2, xy, &radius, &problem));
    assert_true(fabs(xy[0] - 20) < 1.5 && fabs(xy[1] - 20) < 1.5);
    assert_true(radius > 19 && radius < 21.5);
    /* with a hole in the middle it moves away */
    ring(&shape, false, (double[]){15, 15, 15, 25, 25, 25, 25, 15, 15, 15}, 5);
    assert_good(mintu_shape_pole(context, &shape, 0.2, xy, &radius, &problem));
    assert_true(radius < 15);
    mintu_shape_free(&shape);
}

static void no_area_has_no_pole(void **state)
{
    (void)state;
    mintu_shape shape = {.type = MINTU_GEOMETRY_TYPE_POLYGON};
    double xy[2] = {7, 7}, radius = 5;
    ring(&shape, true, (double[]){0, 0, 40, 0, 0, 0}, 3);
    assert_good(mintu_shape_pole(context, &shape, 0.2, xy, &radius, &problem));
    assert_true(radius == 0 && xy[0] == 7);
    mintu_shape_free(&shape);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_pole_is_in_the_widest_part), cmocka_unit_test(no_area_has_no_pole)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
