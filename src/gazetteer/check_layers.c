#include "gazetteer/check_layers.h"

#include "gazetteer/built_layers.h"
#include "gazetteer/check_data.h"
#include "gazetteer/places.h"
#include "gazetteer/unit_borders.h"
#include "geometry/coverage_report.h"
#include "geometry/polygon.h"
#include <mintu/date.h>

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
    mintu_status status = mintu_package_load(check->context, &check->package, path, name, &problem, &layer);
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

/* The package may state an area that the polygons must come to, with a tolerance: {"km2": …, "tolerance": …}. */
static void judge_area(mintu_check *check, double km2, mintu_gate *gate)
{
    const json_t *stated = json_object_get(mintu_package_resource(&check->package, "counties", NULL), "mintu:area");
    double wanted = json_number_value(json_object_get(stated, "km2"));
    double tolerance = json_number_value(json_object_get(stated, "tolerance"));
    gate->count = round(km2);
    if (wanted > 0) {
        gate->stated = wanted;
        if (fabs(km2 - wanted) > tolerance * wanted)
            mintu_gate_problem(gate, (mintu_where){0}, "more than %.0f %% away from what is stated", 100 * tolerance);
    } else if (!(km2 > 0)) {
        mintu_gate_problem(gate, (mintu_where){0}, "they have none");
    }
}

static mintu_status check_coverage(mintu_check *check, const mintu_layer *layer, mintu_error *error)
{
    mintu_coverage_report report;
    mintu_gate invalid = mintu_gate_new("counties", "polygons are not valid");
    mintu_gate overlap = mintu_gate_new("counties", "square metres shared by neighbours");
    mintu_gate area = mintu_gate_new("counties", "area of all polygons in km²");
    mintu_status status = mintu_polygon_report(check->context, layer, &report, error);
    if (status != MINTU_STATUS_OK)
        return status;
    invalid.count = (double)report.invalid;
    invalid.stated = overlap.stated = 0;
    overlap.count = round(report.overlap_km2 * 1e6);
    if (report.invalid)
        mintu_gate_problem(&invalid, (mintu_where){0}, "the first is feature %zu: %s", report.first_invalid + 1, report.reason);
    if (report.overlap_km2 > OVERLAP)
        mintu_gate_problem(&overlap, (mintu_where){0}, "more than %.0f", OVERLAP * 1e6);
    judge_area(check, report.area_km2, &area);
    mintu_gate *gates[] = {&invalid, &overlap, &area};
    for (int i = 0; i < 3; i++) {
        if (status == MINTU_STATUS_OK)
            status = mintu_report_gate(&check->report, gates[i], error);
        else
            mintu_gate_free(gates[i]);
    }
    return status;
}

static bool same_note(const mintu_layer *one, const mintu_layer *other, const char *key)
{
    const char *a = mintu_layer_note(one, key), *b = mintu_layer_note(other, key);
    return a == b || (a && b && strcmp(a, b) == 0);
}

/* NULL when it has not been made. */
static mintu_status load_built(mintu_check *check, const char *path, mintu_error *error, mintu_layer **out)
{
    if (!mintu_built_there(path))
        return MINTU_STATUS_OK;
    return mintu_package_load(check->context, &check->package, path, NULL, error, out);
}

/* A file made together with the counties, where it is there (it is made when asked for otherwise), is of the same import. */
static mintu_status check_companion(mintu_check *check, const mintu_layer *counties, const char *path, mintu_gate *gate,
                                    mintu_error *error)
{
    mintu_layer *layer = NULL;
    mintu_status status = load_built(check, path, error, &layer);
    if (status == MINTU_STATUS_INPUT)
        mintu_gate_problem(gate, (mintu_where){.source = path}, "%s", error->text);
    else if (layer &&
             (mintu_layer_count(layer) == 0 || !same_note(counties, layer, "source") || !same_note(counties, layer, "as-of")))
        mintu_gate_problem(gate, (mintu_where){.source = path},
                           "it is empty or of another import; import the boundaries again");
    mintu_layer_free(layer);
    return status == MINTU_STATUS_INPUT ? MINTU_STATUS_OK : status;
}

static mintu_status check_companions(mintu_check *check, const mintu_layer *counties, const char *path, mintu_error *error)
{
    mintu_gate gate = mintu_gate_new("counties", "prefectures, province and borders are of the same import");
    mintu_status status = MINTU_STATUS_OK;
    for (int i = 0; i < MINTU_LEVEL_COUNTY + MINTU_BORDERS && status == MINTU_STATUS_OK; i++) {
        bool unit = i < MINTU_LEVEL_COUNTY;
        char *own = mintu_built_path(path, unit ? mintu_built_units[i] : mintu_borders_layers[i - MINTU_LEVEL_COUNTY].name);
        mintu_error problem;
        status = own ? check_companion(check, counties, own, &gate, error ? error : &problem)
                     : mintu_fail_memory(error, "checking the data package");
        free(own);
    }
    if (status == MINTU_STATUS_OK)
        return mintu_report_gate(&check->report, &gate, error);
    mintu_gate_free(&gate);
    return status;
}

mintu_status mintu_check_polygons(mintu_check *check, const mintu_gazetteer *gazetteer, mintu_error *error)
{
    char *path = mintu_built_counties(&check->package);
    mintu_layer *layer = NULL;
    if (!path)
        return mintu_fail_memory(error, "checking the data package");
    /* A file that cannot be read has been reported with its layers. */
    mintu_status status = load_built(check, path, error, &layer);
    if (layer)
        status = check_units(check, gazetteer, layer, error);
    else if (status == MINTU_STATUS_INPUT)
        status = MINTU_STATUS_OK;
    if (layer && status == MINTU_STATUS_OK)
        status = check_coverage(check, layer, error);
    if (layer && status == MINTU_STATUS_OK)
        status = check_companions(check, layer, path, error);
    mintu_layer_free(layer);
    free(path);
    return status;
}
