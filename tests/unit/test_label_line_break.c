#include "label/line_break.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <string.h>

enum { MOST = 64 };

/* Breaks a text of ASCII letters of @p width each and "*", which stand for ideographs of 24; the lines with "|" between them. */
static const char *broken(const char *text, double width, double most)
{
    static char out[2 * MOST];
    mintu_break_unit units[MOST];
    size_t ends[MOST + 1], count = strlen(text), size = 0;
    for (size_t i = 0; i < count; i++)
        units[i] = (mintu_break_unit){text[i] == '*' ? 0x798F : text[i], text[i] == '*' ? 24 : width, false};
    size_t lines = mintu_line_breaks(units, count, most, ends);
    for (size_t line = 0; line < lines; line++) {
        size_t first = line ? ends[line - 1] : 0;
        if (line)
            out[size++] = '|';
        memcpy(out + size, text + first, ends[line] - first);
        size += ends[line] - first;
    }
    out[size] = '\0';
    return out;
}

static void what_fits_is_not_broken(void **state)
{
    (void)state;
    assert_string_equal(broken("some words", 10, 100), "some words");
    assert_string_equal(broken("some words", 10, INFINITY), "some words");
    assert_string_equal(broken("unbreakable", 10, 30), "unbreakable");
}

/* As many lines as are needed, about as long as one another; one may be a little longer than asked for. */
static void lines_are_even(void **state)
{
    (void)state;
    assert_string_equal(broken("some longer text that wraps", 12, 120), "some longer |text that |wraps");
    assert_string_equal(broken("*************", 0, 96), "****|***|***|***");
    assert_string_equal(broken("one word each line", 10, 0), "one |word |each |line");
}

static void lines_end_at_line_feeds_and_signs(void **state)
{
    (void)state;
    assert_string_equal(broken("a\n\nb", 10, 1000), "a\n|\n|b");
    assert_string_equal(broken("first\nsecond", 10, INFINITY), "first\n|second");
    assert_string_equal(broken("abcd-efgh", 10, 50), "abcd-|efgh");
    assert_string_equal(broken("abcd(efgh", 10, 50), "abcd|(efgh");
}

/* Looking back at each break for each is bounded. */
static void a_long_text_has_many_lines(void **state)
{
    enum { COUNT = 20000 };
    static mintu_break_unit units[COUNT];
    static size_t ends[COUNT + 1];
    (void)state;
    for (size_t i = 0; i < COUNT; i++)
        units[i] = (mintu_break_unit){0x798F, 24, false};
    assert_int_equal(mintu_line_breaks(units, COUNT, 240, ends), 2000);
    assert_int_equal(ends[0], 10);
    assert_int_equal(ends[1999], COUNT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_fits_is_not_broken),
        cmocka_unit_test(lines_are_even),
        cmocka_unit_test(lines_end_at_line_feeds_and_signs),
        cmocka_unit_test(a_long_text_has_many_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
