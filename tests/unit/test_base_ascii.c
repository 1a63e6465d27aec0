#define _DEFAULT_SOURCE
#include "base/ascii.h"

#include "test_geo_helper.h"

static void letters_are_those_of_ascii(void **state)
{
    (void)state;
    for (int i = -128; i < 128; i++) {
        char letter = (char)i;
        bool digit = i >= '0' && i <= '9', upper = i >= 'A' && i <= 'Z', lower = i >= 'a' && i <= 'z';
        assert_int_equal(mintu_ascii_is_digit(letter), digit);
        assert_int_equal(mintu_ascii_is_alnum(letter), digit || upper || lower);
        assert_int_equal(mintu_ascii_lower(letter), upper ? i + 32 : i);
    }
    assert_true(mintu_ascii_is_space(' ') && mintu_ascii_is_space('\t') && mintu_ascii_is_space('\r'));
    assert_false(mintu_ascii_is_space('\0') || mintu_ascii_is_space('\xA0'));
}

static void capitals_are_the_same(void **state)
{
    (void)state;
    assert_int_equal(mintu_ascii_compare("VIRTUAL", "virtual"), 0);
    assert_true(mintu_ascii_compare("a", "B") < 0 && mintu_ascii_compare("b", "A") > 0);
    assert_true(mintu_ascii_compare("a", "ab") < 0 && mintu_ascii_compare("ab", "a") > 0);
    assert_int_equal(mintu_ascii_compare_n("abX", "ABY", 2), 0);
    assert_true(mintu_ascii_compare_n("abX", "ABY", 3) < 0);
    assert_true(mintu_ascii_compare("\xC3\x84", "\xC3\xA4") != 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(letters_are_those_of_ascii), cmocka_unit_test(capitals_are_the_same)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
