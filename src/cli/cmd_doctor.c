#include "cli/cli.h"
#include "cli/options.h"
#include "console/print_layer.h"
#include "console/session.h"

/* No session: a data package that does not open is one of the things to be told. */
static mintu_status run(const cli_arguments *arguments, mintu_error *error)
{
    mintu_context *context = NULL;
    mintu_layer *report = NULL;
    const char *asked[CLI_LINES + 1] = {NULL}; /* the operands, with an end */
    for (int i = 0; i < arguments->operand_count; i++)
        asked[i] = arguments->operands[i];
    mintu_status status = mintu_context_new(error, &context);
    if (status == MINTU_STATUS_OK)
        status = mintu_doctor(context, cli_data_folder(arguments), asked[0] ? asked : NULL, error, &report);
    status = cli_layer_answer(context, arguments, report, status, error);
    mintu_layer_free(report);
    mintu_context_free(context);
    return status;
}

const cli_command cli_doctor = {
    .name = "doctor",
    .operands = "[CHECK…]",
    .summary = "examine the machine: fonts, projections, formats, data, polygons, locale, writing",
    .description =
        {"Looks whether the machine has what maps, layers and tables need, and says of each thing what was found and "
         "what to do: fonts with every character of the package's names; projections, with a known point; formats; "
         "the data package; the counties' polygons; locale; whether files can be written. Names of checks make these "
         "alone.",
         "good: as it should be; advice: it works, and could be better; bad: something will fail. Ends with 1 when a "
         "row is bad."},
    .options = {CLI_OPTION_FORMAT, CLI_OPTION_JSON, CLI_OPTION_OUTPUT},
    .examples = {"mintu doctor", "a line for each thing that was looked at", "mintu doctor fonts projections --json",
                 "two of the checks, for a script"},
    .operands_max = CLI_LINES,
    .run = run,
};
