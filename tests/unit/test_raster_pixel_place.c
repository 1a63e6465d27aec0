#include "raster/pixel_place.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <string.h>

static mintu_raster_file file = {.path = "plan.png", .width = 200, .height = 100};

static mintu_pixel_place place_of(const double corners[4][2])
{
    mintu_raster_source source = {.has_corners = true};
    mintu_pixel_place place;
    memcpy(source.corners, corners, sizeof source.corners);
    assert_int_equal(mintu_pixel_place_open(NULL, &source, &file, NULL, &place), MINTU_STATUS_OK);
    return place;
}

static void expect(const mintu_pixel_place *place, const double degrees[2], double x, double y)
{
    double at[2] = {degrees[0], degrees[1]};
    mintu_pixel_place_find(place, at, 1);
    assert_true(fabs(at[0] - x) < 0.01 && fabs(at[1] - y) < 0.01);
}

static void corners_are_the_pictures(void **state)
{
    (void)state;
    static const double CORNERS[3][4][2] = {
        {{-1, 1}, {1, 1}, {1, -1}, {-1, -1}},            /* a rectangle */
        {{0, 1}, {1, 2}, {2, 0}, {1, -1}},               /* a parallelogram, or nearly */
        {{-1, 0.5}, {0.8, 1.2}, {1, -0.7}, {-0.4, -0.6}} /* seen in perspective */
    };
    for (size_t i = 0; i < 3; i++) {
        mintu_pixel_place place = place_of(CORNERS[i]);
        expect(&place, CORNERS[i][0], 0, 0);
        expect(&place, CORNERS[i][1], 200, 0);
        expect(&place, CORNERS[i][2], 200, 100);
        expect(&place, CORNERS[i][3], 0, 100);
    }
}

/* The diagonals of a plane that is seen in perspective cross in its middle; in a rubber sheet they do not. */
static void a_foreshortened_picture_is_seen_in_perspective(void **state)
{
    (void)state;
    static const double CORNERS[4][2] = {{-0.5, 1}, {0.5, 1}, {1, 0}, {-1, 0}};
    mintu_pixel_place place = place_of(CORNERS);
    expect(&place, (const double[]){0, 2.0 / 3}, 100, 50);
}

static void a_picture_over_the_edge_of_the_world_is_found_from_both_sides(void **state)
{
    (void)state;
    static const double CORNERS[4][2] = {{179, 1}, {181, 1}, {181, -1}, {179, -1}};
    mintu_pixel_place place = place_of(CORNERS);
    expect(&place, (const double[]){-179.5, 0}, 150, 50);
    expect(&place, (const double[]){180.5, 0}, 150, 50);
    expect(&place, (const double[]){179.5, 0}, 50, 50);
}

static void what_is_nowhere_on_earth_is_nowhere_in_the_picture(void **state)
{
    (void)state;
    static const double CORNERS[4][2] = {{-1, 1}, {1, 1}, {1, -1}, {-1, -1}};
    mintu_pixel_place place = place_of(CORNERS);
    double at[2] = {INFINITY, INFINITY};
    mintu_pixel_place_find(&place, at, 1);
    assert_true(isinf(at[0]) && isinf(at[1]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(corners_are_the_pictures),
        cmocka_unit_test(a_foreshortened_picture_is_seen_in_perspective),
        cmocka_unit_test(a_picture_over_the_edge_of_the_world_is_found_from_both_sides),
        cmocka_unit_test(what_is_nowhere_on_earth_is_nowhere_in_the_picture),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
