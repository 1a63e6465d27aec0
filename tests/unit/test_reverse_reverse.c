/* Points on the small package, whose counties are the schematic partition; also reverse_read.c, reverse_layer.c, reverse_towns.c. */
#include "test_gazetteer_package.h"

#include "geometry/datum.h"
#include "geometry/measure.h"
#include "geometry/polygon.h"
#include "reverse/reverse.h"
#include "reverse/reverse_layer.h"

#include <math.h>

static char heard[1024];

static void hear(const char *text, void *user)
{
    (void)user;
    strncat(heard, text, sizeof heard - strlen(heard) - 1);
}

static mintu_reverser *make(world *w, int date)
{
    mintu_reverser *reverser;
    assert_int_equal(mintu_reverser_new(w->context, w->gazetteer, date, &w->error, &reverser), MINTU_STATUS_OK);
    return reverser;
}

static void county_prefecture_and_town(void **state)
{
    world *w = *state;
    mintu_location here;
    heard[0] = '\0';
    mintu_context_notice_set(w->context, hear, NULL);
    mintu_reverser *reverser = make(w, 0);
    mintu_context_notice_set(w->context, NULL, NULL);
    assert_true(heard[0] != '\0'); /* that the polygons are schematic */
    mintu_reverser_find(reverser, 112.6, 21.4, &here);
    assert_string_equal(here.county->code, "990221");
    assert_string_equal(here.prefecture->code, "990200");
    assert_string_equal(here.township->code, "990221001");
    assert_true(here.distance_m < 1e-6);
    mintu_reverser_find(reverser, 110.45, 20.4, &here);
    assert_string_equal(here.township->code, "990102001");
    assert_true(fabs(here.distance_m - mintu_geodesic_distance(110.45, 20.4, 110.4, 20.4)) < 1e-9);
    mintu_reverser_free(reverser);
    mintu_reverser_free(NULL);
}

static void nowhere_and_outside(void **state)
{
    world *w = *state;
    mintu_location here;
    mintu_reverser *reverser = make(w, 0);
    const double bad[][2] = {{NAN, 20}, {110, NAN}, {181, 20}, {-180.1, 20}, {110, 90.5}, {INFINITY, 20}};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        mintu_reverser_find(reverser, bad[i][0], bad[i][1], &here);
        assert_null(here.county);
        assert_null(here.prefecture);
        assert_null(here.township);
        assert_true(isnan(here.distance_m));
    }
    mintu_reverser_find(reverser, 113.5, 21.6, &here); /* the neighbour's land */
    assert_null(here.county);
    assert_string_equal(here.township->code, "990221003");
    mintu_reverser_find(reverser, -70, -21.6, &here); /* the other side of the Earth */
    assert_null(here.county);
    assert_true(here.distance_m > 1e7);
    mintu_reverser_free(reverser);
}

/* Of the towns with a point of their own in the same county, none is nearer; towns of another day do not count. */
static void nearest_of_all(void **state)
{
    world *w = *state;
    mintu_reverser *reverser = make(w, 20141101);
    for (int i = 0; i < 400; i++) {
        double lon = 110 + i % 20 * 0.17, lat = 20 + i / 20 * 0.11, least = INFINITY;
        mintu_location here;
        mintu_reverser_find(reverser, lon, lat, &here);
        for (size_t p = 0; p < mintu_gazetteer_count(w->gazetteer); p++) {
            const mintu_place *place = mintu_gazetteer_place(w->gazetteer, p);
            bool same =
                !here.county || mintu_gazetteer_within(w->gazetteer, place, MINTU_LEVEL_COUNTY, 20141101) == here.county;
            if (place->level == MINTU_LEVEL_TOWNSHIP && strcmp(place->precision, "town") == 0 && same)
                least = fmin(least, mintu_geodesic_distance(lon, lat, place->lon, place->lat));
        }
        assert_true(here.township ? fabs(least - here.distance_m) < 1e-3 : isinf(least));
    }
    mintu_reverser_free(reverser);
}

