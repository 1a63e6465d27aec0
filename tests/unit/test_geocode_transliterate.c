#include "test_gazetteer_package.h"

#include "geocode/transliterate.h"

static void traditional_becomes_simplified(void **state)
{
    (void)state;
    mintu_transliterator simplifier = {0};
    mintu_error error;
    char out[MINTU_NAME_SIZE];
    size_t size;
    const char *id = "Traditional-Simplified";
    assert_int_equal(mintu_transliterate(&simplifier, id, "龍門鎮", &error, out, &size), MINTU_STATUS_OK);
    assert_string_equal(out, "龙门镇");
    assert_int_equal(size, 9);
    assert_int_equal(mintu_transliterate(&simplifier, id, "龙门镇", &error, out, &size), MINTU_STATUS_OK);
    assert_int_equal(size, 0);
    mintu_transliterator_close(&simplifier);
}

static void what_icu_does_not_know_is_refused(void **state)
{
    (void)state;
    mintu_transliterator unknown = {0};
    mintu_error error;
    char out[MINTU_NAME_SIZE];
    size_t size;
    assert_int_equal(mintu_transliterate(&unknown, "No-Such", "龙门", &error, out, &size), MINTU_STATUS_DEFECT);
    assert_non_null(strstr(error.text, "No-Such"));
    assert_int_equal(size, 0);
    mintu_transliterator_close(&unknown);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(traditional_becomes_simplified),
        cmocka_unit_test(what_icu_does_not_know_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
