#include "base/array.h"
#include "base/textmap.h"
#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void test_utf8_validity(void **state)
{
    (void)state;
    size_t bad = 99;
    assert_true(mintu_utf8_valid("水头", 6, NULL));
    assert_true(mintu_utf8_valid("", 0, NULL));
    assert_false(mintu_utf8_valid("ab\xE6\xB0", 4, &bad)); /* cut off */
    assert_int_equal(bad, 2);
    assert_false(mintu_utf8_valid("\xC0\x80", 2, &bad)); /* overlong */
    assert_int_equal(bad, 0);
    assert_false(mintu_utf8_valid("x\xED\xA0\x80", 4, &bad)); /* surrogate */
    assert_int_equal(bad, 1);
}

static void test_utf8_cut_and_count(void **state)
{
    (void)state;
    assert_int_equal(mintu_utf8_cut("水头", 5), 3);
    assert_int_equal(mintu_utf8_cut("水头", 6), 6);
    assert_int_equal(mintu_utf8_cut("水头", 2), 0);
    assert_int_equal(mintu_utf8_count("a水头"), 3);
}

static void cleans(const char *text, int32_t unfit, const char *expected)
{
    mintu_buffer out = {0};
    mintu_utf8_clean(text, &out);
    assert_string_equal(out.data, expected);
    assert_int_equal(mintu_utf8_unfit(text), unfit);
    mintu_buffer_free(&out);
}

static void test_what_no_text_may_hold_is_replaced(void **state)
{
    (void)state;
    cleans("", -1, "");
    cleans("水头\tÄ\n𠮷\xE2\x80\xAE", -1, "水头\tÄ\n𠮷\xE2\x80\xAE");
    cleans("a\r\nb\rc\r", -1, "a\nb\nc\n");
    cleans("a\x1B[m\x7F", 0x1B, "a\xEF\xBF\xBD[m\xEF\xBF\xBD");
    cleans("\xC2\x85", 0x85, "\xEF\xBF\xBD");
    cleans("x\xEF\xBF\xBE", 0xFFFE, "x\xEF\xBF\xBD");
    cleans("\xEF\xBF\xBF\xEF\xB7\x90", 0xFFFF, "\xEF\xBF\xBD\xEF\xBF\xBD");
    cleans("\xF4\x8F\xBF\xBF", 0x10FFFF, "\xEF\xBF\xBD");
    cleans("\xF0\x9F\xBF\xBE", 0x1FFFE, "\xEF\xBF\xBD");
    cleans("x\xFFy\xE6\xB0", 0xFFFD, "x\xEF\xBF\xBDy\xEF\xBF\xBD");
    cleans("\xEF\xBF\xBD", -1, "\xEF\xBF\xBD"); /* which is a character like others */
}

static void test_buffer_grows_and_ends_with_nul(void **state)
{
    (void)state;
    mintu_buffer buffer = {0};
    for (int i = 0; i < 1000; i++)
        mintu_buffer_format(&buffer, "%d,", i % 10);
    assert_false(buffer.failed);
    assert_int_equal(buffer.size, 2000);
    assert_int_equal(strlen(buffer.data), 2000);
    mintu_buffer_clear(&buffer);
    assert_string_equal(buffer.data, "");
    mintu_buffer_free(&buffer);
}

static void test_array_refuses_what_cannot_be(void **state)
{
    (void)state;
    void *data = NULL;
    size_t capacity = 0;
    assert_false(mintu_array_reserve(&data, &capacity, SIZE_MAX / 4, 16));
    assert_null(data);
    assert_int_equal(capacity, 0);
}

static void test_textmap_finds_what_was_set(void **state)
{
    (void)state;
    static char keys[5000][12];
    mintu_textmap map = {0};
    size_t value = 0;
    assert_false(mintu_textmap_get(&map, "none", &value));
    for (size_t i = 0; i < 5000; i++) {
        snprintf(keys[i], sizeof keys[i], "key%zu", i);
        assert_true(mintu_textmap_set(&map, keys[i], i));
    }
    assert_true(mintu_textmap_set(&map, "key7", 70000));
    assert_int_equal(map.count, 5000);
    assert_true(mintu_textmap_get(&map, "key7", &value));
    assert_int_equal(value, 70000);
    assert_true(mintu_textmap_get_n(&map, "key4999x", 7, &value));
    assert_int_equal(value, 4999);
    assert_false(mintu_textmap_get(&map, "key5000", &value));
    mintu_textmap_free(&map);
}

static void bytes_that_are_no_text_are_replaced(void **state)
{
    (void)state;
    mintu_buffer out = {0};
    assert_true(mintu_utf8_repair("\xE5\x9B\xBD", 3, &out) == SIZE_MAX);
    assert_string_equal(out.data, "\xE5\x9B\xBD");
    mintu_buffer_clear(&out);
    assert_int_equal(mintu_utf8_repair("ab\xFF\0c", 5, &out), 2);
    assert_string_equal(out.data, "ab\xEF\xBF\xBD\xEF\xBF\xBD"
                                  "c");
    mintu_buffer_clear(&out);
    assert_true(mintu_utf8_repair("", 0, &out) == SIZE_MAX);
    assert_int_equal(out.size, 0);
    mintu_utf8_repair_bytes("", 0, &out);
    assert_string_equal(out.data, "");
    mintu_utf8_repair_bytes("a\xE5\x9B\0b", 5, &out); /* half a character is two bytes */
    assert_string_equal(out.data, "a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"
                                  "b");
    mintu_buffer_free(&out);
}

static void a_list_holds_whole_texts(void **state)
{
    (void)state;
    static const char *const list[] = {"of", "in", NULL};
    assert_true(mintu_text_listed("in", list));
    assert_false(mintu_text_listed("i", list));
    assert_true(mintu_text_listed_n("into", 2, list));
    assert_false(mintu_text_listed_n("into", 3, list));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_utf8_validity),
        cmocka_unit_test(test_utf8_cut_and_count),
        cmocka_unit_test(test_what_no_text_may_hold_is_replaced),
        cmocka_unit_test(test_buffer_grows_and_ends_with_nul),
        cmocka_unit_test(test_array_refuses_what_cannot_be),
        cmocka_unit_test(test_textmap_finds_what_was_set),
        cmocka_unit_test(bytes_that_are_no_text_are_replaced),
        cmocka_unit_test(a_list_holds_whole_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
