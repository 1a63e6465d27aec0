#include "console/run.h"

#include "console/arguments.h"
#include "console/format_ending.h"
#include "console/guard.h"
#include "console/help.h"
#include "console/language.h"
#include "console/say.h"
#include "console/signals.h"
#include "console/usage_json.h"

#include <stdio.h>

/* A full disk or a closed pipe behind standard output must not end with 0; some tell it only when they are closed. */
static mintu_status flush_output(mintu_error *error)
{
    bool good = fflush(stdout) == 0 && !ferror(stdout);
    if (fclose(stdout) == 0 && good)
        return MINTU_STATUS_OK;
    *error = (mintu_error){.status = MINTU_STATUS_OUTPUT};
    snprintf(error->text, sizeof error->text, "%s",
             cli_text("standard output could not be written; check the room on the disk or the program that reads it"));
    return MINTU_STATUS_OUTPUT;
}

int cli_run(const cli_command *command, int count, char **words)
{
    mintu_error error = {0};
    cli_arguments arguments;
    mintu_status status = cli_arguments_parse(command, count, words, &error, &arguments);
    if (status == MINTU_STATUS_OK && cli_option_value(&arguments, "help")) {
        cli_help_print(command);
        status = flush_output(&error);
    } else if (status == MINTU_STATUS_OK && cli_option_value(&arguments, "json-usage")) {
        status = cli_usage_json(command, &error);
        mintu_status flushed = flush_output(&error);
        status = status == MINTU_STATUS_OK ? flushed : status;
    } else if (status == MINTU_STATUS_OK) {
        status = cli_guard(&arguments, NULL, 0, &error);
        if (status == MINTU_STATUS_OK)
            status = cli_format_ending_check(&arguments, &error);
        if (status == MINTU_STATUS_OK)
            status = cli_signals_begin(&error);
        if (status == MINTU_STATUS_OK)
            status = command->run(&arguments, &error);
        cli_signals_end();
        mintu_status flushed = status <= MINTU_STATUS_FINDINGS ? flush_output(&error) : MINTU_STATUS_OK;
        status = flushed == MINTU_STATUS_OK ? status : flushed;
    }
    if (status > MINTU_STATUS_FINDINGS)
        cli_error_print(command, &error);
    if (status == MINTU_STATUS_USAGE)
        cli_message("try 'mintu %s --help'", command->name);
    return mintu_status_exit_code(status);
}

int cli_end_text(void)
{
    mintu_error error;
    mintu_status status = flush_output(&error);
    if (status != MINTU_STATUS_OK)
        cli_error_print(NULL, &error);
    return mintu_status_exit_code(status);
}
