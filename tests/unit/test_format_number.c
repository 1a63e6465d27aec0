#include "test_style_helper.h"

#include "format/number.h"

#include <math.h>

static void expect_text(double number, const char *expected)
{
    char text[48];
    mintu_number_shortest(number, text);
    assert_string_equal(text, expected);
}

static void test_shortest(void **state)
{
    (void)state;
    expect_text(0, "0");
    expect_text(-0.0, "0");
    expect_text(1, "1");
    expect_text(-12.5, "-12.5");
    expect_text(0.1, "0.1");
    expect_text(0.1 + 0.2, "0.30000000000000004");
    expect_text(123456789012345680000.0, "123456789012345680000");
    expect_text(1e21, "1e+21");
    expect_text(1.5e-7, "1.5e-7");
    expect_text(0.000001, "0.000001");
    expect_text(1.7976931348623157e308, "1.7976931348623157e+308");
    expect_text((double)INFINITY, "Infinity");
    expect_text(-(double)INFINITY, "-Infinity");
    expect_text((double)NAN, "NaN");
}

static void test_scan(void **state)
{
    (void)state;
    const struct {
        const char *text;
        bool good;
        double number;
    } cases[] = {{"12", true, 12},
                 {" -1.5e3\n", true, -1500},
                 {"", true, 0},
                 {"   ", true, 0},
                 {".5", true, 0.5},
                 {"5.", true, 5},
                 {"0x1F", true, 31},
                 {"0x", false, 0},
                 {"1 2", false, 0},
                 {"12px", false, 0},
                 {"e5", false, 0},
                 {"1e", false, 0},
                 {"--1", false, 0},
                 {"-", false, 0},
                 {"nan", false, 0},
                 {"inf", false, 0},
                 {"Infinity", true, (double)INFINITY}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double number = -1;
        bool good = mintu_number_scan(cases[i].text, &number);
        if (good != cases[i].good || (good && number != cases[i].number))
            fail_msg("\"%s\" gives %g", cases[i].text, number);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_shortest), cmocka_unit_test(test_scan)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
