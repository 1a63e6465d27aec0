#include "test_style_helper.h"

#include "expression/color.h"
#include "expression/color_space.h"

#include <math.h>

static void expect_color(const char *text, double red, double green, double blue, double alpha)
{
    mintu_color c = {-1, -1, -1, -1};
    if (!mintu_color_parse(text, &c))
        fail_msg("not a colour: %s", text);
    const double off = fabs(c.red - red) + fabs(c.green - green) + fabs(c.blue - blue) + fabs(c.alpha - alpha);
    if (!(off < 1e-3))
        fail_msg("%s is %g %g %g %g", text, c.red, c.green, c.blue, c.alpha);
}

static void test_parse(void **state)
{
    (void)state;
    expect_color("red", 1, 0, 0, 1);
    expect_color(" RebeccaPurple ", 0.4, 0.2, 0.6, 1);
    expect_color("aliceblue", 240 / 255.0, 248 / 255.0, 1, 1);
    expect_color("yellowgreen", 154 / 255.0, 205 / 255.0, 50 / 255.0, 1);
    expect_color("transparent", 0, 0, 0, 0);
    expect_color("#f80", 1, 136 / 255.0, 0, 1);
    expect_color("#f808", 1, 136 / 255.0, 0, 136 / 255.0);
    expect_color("#FF8000", 1, 128 / 255.0, 0, 1);
    expect_color("#ff800033", 1, 128 / 255.0, 0, 0.2);
    expect_color("rgb(255, 0, 51)", 1, 0, 0.2, 1);
    expect_color("rgba(255,0,51,.5)", 1, 0, 0.2, 0.5);
    expect_color("rgb(100% 0% 20% / 50%)", 1, 0, 0.2, 0.5);
    expect_color("rgb(300, -5, 51)", 1, 0, 0.2, 1);
    expect_color("hsl(120, 100%, 50%)", 0, 1, 0, 1);
    expect_color("hsla(-240deg 100% 25% / .5)", 0, 0.5, 0, 0.5);
    expect_color("hsl(0, 0%, 50%)", 0.5, 0.5, 0.5, 1);
}

static void test_refuse(void **state)
{
    (void)state;
    const char *const bad[] = {"",
                               "redd",
                               "#ff",
                               "#fffff",
                               "#ggg",
                               "rgb(1,2)",
                               "rgb(1,2,3,4,5)",
                               "rgb(1,2 3)",
                               "rgb(1 2 3, .5)",
                               "rgb(1,2,3/.5)",
                               "rgb(10%,2,3)",
                               "hsl(1,2,3)",
                               "rgb(1,2,3",
                               "rgb(1,2,3))",
                               "rgb(--1,2,3)",
                               "rgb(,,)",
                               "rgb(nan,0,0)",
                               "rgb(0x1,0,0)",
                               "hsl(1e999,1%,1%)"};
    mintu_color c;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (mintu_color_parse(bad[i], &c))
            fail_msg("taken for a colour: %s", bad[i]);
}

static void test_mix(void **state)
{
    (void)state;
    const mintu_color red = {1, 0, 0, 1}, blue = {0, 0, 1, 1}, black = {0, 0, 0, 1}, white = {1, 1, 1, 1};
    mintu_color c = mintu_color_mix(red, blue, 0.25, MINTU_COLOR_SPACE_RGB);
    assert_true(c.red == 0.75 && c.green == 0 && c.blue == 0.25);
    c = mintu_color_mix(black, white, 0.5, MINTU_COLOR_SPACE_LAB);
    assert_true(fabs(c.red - 0.466326) < 1e-5 && fabs(c.blue - c.red) < 1e-5);
    /* By hue the middle of red and blue stays bright, and both ends stay what they are. */
    c = mintu_color_mix(red, blue, 0.5, MINTU_COLOR_SPACE_HCL);
    assert_true(c.red > 0.8 && c.blue > 0.4);
    c = mintu_color_mix(red, blue, 1, MINTU_COLOR_SPACE_HCL);
    assert_true(fabs(c.red) < 1e-2 && fabs(c.blue - 1) < 1e-2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_parse), cmocka_unit_test(test_refuse), cmocka_unit_test(test_mix)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
