#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "geocode/encoding.h"

static void is(const char *text, size_t size, const char *expected, size_t expected_mark)
{
    size_t mark = 99;
    const char *found = mintu_encoding_detect(text, size, &mark);
    found = found ? found : "UTF-8";
    if (strcmp(found, expected) != 0 || mark != expected_mark)
        fail_msg("%zu bytes beginning %02x are %s with a mark of %zu", size, size ? (unsigned char)text[0] : 0, found, mark);
}

#define IS(text, expected, mark) is(text, sizeof(text) - 1, expected, mark)

static void marks_decide(void **state)
{
    (void)state;
    IS("\xEF\xBB\xBF"
       "a",
       "UTF-8", 3);
    IS("\xFF\xFE"
       "a\0",
       "UTF-16LE", 2);
    IS("\xFE\xFF\0a", "UTF-16BE", 2);
    IS("\x84\x31\x95\x33\xC1\xFA", "GB18030", 4);
    IS("\xEF\xBB\xBF\xC1\xFA\xC3\xC5\xD5\xF2,1", "UTF-8", 3); /* GBK behind a mark of UTF-8: the mark is believed */
}

static void text_without_a_mark_is_utf8(void **state)
{
    (void)state;
    IS("", "UTF-8", 0);
    IS("a", "UTF-8", 0);
    IS("name,lon\nplain,1\n", "UTF-8", 0);
    IS("在安溪县龙门镇\n", "UTF-8", 0);
    IS("Nanʼan, Xiàmén, Fúzhōu\n", "UTF-8", 0);
    IS("龙门\xFF镇，水头镇\n", "UTF-8", 0); /* one bad byte among characters */
    IS("\0\0\0\0\0\0", "UTF-8", 0);
}

/* 龙门镇水头镇; a rare character of four bytes; 一 is D2 BB in GBK, which alone would be U+04BB in UTF-8. */
static void gbk_and_gb18030_are_told(void **state)
{
    (void)state;
    IS("\xC1\xFA\xC3\xC5\xD5\xF2\xCB\xAE\xCD\xB7\xD5\xF2\n1,2\n", "GB18030", 0);
    IS("name\n\xC1\xFA\xC3\xC5\xD5\xF2,1\n", "GB18030", 0);
    IS("\xC1\xFA\xC3\xC5\x81\x39\xEE\x39\xD5\xF2,1\n", "GB18030", 0);
    IS("\xD2\xBB\xD2\xBB, 1, 2\n", "GB18030", 0);
}

static void bytes_that_are_neither_are_left(void **state)
{
    (void)state;
    IS("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", "UTF-8", 0);
    IS("a\x80z\x80z\x80z\x80z\n", "UTF-8", 0);
    IS("\xE9 \xE8 \xE0 \xE9 \xE8 \xE0 \xFC \n", "UTF-8", 0); /* Latin-1 */
}

/* The first bytes of a file may end within a character. */
static void a_cut_character_does_not_count(void **state)
{
    static const char text[] = "龙门镇水头镇";
    (void)state;
    for (size_t size = 0; size < sizeof text; size++)
        is(text, size, "UTF-8", 0);
    static const char gbk[] = "\xC1\xFA\xC3\xC5\xD5\xF2\xCB\xAE\xCD\xB7\xD5\xF2";
    for (size_t size = 8; size < sizeof gbk; size++)
        is(gbk, size, "GB18030", 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_decide),
        cmocka_unit_test(text_without_a_mark_is_utf8),
        cmocka_unit_test(gbk_and_gb18030_are_told),
        cmocka_unit_test(bytes_that_are_neither_are_left),
        cmocka_unit_test(a_cut_character_does_not_count),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
