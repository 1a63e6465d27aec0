#define _DEFAULT_SOURCE
#include "format/json_scan.h"
#include "json_texts.h"
#include "test_geo_helper.h"

/* The whole text is one value. */
static bool passes(const char *text, size_t size)
{
    char *copy = mintu_text_copy_n(text, size);
    mintu_json_scan scan = {.source = "test", .begin = copy, .at = copy, .end = copy + size};
    bool good = mintu_json_skip(&scan, &problem) == MINTU_STATUS_OK && mintu_json_end(&scan, &problem) == MINTU_STATUS_OK;
    free(copy);
    return good;
}

static void tells_json_from_what_is_none(void **state)
{
    (void)state;
    for (size_t i = 0; i < JSON_TEXTS; i++)
        if (passes(json_texts[i].text, json_texts[i].size) != json_texts[i].good)
            fail_msg("%zu: %s", i, json_texts[i].text);
}

static void depth_has_an_end(void **state)
{
    (void)state;
    char text[2 * (MINTU_JSON_DEPTH + 1)];
    size_t most = MINTU_JSON_DEPTH;
    memset(text, '[', most + 1);
    memset(text + most + 1, ']', most + 1);
    assert_false(passes(text, 2 * most + 2));
    assert_non_null(strstr(problem.text, "deeper"));
    assert_true(passes(text + 1, 2 * most));
    char *deep = malloc(100000);
    memset(deep, '[', 100000);
    assert_false(passes(deep, 100000));
    free(deep);
}

static mintu_json_number number_of(const char *text)
{
    mintu_json_scan scan = {.source = "test", .begin = text, .at = text, .end = text + strlen(text)};
    mintu_json_number number;
    assert_good(mintu_json_take_number(&scan, &problem, &number));
    assert_ptr_equal(scan.at, scan.end);
    return number;
}

static void numbers_keep_what_they_are(void **state)
{
    (void)state;
    assert_true(number_of("9007199254740993").whole);
    assert_true(number_of("9007199254740993").integer == 9007199254740993);
    assert_true(number_of("-9223372036854775808").integer == INT64_MIN);
    assert_true(number_of("9223372036854775808").cut && !number_of("9223372036854775808").whole);
    assert_true(number_of("9223372036854775808").real == 9223372036854775808.0);
    assert_true(!number_of("1.0").whole && number_of("1.0").real == 1);
    assert_true(number_of("118.1234567").real == 118.1234567);
    assert_true(number_of("-0.000000123456789").real == -0.000000123456789);
    assert_true(number_of("0.1234567890123456789").real == 0.1234567890123456789);
    assert_true(number_of("123456789012345e-22").real == 123456789012345e-22);
}

static void texts_are_decoded(void **state)
{
    (void)state;
    static const struct {
        const char *json, *text;
    } cases[] = {{"\"a\\n\\u5b89\\/\"", "a\n\xE5\xAE\x89/"},
                 {"\"\\ud83d\\ude00\"", "\xF0\x9F\x98\x80"},
                 {"\"\\ud83dx\\ude00\"", "\xEF\xBF\xBDx\xEF\xBF\xBD"},
                 {"\"\\u0000\\u007F\\u07ff\"", "\xEF\xBF\xBD\x7F\xDF\xBF"}};
    mintu_buffer text = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *json = cases[i].json;
        mintu_json_scan scan = {.source = "test", .begin = json, .at = json, .end = json + strlen(json)};
        assert_good(mintu_json_take_text(&scan, &problem, &text));
        assert_string_equal(text.data, cases[i].text);
    }
    mintu_buffer_free(&text);
}

static void failures_say_where(void **state)
{
    (void)state;
    assert_false(passes("{\"a\": 1,\n  \"b\": 012}", 21));
    assert_int_equal(problem.line, 2);
    assert_int_equal(problem.column, 9);
    assert_non_null(strstr(problem.text, "there is \"1\""));
    assert_false(passes("[1,", 3));
    assert_non_null(strstr(problem.text, "the end"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(tells_json_from_what_is_none), cmocka_unit_test(depth_has_an_end),
                                       cmocka_unit_test(numbers_keep_what_they_are), cmocka_unit_test(texts_are_decoded),
                                       cmocka_unit_test(failures_say_where)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
