#include "cli/cli.h"
#include "cli/options.h"
#include "console/print_layer.h"
#include "console/say.h"
#include "console/session.h"

static mintu_status run(const cli_arguments *arguments, mintu_error *error)
{
    mintu_context *context = NULL;
    mintu_layer *log = NULL;
    mintu_status status = mintu_context_new(error, &context);
    if (status == MINTU_STATUS_OK)
        status = mintu_amend_log(context, cli_data_folder(arguments), error, &log);
    if (status == MINTU_STATUS_OK)
        status = cli_layer_print(context, arguments, log, error);
    if (status == MINTU_STATUS_OK && mintu_layer_count(log) == 0)
        cli_note(arguments, "nothing was changed in %s", cli_data_folder(arguments));
    mintu_layer_free(log);
    mintu_context_free(context);
    return status;
}

const cli_command cli_data_log = {
    .name = "data log",
    .operands = "",
    .summary = "tell what was changed in the data package, when, from what",
    .description =
        {"Prints one row per change of the package, the oldest first: when (UTC), which command, what of, from which file "
         "(with its "
         "SHA-256 in formats other than the table), rows added, changed and removed, and the files of the package that it "
         "replaced. These are kept in its folder before."},
    .options = {CLI_OPTION_FORMAT, CLI_OPTION_JSON, CLI_OPTION_OUTPUT, CLI_OPTION_BOM},
    .examples = {"mintu data log --data mine", "the changes of a package of one's own", "mintu data log --data mine --json",
                 "the same, for a script"},
    .columns = {"no", "when", "command", "what", "file", "added", "changed", "removed", "files"},
    .operands_max = 0,
    .run = run,
};
