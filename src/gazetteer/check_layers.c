#include "base/date.h"
#include "gazetteer/built.h"
#include "gazetteer/check.h"
#include "geo/polygon.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* How far neighbours may overlap before it is a finding, in square kilometres: less than a generalised border moves. */
static const double OVERLAP = 0.01;

/* One layer of a file: it can be read, has features, and has the fields listed. */
static mintu_status check_layer(mintu_check *check, const char *resource, const char *path, const json_t *description,
                                mintu_error *error)
{
    const char *name = json_string_value(json_object_get(description, "name"));
    mintu_gate gate = mintu_gate_new(resource, name ? name : "layer");
    mintu_layer *layer = NULL;
    mintu_error problem;
    mintu_status status = mintu_layer_load(check->context, path, name, &problem, &layer);
    if (status != MINTU_STATUS_OK && status != MINTU_STATUS_INPUT) {
        mintu_gate_free(&gate);
        if (error)
            *error = problem;
        return status;
    }
    if (!layer)
        mintu_gate_problem(&gate, (mintu_where){problem.source, problem.line, problem.column}, "%s", problem.text);
    gate.count = layer ? (double)mintu_layer_count(layer) : (double)NAN;
    if (layer && mintu_layer_count(layer) == 0)
        mintu_gate_problem(&gate, (mintu_where){.source = path}, "the layer has no features");
    size_t index;
    const json_t *field;
    json_array_foreach(json_object_get(description, "fields"), index, field)
    {
        const char *wanted = json_string_value(json_object_get(field, "name"));
        if (layer && wanted && mintu_layer_field_find(layer, wanted) < 0)
            mintu_gate_problem(&gate, (mintu_where){.source = path}, "the layer has no field `%s`", wanted);
    }
    mintu_layer_free(layer);
    return mintu_report_gate(&check->report, &gate, error);
}

mintu_status mintu_check_layers(mintu_check *check, size_t resource, mintu_error *error)
{
    const json_t *description = json_array_get(check->package.resources, resource);
    const json_t *layers = json_object_get(description, "mintu:layers"), *layer;
    char *path = mintu_package_file(&check->package, description);
    mintu_status status = path ? MINTU_STATUS_OK : mintu_fail_memory(error, "checking the data package");
    size_t index;
    if (path && mintu_built_there(path))
        json_array_foreach(layers, index, layer)
        {
            if (status == MINTU_STATUS_OK)
                status = check_layer(check, mintu_check_name(check, resource), path, layer, error);
        }
    free(path);
    return status;
}

/* The date for which polygons were built: their own note, else the resource's, else the package's. */
static int date_of(const mintu_check *check, const mintu_layer *layer)
{
    const char *own = mintu_layer_note(layer, "as-of");
    const json_t *resource = mintu_package_resource(&check->package, "counties", NULL);
    const char *stated = json_string_value(json_object_get(resource, "mintu:as-of"));
    int date;
    if ((own && mintu_date_parse(own, &date)) || (stated && mintu_date_parse(stated, &date)))
        return date;
    return check->package.as_of;
}

/* Every county-level unit in force has one polygon, and no polygon is of something else. */
static mintu_status check_units(mintu_check *check, const mintu_gazetteer *gazetteer, const mintu_layer *layer,
                                mintu_error *error)
{
    mintu_gate gate = mintu_gate_new("counties", "one polygon per county-level unit");
    int date = date_of(check, layer), code = mintu_layer_field_find(layer, "code");
    gate.count = (double)mintu_layer_count(layer);
    gate.stated = 0;
    for (size_t i = 0; i < gazetteer->count; i++) {
        const mintu_place *place = &gazetteer->places[i];
        if (place->level != MINTU_LEVEL_COUNTY || !mintu_period_holds(place->from, place->to, date))
            continue;
        size_t rows = 0;
        for (size_t row = 0; code >= 0 && row < mintu_layer_count(layer); row++)
            rows += strcmp(mintu_layer_text(layer, row, (size_t)code), place->code) == 0;
        if (rows != 1)
            mintu_gate_problem(&gate, (mintu_where){0}, "%s %s has %zu polygons", place->code, place->name, rows);
        gate.stated++;
    }
    if (gate.count != gate.stated)
        mintu_gate_problem(&gate, (mintu_where){0}, "%.0f polygons for %.0f units", gate.count, gate.stated);
    return mintu_report_gate(&check->report, &gate, error);
}

static mintu_status check_coverage(mintu_check *check, const mintu_layer *layer, mintu_error *error)
{
    mintu_coverage_report report;
    mintu_status status = mintu_polygon_report(check->context, layer, &report, error);
    if (status != MINTU_STATUS_OK)
        return status;
    mintu_gate invalid = mintu_gate_new("counties", "polygons are valid");
    invalid.count = (double)report.invalid;
    invalid.stated = 0;
    if (report.invalid)
        mintu_gate_problem(&invalid, (mintu_where){0}, "%zu are not, the first is feature %zu: %s", report.invalid,
                           report.first_invalid + 1, report.reason);
    mintu_gate overlap = mintu_gate_new("counties", "neighbours do not overlap");
    if (report.overlap_km2 > OVERLAP)
        mintu_gate_problem(&overlap, (mintu_where){0}, "they share %.3f km²", report.overlap_km2);
    mintu_gate area = mintu_gate_new("counties", "area of all polygons in km²");
    area.count = round(report.area_km2);
    if (!(report.area_km2 > 0))
        mintu_gate_problem(&area, (mintu_where){0}, "they have none");
    status = mintu_report_gate(&check->report, &invalid, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_report_gate(&check->report, &overlap, error);
    else
        mintu_gate_free(&overlap);
    if (status == MINTU_STATUS_OK)
        return mintu_report_gate(&check->report, &area, error);
    mintu_gate_free(&area);
    return status;
}

mintu_status mintu_check_polygons(mintu_check *check, const mintu_gazetteer *gazetteer, mintu_error *error)
{
    char *path = mintu_built_counties(&check->package);
    mintu_layer *layer = NULL;
    if (!path)
        return mintu_fail_memory(error, "checking the data package");
    /* A file that cannot be read has been reported with its layers. */
    mintu_status status =
        mintu_built_there(path) ? mintu_layer_load(check->context, path, NULL, NULL, &layer) : MINTU_STATUS_OK;
    free(path);
    if (!layer)
        return status == MINTU_STATUS_INPUT ? MINTU_STATUS_OK : status;
    status = check_units(check, gazetteer, layer, error);
    if (status == MINTU_STATUS_OK)
        status = check_coverage(check, layer, error);
    mintu_layer_free(layer);
    return status;
}
