#include "cli/cli.h"
#include "cli/options.h"
#include "console/print_layer.h"
#include "console/session.h"

static mintu_status run(const cli_arguments *arguments, mintu_error *error)
{
    mintu_context *context = NULL;
    mintu_layer *report = NULL;
    mintu_status status = mintu_context_new(error, &context);
    if (status == MINTU_STATUS_OK)
        status = mintu_gazetteer_check(context, cli_data_folder(arguments), error, &report);
    status = cli_layer_answer(context, arguments, report, status, error);
    mintu_layer_free(report);
    mintu_context_free(context);
    return status;
}

const cli_command cli_data_check = {
    .name = "data check",
    .operands = "",
    .summary = "check the data package: files, schemas, keys, counts, polygons",
    .description = {"Checks every resource of the data package against datapackage.json (presence, size, SHA-256, schema, "
                    "keys), the stated counts, and the built county polygons. Ends with 1 when a row is a finding."},
    .options = {CLI_OPTION_FORMAT, CLI_OPTION_JSON, CLI_OPTION_OUTPUT, CLI_OPTION_BOM},
    .examples = {"mintu data check", "a table with one row per resource and count",
                 "mintu data check --data my-province --json", "another package, for a script"},
    .operands_max = 0,
    .run = run,
};
