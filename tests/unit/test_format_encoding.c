#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "format/encoding.h"

/* The whole of a text, and its beginning. */
static void is(const char *text, size_t size, bool whole, const char *expected)
{
    const char *found = mintu_encoding_detect(text, size, whole);
    found = found ? found : "UTF-8";
    if (strcmp(found, expected) != 0)
        fail_msg("%zu bytes beginning %02x are %s", size, size ? (unsigned char)text[0] : 0, found);
}

static void has_mark(const char *text, size_t size, const char *expected, size_t expected_mark)
{
    size_t mark = 99;
    const char *found = mintu_encoding_mark(text, size, &mark);
    if (strcmp(found ? found : "none", expected) != 0 || mark != expected_mark)
        fail_msg("%zu bytes beginning %02x have the mark of %s, %zu bytes", size, (unsigned char)text[0], found, mark);
}

#define IS(text, expected)              is(text, sizeof(text) - 1, true, expected)
#define BEGINS(text, expected)          is(text, sizeof(text) - 1, false, expected)
#define HAS_MARK(text, expected, bytes) has_mark(text, sizeof(text) - 1, expected, bytes)

static void marks_are_known(void **state)
{
    (void)state;
    HAS_MARK("\xEF\xBB\xBF"
             "a",
             "UTF-8", 3);
    HAS_MARK("\xFF\xFE"
             "a\0",
             "UTF-16LE", 2);
    HAS_MARK("\xFE\xFF\0a", "UTF-16BE", 2);
    HAS_MARK("\x84\x31\x95\x33\xC1\xFA", "GB18030", 4);
    HAS_MARK("\xC1\xFA\xC3\xC5", "none", 0);
    HAS_MARK("龙门", "none", 0);
}

static void what_can_be_utf8_is_utf8(void **state)
{
    (void)state;
    IS("", "UTF-8");
    IS("a", "UTF-8");
    IS("name,lon\nplain,1\n", "UTF-8");
    IS("在安溪县龙门镇\n", "UTF-8");
    IS("Nanʼan, Xiàmén, Fúzhōu\n", "UTF-8");
    IS("Longmen Town,Москва\n", "UTF-8");
    IS("Ελλάδα\n", "UTF-8");
    IS("ʤ", "UTF-8");
    IS("שלום עולם\n", "UTF-8");
    IS("一览\n", "UTF-8");
    IS("\xD2\xBB\xD2\xBB, 1, 2\n", "UTF-8"); /* 一 in GBK by accident: the rule has no exception */
    IS("\0\0\0\0\0\0", "UTF-8");
}

static void a_damaged_text_stays_utf8(void **state)
{
    (void)state;
    IS("龙门\xFF镇，水头镇\n", "UTF-8");
    IS("Москва, \xD0, Тверь и Тула\n", "UTF-8");
    IS("Москва\xD0\xA0\xC1\xC1Тверь и Тула, Новгород\n", "UTF-8");
    IS("龙门镇\xE9水头镇、\n", "UTF-8");
}

/* 龙门镇水头镇; a rare character of four bytes; 一一 is UTF-8 by accident, 一一龙 is not. */
static void gbk_and_gb18030_are_told(void **state)
{
    (void)state;
    IS("\xC1\xFA\xC3\xC5\xD5\xF2\xCB\xAE\xCD\xB7\xD5\xF2\n1,2\n", "GB18030");
    IS("name\n\xC1\xFA\xC3\xC5\xD5\xF2,1\n", "GB18030");
    IS("\xC1\xFA\xC3\xC5\x81\x39\xEE\x39\xD5\xF2,1\n", "GB18030");
    IS("\xC1\xFA\xC3\xC5", "GB18030");
    IS("\xC1\xFA", "GB18030");
    IS("\xD2\xBB\xD2\xBB\xC1\xFA, 1, 2\n", "GB18030");
}

static void bytes_that_are_neither_are_left(void **state)
{
    (void)state;
    IS("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", "UTF-8");
    IS("a\x80z\x80z\x80z\x80z\n", "UTF-8");
    IS("\xE9 \xE8 \xE0 \xE9 \xE8 \xE0 \xFC \n", "UTF-8"); /* Latin-1 */
    IS("\xC1\xFA\xC3", "UTF-8");                          /* cut in the middle for good */
}

/* The first bytes of a file may end within a character. */
static void a_cut_character_does_not_count(void **state)
{
    static const char text[] = "龙门镇水头镇";
    (void)state;
    for (size_t size = 0; size < sizeof text; size++)
        is(text, size, false, "UTF-8");
    static const char gbk[] = "\xC1\xFA\xC3\xC5\xD5\xF2\xCB\xAE\xCD\xB7\xD5\xF2";
    for (size_t size = 8; size < sizeof gbk; size++)
        is(gbk, size, false, "GB18030");
}

static void what_can_be_both_is_open(void **state)
{
    (void)state;
    assert_true(mintu_encoding_is_open("\xD2\xBB\xD2\xBB,", 5));
    assert_true(mintu_encoding_is_open("\xD2", 1));
    assert_false(mintu_encoding_is_open("龙门镇,", 10));
    assert_false(mintu_encoding_is_open("\xC1\xFA\xC3\xC5\xC3\xC5", 6));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_are_known),
        cmocka_unit_test(what_can_be_utf8_is_utf8),
        cmocka_unit_test(a_damaged_text_stays_utf8),
        cmocka_unit_test(gbk_and_gb18030_are_told),
        cmocka_unit_test(bytes_that_are_neither_are_left),
        cmocka_unit_test(a_cut_character_does_not_count),
        cmocka_unit_test(what_can_be_both_is_open),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
