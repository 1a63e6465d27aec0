#include <mintu/number.h>

#include <locale.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* What is read, and how many bytes it takes. */
static void reads(const char *text, double number, size_t size)
{
    const char *end;
    double found = mintu_number_read(text, &end);
    assert_true(found == number);
    assert_int_equal(end - text, size);
}

static void test_numbers_are_read(void **state)
{
    (void)state;
    reads("1.5,2", 1.5, 3);
    reads(" -2e3x", -2000, 5);
    reads("0x10", 16, 4);
    reads("1,5", 1, 1);
    reads("inf", (double)INFINITY, 3);
    reads("none", 0, 0);
    reads("", 0, 0);
}

static void test_numbers_are_written(void **state)
{
    (void)state;
    static const struct {
        double number;
        const char *text;
    } cases[] = {{1, "1"}, {-0.1, "-0.1"}, {0.1 + 0.2, "0.30000000000000004"}, {1e21, "1e+21"}, {(double)NAN, "NaN"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[48];
        mintu_number_shortest(cases[i].number, text);
        assert_string_equal(text, cases[i].text);
    }
}

/* Where a comma stands before the fraction, if the system has such a locale. */
static void test_the_locale_does_not_matter(void **state)
{
    static const char *const names[] = {"de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8", "ru_RU.UTF-8"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (setlocale(LC_ALL, names[i]))
            break;
    test_numbers_are_read(state);
    test_numbers_are_written(state);
    setlocale(LC_ALL, "C");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_numbers_are_read), cmocka_unit_test(test_numbers_are_written),
                                       cmocka_unit_test(test_the_locale_does_not_matter)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
