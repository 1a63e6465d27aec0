/* What the program says: notes that --quiet keeps back, findings that it does not, errors with their place, and texts from elsewhere,
 * which a terminal shows and does not obey. */
#define _POSIX_C_SOURCE 200809L
#include "console/say.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

const cli_command *const cli_commands[] = {NULL};

static const cli_command command = {.name = "draw"};
static const cli_arguments loud = {.command = &command}, quiet = {.command = &command, .values = {[3] = ""}};

/* Takes what a stream says from now on; said() tells it, and gives the stream back. */
static int kept;
static FILE *caught;
static void listen_to(FILE *stream)
{
    fflush(stream);
    kept = dup(fileno(stream));
    caught = tmpfile();
    assert_true(kept >= 0 && caught);
    dup2(fileno(caught), fileno(stream));
}

static const char *said(FILE *stream)
{
    static char text[4000];
    fflush(stream);
    dup2(kept, fileno(stream));
    close(kept);
    rewind(caught);
    text[fread(text, 1, sizeof text - 1, caught)] = '\0';
    fclose(caught);
    return text;
}

static void quiet_keeps_notes_back_and_nothing_else(void **state)
{
    (void)state;
    listen_to(stderr);
    cli_note(&loud, "%d rows", 3);
    cli_note(&quiet, "%d rows", 4);
    cli_finding("row %d", 5);
    cli_message("try %s", "it");
    assert_string_equal(said(stderr), "mintu: note: 3 rows\nmintu: finding: row 5\nmintu: try it\n");
}

static void an_error_says_where(void **state)
{
    static const struct {
        mintu_error error;
        const char *expected;
    } cases[] = {
        {{MINTU_STATUS_INPUT, 3, 7, "a.csv", "wrong", {0}}, "mintu: error: a.csv:3:7: wrong\n"},
        {{MINTU_STATUS_INPUT, 3, 0, "a.csv", "wrong", {0}}, "mintu: error: a.csv:3: wrong\n"},
        {{MINTU_STATUS_INPUT, 0, 0, "a.csv", "wrong", {0}}, "mintu: error: a.csv: wrong\n"},
        {{MINTU_STATUS_INPUT, 0, 7, "a.csv", "wrong", {0}}, "mintu: error: a.csv: wrong\n"}, /* no column without its line */
        {{MINTU_STATUS_INPUT, 3, 7, "", "wrong", {0}}, "mintu: error: wrong\n"},             /* no place without its file */
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        listen_to(stderr);
        cli_error_print(NULL, &cases[i].error);
        assert_string_equal(said(stderr), cases[i].expected);
    }
}

static void an_error_without_words_has_those_of_its_status(void **state)
{
    const mintu_error error = {.status = MINTU_STATUS_OUTPUT};
    char expected[200];
    (void)state;
    snprintf(expected, sizeof expected, "mintu: error: %s\n", mintu_status_text(MINTU_STATUS_OUTPUT));
    listen_to(stderr);
    cli_error_print(NULL, &error);
    assert_string_equal(said(stderr), expected);
}

static void texts_from_elsewhere_are_shown_and_not_obeyed(void **state)
{
    (void)state;
    listen_to(stderr);
    cli_finding("%s", "red \x1b[31m and\nnext");
    const char *text = said(stderr);
    assert_null(strchr(text, '\x1b'));
    assert_ptr_equal(strchr(text, '\n'), text + strlen(text) - 1); /* one line, whatever stands in it */
    listen_to(stdout);
    cli_line("%s", "水头 \x1b]0;x\x07");
    text = said(stdout);
    assert_int_equal(strncmp(text, "水头 ", strlen("水头 ")), 0);
    assert_null(strpbrk(text, "\x1b\x07"));
    char *cell = cli_visible("\x1b");
    assert_non_null(cell);
    assert_null(strchr(cell, '\x1b'));
    assert_true(strlen(cell) > 1);
    free(cell);
}

static void a_long_text_is_told_whole(void **state)
{
    char word[3001];
    (void)state;
    memset(word, 'x', sizeof word - 1);
    word[sizeof word - 1] = '\0';
    listen_to(stderr);
    cli_finding("%s.", word);
    const char *text = said(stderr);
    assert_int_equal(strlen(text), strlen("mintu: finding: ") + 3000 + strlen(".\n"));
    assert_string_equal(text + strlen(text) - 3, "x.\n");
}

/* What a program reads is exactly what it was. */
static void a_result_is_as_it_is_where_no_terminal_is(void **state)
{
    mintu_error error = {0};
    (void)state;
    listen_to(stdout);
    mintu_status status = cli_result("{\"a\":\"\x1b\"}\n[2]", &error);
    assert_string_equal(said(stdout), "{\"a\":\"\x1b\"}\n[2]\n");
    assert_int_equal(status, MINTU_STATUS_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quiet_keeps_notes_back_and_nothing_else),
        cmocka_unit_test(an_error_says_where),
        cmocka_unit_test(an_error_without_words_has_those_of_its_status),
        cmocka_unit_test(texts_from_elsewhere_are_shown_and_not_obeyed),
        cmocka_unit_test(a_long_text_is_told_whole),
        cmocka_unit_test(a_result_is_as_it_is_where_no_terminal_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
