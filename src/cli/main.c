#define _POSIX_C_SOURCE 200809L
#include "cli/cli.h"
#include "console/command_find.h"
#include "console/complete.h"
#include "console/help.h"
#include "console/language.h"
#include "console/manual.h"
#include "console/opened_files.h"
#include "console/run.h"
#include "console/say.h"
#include "console/usage_json.h"

#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* In the order of the help. */
/* clang-format off */
const cli_command *const cli_commands[] = {
    &cli_places,
    &cli_geocode,
    &cli_reverse,
    &cli_scan,
    &cli_tasks,
    &cli_join,
    &cli_explain,
    &cli_notice,
    &cli_quota,
    &cli_summary,
    &cli_classify,
    &cli_greenway,
    &cli_render,
    &cli_atlas,
    &cli_export,
    &cli_build,
    &cli_style_check,
    &cli_style_eval,
    &cli_doctor,
    &cli_data_check,
    &cli_data_import_boundaries,
    &cli_data_import_roster,
    &cli_data_import_points,
    &cli_data_set,
    &cli_data_log,
    &cli_data_undo,
    NULL,
};
/* clang-format on */

/* `mintu --manual [COMMAND…]`: the page that the build installs. */
static int print_manual(int count, char **words)
{
    int used = 0;
    const cli_command *command = cli_command_find(count, words, &used);
    if (count > 0 && !command)
        return cli_command_refuse(count, words);
    cli_manual_print(command, "2026-11-23");
    return cli_end_text();
}

static bool is_help(const char *word)
{
    return strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0;
}

/* `mintu data --help` and `mintu help data`, which it prints. */
static bool asks_for_group(int count, char **words)
{
    const char *group = count == 2 && is_help(words[1])               ? words[0]
                        : count == 2 && strcmp(words[0], "help") == 0 ? words[1]
                                                                      : "";
    if (!cli_command_is_group(group))
        return false;
    cli_help_group(group);
    return true;
}

static int print_usage(void)
{
    mintu_error error = {0};
    mintu_status status = cli_usage_json(NULL, &error);
    if (status == MINTU_STATUS_OK)
        return cli_end_text();
    cli_error_print(NULL, &error);
    return mintu_status_exit_code(status);
}

/* What is not a command of the table: the program's own options. -1 when the words are none of them. */
static int run_option(int count, char **words)
{
    bool alone = strcmp(words[0], "--version") == 0 || strcmp(words[0], "--json-usage") == 0 || is_help(words[0]);
    if (alone && count > 1) {
        cli_message("error: '%s' stands alone, and '%s' is one word too many; 'mintu help COMMAND' shows a command", words[0],
                    words[1]);
        return mintu_status_exit_code(MINTU_STATUS_USAGE);
    }
    if (strcmp(words[0], "--version") == 0)
        cli_line("mintu %s", mintu_version());
    else if (is_help(words[0]) || (strcmp(words[0], "help") == 0 && count == 1))
        cli_help_list();
    else if (strcmp(words[0], "--manual") == 0)
        return print_manual(count - 1, words + 1);
    else if (strcmp(words[0], "--json-usage") == 0)
        return print_usage();
    else if (strcmp(words[0], "--complete") == 0)
        cli_complete(count - 1, words + 1);
    else if (!asks_for_group(count, words))
        return -1;
    return cli_end_text();
}

/* What is opened first must not come to stand where standard output or error was closed, and take what is printed. Each is opened
 * the wrong way round, so that using it fails. */
static void fill_descriptors(void)
{
    for (int descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; descriptor++)
        if (fcntl(descriptor, F_GETFD) < 0)
            (void)!open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

int main(int count, char **words)
{
    fill_descriptors();
    cli_opened_begin();
    signal(SIGXFSZ, SIG_IGN); /* a limit on file size is then a write that fails, and is reported */
    setlocale(LC_CTYPE, "");
    if (!strstr(setlocale(LC_CTYPE, NULL), "UTF-8") && !strstr(setlocale(LC_CTYPE, NULL), "utf8"))
        setlocale(LC_CTYPE, "C.UTF-8"); /* the answers are UTF-8 whatever the terminal was told */
    cli_language_begin(count - 1, words + 1);
    if (count < 2) {
        cli_help_list();
        return mintu_status_exit_code(MINTU_STATUS_USAGE);
    }
    int done = run_option(count - 1, words + 1);
    if (done >= 0)
        return done;
    int used = 0, shift = strcmp(words[1], "help") == 0 ? 2 : 1;
    const cli_command *command = cli_command_find(count - shift, words + shift, &used);
    if (!command)
        return cli_command_refuse(count - shift, words + shift);
    if (shift == 2) {
        cli_help_print(command);
        return cli_end_text();
    }
    return cli_run(command, count - shift - used, words + shift + used);
}
