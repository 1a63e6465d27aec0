#include "cli/amend_target.h"
#include "cli/cli.h"
#include "cli/options.h"
#include "console/arguments.h"
#include "console/layer_text.h"
#include "console/say.h"
#include "console/session.h"

/* What is to be undone is told when it is. */
static mintu_status undo(const cli_arguments *arguments, mintu_context *context, mintu_error *error)
{
    const char *folder = cli_data_folder(arguments);
    mintu_layer *log = NULL;
    mintu_status status = mintu_amend_log(context, folder, error, &log);
    if (status == MINTU_STATUS_OK)
        status = mintu_amend_undo(context, folder, error);
    size_t count = mintu_layer_count(log);
    if (status == MINTU_STATUS_OK && count > 0) {
        cli_line("undone: %s %s of %s", cli_layer_text(log, count - 1, "command"), cli_layer_text(log, count - 1, "what"),
                 cli_layer_text(log, count - 1, "when"));
        cli_note(arguments, count == 1 ? "%s is again as it was before its first change" : "%s is again as it was before that",
                 folder);
    }
    mintu_layer_free(log);
    return status;
}

static mintu_status run(const cli_arguments *arguments, mintu_error *error)
{
    mintu_context *context = NULL;
    cli_amend_target(arguments, error);
    mintu_status status = error->status == MINTU_STATUS_OK ? mintu_context_new(error, &context) : error->status;
    if (status == MINTU_STATUS_OK)
        status = undo(arguments, context, error);
    mintu_context_free(context);
    return status;
}

const cli_command cli_data_undo = {
    .name = "data undo",
    .operands = "",
    .summary = "take the last change of a data package back",
    .description =
        {"Brings the files that the last change replaced back as they were, and strikes it from the log, for the package that "
         "--data names; run again it takes back the change before. A file that was changed since by other means is named, and "
         "nothing is done."},
    .examples = {"mintu data undo --data mine", "the last change taken back",
                 "mintu data undo --data mine && mintu data log --data mine", "what is left"},
    .files = {{"data", CLI_UPDATE, NULL}},
    .names_output = true,
    .operands_max = 0,
    .run = run,
};