static void names_of_the_date(void **state)
{
    world *w = *state;
    mintu_layer *layer;
    const double points[] = {111.45, 20.45, NAN, 1, 113.5, 21.5};
    mintu_reverser *reverser = make(w, 20141101);
    assert_int_equal(mintu_reverser_layer(w->context, reverser, points, 3, &w->error, &layer), MINTU_STATUS_OK);
    assert_int_equal(mintu_layer_count(layer), 3);
    assert_string_equal(world_text(layer, 0, "status"), "inside");
    assert_string_equal(world_text(layer, 0, "county"), "龙江县"); /* a district only from 2015 on */
    assert_string_equal(world_text(layer, 0, "county_code"), "990103");
    assert_string_equal(world_text(layer, 0, "prefecture"), "甲州市");
    assert_string_equal(world_text(layer, 0, "township"), "龙门街道");
    assert_string_equal(world_text(layer, 1, "status"), "invalid");
    assert_string_equal(world_text(layer, 1, "township"), "");
    assert_string_equal(world_text(layer, 1, "distance_m"), "");
    assert_string_equal(world_text(layer, 2, "status"), "outside");
    assert_string_equal(world_text(layer, 2, "county_code"), "");
    mintu_layer_free(layer);
    mintu_reverser_free(reverser);
    reverser = make(w, 20160101);
    assert_int_equal(mintu_reverser_layer(w->context, reverser, points, 1, &w->error, &layer), MINTU_STATUS_OK);
    assert_string_equal(world_text(layer, 0, "county"), "龙江区");
    mintu_layer_free(layer);
    mintu_reverser_free(reverser);
    assert_string_equal(mintu_location_status_text(MINTU_LOCATION_STATUS_END), "");
}

static void many_at_once(void **state)
{
    world *w = *state;
    const double points[] = {112.6, 21.4, NAN, 0, 0, 0, 110.4, 20.4};
    const mintu_place *places[4];
    mintu_reverser *reverser = make(w, 0);
    mintu_reverser_counties(reverser, points, 4, places);
    assert_string_equal(places[0]->code, "990221");
    assert_null(places[1]);
    assert_null(places[2]);
    assert_string_equal(places[3]->code, "990102");
    mintu_reverser_free(reverser);
}

static void positions_from_texts(void **state)
{
    world *w = *state;
    mintu_reverser *reverser = make(w, 0);
    double lonlat[2];
    mintu_datum wgs84 = MINTU_DATUM_WGS84;
    assert_int_equal(mintu_reverser_position_parse(reverser, " 111.5\t", "+2.05e1", wgs84, &w->error, lonlat), MINTU_STATUS_OK);
    assert_true(lonlat[0] == 111.5 && lonlat[1] == 20.5);
    assert_int_equal(mintu_reverser_position_parse(reverser, "-70", "-20", wgs84, &w->error, lonlat), MINTU_STATUS_OK);
    assert_int_equal(mintu_reverser_position_parse(reverser, "111°30′E", "北纬20度30分", wgs84, &w->error, lonlat),
                     MINTU_STATUS_OK);
    assert_true(lonlat[0] == 111.5 && lonlat[1] == 20.5);
    const struct {
        const char *lon, *lat, *says;
    } bad[] = {
        {"", "20", "longitude is missing"},
        {"111", "  ", "latitude is missing"},
        {"nan", "20", "is no number"},
        {"111", "inf", "is no number"},
        {"1e999", "20", "is no number"},
        {"111.5N", "20", "is no number"},
        {"111°75′", "20", "is no number"},
        {"0x6f", "20", "is no number"},
        {"20.5", "111.5", "did you mean 111.5 20.5?"},
        {"181", "20", "not on Earth"},
        {"111", "-91", "not on Earth"},
        {"一二三四五六七八九十一二三四五六七八九十", "1", "…\" is no number"},
        {"1\n2", "20", "\"1?2\""},
    };
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        assert_int_equal(mintu_reverser_position_parse(reverser, bad[i].lon, bad[i].lat, wgs84, &w->error, lonlat),
                         MINTU_STATUS_INPUT);
        assert_true(isnan(lonlat[0]) && isnan(lonlat[1]));
        if (!strstr(w->error.text, bad[i].says))
            fail_msg("\"%s\" does not say \"%s\"", w->error.text, bad[i].says);
    }
    double shifted[2] = {111.5, 20.5};
    char lon[32], lat[32];
    mintu_datum_from_wgs84(MINTU_DATUM_BD09, shifted, 1);
    snprintf(lon, sizeof lon, "%.17g", shifted[0]);
    snprintf(lat, sizeof lat, "%.17g", shifted[1]);
    assert_int_equal(mintu_reverser_position_parse(reverser, lon, lat, MINTU_DATUM_BD09, &w->error, lonlat), MINTU_STATUS_OK);
    assert_true(fabs(lonlat[0] - 111.5) < 1e-8 && fabs(lonlat[1] - 20.5) < 1e-8);
    mintu_reverser_free(reverser);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(county_prefecture_and_town, world_set_up_base, world_tear_down),
        cmocka_unit_test_setup_teardown(nowhere_and_outside, world_set_up_base, world_tear_down),
        cmocka_unit_test_setup_teardown(nearest_of_all, world_set_up_base, world_tear_down),
        cmocka_unit_test_setup_teardown(names_of_the_date, world_set_up_base, world_tear_down),
        cmocka_unit_test_setup_teardown(many_at_once, world_set_up_base, world_tear_down),
        cmocka_unit_test_setup_teardown(positions_from_texts, world_set_up_base, world_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
