#include "color_vision.h"
#include "expression/color_space.h"
#include "test_style_helper.h"

#include <math.h>

/* Pairs of the test data that go with Sharma, Wu and Dalal 2005, chosen for the formula's branches. */
static void test_difference(void **state)
{
    static const double pairs[][7] = {
        {50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425},
        {50, -1.3802, -84.2814, 50, 0, -82.7485, 1.0000},
        {50, 0, 0, 50, -1, 2, 2.3669},
        {50, 2.5, 0, 73, 25, -18, 27.1492},
        {60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644},
        {2.0776, 0.0795, -1.1350, 0.9033, -0.0636, -0.5514, 0.9082},
    };
    (void)state;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        double there = lab_difference(pairs[i], pairs[i] + 3), back = lab_difference(pairs[i] + 3, pairs[i]);
        if (fabs(there - pairs[i][6]) > 5e-5 || fabs(there - back) > 1e-9)
            fail_msg("pair %zu: %.4f and back %.4f, expected %.4f", i + 1, there, back, pairs[i][6]);
    }
}

/* Greys are seen as they are by everyone, and each deficiency brings together what it is known for. */
static void test_seen(void **state)
{
    const mintu_color grey = {0.5, 0.5, 0.5, 0.25}, red = {0.80, 0.25, 0.15, 1}, green = {0.35, 0.50, 0.10, 1};
    const mintu_color blue = {0.10, 0.45, 0.65, 1}, teal = {0.10, 0.50, 0.50, 1};
    (void)state;
    for (color_vision i = COLOR_VISION_NORMAL; i < COLOR_VISION_END; i++) {
        mintu_color seen = color_seen(grey, i);
        assert_true(color_difference(grey, seen) < 0.1);
        assert_true(seen.alpha == 0.25);
    }
    double normal = color_difference(red, green);
    for (color_vision i = COLOR_VISION_PROTANOPIA; i <= COLOR_VISION_DEUTERANOPIA; i++)
        assert_true(color_difference(color_seen(red, i), color_seen(green, i)) < normal / 2);
    double apart = color_difference(blue, teal);
    color_vision blind = COLOR_VISION_TRITANOPIA;
    assert_true(color_difference(color_seen(blue, blind), color_seen(teal, blind)) < apart / 2);
}

static void test_grey(void **state)
{
    const mintu_color red = {1, 0, 0, 1};
    mintu_color seen = color_seen(red, COLOR_VISION_GREY);
    (void)state;
    assert_true(seen.red == seen.green && seen.green == seen.blue);
    assert_true(fabs(mintu_color_linear(seen.red) - 0.2126) < 1e-3);
    assert_true(color_seen(red, COLOR_VISION_NORMAL).red == 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_difference), cmocka_unit_test(test_seen),
                                       cmocka_unit_test(test_grey)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
