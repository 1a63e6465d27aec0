/* How far a call has come, in words. */
#include "console/progress_line.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

const cli_command *const cli_commands[] = {NULL};

static void is_told(double done, double seconds, const char *expected)
{
    char text[160];
    cli_progress_describe("drawing", done, seconds, text, sizeof text);
    assert_string_equal(text, expected);
}

static void what_rate_and_rest_are_told(void **state)
{
    (void)state;
    is_told(0.5, 5, "drawing: 50 %, 10 %/s, 5 s left");
    is_told(0.25, 100, "drawing: 25 %, 0.2 %/s, 300 s left");
    is_told(1, 2, "drawing: 100 %, 50 %/s, 0 s left");
}

static void without_a_known_end_the_seconds_are_told(void **state)
{
    (void)state;
    is_told(NAN, 12.4, "drawing: 12 s");
    is_told(0, 3, "drawing: 3 s");
    is_told(0.5, 0, "drawing: 0 s");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_rate_and_rest_are_told),
        cmocka_unit_test(without_a_known_end_the_seconds_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
