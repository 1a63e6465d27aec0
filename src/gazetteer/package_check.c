#include "base/argument.h"
#include "gazetteer/check_data.h"

#include "gazetteer/built_layers.h"
#include "gazetteer/check_counts.h"
#include "gazetteer/check_file.h"
#include "gazetteer/check_layers.h"
#include "gazetteer/check_table.h"
#include "layer/layer_end.h"

#include <stdlib.h>
#include <string.h>

static bool is_table(const json_t *resource)
{
    const char *path = json_string_value(json_object_get(resource, "path"));
    size_t size = strlen(path);
    return size > 4 && strcmp(path + size - 4, ".csv") == 0;
}

static void load_table(mintu_check *check, size_t resource, const char *path)
{
    mintu_gate gate = mintu_gate_new(mintu_check_name(check, resource), "can be read");
    mintu_error problem;
    mintu_report_reading(&check->report, mintu_table_load(path, &problem, &check->tables[resource]), &problem, &gate);
    if (gate.problems)
        mintu_report_gate(&check->report, &gate);
}

static void check_contents(mintu_check *check, size_t resource, const char *path)
{
    if (!is_table(mintu_check_resource(check, resource)))
        mintu_check_layers(check, resource, path);
    else if (check->tables[resource])
        mintu_check_table(check, resource);
}

/* Files and tables come first, as links lead from one table to another; then what is in them. */
static void check_resource(mintu_check *check, size_t resource, bool contents)
{
    char *path = mintu_package_file(&check->package, mintu_check_resource(check, resource));
    bool there = path && mintu_built_there(path);
    if (!path)
        mintu_report_fail_memory(&check->report);
    else if (!contents)
        mintu_check_file(check, resource, path);
    if (there && contents)
        check_contents(check, resource, path);
    else if (there && is_table(mintu_check_resource(check, resource)))
        load_table(check, resource, path);
    free(path);
}

/* What only the opened package shows. A package that cannot be opened is a finding, and has been told why above, mostly. */
static void check_opened(mintu_check *check)
{
    mintu_gazetteer *gazetteer = NULL;
    mintu_error problem;
    mintu_gate gate = mintu_gate_new("datapackage.json", "the package opens");
    mintu_status status = mintu_gazetteer_open(check->context, check->package.dir, &problem, &gazetteer);
    mintu_report_reading(&check->report, status, &problem, &gate);
    mintu_report_gate(&check->report, &gate);
    if (gazetteer) {
        mintu_check_counts(check, gazetteer);
        mintu_check_polygons(check, gazetteer);
    }
    mintu_gazetteer_free(gazetteer);
}

static void run(mintu_check *check)
{
    size_t count = json_array_size(check->package.resources);
    check->tables = calloc(count + 1, sizeof(mintu_table *));
    if (!check->tables) {
        mintu_report_fail_memory(&check->report);
        return;
    }
    for (int contents = 0; contents < 2; contents++)
        for (size_t i = 0; i < count && check->report.status == MINTU_STATUS_OK; i++)
            check_resource(check, i, contents);
    for (size_t i = 0; i < count; i++)
        mintu_table_free(check->tables[i]);
    free(check->tables);
    check_opened(check);
}

mintu_status mintu_gazetteer_check(mintu_context *context, const char *dir, mintu_error *error, mintu_layer **out)
{
    if (MINTU_GIVEN_OUT(error, out, context, dir))
        return MINTU_STATUS_USAGE;
    mintu_check check = {.context = context};
    mintu_status status = mintu_package_open(context, dir, error, &check.package);
    if (status != MINTU_STATUS_OK)
        return status;
    check.report = mintu_report_new(context, error);
    run(&check);
    mintu_package_close(&check.package);
    *out = check.report.layer;
    status = mintu_layer_end(check.report.status, out);
    return status == MINTU_STATUS_OK && check.report.findings ? MINTU_STATUS_FINDINGS : status;
}
