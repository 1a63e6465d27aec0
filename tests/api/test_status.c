#include <mintu/status.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

static void test_version_has_three_numbers(void **state)
{
    (void)state;
    int major, minor, patch, used = 0;
    assert_int_equal(sscanf(mintu_version(), "%d.%d.%d%n", &major, &minor, &patch, &used), 3);
    assert_int_equal(mintu_version()[used], '\0');
}

/* What users script against: the numbers of the exit codes never change. */
static void test_exit_codes(void **state)
{
    (void)state;
    assert_int_equal(mintu_status_exit_code(MINTU_STATUS_OK), 0);
    assert_int_equal(mintu_status_exit_code(MINTU_STATUS_FINDINGS), 1);
    assert_int_equal(mintu_status_exit_code(MINTU_STATUS_USAGE), 2);
    assert_int_equal(mintu_status_exit_code(MINTU_STATUS_INPUT), 3);
    assert_int_equal(mintu_status_exit_code(MINTU_STATUS_UNSUPPORTED), 4);
    assert_int_equal(mintu_status_exit_code(MINTU_STATUS_OUTPUT), 5);
    assert_int_equal(mintu_status_exit_code(MINTU_STATUS_DEFECT), 70);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_version_has_three_numbers), cmocka_unit_test(test_exit_codes)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
