/* How the words of a command line are read: options, their values, operands, and what is refused. */
#include "console/arguments.h"
#include "console/layer_get.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

const cli_command *const cli_commands[] = {NULL};

static const cli_command command = {.name = "draw",
                                    .operands = "FILE…",
                                    .options = {{"output", 'o', "FILE", "Write there"},
                                                {"extent", 0, "BOUNDS", "What is shown"},
                                                {"exact", 0, NULL, "A switch"},
                                                {"title", 0, "TEXT", "Title"}},
                                    .operands_min = 1,
                                    .operands_max = 2};

static mintu_error error;
static cli_arguments arguments;

static mintu_status parse(int count, const char *a, const char *b, const char *c, const char *d)
{
    static char kept[4][64];
    static char *words[5];
    const char *const given[] = {a, b, c, d};
    for (int i = 0; i < count; i++) {
        strncpy(kept[i], given[i], sizeof kept[i] - 1);
        words[i] = kept[i];
    }
    error = (mintu_error){0};
    return cli_arguments_parse(&command, count, words, &error, &arguments);
}

static void is_refused(mintu_status status, const char *part)
{
    assert_int_equal(status, MINTU_STATUS_USAGE);
    if (!strstr(error.text, part))
        fail_msg("\"%s\" does not say \"%s\"", error.text, part);
}

static void options_stand_before_and_behind_operands(void **state)
{
    (void)state;
    assert_int_equal(parse(4, "a", "-o", "x.png", "b"), MINTU_STATUS_OK);
    assert_string_equal(cli_option_value(&arguments, "output"), "x.png");
    assert_int_equal(arguments.operand_count, 2);
    assert_string_equal(arguments.operands[1], "b");
    assert_int_equal(parse(2, "--output=x.png", "a", NULL, NULL), MINTU_STATUS_OK);
    assert_string_equal(cli_option_value(&arguments, "output"), "x.png");
    assert_null(cli_option_value(&arguments, "exact"));
    assert_int_equal(parse(2, "--exact", "a", NULL, NULL), MINTU_STATUS_OK);
    assert_string_equal(cli_option_value(&arguments, "exact"), "");
}

static void negative_numbers_are_values(void **state)
{
    (void)state;
    assert_int_equal(parse(3, "--extent", "-118.5,24,119,26", "-3", NULL), MINTU_STATUS_OK);
    assert_string_equal(cli_option_value(&arguments, "extent"), "-118.5,24,119,26");
    assert_string_equal(arguments.operands[0], "-3");
}

static void what_is_wrong_is_named(void **state)
{
    (void)state;
    is_refused(parse(2, "--moon", "a", NULL, NULL), "'draw' has no option '--moon'");
    is_refused(parse(2, "--ex", "a", NULL, NULL), "may be one of --extent, --exact");
    is_refused(parse(2, "-z", "a", NULL, NULL), "no option '-z'");
    is_refused(parse(2, "a", "--extent", NULL, NULL), "option '--extent' needs a value, BOUNDS");
    is_refused(parse(2, "--exact=1", "a", NULL, NULL), "takes no value");
    is_refused(parse(3, "--extent", "", "a", NULL), "the one given is empty");
    is_refused(parse(1, "--exact", NULL, NULL, NULL), "'draw' needs FILE…");
    is_refused(parse(3, "a", "b", "c", NULL), "'c' is one too many");
    is_refused(parse(3, "--lang", "fr", "a", NULL), "expected one of zh, en");
}

static void a_text_may_be_empty_and_help_needs_no_operand(void **state)
{
    (void)state;
    assert_int_equal(parse(3, "--title", "", "a", NULL), MINTU_STATUS_OK);
    assert_string_equal(cli_option_value(&arguments, "title"), "");
    assert_int_equal(parse(1, "--help", NULL, NULL, NULL), MINTU_STATUS_OK);
}

