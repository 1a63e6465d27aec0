#include <mintu/date.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void test_parse(void **state)
{
    (void)state;
    int date = 7;
    assert_true(mintu_date_parse("2014-11-01", &date));
    assert_int_equal(date, 20141101);
    assert_true(mintu_date_parse("2014-12", &date));
    assert_int_equal(date, 20141201);
    assert_true(mintu_date_parse("2014", &date));
    assert_int_equal(date, 20140101);
    assert_true(mintu_date_parse("2000-02-29", &date));
}

static void test_parse_refuses(void **state)
{
    (void)state;
    static const char *const texts[] = {"",         "2014-13-01",  "2014-02-29", "1900-02-29", "2014-11-31",
                                        "2014-1-1", "2014-11-01x", "x",          "0000-01-01", "2014-"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        int date = 7;
        assert_false(mintu_date_parse(texts[i], &date));
        assert_int_equal(date, 7);
    }
}

static void test_format(void **state)
{
    (void)state;
    char text[11];
    mintu_date_format(20150209, text);
    assert_string_equal(text, "2015-02-09");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_parse), cmocka_unit_test(test_parse_refuses),
                                       cmocka_unit_test(test_format)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
