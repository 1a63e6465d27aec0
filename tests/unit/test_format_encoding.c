#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "format/encoding.h"

/* The whole of a text, and its beginning. */
static void is(const char *text, size_t size, bool whole, const char *expected)
{
    mintu_encoding encoding = mintu_encoding_detect(text, size, whole);
    const char *found = encoding.fault ? encoding.fault : encoding.name ? encoding.name : "UTF-8";
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

/* A text of UTF-8 that is cut is no text of GBK, whatever its last bytes are there. */
static void a_cut_end_stays_utf8(void **state)
{
    static const char text[] = "name\n安溪龙门,水头";
    (void)state;
    for (size_t size = 1; size < sizeof text; size++)
        is(text, size, true, "UTF-8");
    IS("\xE5\xAE", "UTF-8");
    IS("\xE5\xAE\n\xE5\xAE\n", "GB18030");
}

static void characters_of_four_bytes_are_gb18030(void **state)
{
    (void)state;
    IS("name\n\x81\x30\x86\x38\x81\x30\x87\x37\x81\x39\xEE\x39\x81\x39\xEF\x30\xA8\xA6\n", "GB18030");
}

/* 安溪龍門鎮 of Big5; the same of GBK; 南安市水头镇 of GB 2312 with one character of GBK. */
static void big5_is_no_gbk(void **state)
{
    (void)state;
    IS("name\n\xA6\x77\xB7\xCB\xBF\xA4\xC0\x73\xAA\xF9\xC2\xED\n", "Big5");
    IS("\xB0\xB2\xCF\xAA\xFD\x88\xE9\x54\xE6\x82\n", "GB18030");
    IS("\xC4\xCF\xB0\xB2\xCA\xD0\xCB\xAE\xCD\xB7\x81\x40\n", "GB18030");
}

/* Lines of both: by the larger part UTF-8, or neither for sure. */
static void lines_of_both_are_told(void **state)
{
#define TOWNS_OF_GBK "\xC1\xFA\xC3\xC5\xD5\xF2\n\xC1\xFA\xC3\xC5\xD5\xF2\n\xC1\xFA\xC3\xC5\xD5\xF2\n"
    (void)state;
    IS("安溪龙门\n安溪龙门\n安溪\n\xC1\xFA\xC3\xC5\n", "UTF-8");
    IS("安溪龙门\n" TOWNS_OF_GBK, "GB 18030 with lines of UTF-8 between");
    IS("名称\n" TOWNS_OF_GBK, "GB 18030 with lines of UTF-8 between");
    IS("name\n" TOWNS_OF_GBK, "GB18030");
}

static void wide_letters_are_told(void **state)
{
    (void)state;
    IS("n\0a\0m\0e\0\n\0\x89\x5B\xAA\x6E", "UTF-16 (little endian) without a byte order mark");
    IS("\0n\0a\0m\0e\0\n\x5B\x89\x6E\xAA", "UTF-16 (big endian) without a byte order mark");
    IS("name,b\nA\0B,1\n", "UTF-8");
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
        cmocka_unit_test(a_cut_end_stays_utf8),
        cmocka_unit_test(characters_of_four_bytes_are_gb18030),
        cmocka_unit_test(big5_is_no_gbk),
        cmocka_unit_test(lines_of_both_are_told),
        cmocka_unit_test(wide_letters_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
