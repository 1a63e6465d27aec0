#include "test_gazetteer_package.h"

#include <math.h>

/* Imports the boxes with these names; the answer is the status, findings in *findings. */
static mintu_status import_as(world *w, const char *const names[6], bool force, mintu_layer **findings)
{
    char path[512];
    const char *paths[] = {path};
    mintu_layer *boxes = world_boxes(w, "name", names);
    snprintf(path, sizeof path, "%s/boxes.geojson", w->dir);
    assert_int_equal(mintu_layer_write(w->context, boxes, path, NULL, &w->error), MINTU_STATUS_OK);
    mintu_layer_free(boxes);
    mintu_boundaries_options options = {.paths = paths, .path_count = 1, .source = "A survey", .force = force};
    return mintu_gazetteer_boundaries(w->context, w->gazetteer, &options, &w->error, findings);
}

static mintu_status import(world *w, const char *const names[6], mintu_layer **findings)
{
    return import_as(w, names, false, findings);
}

static bool has_counties(const world *w)
{
    char path[512];
    snprintf(path, sizeof path, "%s/counties.gpkg", w->dir);
    return access(path, R_OK) == 0;
}

static void builds_counties_prefectures_and_province(void **state)
{
    world *w = *state;
    static const char *const names[6] = {"东城区", "龙江县", "东城区", "北江区", "合江区", "白石县"};
    mintu_layer *findings, *counties, *province;
    if (import(w, names, &findings) != MINTU_STATUS_OK)
        fail_msg("%s", w->error.text);
    assert_int_equal(mintu_layer_count(findings), 0);
    mintu_layer_free(findings);
    assert_int_equal(mintu_gazetteer_layer(w->context, w->gazetteer, "counties", 0, &w->error, &counties), MINTU_STATUS_OK);
    assert_int_equal(mintu_gazetteer_layer(w->context, w->gazetteer, "province", 0, &w->error, &province), MINTU_STATUS_OK);
    assert_int_equal(mintu_layer_count(counties), 6);
    assert_string_equal(mintu_layer_note(counties, "source"), "A survey");
    assert_true(fabs(world_area(counties, world_row(counties, "code", "990221")) - 1) < 1e-6);
    assert_true(fabs(world_area(province, 0) - 6) < 1e-6);
    mintu_layer_free(counties);
    mintu_layer_free(province);
    char path[512];
    snprintf(path, sizeof path, "%s/prefectures.gpkg", w->dir);
    assert_int_equal(access(path, R_OK), 0);
}

static void lists_what_did_not_match(void **state)
{
    world *w = *state;
    static const char *const names[6] = {"东城区", "龙江县", "东城区", "哥谭县", "合江区", "白石县"};
    mintu_layer *findings;
    assert_int_equal(import(w, names, &findings), MINTU_STATUS_INPUT);
    assert_false(has_counties(w));
    assert_int_equal(mintu_layer_count(findings), 2);
    assert_string_equal(world_text(findings, world_row(findings, "status", "unmatched"), "name"), "哥谭县");
    assert_string_equal(world_text(findings, world_row(findings, "status", "missing"), "name"), "北江区");
    mintu_layer_free(findings);
}

/* An incomplete set is written only when forced, and then says so wherever it goes. */
static void writes_an_incomplete_set_when_forced(void **state)
{
    world *w = *state;
    static const char *const names[6] = {"东城区", "龙江县", "东城区", "哥谭县", "合江区", "白石县"};
    mintu_layer *findings, *counties;
    assert_int_equal(import_as(w, names, true, &findings), MINTU_STATUS_FINDINGS);
    assert_true(has_counties(w));
    assert_int_equal(mintu_gazetteer_layer(w->context, w->gazetteer, "counties", 0, &w->error, &counties), MINTU_STATUS_OK);
    assert_non_null(strstr(mintu_layer_note(counties, "schematic"), "incomplete"));
    mintu_layer_free(counties);
    mintu_layer_free(findings);
}

static void notes_a_seat_in_another_polygon(void **state)
{
    world *w = *state;
    static const char *const names[6] = {"东城区", "龙江县", "东城区", "合江区", "北江区", "白石县"};
    mintu_layer *findings;
    assert_int_equal(import(w, names, &findings), MINTU_STATUS_OK);
    assert_int_equal(mintu_layer_count(findings), 2);
    assert_non_null(strstr(world_text(findings, world_row(findings, "name", "北江区"), "text"), "合江区"));
    mintu_layer_free(findings);
}

static void refuses_when_nothing_matches(void **state)
{
    world *w = *state;
    static const char *const names[6] = {"a", "b", "c", "d", "e", "f"};
    mintu_layer *findings;
    assert_int_equal(import(w, names, &findings), MINTU_STATUS_INPUT);
    mintu_layer_free(findings);
    assert_false(has_counties(w));
}

static void refuses_what_is_no_file_or_datum(void **state)
{
    world *w = *state;
    const char *paths[] = {"/nonexistent.geojson"};
    mintu_layer *findings;
    mintu_boundaries_options options = {.paths = paths, .path_count = 1}, none = {0};
    assert_int_equal(mintu_gazetteer_boundaries(w->context, w->gazetteer, &options, &w->error, &findings), MINTU_STATUS_INPUT);
    mintu_layer_free(findings);
    options.datum = MINTU_DATUM_END;
    assert_int_equal(mintu_gazetteer_boundaries(w->context, w->gazetteer, &options, &w->error, &findings), MINTU_STATUS_USAGE);
    assert_null(findings);
    assert_int_equal(mintu_gazetteer_boundaries(w->context, w->gazetteer, &none, &w->error, NULL), MINTU_STATUS_INPUT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(builds_counties_prefectures_and_province, world_set_up_base, world_tear_down),
        cmocka_unit_test_setup_teardown(lists_what_did_not_match, world_set_up_base, world_tear_down),
        cmocka_unit_test_setup_teardown(writes_an_incomplete_set_when_forced, world_set_up_base, world_tear_down),
        cmocka_unit_test_setup_teardown(notes_a_seat_in_another_polygon, world_set_up_base, world_tear_down),
        cmocka_unit_test_setup_teardown(refuses_when_nothing_matches, world_set_up_base, world_tear_down),
        cmocka_unit_test_setup_teardown(refuses_what_is_no_file_or_datum, world_set_up_base, world_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
