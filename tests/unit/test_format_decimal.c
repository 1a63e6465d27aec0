#define _DEFAULT_SOURCE
#include "test_geo_helper.h"

#include "format/decimal.h"

static void seven_decimals_without_zeros(void **state)
{
    (void)state;
    static const struct {
        double value;
        const char *text;
    } cases[] = {{0, "0"},
                 {-0.0, "0"},
                 {1.5, "1.5"},
                 {-1.5, "-1.5"},
                 {119.12345678, "119.1234568"},
                 {1e-8, "0"},
                 {-4e-8, "0"},
                 {-6e-8, "-0.0000001"},
                 {0.99999999, "1"},
                 {100, "100"},
                 {1e10, "10000000000"},
                 {1.25e15, "1.25e+15"},
                 {0.1, "0.1"},
                 {180, "180"},
                 {-0.05, "-0.05"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        mintu_buffer text = {0};
        mintu_decimal_add(&text, cases[i].value);
        assert_string_equal(text.data, cases[i].text);
        mintu_buffer_free(&text);
    }
    assert_true(mintu_decimal_same(1, 1 + 4e-8));
    assert_false(mintu_decimal_same(1, 1 + 6e-8));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(seven_decimals_without_zeros)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
