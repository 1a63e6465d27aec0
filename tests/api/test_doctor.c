/* The machine examined: names, rows, and what does not fit. */
#include <mintu/mintu.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static mintu_context *context;

static int open_context(void **state)
{
    (void)state;
    return mintu_context_new(NULL, &context) == MINTU_STATUS_OK ? 0 : -1;
}

static int close_context(void **state)
{
    (void)state;
    mintu_context_free(context);
    return 0;
}

static void every_examination_has_a_name_and_a_title(void **state)
{
    (void)state;
    assert_true(mintu_doctor_count() > 0);
    for (size_t i = 0; i < mintu_doctor_count(); i++) {
        assert_true(strlen(mintu_doctor_name(i)) > 0);
        assert_true(strlen(mintu_doctor_title(i)) > 0);
    }
    assert_null(mintu_doctor_name(mintu_doctor_count()));
    assert_null(mintu_doctor_title(mintu_doctor_count()));
}

static void only_what_is_asked_is_examined_and_each_alone_has_a_row(void **state)
{
    (void)state;
    for (size_t i = 0; i < mintu_doctor_count(); i++) {
        const char *const names[] = {mintu_doctor_name(i), NULL};
        mintu_layer *out = NULL;
        assert_true(mintu_doctor(context, getenv("MINTU_GEODATA"), names, NULL, &out) <= MINTU_STATUS_FINDINGS);
        assert_true(mintu_layer_count(out) > 0);
        for (size_t row = 0; row < mintu_layer_count(out); row++)
            assert_string_equal(mintu_layer_text(out, row, 0), names[0]);
        mintu_layer_free(out);
    }
}

static void a_package_that_is_none_is_bad_and_has_a_remedy(void **state)
{
    (void)state;
    const char *const names[] = {"data", NULL};
    mintu_layer *out = NULL;
    assert_int_equal(mintu_doctor(context, "/nowhere", names, NULL, &out), MINTU_STATUS_FINDINGS);
    assert_int_equal(mintu_layer_count(out), 1);
    assert_string_equal(mintu_layer_text(out, 0, 1), "bad");
    assert_true(strlen(mintu_layer_text(out, 0, 3)) > 0);
    mintu_layer_free(out);
}

static void a_name_that_is_none_is_wrong_usage(void **state)
{
    (void)state;
    const char *const names[] = {"fonts", "font", NULL};
    mintu_layer *out = NULL;
    mintu_error error;
    assert_int_equal(mintu_doctor(context, "/nowhere", names, &error, &out), MINTU_STATUS_USAGE);
    assert_null(out);
    assert_non_null(strstr(error.text, "'font'"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_examination_has_a_name_and_a_title),
        cmocka_unit_test(only_what_is_asked_is_examined_and_each_alone_has_a_row),
        cmocka_unit_test(a_package_that_is_none_is_bad_and_has_a_remedy),
        cmocka_unit_test(a_name_that_is_none_is_wrong_usage),
    };
    return cmocka_run_group_tests(tests, open_context, close_context);
}
