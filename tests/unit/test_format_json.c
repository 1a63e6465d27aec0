#include "format/json.h"
#include "format/json_locate.h"

#include "base/array.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void test_syntax_error_has_line_and_column(void **state)
{
    (void)state;
    static const char text[] = "{\n  \"a\": ,\n}";
    mintu_error error = {0};
    json_t *value;
    assert_int_equal(mintu_json_parse(text, sizeof text - 1, "x.json", &error, &value), MINTU_STATUS_INPUT);
    assert_int_equal(error.line, 2);
    assert_true(error.column > 0);
    assert_string_equal(error.source, "x.json");
}

static void test_duplicate_keys_are_refused(void **state)
{
    (void)state;
    json_t *value;
    assert_int_equal(mintu_json_parse("{\"a\":1,\"a\":2}", 13, "x", NULL, &value), MINTU_STATUS_INPUT);
}

static void expect_place(const char *text, const char *pointer, int line, int column)
{
    mintu_where found = mintu_json_locate("x.json", text, strlen(text), pointer);
    assert_string_equal(found.source, "x.json");
    assert_int_equal(found.line, line);
    assert_int_equal(found.column, column);
}

static void test_locates_values(void **state)
{
    (void)state;
    static const char text[] =
        "{\"a\": {\"skip\": [1, {\"x\": \"}\\\"]\"}]},\n \"b\": [true,\n  {\"c/d\": 12, \"e\\u0066\": 3}],\n \"m~n\": null}";
    expect_place(text, "", 1, 1);
    expect_place(text, "/a/skip/1/x", 1, 26);
    expect_place(text, "/b/0", 2, 8);
    expect_place(text, "/b/1/c~1d", 3, 11);
    expect_place(text, "/b/1/ef", 3, 26);
    expect_place(text, "/m~0n", 4, 9);
    expect_place(text, "/none", 0, 0);
    expect_place(text, "/b/7", 0, 0);
}

/* Editors on Windows write a mark; it is no column. */
static void test_a_mark_is_passed_over(void **state)
{
    (void)state;
    static const char text[] = "\xEF\xBB\xBF{\"a\": 1, \"b\": x}", good[] = "\xEF\xBB\xBF{\"a\": 7}";
    mintu_error error = {0};
    json_t *value;
    assert_int_equal(mintu_json_parse(good, sizeof good - 1, "x.json", &error, &value), MINTU_STATUS_OK);
    assert_int_equal(json_integer_value(json_object_get(value, "a")), 7);
    json_decref(value);
    expect_place(good, "/a", 1, 7);
    assert_int_equal(mintu_json_parse(text, sizeof text - 1, "x.json", &error, &value), MINTU_STATUS_INPUT);
    assert_int_equal(error.line, 1);
    assert_int_equal(mintu_json_parse(good, 3, "x.json", &error, &value), MINTU_STATUS_INPUT);
    assert_int_equal(mintu_json_parse("\xFF\xFE{\0}\0", 6, "x.json", &error, &value), MINTU_STATUS_INPUT);
    assert_non_null(strstr(error.text, "UTF-16"));
}

static void test_depth_costs_no_stack(void **state)
{
    (void)state;
    enum { DEPTH = 200000 };
    char *text = malloc(2 * DEPTH + 32);
    strcpy(text, "{\"deep\":");
    size_t at = strlen(text);
    memset(text + at, '[', DEPTH);
    memset(text + at + DEPTH, ']', DEPTH);
    strcpy(text + at + 2 * DEPTH, ",\"b\":1}");
    mintu_where found = mintu_json_locate("x.json", text, strlen(text), "/b");
    assert_int_equal(found.line, 1);
    assert_int_equal(found.column, (int)(at + 2 * DEPTH + 6));
    free(text);
}

static void test_nul(void **state)
{
    (void)state;
    const char text[] = "{\"a\":\n [1\0, 2]}";
    mintu_error error = {0};
    json_t *json = NULL;
    assert_int_equal(mintu_json_parse(text, sizeof text - 1, "<t>", &error, &json), MINTU_STATUS_INPUT);
    assert_null(json);
    assert_int_equal(error.line, 2);
    assert_int_equal(error.column, 4);
}

/* @p count times @p head, with @p middle, then @p count times @p tail. */
static mintu_status parse_repeated(size_t count, const char *head, const char *middle, const char *tail, mintu_error *error)
{
    mintu_buffer text = {0};
    json_t *json = NULL;
    for (size_t i = 0; i < count; i++)
        mintu_buffer_text(&text, head);
    mintu_buffer_text(&text, middle);
    for (size_t i = 0; i < count; i++)
        mintu_buffer_text(&text, tail);
    mintu_status status = mintu_json_parse(text.data, text.size, "x.json", error, &json);
    json_decref(json);
    mintu_buffer_free(&text);
    return status;
}

static void test_depth_and_amount_have_limits(void **state)
{
    (void)state;
    mintu_error error = {0};
    assert_int_equal(parse_repeated(511, "[", "[\"[[\\\"[[\"]", "]", &error), MINTU_STATUS_OK);
    assert_int_equal(parse_repeated(512, "[", "[0]", "]", &error), MINTU_STATUS_INPUT);
    assert_non_null(strstr(error.text, "512 levels"));
    assert_int_equal(error.column, 513);
    assert_int_equal(parse_repeated(1, "[", "\"[,[,[,\"", "]", &error), MINTU_STATUS_OK);
    assert_int_equal(parse_repeated(4000001, "[],", "0", "", &error), MINTU_STATUS_INPUT);
    assert_non_null(strstr(error.text, "4000000 values"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nul),
        cmocka_unit_test(test_syntax_error_has_line_and_column),
        cmocka_unit_test(test_duplicate_keys_are_refused),
        cmocka_unit_test(test_locates_values),
        cmocka_unit_test(test_a_mark_is_passed_over),
        cmocka_unit_test(test_depth_costs_no_stack),
        cmocka_unit_test(test_depth_and_amount_have_limits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
