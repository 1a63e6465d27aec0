#define _GNU_SOURCE /* asprintf() */
#include "build/build_plan.h"
#include "cli/cli.h"
#include "cli/options.h"
#include "console/arguments.h"
#include "console/print_layer.h"
#include "console/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* One more row of the report: its fields are resource, status, count, stated, text. */
static mintu_status add_row(mintu_layer *report, const char *state, const char *text, mintu_error *error)
{
    size_t row = mintu_layer_count(report), texts[] = {0, 1, 4};
    const char *const values[] = {cli_build_file, state, text};
    mintu_status status = mintu_layer_append(report, error);
    for (size_t i = 0; i < 3 && status == MINTU_STATUS_OK; i++)
        status = mintu_layer_text_set(report, row, texts[i], values[i], error);
    return status;
}

/* What `mintu build` would make of the package, which the library does not know; nothing where nothing is asked for. */
static mintu_status check_build(const cli_arguments *arguments, mintu_layer *report, mintu_status checked, mintu_error *error)
{
    static const char WHAT[] = "what is built";
    const char *folder = cli_data_folder(arguments);
    char *path = NULL, *text = NULL;
    mintu_error problem = {0};
    cli_build_plan plan = {0};
    if (checked > MINTU_STATUS_FINDINGS || asprintf(&path, "%s/%s", folder, cli_build_file) < 0)
        return checked;
    bool asked = access(path, F_OK) == 0;
    free(path);
    if (!asked)
        return checked;
    bool good = cli_build_plan_read(folder, cli_option_value(arguments, "allow-files"), &problem, &plan) == MINTU_STATUS_OK;
    int made = good ? asprintf(&text, "%s: %zu outputs", WHAT, plan.count) : asprintf(&text, "%s: %s", WHAT, problem.text);
    mintu_status status =
        made < 0 ? cli_fail_memory(error, "checking the data package") : add_row(report, good ? "ok" : "finding", text, error);
    cli_build_plan_free(&plan);
    if (made >= 0)
        free(text);
    return status != MINTU_STATUS_OK ? status : good ? checked : MINTU_STATUS_FINDINGS;
}

static mintu_status run(const cli_arguments *arguments, mintu_error *error)
{
    mintu_context *context = NULL;
    mintu_layer *report = NULL;
    mintu_status status = mintu_context_new(error, &context);
    if (status == MINTU_STATUS_OK)
        status = mintu_gazetteer_check(context, cli_data_folder(arguments), error, &report);
    if (report)
        status = check_build(arguments, report, status, error);
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
                    "keys), the stated counts, the built county polygons, and what "
                    "build.json asks for. Ends with 1 when a row is a finding."},
    .options = {CLI_OPTION_FORMAT, CLI_OPTION_JSON, CLI_OPTION_OUTPUT, CLI_OPTION_BOM},
    .examples = {"mintu data check", "a table with one row per resource and count",
                 "mintu data check --data my-province --json", "another package, for a script"},
    .operands_max = 0,
    .run = run,
};
