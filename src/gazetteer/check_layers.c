#include "gazetteer/check_layers.h"

#include "gazetteer/boundary_files.h"
#include "gazetteer/built_layers.h"
#include "gazetteer/check_data.h"
#include "gazetteer/place_rows.h"
#include "gazetteer/places.h"
#include "geometry/coverage_report.h"
#include "geometry/polygon.h"
#include <mintu/date.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* How far neighbours may overlap before it is a finding, in square kilometres: less than a generalised border moves. */
static const double OVERLAP = 0.01;

/* One layer of a file: it can be read, has features, and has the fields listed. */
static void check_layer(mintu_check *check, const char *resource, const char *path, const json_t *description)
{
    const char *name = json_string_value(json_object_get(description, "name"));
    mintu_gate gate = mintu_gate_new(resource, name ? name : "layer");
    mintu_layer *layer = NULL;
    mintu_error problem;
    mintu_status status = mintu_package_load(check->context, &check->package, path, name, &problem, &layer);
    mintu_report_reading(&check->report, status, &problem, &gate);
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
    mintu_report_gate(&check->report, &gate);
}

void mintu_check_layers(mintu_check *check, size_t resource, const char *path)
{
    const json_t *layers = json_object_get(mintu_check_resource(check, resource), "mintu:layers"), *layer;
    size_t index;
    json_array_foreach(layers, index, layer)
    {
        check_layer(check, mintu_check_name(check, resource), path, layer);
    }
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
static void check_units(mintu_check *check, const mintu_gazetteer *gazetteer, const mintu_layer *layer)
{
    mintu_gate gate = mintu_gate_new("counties", "one polygon per county-level unit");
    int date = date_of(check, layer);
    gate.count = (double)mintu_layer_count(layer);
    gate.stated = 0;
    for (size_t i = 0; i < gazetteer->count; i++) {
        const mintu_place *place = &gazetteer->places[i];
        if (place->level != MINTU_LEVEL_COUNTY || !mintu_period_holds(place->from, place->to, date))
            continue;
        size_t rows = mintu_layer_field_count_text(layer, "code", place->code);
        if (rows != 1)
            mintu_gate_problem(&gate, (mintu_where){0}, "%s %s has %zu polygons", place->code, place->name, rows);
        gate.stated++;
    }
    if (gate.count != gate.stated)
        mintu_gate_problem(&gate, (mintu_where){0}, "%.0f polygons for %.0f units", gate.count, gate.stated);
    mintu_report_gate(&check->report, &gate);
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

static void check_coverage(mintu_check *check, const mintu_layer *layer)
{
    mintu_coverage_report report = {.invalid = 0};
    mintu_gate invalid = mintu_gate_new("counties", "polygons are not valid");
    mintu_gate overlap = mintu_gate_new("counties", "square metres shared by neighbours");
    mintu_gate area = mintu_gate_new("counties", "area of all polygons in km²");
    if (check->report.status == MINTU_STATUS_OK)
        check->report.status = mintu_polygon_report(check->context, layer, &report, check->report.error);
    invalid.count = (double)report.invalid;
    invalid.stated = overlap.stated = 0;
    overlap.count = round(report.overlap_km2 * 1e6);
    if (report.invalid)
        mintu_gate_problem(&invalid, (mintu_where){0}, "the first is feature %zu: %s", report.first_invalid + 1, report.reason);
    if (report.overlap_km2 > OVERLAP)
        mintu_gate_problem(&overlap, (mintu_where){0}, "more than %.0f", OVERLAP * 1e6);
    judge_area(check, report.area_km2, &area);
    mintu_report_gate(&check->report, &invalid);
    mintu_report_gate(&check->report, &overlap);
    mintu_report_gate(&check->report, &area);
}

static bool same_note(const mintu_layer *one, const mintu_layer *other, const char *key)
{
    const char *a = mintu_layer_note(one, key), *b = mintu_layer_note(other, key);
    return a == b || (a && b && strcmp(a, b) == 0);
}

/* NULL when it has not been made, or cannot be read. */
static mintu_layer *load_built(mintu_check *check, const char *path, mintu_gate *gate)
{
    mintu_layer *layer = NULL;
    mintu_error problem;
    mintu_status status = MINTU_STATUS_OK;
    if (mintu_built_there(path))
        status = mintu_package_load(check->context, &check->package, path, NULL, &problem, &layer);
    mintu_report_reading(&check->report, status, &problem, gate);
    return layer;
}

/* A file made together with the counties, where it is there (it is made when asked for otherwise), is of the same import. */
static void check_companion(mintu_check *check, const mintu_layer *counties, const char *path, mintu_gate *gate)
{
    mintu_layer *layer = load_built(check, path, gate);
    if (layer &&
        (mintu_layer_count(layer) == 0 || !same_note(counties, layer, "source") || !same_note(counties, layer, "as-of")))
        mintu_gate_problem(gate, (mintu_where){.source = path},
                           "it is empty or of another import; import the boundaries again");
    mintu_layer_free(layer);
}

static void check_companions(mintu_check *check, const mintu_layer *counties, const char *path)
{
    mintu_gate gate = mintu_gate_new("counties", "prefectures, province and borders are of the same import");
    for (int i = 0; i < MINTU_BOUNDARY_COUNTIES && !gate.failed; i++) { /* those of units first */
        char *own = mintu_built_path(path, mintu_boundary_file_layer((i + MINTU_BORDERS) % MINTU_BOUNDARY_COUNTIES));
        gate.failed = !own;
        if (own)
            check_companion(check, counties, own, &gate);
        free(own);
    }
    mintu_report_gate(&check->report, &gate);
}

void mintu_check_polygons(mintu_check *check, const mintu_gazetteer *gazetteer)
{
    char *path = mintu_built_counties(&check->package);
    mintu_gate told = mintu_gate_new("counties", ""); /* a file that cannot be read has been reported with its layers */
    mintu_layer *layer = path ? load_built(check, path, &told) : NULL;
    if (!path)
        mintu_report_fail_memory(&check->report);
    if (layer) {
        check_units(check, gazetteer, layer);
        check_coverage(check, layer);
        check_companions(check, layer, path);
    }
    mintu_gate_clear(&told);
    mintu_layer_free(layer);
    free(path);
}
