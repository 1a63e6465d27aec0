#include <mintu/text.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* Shown piece by piece with little room, and at once with much. */
static void shows(const char *text, const char *expected)
{
    for (size_t room = 16; room <= 512; room *= 32) {
        char whole[1024] = "", piece[512];
        for (const char *rest = text; *rest;) {
            size_t used = mintu_text_visible(rest, piece, room);
            assert_true(used > 0 && strlen(piece) < room);
            strcat(whole, piece);
            rest += used;
        }
        assert_string_equal(whole, expected);
    }
}

static void test_plain_text_stays(void **state)
{
    (void)state;
    shows("", "");
    shows("水头镇, Nan'an \\ \"Fújiàn\" 𠮷 🏞", "水头镇, Nan'an \\ \"Fújiàn\" 𠮷 🏞");
    shows("می\xE2\x80\x8Cخواهم 👩\xE2\x80\x8D👧", "می\xE2\x80\x8Cخواهم 👩\xE2\x80\x8D👧"); /* joiners */
    shows("a\xC2\xA0z\xE3\x80\x80z", "a\xC2\xA0z\xE3\x80\x80z");                       /* wide and hard spaces */
}

static void test_controls_are_shown(void **state)
{
    (void)state;
    shows("a\x1B[31mred\x1B]0;title\x07", "a\\u001b[31mred\\u001b]0;title\\u0007");
    shows("line\nline\r\ttab\x7F", "line\\nline\\u000d\\ttab\\u007f");
    shows("\xC2\x9B"
          "31m\xC2\x85",
          "\\u009b31m\\u0085"); /* C1 */
}

static void test_directions_and_separators_are_shown(void **state)
{
    (void)state;
    shows("a\xE2\x80\xAE"
          "b\xE2\x81\xA6"
          "c\xE2\x81\xA9",
          "a\\u202eb\\u2066c\\u2069");
    shows("\xE2\x80\xA8\xE2\x80\xA9\xEF\xBB\xBF", "\\u2028\\u2029\\ufeff");
    shows("\xEF\xBF\xBE\xF4\x8F\xBF\xBF\xEF\xB7\x90", "\\ufffe\\udbff\\udfff\\ufdd0"); /* no characters */
    shows("\xF3\xA0\x80\x81", "\\udb40\\udc01");                                       /* a tag */
}

static void test_bytes_that_are_no_utf8_are_shown(void **state)
{
    (void)state;
    shows("\xCB\xAE\xCD\xB7", "ˮͷ"); /* these are characters by accident */
    shows("\xC1\xFA\xC3", "\\xc1\\xfa\\xc3");
    shows("水\xE6\xB0", "水\\xe6\\xb0");
    shows("\xED\xA0\x80\xC0\x80", "\\xed\\xa0\\x80\\xc0\\x80");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_plain_text_stays), cmocka_unit_test(test_controls_are_shown),
                                       cmocka_unit_test(test_directions_and_separators_are_shown),
                                       cmocka_unit_test(test_bytes_that_are_no_utf8_are_shown)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