static void choices_dates_and_numbers(void **state)
{
    (void)state;
    static const char *const words[] = {"once", "each", NULL};
    const double bounds[2] = {0, 10};
    parse(3, "--extent", "each", "a", NULL);
    assert_int_equal(cli_option_choice(&arguments, "extent", words, 0, &error), 1);
    assert_int_equal(cli_option_choice(&arguments, "output", words, 7, &error), 7); /* not given */
    assert_int_equal(error.status, MINTU_STATUS_OK);
    assert_int_equal(cli_option_date(&arguments, "extent", 20100101, &error), 20100101);
    is_refused(error.status, "expected YYYY-MM-DD");
    error = (mintu_error){0};
    assert_true(cli_option_number(&arguments, "extent", bounds, 1, &error) == 1);
    is_refused(error.status, "each");
    parse(3, "--extent", "2014-11-01", "a", NULL);
    assert_int_equal(cli_option_date(&arguments, "extent", 0, &error), 20141101);
    assert_int_equal(error.status, MINTU_STATUS_OK);
    assert_int_equal(cli_option_choice(&arguments, "extent", words, 7, &error), 7);
    is_refused(error.status, "expected one of once, each");
    static const char *const wrong[] = {"11", "-1", "0x1", "nan", "1e"};
    for (int i = 0; i < 5; i++) {
        parse(3, "--extent", wrong[i], "a", NULL);
        assert_true(cli_option_number(&arguments, "extent", bounds, 1, &error) == 1);
        is_refused(error.status, wrong[i]);
    }
    parse(3, "--extent", "2.5", "a", NULL);
    assert_true(cli_option_number(&arguments, "extent", bounds, 1, &error) == 2.5);
    assert_int_equal(error.status, MINTU_STATUS_OK);
}

static void of_several_wrong_values_the_first_is_told(void **state)
{
    (void)state;
    static const char *const words[] = {"once", "each", NULL};
    const double bounds[2] = {0, 10};
    parse(4, "--extent=never", "--output=12", "--title=4", "a");
    cli_option_choice(&arguments, "extent", words, 0, &error);
    assert_true(cli_option_number(&arguments, "output", bounds, 1, &error) == 1);
    assert_true(cli_option_number(&arguments, "title", bounds, 1, &error) == 4); /* what is right is read all the same */
    is_refused(error.status, "--extent 'never'");
    error = (mintu_error){.status = MINTU_STATUS_INPUT, .text = "before"};
    assert_int_equal(cli_usage_first(&error, "after"), MINTU_STATUS_INPUT);
    assert_string_equal(error.text, "before");
    is_refused(cli_usage(&error, "after"), "after");
}

static void lists_are_taken_apart(void **state)
{
    (void)state;
    /* A connection has commas of its own, up to the layer that it names. */
    static const char *const parts[] = {"a.csv", "", "b", "pg:host=a,b|layername=t", "PG:dbname=x,y"};
    const char *at = "a.csv,,b,pg:host=a,b|layername=t,PG:dbname=x,y";
    assert_string_equal(cli_list_shown(at), "PG:…");
    assert_string_equal(cli_list_shown("a.csv,,b"), "a.csv,,b");
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        assert_non_null(at);
        char *part = cli_list_next(&at);
        assert_string_equal(part, parts[i]);
        free(part);
    }
    assert_null(at);
}

static void a_failure_says_what_was_being_done(void **state)
{
    (void)state;
    assert_int_equal(cli_fail_memory(&error, "counting; name fewer"), MINTU_STATUS_MEMORY);
    assert_int_equal(error.status, MINTU_STATUS_MEMORY);
    assert_string_equal(error.text, "memory ran out while counting; name fewer");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(options_stand_before_and_behind_operands),
        cmocka_unit_test(negative_numbers_are_values),
        cmocka_unit_test(what_is_wrong_is_named),
        cmocka_unit_test(a_text_may_be_empty_and_help_needs_no_operand),
        cmocka_unit_test(choices_dates_and_numbers),
        cmocka_unit_test(of_several_wrong_values_the_first_is_told),
        cmocka_unit_test(lists_are_taken_apart),
        cmocka_unit_test(a_failure_says_what_was_being_done),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
