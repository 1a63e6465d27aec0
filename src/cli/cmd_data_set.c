#include "cli/amend_target.h"
#include "cli/cli.h"
#include "cli/options.h"
#include "console/arguments.h"
#include "console/session.h"

static mintu_status run(const cli_arguments *arguments, mintu_error *error)
{
    cli_session session;
    const char *target = cli_amend_target(arguments, error);
    mintu_status status = cli_session_open(arguments, error, &session);
    if (status == MINTU_STATUS_OK)
        status =
            mintu_amend_set(session.context, session.gazetteer, arguments->operands[0], arguments->operands[1], target, error);
    status = cli_amend_print(arguments, NULL, status, error);
    cli_session_close(&session);
    return status;
}

const cli_command cli_data_set = {
    .name = "data set",
    .operands = "KEY VALUE",
    .summary = "change one of the few words of a data package that people change",
    .description =
        {"KEY is title or title-en, name or version (both stand in the maps' record), as-of (the day of the package, "
         "YYYY-MM-DD, on "
         "which all places of its rosters must have been in force), or a word that the package says of its notice, which maps "
         "print: in the bundled package notice, pilots and towns, each also with -en behind it. Another KEY lists them.",
         "With -o DIR the changed package is a new folder; without it the package of --data is changed itself. 'data log' "
         "tells "
         "the changes, 'data undo' takes the last one back."},
    .options = {{"output", 'o', "DIR", "Write the changed package: this new folder"}},
    .examples = {"mintu data set notice \"省住建厅通知（2015年3月）\" -o mine",
                 "what maps give as their source, in a copy of the package", "mintu data set version 1.1.0 --data mine",
                 "the version of a package of one's own"},
    .files = {{"output", CLI_WRITE, NULL}, {"data", CLI_UPDATE, NULL}},
    .names_output = true,
    .operands_min = 2,
    .operands_max = 2,
    .run = run,
};
