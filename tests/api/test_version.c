/* The version of the headers, of the library that runs, and their order. */
#include <mintu/version.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>

#if !MINTU_VERSION_AT_LEAST(MINTU_VERSION_MAJOR, MINTU_VERSION_MINOR, MINTU_VERSION_PATCH) || MINTU_VERSION_AT_LEAST(999, 0, 0)
#error "the check of versions at compile time is wrong"
#endif

static void library_and_headers_agree(void **state)
{
    (void)state;
    char text[32];
    snprintf(text, sizeof text, "%d.%d.%d", MINTU_VERSION_MAJOR, MINTU_VERSION_MINOR, MINTU_VERSION_PATCH);
    assert_string_equal(MINTU_VERSION_STRING, text);
    assert_string_equal(mintu_version(), text);
    assert_int_equal(mintu_version_number(), MINTU_VERSION_NUMBER);
}

static void later_versions_are_greater(void **state)
{
    (void)state;
    static const int rising[] = {MINTU_VERSION_NUMBER_OF(0, 1, 0),   MINTU_VERSION_NUMBER_OF(0, 1, 1),
                                 MINTU_VERSION_NUMBER_OF(0, 1, 999), MINTU_VERSION_NUMBER_OF(0, 2, 0),
                                 MINTU_VERSION_NUMBER_OF(1, 0, 0),   MINTU_VERSION_NUMBER_OF(1, 999, 999),
                                 MINTU_VERSION_NUMBER_OF(2, 0, 0)};
    for (size_t i = 1; i < sizeof rising / sizeof *rising; i++)
        assert_true(rising[i] > rising[i - 1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(library_and_headers_agree),
                                       cmocka_unit_test(later_versions_are_greater)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
