#include "test_gazetteer_package.h"

#include "gazetteer/check_data.h"
#include "gazetteer/check_value.h"

/* Number of problems of a value under a field description. */
static size_t problems(const char *field, const char *value)
{
    json_error_t error;
    json_t *description = json_loads(field, 0, &error);
    assert_non_null(description);
    mintu_gate gate = mintu_gate_new("r", "w");
    mintu_check_value(description, value, (mintu_where){0}, &gate);
    size_t count = gate.problems;
    mintu_gate_clear(&gate);
    json_decref(description);
    return count;
}

static void types(void **state)
{
    (void)state;
    static const char *const good[][2] = {{"integer", "-12"},       {"number", "1.5e3"}, {"date", "2015-02-09"},
                                          {"yearmonth", "2015-02"}, {"year", "2015"},    {"boolean", "true"},
                                          {"string", "x"},          {"any", "x"}};
    static const char *const bad[][2] = {{"integer", "1.5"},     {"number", "1,5"},  {"number", "nan"},
                                         {"date", "2015-02-30"}, {"date", "2015"},   {"yearmonth", "2015-13"},
                                         {"year", "15"},         {"boolean", "yes"}, {"integer", "1-2"}};
    char field[128];
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
        snprintf(field, sizeof field, "{\"name\": \"f\", \"type\": \"%s\"}", good[i][0]);
        assert_int_equal(problems(field, good[i][1]), 0);
        assert_int_equal(problems(field, ""), 0);
    }
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        snprintf(field, sizeof field, "{\"name\": \"f\", \"type\": \"%s\"}", bad[i][0]);
        if (problems(field, bad[i][1]) != 1)
            fail_msg("%s passed as %s", bad[i][1], bad[i][0]);
    }
}

static void constraints(void **state)
{
    (void)state;
    assert_int_equal(problems("{\"name\": \"f\", \"constraints\": {\"required\": true}}", ""), 1);
    assert_int_equal(problems("{\"name\": \"f\", \"constraints\": {\"enum\": [\"a\", \"b\"]}}", "b"), 0);
    assert_int_equal(problems("{\"name\": \"f\", \"constraints\": {\"enum\": [\"a\", \"b\"]}}", "c"), 1);
    assert_int_equal(problems("{\"name\": \"f\", \"constraints\": {\"enum\": [1, 2]}}", "2"), 0);
    assert_int_equal(problems("{\"name\": \"f\", \"constraints\": {\"pattern\": \"[0-9]{6}\"}}", "350524"), 0);
    assert_int_equal(problems("{\"name\": \"f\", \"constraints\": {\"pattern\": \"[0-9]{6}\"}}", "3505241"), 1);
    assert_int_equal(problems("{\"name\": \"f\", \"constraints\": {\"pattern\": \"[\"}}", "x"), 1);
    assert_int_equal(problems("{\"name\": \"f\", \"constraints\": {\"minimum\": 1, \"maximum\": 46}}", "46"), 0);
    assert_int_equal(problems("{\"name\": \"f\", \"constraints\": {\"minimum\": 1, \"maximum\": 46}}", "47"), 1);
    assert_int_equal(problems("{\"name\": \"f\", \"constraints\": {\"minimum\": 1, \"maximum\": 46}}", "0"), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(types), cmocka_unit_test(constraints)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
