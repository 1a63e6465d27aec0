#define _DEFAULT_SOURCE
#include "test_geo_helper.h"

#include "geometry/datum.h"

/* Values of eviltransform's own tests: longitude, latitude in WGS 84 and in GCJ-02. */
static const double published[3][4] = {{121.5272106, 31.1774276, 121.531541859215, 31.17530398364597},
                                       {113.912316, 22.543847, 113.9171764808363, 22.540796131694766},
                                       {116.377817, 39.911954, 116.38404722455657, 39.91334545536069}};

static void gcj02_is_the_published_formula(void **state)
{
    (void)state;
    for (int i = 0; i < 3; i++) {
        double place[] = {published[i][0], published[i][1]};
        mintu_datum_from_wgs84(MINTU_DATUM_GCJ02, place, 1);
        assert_true(fabs(place[0] - published[i][2]) < 1e-12 && fabs(place[1] - published[i][3]) < 1e-12);
        mintu_datum_to_wgs84(MINTU_DATUM_GCJ02, place, 1);
        assert_true(fabs(place[0] - published[i][0]) < 1e-11 && fabs(place[1] - published[i][1]) < 1e-11);
    }
}

/* coordtransform's test: 116.404, 39.915 in GCJ-02 is 116.41036949371029, 39.92133699351021 in BD-09. */
static void bd09_is_the_published_formula(void **state)
{
    (void)state;
    double place[] = {116.404, 39.915};
    mintu_datum_to_wgs84(MINTU_DATUM_GCJ02, place, 1);
    mintu_datum_from_wgs84(MINTU_DATUM_BD09, place, 1);
    assert_true(fabs(place[0] - 116.41036949371029) < 1e-10 && fabs(place[1] - 39.92133699351021) < 1e-10);
}

static void round_trips_close(void **state)
{
    (void)state;
    static const mintu_datum datums[] = {MINTU_DATUM_GCJ02, MINTU_DATUM_BD09};
    for (int d = 0; d < 2; d++)
        for (double lon = 75; lon < 135; lon += 2.7)
            for (double lat = 4; lat < 54; lat += 2.3) {
                double place[] = {lon, lat};
                mintu_datum_from_wgs84(datums[d], place, 1);
                assert_true(fabs(place[0] - lon) + fabs(place[1] - lat) > 1e-4);
                mintu_datum_to_wgs84(datums[d], place, 1);
                assert_true(fabs(place[0] - lon) < 1e-9 && fabs(place[1] - lat) < 1e-9);
            }
}

static void offset_is_nil_outside_china(void **state)
{
    (void)state;
    double places[] = {2.35, 48.85, -100, 30, 100, -10, 72, 30};
    double before[8];
    memcpy(before, places, sizeof places);
    mintu_datum_from_wgs84(MINTU_DATUM_GCJ02, places, 4);
    mintu_datum_to_wgs84(MINTU_DATUM_BD09, places, 4);
    assert_memory_equal(places, before, sizeof places);
    mintu_datum_from_wgs84(MINTU_DATUM_WGS84, places, 4);
    assert_memory_equal(places, before, sizeof places);
}

/* What two neighbours share is the same to the last bit after the conversion. */
static void neighbours_stay_neighbours(void **state)
{
    (void)state;
    mintu_layer *layer = make_layer();
    mintu_shape left = {0}, right = {0};
    add_box(layer, 118, 25, 119, 26);
    add_box(layer, 119, 25, 120, 26);
    assert_good(mintu_layer_append(layer, &problem));
    assert_good(mintu_layer_datum_convert(context, layer, MINTU_DATUM_GCJ02, &problem));
    assert_good(mintu_layer_shape(layer, 0, &left, &problem));
    assert_good(mintu_layer_shape(layer, 1, &right, &problem));
    assert_memory_equal(left.xy + 2, right.xy, 2 * sizeof(double));
    assert_memory_equal(left.xy + 4, right.xy + 6, 2 * sizeof(double));
    double corner[] = {119, 25};
    mintu_datum_to_wgs84(MINTU_DATUM_GCJ02, corner, 1);
    assert_memory_equal(right.xy, corner, sizeof corner);
    mintu_shape_free(&left);
    mintu_shape_free(&right);
    mintu_layer_free(layer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(gcj02_is_the_published_formula),
                                       cmocka_unit_test(bd09_is_the_published_formula), cmocka_unit_test(round_trips_close),
                                       cmocka_unit_test(offset_is_nil_outside_china),
                                       cmocka_unit_test(neighbours_stay_neighbours)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
