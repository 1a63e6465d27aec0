#include "cli/amend_target.h"
#include "cli/cli.h"
#include "console/arguments.h"
#include "console/session.h"

static mintu_status run(const cli_arguments *arguments, mintu_error *error)
{
    mintu_context *context = NULL;
    cli_amend_target(arguments, error);
    mintu_status status = error->status == MINTU_STATUS_OK ? mintu_context_new(error, &context) : error->status;
    if (status == MINTU_STATUS_OK)
        status = cli_amend_undo(arguments, NULL, context, error);
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
