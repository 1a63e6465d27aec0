/* What the bundled map rests on: the pilots' points lie where research puts them and inside their county's polygon. */
#include "format/csv.h"
#include "geometry/coverage_report.h"
#include "geometry/locator.h"
#include "geometry/measure.h"
#include "geometry/polygon.h"

#include <mintu/mintu.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static mintu_context *context;
static mintu_gazetteer *gazetteer;

static const char *text(const mintu_layer *layer, size_t row, const char *field)
{
    return mintu_layer_text(layer, row, (size_t)mintu_layer_field_find(layer, field));
}

static double number(const mintu_layer *layer, size_t row, const char *field)
{
    return mintu_layer_number(layer, row, (size_t)mintu_layer_field_find(layer, field));
}

static mintu_layer *load(const char *name)
{
    mintu_layer *layer;
    mintu_error error;
    assert_int_equal(mintu_gazetteer_layer(context, gazetteer, name, 0, &error, &layer), MINTU_STATUS_OK);
    return layer;
}

static int open_package(void **state)
{
    (void)state;
    mintu_error error;
    return mintu_context_new(&error, &context) != MINTU_STATUS_OK ||
           mintu_gazetteer_open(context, getenv("MINTU_GEODATA"), &error, &gazetteer) != MINTU_STATUS_OK;
}

static int close_package(void **state)
{
    (void)state;
    mintu_gazetteer_free(gazetteer);
    mintu_context_free(context);
    return 0;
}

/* Small cities all have a point of their own, which the polygon of the county that is named with them holds. */
static void test_small_cities_lie_in_their_county(void **state)
{
    (void)state;
    mintu_layer *pilots = load("small-cities"), *counties = load("counties");
    mintu_locator *locator;
    assert_int_equal(mintu_layer_count(pilots), 15);
    assert_int_equal(mintu_locator_new(context, counties, NULL, &locator), MINTU_STATUS_OK);
    for (size_t row = 0; row < 15; row++) {
        long county = -1;
        assert_string_equal(text(pilots, row, "precision"), "town");
        mintu_locator_find(locator, number(pilots, row, "lon"), number(pilots, row, "lat"), &county, NULL);
        assert_true(county >= 0 || mintu_layer_note(counties, "schematic"));
        if (!mintu_layer_note(counties, "schematic"))
            assert_string_equal(text(counties, (size_t)county, "name"), text(pilots, row, "county"));
    }
    mintu_locator_free(locator);
    mintu_layer_free(pilots);
    mintu_layer_free(counties);
}

/* A pilot town has a point of its own or says that its county's, or where that has none its prefecture's, stands for it. */
static void test_pilot_towns_say_how_they_are_placed(void **state)
{
    (void)state;
    mintu_layer *towns = load("pilot-towns");
    size_t by_county = 0, by_prefecture = 0, certain[3] = {0};
    for (size_t row = 0; row < mintu_layer_count(towns); row++) {
        const char *precision = text(towns, row, "precision"), *certainty = text(towns, row, "certainty");
        assert_true(strcmp(precision, "town") == 0 || strcmp(precision, "county") == 0 || strcmp(precision, "prefecture") == 0);
        by_county += strcmp(precision, "county") == 0;
        by_prefecture += strcmp(precision, "prefecture") == 0;
        certain[0] += strcmp(certainty, "attested") == 0;
        certain[1] += strcmp(certainty, "indirect") == 0;
        certain[2] += strcmp(certainty, "candidate") == 0;
    }
    assert_int_equal(certain[0], 22);
    assert_int_equal(certain[1], 6);
    assert_int_equal(certain[2], 6);
    assert_int_equal(by_county, 2);
    assert_int_equal(by_prefecture, 1); /* 东孚 in 海沧区 */
    assert_string_equal(mintu_layer_note(towns, "stated"), "46");
    mintu_layer_free(towns);
}

/* County polygons that set-up has built are valid, do not overlap, and cover the province. */
static void test_built_polygons_are_a_coverage(void **state)
{
    (void)state;
    mintu_layer *counties = load("counties");
    mintu_coverage_report report;
    if (!mintu_layer_note(counties, "schematic")) {
        assert_int_equal(mintu_layer_count(counties), 85);
        assert_int_equal(mintu_polygon_report(context, counties, &report, NULL), MINTU_STATUS_OK);
        assert_int_equal(report.invalid, 0);
        assert_true(report.overlap_km2 < 1);
        assert_true(report.area_km2 > 0.98 * 124000 && report.area_km2 < 1.02 * 124000);
    }
    mintu_layer_free(counties);
}

static double distance_to(const mintu_layer *pilots, const char *name, double lon, double lat)
{
    for (size_t row = 0; row < mintu_layer_count(pilots); row++)
        if (strcmp(text(pilots, row, "name"), name) == 0)
            return mintu_geodesic_distance(number(pilots, row, "lon"), number(pilots, row, "lat"), lon, lat);
    return 1e9;
}

static void test_small_cities_agree_with_research(void **state)
{
    (void)state;
    char path[4096];
    mintu_table *table;
    if (!getenv("MINTU_RESEARCH"))
        skip();
    snprintf(path, sizeof path, "%s/pilot15.csv", getenv("MINTU_RESEARCH"));
    if (mintu_table_load(path, NULL, &table) != MINTU_STATUS_OK)
        skip();
    mintu_layer *pilots = load("small-cities");
    int town = mintu_table_column_find(table, "town"), lon = mintu_table_column_find(table, "lon"),
        lat = mintu_table_column_find(table, "lat");
    assert_int_equal(mintu_table_count(table), 15);
    for (size_t row = 0; row < mintu_table_count(table); row++)
        assert_true(distance_to(pilots, mintu_table_text(table, row, (size_t)town),
                                atof(mintu_table_text(table, row, (size_t)lon)),
                                atof(mintu_table_text(table, row, (size_t)lat))) < 3000);
    mintu_layer_free(pilots);
    mintu_table_free(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_small_cities_lie_in_their_county),
        cmocka_unit_test(test_pilot_towns_say_how_they_are_placed),
        cmocka_unit_test(test_built_polygons_are_a_coverage),
        cmocka_unit_test(test_small_cities_agree_with_research),
    };
    return getenv("MINTU_GEODATA") ? cmocka_run_group_tests(tests, open_package, close_package) : 0;
}
