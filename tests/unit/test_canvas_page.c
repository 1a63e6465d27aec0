#include "canvas/page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <string.h>

static void round_up_gives_the_next_round_number(void **state)
{
    (void)state;
    assert_true(fabs(mintu_page_round_up(2437000) - 2500000) < 1e-3);
    assert_true(fabs(mintu_page_round_up(2500000) - 2500000) < 1e-3);
    assert_true(fabs(mintu_page_round_up(2500001) - 2600000) < 1e-3);
    assert_true(fabs(mintu_page_round_up(9600) - 10000) < 1e-6);
}

static void page_defaults_to_a4_upright(void **state)
{
    (void)state;
    mintu_page page = {0};
    mintu_error error = {0};
    assert_int_equal(mintu_page_size(&page, &(mintu_map_options){0}, &(mintu_layout){0}, &error), MINTU_STATUS_OK);
    assert_true(fabs(page.width - 210 * MINTU_MM) < 1e-9);
    assert_true(fabs(page.height - 297 * MINTU_MM) < 1e-9);
    assert_true(page.dpi == 300);
}

static void options_go_before_the_layout(void **state)
{
    (void)state;
    mintu_page page = {0};
    mintu_error error = {0};
    mintu_layout layout = {.width_mm = 420, .height_mm = 297, .has_margin = true, .margin_mm = 12};
    assert_int_equal(mintu_page_size(&page, &(mintu_map_options){.width_mm = 100, .dpi = 96}, &layout, &error),
                     MINTU_STATUS_OK);
    assert_true(fabs(page.width - 100 * mintu_page_mm(&page)) < 1e-9);
    assert_true(fabs(page.height - 297 * mintu_page_mm(&page)) < 1e-9);
    assert_true(fabs(page.margin / mintu_page_mm(&page) - 12 * 100 / 297.0) < 1e-9); /* as large a share of the page */
}

static mintu_page sized(double width, double height, const mintu_layout *layout)
{
    mintu_page page = {0};
    mintu_error error = {0};
    assert_int_equal(mintu_page_size(&page, &(mintu_map_options){.width_mm = width, .height_mm = height}, layout, &error),
                     MINTU_STATUS_OK);
    return page;
}

/* A px is 1/96 inch on the page that the style names, twice that on one three sheets larger, and 8 px are 5 pt on any smaller one. */
static void type_follows_the_page(void **state)
{
    (void)state;
    const mintu_layout a4 = {.width_mm = 210, .height_mm = 297}, a1 = {.width_mm = 594, .height_mm = 841},
                       asked = {.width_mm = 210, .height_mm = 297, .type_scale = 1.5};
    assert_true(sized(0, 0, &a4).type == 1 && sized(297, 210, &a4).type == 1 && sized(0, 0, &a1).type == 1);
    assert_true(fabs(sized(594, 841, &a4).type - 2) < 0.01);
    assert_true(sized(297, 420, &a4).type > 1.2 && sized(297, 420, &a4).type < 1.3);
    assert_true(sized(80, 120, &a4).type * 8 * 0.75 >= 5 && sized(148, 210, &a4).type * 8 * 0.75 >= 5);
    assert_true(sized(210, 297, &a1).type < 1);
    assert_true(sized(594, 841, &asked).type == 1.5);
}

/* Whatever its type, a page is as large on paper as it was asked for. */
static void larger_type_leaves_the_page_as_it_is(void **state)
{
    (void)state;
    mintu_page page = sized(594, 841, &(mintu_layout){.width_mm = 210, .height_mm = 297});
    assert_true(fabs(page.width / mintu_page_mm(&page) - 594) < 1e-9);
    assert_true(fabs(mintu_page_pt(&page, 72) / mintu_page_mm(&page) - 25.4) < 1e-9);
}

static void impossible_pages_are_refused(void **state)
{
    (void)state;
    mintu_page page = {0};
    mintu_error error = {0};
    mintu_map_options huge = {.width_mm = 1000, .height_mm = 1000, .dpi = 1200}, coarse = {.dpi = 20}, tiny = {.width_mm = 5};
    assert_int_equal(mintu_page_size(&page, &huge, &(mintu_layout){0}, &error), MINTU_STATUS_OK); /* fine as PDF */
    assert_int_equal(mintu_page_check_pixels(&page, &error), MINTU_STATUS_USAGE);
    assert_non_null(strstr(error.text, "GiB"));
    assert_non_null(strstr(error.text, "2232 megapixels"));
    assert_int_equal(mintu_page_size(&page, &coarse, &(mintu_layout){0}, &error), MINTU_STATUS_USAGE);
    assert_int_equal(mintu_page_size(&page, &tiny, &(mintu_layout){0}, &error), MINTU_STATUS_USAGE);
}

