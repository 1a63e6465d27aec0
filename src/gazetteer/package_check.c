#include "gazetteer/check_data.h"

#include "gazetteer/built_layers.h"
#include "gazetteer/check_counts.h"
#include "gazetteer/check_file.h"
#include "gazetteer/check_layers.h"
#include "gazetteer/check_table.h"

#include <stdlib.h>
#include <string.h>

static const json_t *resource_at(const mintu_check *check, size_t resource)
{
    return json_array_get(check->package.resources, resource);
}

static bool is_table(const json_t *resource)
{
    const char *path = json_string_value(json_object_get(resource, "path"));
    size_t size = strlen(path);
    return size > 4 && strcmp(path + size - 4, ".csv") == 0;
}

/* Files and tables first: links lead from one table to another. */
static mintu_status load_resource(mintu_check *check, size_t resource, mintu_error *error)
{
    bool there;
    mintu_status status = mintu_check_file(check, resource, error, &there);
    if (status != MINTU_STATUS_OK || !there || !is_table(resource_at(check, resource)))
        return status;
    char *path = mintu_package_file(&check->package, resource_at(check, resource));
    if (!path)
        return mintu_fail_memory(error, "checking the data package");
    mintu_error problem;
    status = mintu_table_load(path, &problem, &check->tables[resource]);
    free(path);
    if (status != MINTU_STATUS_INPUT) {
        if (status != MINTU_STATUS_OK && error)
            *error = problem;
        return status;
    }
    mintu_gate gate = mintu_gate_new(mintu_check_name(check, resource), "can be read");
    mintu_gate_problem(&gate, (mintu_where){problem.source, problem.line, problem.column}, "%s", problem.text);
    return mintu_report_gate(&check->report, &gate, error);
}

static mintu_status check_contents(mintu_check *check, size_t resource, mintu_error *error)
{
    if (is_table(resource_at(check, resource)))
        return check->tables[resource] ? mintu_check_table(check, resource, error) : MINTU_STATUS_OK;
    return mintu_check_layers(check, resource, error);
}

/* What only the opened package shows. A package that cannot be opened is a finding, and has been told why above, mostly. */
static mintu_status check_opened(mintu_check *check, const char *dir, mintu_error *error)
{
    mintu_gazetteer *gazetteer = NULL;
    mintu_error problem;
    mintu_gate gate = mintu_gate_new("datapackage.json", "the package opens");
    mintu_status status = mintu_gazetteer_open(check->context, dir, &problem, &gazetteer);
    if (status != MINTU_STATUS_OK && status != MINTU_STATUS_INPUT) {
        if (error)
            *error = problem;
        return status;
    }
    if (!gazetteer)
        mintu_gate_problem(&gate, (mintu_where){problem.source, problem.line, problem.column}, "%s", problem.text);
    status = mintu_report_gate(&check->report, &gate, error);
    if (status == MINTU_STATUS_OK && gazetteer)
        status = mintu_check_counts(check, gazetteer, error);
    if (status == MINTU_STATUS_OK && gazetteer)
        status = mintu_check_polygons(check, gazetteer, error);
    mintu_gazetteer_free(gazetteer);
    return status;
}

static mintu_status run(mintu_check *check, const char *dir, mintu_error *error)
{
    size_t count = json_array_size(check->package.resources);
    check->tables = calloc(count + 1, sizeof(mintu_table *));
    if (!check->tables)
        return mintu_fail_memory(error, "checking the data package");
    mintu_status status = mintu_report_new(check->context, error, &check->report);
    for (size_t i = 0; i < count && status == MINTU_STATUS_OK; i++)
        status = load_resource(check, i, error);
    for (size_t i = 0; i < count && status == MINTU_STATUS_OK; i++)
        status = check_contents(check, i, error);
    return status == MINTU_STATUS_OK ? check_opened(check, dir, error) : status;
}

mintu_status mintu_gazetteer_check(mintu_context *context, const char *dir, mintu_error *error, mintu_layer **out)
{
    mintu_check check = {.context = context};
    *out = NULL;
    mintu_status status = mintu_package_open(context, dir, error, &check.package);
    if (status != MINTU_STATUS_OK)
        return status;
    status = run(&check, dir, error);
    for (size_t i = 0; check.tables && i < json_array_size(check.package.resources); i++)
        mintu_table_free(check.tables[i]);
    free(check.tables);
    mintu_package_close(&check.package);
    if (status != MINTU_STATUS_OK) {
        mintu_layer_free(check.report.layer);
        return status;
    }
    *out = check.report.layer;
    return check.report.findings ? MINTU_STATUS_FINDINGS : MINTU_STATUS_OK;
}
