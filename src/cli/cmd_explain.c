#include "cli/cli.h"
#include "cli/options.h"
#include "console/arguments.h"
#include "console/print_layer.h"
#include "console/session.h"

static mintu_status run(const cli_arguments *arguments, mintu_error *error)
{
    cli_session session;
    mintu_layer *values = NULL;
    int date = cli_option_date(arguments, "as-of", 0, error);
    mintu_status status = cli_session_open(arguments, error, &session);
    if (status == MINTU_STATUS_OK)
        status = mintu_explain(session.context, session.gazetteer, arguments->operands[0], date, error, &values);
    if (status == MINTU_STATUS_OK)
        status = cli_layer_print(session.context, arguments, values, error);
    mintu_layer_free(values);
    cli_session_close(&session);
    return status;
}

const cli_command cli_explain = {
    .name = "explain",
    .operands = "PLACE|TASK|FEATURE-ID",
    .summary = "say where each value of a place, a task or a row of the join comes from",
    .description =
        {"Lists every value with the item of the notice that it stands in, the position in the text when the package "
         "was read from one, the rule by which it was made, its source and its certainty.",
         "A task is given by its number, a row of the join by its id TASK-CODE, anything else is a place."},
    .options = {CLI_OPTION_AS_OF, CLI_OPTION_FORMAT, CLI_OPTION_JSON, CLI_OPTION_OUTPUT, CLI_OPTION_BOM},
    .examples = {"mintu explain 46", "where the values of task 46 come from", "mintu explain 水头镇",
                 "every task that reaches a town, and why", "mintu explain 46-350583119", "one row of the join"},
    .operands_min = 1,
    .operands_max = 1,
    .run = run,
};
