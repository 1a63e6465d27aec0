#include "furniture/furniture.h"
#include "furniture/furniture_words.h"
#include "furniture/scale_bar.h"
#include "geometry/measure.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <string.h>

static mintu_context *context;

static void fit(mintu_drawing *drawing, const char *crs, double lon, double lat)
{
    mintu_error error = {0};
    mintu_page_wish wish = {0};
    double extent[4] = {lon - 2, lat - 2, lon + 2, lat + 2};
    drawing->page.frame = (mintu_box){40, 80, 750, 1050};
    drawing->page.unit = 1;
    drawing->lang = "zh";
    assert_int_equal(mintu_projection_new(context, crs, &error, &drawing->projection), MINTU_STATUS_OK);
    assert_int_equal(mintu_page_bounds(drawing->projection, extent, &wish.bounds, &error), MINTU_STATUS_OK);
    assert_int_equal(mintu_page_fit(&drawing->page, drawing->projection, &wish, &error), MINTU_STATUS_OK);
}

/* A true distance about the map's centre, measured on the paper, against the bar and against the ratio printed beside it. */
static void bar_and_ratio_are_true(const char *crs, double lon, double lat)
{
    mintu_drawing drawing = {0};
    mintu_error error = {0};
    fit(&drawing, crs, lon, lat);
    double a[2] = {drawing.page.lonlat[0] - 0.1, drawing.page.lonlat[1]}, b[2] = {a[0] + 0.2, a[1]},
           pair[4] = {a[0], a[1], b[0], b[1]};
    double metres = mintu_geodesic_distance(a[0], a[1], b[0], b[1]);
    assert_int_equal(mintu_projection_forward(drawing.projection, pair, 2, &error), MINTU_STATUS_OK);
    mintu_page_place(&drawing.page, pair);
    mintu_page_place(&drawing.page, pair + 2);
    double px = hypot(pair[2] - pair[0], pair[3] - pair[1]);
    assert_true(fabs(mintu_scale_bar_px(&drawing.page, metres) / px - 1) < 0.005);
    assert_true(fabs(px * 0.0254 / 96 * drawing.page.scale / metres - 1) < 0.005);
    mintu_projection_free(drawing.projection);
}

static void bar_is_true_on_a_gauss_krueger_zone(void **state)
{
    (void)state;
    bar_and_ratio_are_true("EPSG:4509", 118, 26);
}

static void bar_is_true_on_web_mercator(void **state)
{
    (void)state;
    bar_and_ratio_are_true("EPSG:3857", 118, 26);
}

static void bar_shows_a_round_length_within_a_quarter_of_the_frame(void **state)
{
    (void)state;
    mintu_drawing drawing = {0};
    mintu_furniture furniture = {.drawing = &drawing};
    mintu_findings findings = {0};
    mintu_error error = {0};
    double size[2];
    fit(&drawing, "EPSG:4509", 118, 26);
    assert_int_equal(mintu_text_open(&drawing.text, &findings, &error), MINTU_STATUS_OK);
    mintu_scale_bar_measure(&furniture, size);
    double lead = furniture.bar_metres / pow(10, floor(log10(furniture.bar_metres) + 1e-9));
    assert_true(fabs(lead - 1) < 1e-9 || fabs(lead - 2) < 1e-9 || fabs(lead - 5) < 1e-9);
    double px = mintu_scale_bar_px(&drawing.page, furniture.bar_metres);
    assert_true(px < 0.26 * 710 && px > 0.08 * 710);
    assert_true(size[0] > px);
    assert_int_equal(findings.count, 0);
    mintu_text_free(&drawing.text);
    mintu_projection_free(drawing.projection);
}

static void numbers_are_grouped_by_thousands(void **state)
{
    (void)state;
    char text[40];
    mintu_number_grouped(2600000, text, sizeof text);
    assert_string_equal(text, "2,600,000");
    mintu_number_grouped(500, text, sizeof text);
    assert_string_equal(text, "500");
    mintu_number_grouped(10000, text, sizeof text);
    assert_string_equal(text, "10,000");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bar_is_true_on_a_gauss_krueger_zone),
        cmocka_unit_test(bar_is_true_on_web_mercator),
        cmocka_unit_test(bar_shows_a_round_length_within_a_quarter_of_the_frame),
        cmocka_unit_test(numbers_are_grouped_by_thousands),
    };
    mintu_error error = {0};
    if (mintu_context_new(&error, &context) != MINTU_STATUS_OK)
        return 1;
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    mintu_context_free(context);
    return failed;
}
