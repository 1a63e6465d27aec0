/* The exit code of a run, and what it says: findings, errors, and what stands above what when they come together. */
#define _POSIX_C_SOURCE 200809L
#include "console/arguments.h"
#include "console/run.h"
#include "console/say.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

const cli_command *const cli_commands[] = {NULL};

/* Prints an operand, and ends as the others say: a finding is told, an error is one of its status. */
static mintu_status print(const cli_arguments *arguments, mintu_error *error)
{
    cli_line("printed %s", arguments->operands[0]);
    for (int i = 1; i < arguments->operand_count; i++) {
        if (strcmp(arguments->operands[i], "found") == 0)
            cli_finding("look at %s", arguments->operands[0]);
        if (strcmp(arguments->operands[i], "stale") == 0) /* what was tried on the way, and is no failure of the run */
            *error = (mintu_error){.status = MINTU_STATUS_INPUT, .text = "tried on the way"};
        if (strcmp(arguments->operands[i], "wrong") == 0) {
            *error = (mintu_error){.status = MINTU_STATUS_INPUT, .line = 3, .source = "a.csv", .text = "not a number"};
            return MINTU_STATUS_INPUT;
        }
        if (strcmp(arguments->operands[i], "usage") == 0)
            return cli_usage(error, "one of two, not both");
    }
    return strcmp(arguments->operands[arguments->operand_count - 1], "found") == 0 ? MINTU_STATUS_FINDINGS : MINTU_STATUS_OK;
}

static const cli_command command = {.name = "draw",
                                    .operands = "WORD…",
                                    .options = {{"output", 'o', "FILE", "Write there"}},
                                    .files = {{"", CLI_READ, NULL}},
                                    .operands_min = 1,
                                    .operands_max = -1,
                                    .run = print};

static char output[2000], messages[2000];

static void read_back(const char *path, char *out)
{
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    out[fread(out, 1, 1999, file)] = '\0';
    fclose(file);
}

/* Runs the words, parted by spaces, in a child whose standard output is @p target; returns the exit code. */
static int run_to(const char *target, const char *words)
{
    char text[200], *parts[10];
    int count = 0, result, errors = 0;
    snprintf(text, sizeof text, "%s", words);
    for (char *at = strtok(text, " "); at; at = strtok(NULL, " "))
        parts[count++] = at;
    pid_t child = fork();
    if (child == 0) {
        errors = open("messages", O_WRONLY | O_CREAT | O_TRUNC, 0600);
        dup2(open(target, O_WRONLY | O_CREAT | O_TRUNC, 0600), STDOUT_FILENO);
        dup2(errors, STDERR_FILENO);
        _exit(cli_run(&command, count, parts));
    }
    assert_true(child > 0 && waitpid(child, &result, 0) == child && WIFEXITED(result));
    read_back("messages", messages);
    return WEXITSTATUS(result);
}

static int run(const char *words)
{
    int code = run_to("output", words);
    read_back("output", output);
    return code;
}

static void what_is_done_ends_with_0(void **state)
{
    (void)state;
    assert_int_equal(run("a"), 0);
    assert_string_equal(output, "printed a\n");
    assert_string_equal(messages, "");
    assert_int_equal(run("a stale"), 0); /* the status is the answer, not what the error holds */
    assert_string_equal(messages, "");
}

static void findings_end_with_1_and_are_told_even_when_quiet(void **state)
{
    (void)state;
    assert_int_equal(run("a found"), 1);
    assert_string_equal(output, "printed a\n");
    assert_string_equal(messages, "mintu: finding: look at a\n");
    assert_int_equal(run("a -q stale found"), 1);
    assert_string_equal(messages, "mintu: finding: look at a\n"); /* and no error with them */
}

static void an_error_stands_above_findings(void **state)
{
    (void)state;
    assert_int_equal(run("a found wrong"), 3);
    assert_string_equal(messages, "mintu: finding: look at a\nmintu: error: a.csv:3: not a number\n");
    assert_int_equal(run("a found usage"), 2);
    assert_string_equal(messages, "mintu: finding: look at a\nmintu: error: one of two, not both\n"
                                  "mintu: try 'mintu draw --help'\n");
}

static void output_that_is_lost_stands_above_findings_too(void **state)
{
    (void)state;
    if (access("/dev/full", W_OK) != 0)
        skip();
    assert_int_equal(run_to("/dev/full", "a"), 5);
    assert_non_null(strstr(messages, "mintu: error: standard output could not be written"));
    assert_int_equal(run_to("/dev/full", "a found"), 5);
    assert_non_null(strstr(messages, "mintu: finding: look at a\nmintu: error: standard output could not be written"));
    assert_int_equal(run_to("/dev/full", "--help"), 5);
}

static void an_error_is_told_once_even_when_output_is_lost(void **state)
{
    (void)state;
    if (access("/dev/full", W_OK) != 0)
        skip();
    assert_int_equal(run_to("/dev/full", "a wrong"), 3);
    assert_string_equal(messages, "mintu: error: a.csv:3: not a number\n");
}

static void wrong_words_run_nothing(void **state)
{
    (void)state;
    assert_int_equal(run("a --moon"), 2);
    assert_string_equal(output, "");
    assert_string_equal(messages, "mintu: error: 'draw' has no option '--moon'\nmintu: try 'mintu draw --help'\n");
    assert_int_equal(run("kept -o kept"), 2); /* a file that is read, and would be written */
    assert_string_equal(output, "");
    assert_non_null(strstr(messages, "which is read; name another file"));
    assert_int_equal(run("--help --lang fr"), 0); /* who asks for help is told nothing else */
    assert_non_null(strstr(output, "Usage: mintu draw [options] WORD…\n"));
}

static int enter(void **state)
{
    static char dir[] = "/tmp/mintu-run-XXXXXX";
    *state = dir;
    return mkdtemp(dir) && chdir(dir) == 0 && setenv("MINTU_DATA", dir, 1) == 0 ? 0 : -1;
}

static int leave(void **state)
{
    unlink("output");
    unlink("messages");
    return chdir("/") == 0 ? rmdir(*state) : -1;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_done_ends_with_0),
        cmocka_unit_test(findings_end_with_1_and_are_told_even_when_quiet),
        cmocka_unit_test(an_error_stands_above_findings),
        cmocka_unit_test(output_that_is_lost_stands_above_findings_too),
        cmocka_unit_test(an_error_is_told_once_even_when_output_is_lost),
        cmocka_unit_test(wrong_words_run_nothing),
    };
    return cmocka_run_group_tests(tests, enter, leave);
}
