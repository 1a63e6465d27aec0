#include "cli/amend_target.h"

#include "console/arguments.h"
#include "console/language.h"
#include "console/layer_text.h"
#include "console/print_layer.h"
#include "console/say.h"
#include "console/session.h"

#include <string.h>

const char *cli_amend_target(const cli_arguments *arguments, mintu_error *error)
{
    const char *target = cli_option_value(arguments, "output"), *package = cli_option_value(arguments, "data");
    if (!target && !package && strcmp(arguments->command->name, "data undo") == 0)
        cli_usage_first(error, "'data undo' changes no package that was not named; name it with --data DIR");
    else if (!target && !package)
        cli_usage_first(
            error,
            "'%s' changes no package that was not named; write a new one with -o DIR, or name one of your own to be "
            "changed with --data DIR",
            arguments->command->name);
    else if (!target && cli_data_is_bundled(package))
        cli_usage_first(error, "'%s' is the package that comes with the program, which is never changed", package);
    return target;
}

mintu_status cli_amend_print(const cli_arguments *arguments, const mintu_layer *findings, mintu_status status,
                             mintu_error *error)
{
    const char *target = cli_option_value(arguments, "output");
    mintu_error other;
    if (findings && mintu_layer_count(findings) > 0) {
        mintu_status printed = cli_table_print(arguments->command, findings, &other);
        if (printed != MINTU_STATUS_OK) {
            *error = other;
            return printed;
        }
    }
    if (status == MINTU_STATUS_OK || status == MINTU_STATUS_FINDINGS)
        cli_note(arguments, "%s has the change; 'mintu data undo --data %s' takes it back",
                 target ? target : cli_data_folder(arguments), target ? target : cli_data_folder(arguments));
    return status;
}

mintu_status cli_amend_undo(const cli_arguments *arguments, const char *only, mintu_context *context, mintu_error *error)
{
    const char *folder = cli_data_folder(arguments);
    mintu_layer *log = NULL;
    mintu_status status = mintu_amend_log(context, folder, error, &log);
    size_t count = mintu_layer_count(log);
    const char *last = count > 0 ? cli_layer_text(log, count - 1, "command") : "";
    if (status == MINTU_STATUS_OK && only && count > 0 && strcmp(last, only) != 0) {
        cli_usage_first(error, "the last change of '%s' is another one, %s, which 'mintu data undo' takes back", folder, last);
        status = error->status;
    } else if (status == MINTU_STATUS_OK) {
        status = mintu_amend_undo(context, folder, error);
    }
    if (status == MINTU_STATUS_OK && count > 0) {
        cli_line("undone: %s %s of %s", cli_layer_text(log, count - 1, "command"), cli_layer_text(log, count - 1, "what"),
                 cli_layer_text(log, count - 1, "when"));
        cli_note(arguments,
                 count == 1 ? "%s is again as it was before its first change" : N_("%s is again as it was before that"),
                 folder);
    }
    mintu_layer_free(log);
    return status;
}
