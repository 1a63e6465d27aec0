#include "base/error.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void test_fills_every_member(void **state)
{
    (void)state;
    mintu_error error = {0};
    mintu_status status = mintu_fail_at(&error, MINTU_STATUS_INPUT, (mintu_where){"a.csv", 3, 7}, "reading %s", "x");
    assert_int_equal(status, MINTU_STATUS_INPUT);
    assert_int_equal(error.status, MINTU_STATUS_INPUT);
    assert_string_equal(error.source, "a.csv");
    assert_int_equal(error.line, 3);
    assert_int_equal(error.column, 7);
    assert_string_equal(error.text, "reading x");
}

static void test_allows_no_record(void **state)
{
    (void)state;
    assert_int_equal(mintu_fail(NULL, MINTU_STATUS_OUTPUT, "x"), MINTU_STATUS_OUTPUT);
}

/* A message too long is cut between characters, never inside one. */
static void test_cuts_between_characters(void **state)
{
    (void)state;
    char text[1200] = "a";
    while (strlen(text) < 1000)
        strcat(text, "岐");
    mintu_error error;
    mintu_fail(&error, MINTU_STATUS_INPUT, "%s", text);
    size_t length = strlen(error.text);
    assert_true(length < sizeof error.text && length > sizeof error.text - 4);
    assert_int_equal((length - 1) % 3, 0);
    assert_memory_equal(error.text, text, length);
}

static void test_every_status_has_text_and_code(void **state)
{
    (void)state;
    static const int codes[] = {0, 1, 2, 3, 4, 5, 70, 70, 130};
    for (int status = 0; status < MINTU_STATUS_END; status++) {
        assert_string_not_equal(mintu_status_text((mintu_status)status), "unknown status");
        assert_int_equal(mintu_status_exit_code((mintu_status)status), codes[status]);
    }
    assert_string_equal(mintu_status_text(MINTU_STATUS_END), "unknown status");
    assert_int_equal(mintu_status_exit_code((mintu_status)99), 70);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fills_every_member),
        cmocka_unit_test(test_allows_no_record),
        cmocka_unit_test(test_cuts_between_characters),
        cmocka_unit_test(test_every_status_has_text_and_code),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
