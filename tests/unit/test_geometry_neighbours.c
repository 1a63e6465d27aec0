#define _DEFAULT_SOURCE
#include "geometry/neighbours.h"
#include "test_geo_helper.h"

enum { MANY = 700 };

/* Against all pairs: spots spread, on one parallel, in twos on one place, round the pole and on both sides of 180°. */
static void each_has_its_nearest(void **state)
{
    (void)state;
    double lonlat[2 * MANY], metres[MANY];
    unsigned seed = 7;
    for (size_t i = 0; i < MANY; i++) {
        double u = (double)((seed = seed * 1103515245 + 12345) >> 8 & 0xFFFF) / 0xFFFF;
        double v = (double)((seed = seed * 1103515245 + 12345) >> 8 & 0xFFFF) / 0xFFFF;
        const double spots[][2] = {{118 + u, 25 + v},
                                   {118 + u, 26.5},
                                   {120 + floor(9 * u) / 9, 25 + floor(9 * v) / 9},
                                   {360 * u - 180, 90 - v},
                                   {u < 0.5 ? -180 + u : 180 - v, -17}};
        lonlat[2 * i] = spots[i % 5][0];
        lonlat[2 * i + 1] = spots[i % 5][1];
    }
    assert_true(mintu_neighbour_distances(lonlat, MANY, metres));
    for (size_t i = 0; i < MANY; i++) {
        double least = INFINITY;
        for (size_t j = 0; j < MANY; j++)
            if (j != i)
                least =
                    fmin(least, mintu_geodesic_distance(lonlat[2 * i], lonlat[2 * i + 1], lonlat[2 * j], lonlat[2 * j + 1]));
        if (!(fabs(metres[i] - least) <= 1e-9 * least))
            fail_msg("point %zu: %.17g m, and %.17g m by all pairs", i, metres[i], least);
    }
}

static void one_alone_has_none(void **state)
{
    (void)state;
    double metres = 0;
    assert_true(mintu_neighbour_distances((const double[]){118, 26}, 1, &metres));
    assert_true(isnan(metres));
    assert_true(mintu_neighbour_distances(NULL, 0, &metres));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(each_has_its_nearest), cmocka_unit_test(one_alone_has_none)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
