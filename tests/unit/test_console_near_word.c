/* Which word was probably meant. */
#include "console/near_word.h"

#include "console/command.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

const cli_command *const cli_commands[] = {NULL};

static void slips_are_counted(void **state)
{
    (void)state;
    assert_int_equal(cli_word_distance("render", "render"), 0);
    assert_int_equal(cli_word_distance("rendr", "render"), 1);
    assert_int_equal(cli_word_distance("renderr", "render"), 1);
    assert_int_equal(cli_word_distance("rander", "render"), 1);
    assert_int_equal(cli_word_distance("rednerr", "render"), 2);
    assert_int_equal(cli_word_distance("sytle", "style"), 1);
    assert_int_equal(cli_word_distance("", "abc"), 3);
    assert_int_equal(cli_word_distance("abc", ""), 3);
}

static void words_too_long_for_the_table_are_far(void **state)
{
    (void)state;
    char word[200];
    memset(word, 'a', sizeof word - 1);
    word[sizeof word - 1] = '\0';
    assert_int_equal(cli_word_distance(word, "a"), 199);
    assert_int_equal(cli_word_distance("a", word), 199);
}

static const char *nearest(const char *typed)
{
    static const char *const words[] = {"size", "scale", "title", "title-en", "orientation"};
    cli_near near = {0};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        cli_near_add(&near, typed, words[i]);
    return near.word;
}

static void the_nearest_is_kept_and_what_is_far_is_not(void **state)
{
    (void)state;
    assert_string_equal(nearest("sizee"), "size");
    assert_string_equal(nearest("titel"), "title");
    assert_string_equal(nearest("title-ne"), "title-en");
    assert_string_equal(nearest("orient"), "orientation"); /* its beginning */
    assert_null(nearest("xyzzy"));
    assert_null(nearest(""));
    assert_null(nearest("t"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(slips_are_counted),
        cmocka_unit_test(words_too_long_for_the_table_are_far),
        cmocka_unit_test(the_nearest_is_kept_and_what_is_far_is_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