static void a_page_can_be_turned(void **state)
{
    (void)state;
    mintu_page page = {0};
    mintu_error error = {0};
    mintu_map_options across = {.landscape = true, .margin_mm = 5},
                      upright = {.portrait = true, .width_mm = 300, .height_mm = 100};
    assert_int_equal(mintu_page_size(&page, &across, &(mintu_layout){.margin_mm = 9}, &error), MINTU_STATUS_OK);
    assert_true(fabs(page.width - 297 * MINTU_MM) < 1e-9 && fabs(page.height - 210 * MINTU_MM) < 1e-9);
    assert_true(fabs(page.margin - 5 * MINTU_MM) < 1e-9);
    assert_int_equal(mintu_page_size(&page, &upright, &(mintu_layout){0}, &error), MINTU_STATUS_OK);
    assert_true(fabs(page.width - 100 * MINTU_MM) < 1e-9);
}

static mintu_page fitted(mintu_context *context, const char *crs, double lon, double lat, double scale)
{
    mintu_projection *projection;
    mintu_error error = {0};
    mintu_page page = {.frame = {0, 0, 700, 1000}};
    mintu_page_wish wish = {.scale = scale};
    double extent[4] = {lon - 1, lat - 1, lon + 1, lat + 1};
    assert_int_equal(mintu_projection_new(context, crs, &error, &projection), MINTU_STATUS_OK);
    assert_int_equal(mintu_page_bounds(projection, extent, &wish.bounds, &error), MINTU_STATUS_OK);
    assert_int_equal(mintu_page_fit(&page, projection, &wish, &error), MINTU_STATUS_OK);
    mintu_projection_free(projection);
    return page;
}

static void zoom_follows_from_scale_and_latitude(void **state)
{
    mintu_page page = fitted(*state, "EPSG:4509", 117, 26, 1e6);
    assert_true(fabs(page.zoom - 8.055) < 0.001);
    assert_true(page.scale == 1e6);
    /* 1:1,000,000 on paper: 1 km is 1 mm, 96/25.4 px */
    assert_true(fabs(page.px_per_metre * page.stretch * 1000 - 96 / 25.4) < 1e-6);
}

static void the_scale_is_true_at_the_centre_whatever_the_projection(void **state)
{
    mintu_page page = fitted(*state, "EPSG:3857", 118, 26, 1e6);
    /* of Web Mercator's ball, on which MapLibre's zoom rests */
    assert_true(fabs(page.stretch - 1 / cos(page.lonlat[1] * 3.14159265358979 / 180)) < 1e-9);
    assert_true(fabs(2 * 3.14159265358979 * 6378137 * page.px_per_metre - 512 * pow(2, page.zoom)) < 1e-3);
    assert_true(fabs(page.px_per_metre * page.stretch * 1000 - 96 / 25.4) < 1e-6);
}

/* East is up: what lies a kilometre to the east lies above the centre. */
static void the_bearing_is_up(void **state)
{
    mintu_page page = fitted(*state, "EPSG:4509", 117, 26, 1e6);
    double place[2] = {page.metres[0] + 1000, page.metres[1]}, half[2];
    mintu_page_turn(&page, 90);
    mintu_page_place(&page, place);
    mintu_page_half(&page, half);
    assert_true(fabs(place[0] - 350) < 1e-6);
    assert_true(fabs(place[1] - (500 - 1000 * page.px_per_metre)) < 1e-6);
    assert_true(fabs(half[0] * page.px_per_metre - 500) < 1e-6 && fabs(half[1] * page.px_per_metre - 350) < 1e-6);
}

static void a_margin_may_be_nothing(void **state)
{
    (void)state;
    mintu_page page = {0};
    mintu_error error = {0};
    assert_int_equal(mintu_page_size(&page, &(mintu_map_options){0}, &(mintu_layout){.has_margin = true}, &error),
                     MINTU_STATUS_OK);
    assert_true(page.margin == 0);
    assert_int_equal(mintu_page_size(&page, &(mintu_map_options){0}, &(mintu_layout){0}, &error), MINTU_STATUS_OK);
    assert_true(page.margin > 0);
}

static void fitting_keeps_the_bounds_inside_the_frame(void **state)
{
    mintu_page page = fitted(*state, "EPSG:4509", 117, 26, 0);
    double width = 2 * 111320 * cos(25 * 3.14159265358979 / 180) * page.px_per_metre;
    assert_true(width <= 700.5);
    assert_true(width > 700 * 0.85); /* the next round scale costs little */
    assert_true(fmod(page.scale, 10000) == 0);
}

static int set_up(void **state)
{
    mintu_error error = {0};
    return mintu_context_new(&error, (mintu_context **)state) == MINTU_STATUS_OK ? 0 : -1;
}

static int tear_down(void **state)
{
    mintu_context_free(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(round_up_gives_the_next_round_number),
        cmocka_unit_test(page_defaults_to_a4_upright),
        cmocka_unit_test(options_go_before_the_layout),
        cmocka_unit_test(type_follows_the_page),
        cmocka_unit_test(larger_type_leaves_the_page_as_it_is),
        cmocka_unit_test(impossible_pages_are_refused),
        cmocka_unit_test(a_page_can_be_turned),
        cmocka_unit_test(zoom_follows_from_scale_and_latitude),
        cmocka_unit_test(the_scale_is_true_at_the_centre_whatever_the_projection),
        cmocka_unit_test(the_bearing_is_up),
        cmocka_unit_test(a_margin_may_be_nothing),
        cmocka_unit_test(fitting_keeps_the_bounds_inside_the_frame),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
