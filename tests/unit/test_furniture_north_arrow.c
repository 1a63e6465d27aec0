#include "furniture/north_arrow.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>

static const double DEGREES = 180 / 3.14159265358979323846;
static mintu_context *context;

/* The page's convergence about a place, against the direction in which the projection sends a step due north. */
static double convergence_is_true(const char *crs, double lon, double lat)
{
    mintu_error error = {0};
    mintu_page_wish wish = {0};
    mintu_projection *projection = NULL;
    mintu_page page = {.frame = {0, 0, 400, 400}};
    double extent[4] = {lon - 0.1, lat - 0.1, lon + 0.1, lat + 0.1};
    assert_int_equal(mintu_projection_new(context, crs, &error, &projection), MINTU_STATUS_OK);
    assert_int_equal(mintu_page_bounds(projection, extent, &wish.bounds, &error), MINTU_STATUS_OK);
    assert_int_equal(mintu_page_fit(&page, projection, &wish, &error), MINTU_STATUS_OK);
    double step[4] = {page.lonlat[0], page.lonlat[1], page.lonlat[0], page.lonlat[1] + 0.01};
    assert_int_equal(mintu_projection_forward(projection, step, 2, &error), MINTU_STATUS_OK);
    mintu_page_place(&page, step);
    mintu_page_place(&page, step + 2);
    /* y runs downwards on the page; clockwise from up */
    double clockwise = atan2(step[2] - step[0], step[1] - step[3]) * DEGREES;
    assert_true(fabs(clockwise - page.convergence) < 0.005);
    mintu_projection_free(projection);
    return page.convergence;
}

static void convergence_is_the_angle_on_the_page(void **state)
{
    (void)state;
    /* East of the central meridian true north lies west of grid north, by the longitude times the sine of the latitude. */
    double east = convergence_is_true("EPSG:4509", 119.5, 27);
    assert_true(fabs(east + atan(tan(2.5 / DEGREES) * sin(27 / DEGREES)) * DEGREES) < 0.01);
    assert_true(convergence_is_true("EPSG:4509", 116, 25) > 0.4);
    assert_true(fabs(convergence_is_true("EPSG:4509", 117, 26)) < 1e-3);
    assert_true(fabs(convergence_is_true("EPSG:3857", 119, 26)) < 1e-3);
    assert_true(convergence_is_true("EPSG:4509", 119.5, -27) > 1); /* and the other way round in the south */
    convergence_is_true("+proj=lcc +lat_1=24 +lat_2=46 +lon_0=105 +ellps=GRS80 +type=crs", 119, 26);
}

static void the_text_says_how_far_and_which_way(void **state)
{
    (void)state;
    char text[80];
    mintu_north_arrow_text(-1.136, "zh", text, sizeof text);
    assert_string_equal(text, "真北偏西 1.1°");
    mintu_north_arrow_text(0.46, "zh", text, sizeof text);
    assert_string_equal(text, "真北偏东 0.5°");
    mintu_north_arrow_text(-1.136, "en", text, sizeof text);
    assert_string_equal(text, "true north 1.1° west");
    mintu_north_arrow_text(0.04, "zh", text, sizeof text);
    assert_string_equal(text, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(convergence_is_the_angle_on_the_page),
        cmocka_unit_test(the_text_says_how_far_and_which_way),
    };
    mintu_error error = {0};
    if (mintu_context_new(&error, &context) != MINTU_STATUS_OK)
        return 1;
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    mintu_context_free(context);
    return failed;
}
