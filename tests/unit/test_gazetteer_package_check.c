/* The whole check on the invented package, whole and damaged: check.c, check_file.c, check_table.c, check_counts.c, check_layers.c. */
#include "test_gazetteer_package.h"

static mintu_layer *check(world *w, mintu_status expected)
{
    mintu_layer *report;
    mintu_status status = mintu_gazetteer_check(w->context, w->dir, &w->error, &report);
    if (status != expected) {
        for (size_t row = 0; report && row < mintu_layer_count(report); row++)
            print_message("%s %s %s\n", world_text(report, row, "status"), world_text(report, row, "resource"),
                          world_text(report, row, "text"));
        fail_msg("status %d, expected %d", (int)status, (int)expected);
    }
    return report;
}

/* Expects one finding of the resource whose text has the part. */
static void finds(world *w, const char *resource, const char *part)
{
    mintu_layer *report = check(w, MINTU_STATUS_FINDINGS);
    bool found = false;
    for (size_t row = 0; row < mintu_layer_count(report); row++)
        found = found ||
                (strcmp(world_text(report, row, "status"), "finding") == 0 &&
                 strcmp(world_text(report, row, "resource"), resource) == 0 && strstr(world_text(report, row, "text"), part));
    if (!found) {
        for (size_t row = 0; row < mintu_layer_count(report); row++)
            print_message("%s %s %s\n", world_text(report, row, "status"), world_text(report, row, "resource"),
                          world_text(report, row, "text"));
        fail_msg("no finding of %s with \"%s\"", resource, part);
    }
    mintu_layer_free(report);
}

/* The text with its first @p old replaced. */
static void change(world *w, const char *file, const char *text, const char *old, const char *new)
{
    char changed[8192];
    const char *at = strstr(text, old);
    assert_non_null(at);
    snprintf(changed, sizeof changed, "%.*s%s%s", (int)(at - text), text, new, at + strlen(old));
    world_write(w, file, changed);
}

static void a_whole_package_has_no_findings(void **state)
{
    world *w = *state;
    mintu_layer *report = check(w, MINTU_STATUS_OK);
    size_t notes = 0;
    for (size_t row = 0; row < mintu_layer_count(report); row++)
        notes += strcmp(world_text(report, row, "status"), "note") == 0;
    assert_int_equal(notes, 2); /* no county polygons, 3 of 4 towns */
    bool seen = false;
    for (size_t row = 0; row < mintu_layer_count(report); row++)
        if (strcmp(world_text(report, row, "text"), "county-level units in force on 2014-11-01") == 0) {
            seen = true;
            assert_string_equal(world_text(report, row, "count"), "6");
        }
    assert_true(seen);
    mintu_layer_free(report);
}

static void damaged_tables_are_found(void **state)
{
    world *w = *state;
    change(w, "places.csv", world_places, ",112.6,21.4,", ",99,21.4,");
    finds(w, "places", "places.csv:17:");
    change(w, "places.csv", world_places, "990221001,白石镇", "990221001x,白石镇");
    finds(w, "places", "pattern");
    change(w, "places.csv", world_places, "990221003,太山镇", "990221001,太山镇");
    finds(w, "places", "again, which line 17 has");
    finds(w, "places", "primary key is unique");
    change(w, "places.csv", world_places, "name_en", "english");
    finds(w, "places", "column 3 is `english`, expected `name_en`");
    change(w, "places.csv", world_places, ",town,990221,112.6", ",town,990999,112.6");
    finds(w, "places", "foreign keys lead to a row");
    finds(w, "datapackage.json", "the package opens");
    change(w, "places.csv", world_places, "990221004,无名镇,,township,town,990221,112.5,21.5,county,fallback,parent,,,\n", "");
    finds(w, "places", "18 rows, expected 19");
    finds(w, "places", "8 of them, expected 9");
    world_write(w, "places.csv", world_places);
    change(w, "place_names.csv", world_names, "990103,龙江县", "990999,龙江县");
    finds(w, "place_names", "990999");
    world_write(w, "place_names.csv", "\"");
    finds(w, "place_names", "can be read");
}

static void rosters_must_not_repeat_or_exceed(void **state)
{
    world *w = *state;
    change(w, "pilot_towns.csv", world_towns, "2,990104001", "2,990221003");
    finds(w, "rosters", "太山镇 is listed twice");
    change(w, "pilot_towns.csv", world_towns, "2,990104001", "2,990103");
    finds(w, "rosters", "龙江区");
    world_write(w, "pilot_towns.csv", world_towns);
    world_write(w, "pilot_cities.csv",
                "no,code,name,notice_name,certainty,source,note\n1,990102001,,,,,\n2,990221003,,,,,\n3,990202001,,,,,\n");
    finds(w, "pilot_cities", "3 are listed, expected 2");
}

static void files_are_compared_with_their_hash(void **state)
{
    world *w = *state;
    char descriptor[8192];
    /* SHA-256 of "abc" after FIPS 180-4 */
    snprintf(
        descriptor, sizeof descriptor,
        "{\"mintu:as-of\": \"2014-11-01\", \"resources\": [{\"path\": \"places.csv\", \"schema\": {\"fields\": []}}, "
        "{\"name\": \"n\", \"path\": "
        "\"note.txt\", \"bytes\": 3, \"hash\": \"sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\"}]}");
    world_write(w, "datapackage.json", descriptor);
    world_write(w, "note.txt", "abc");
    mintu_layer *report = check(w, MINTU_STATUS_FINDINGS); /* places has no fields in its schema */
    assert_string_equal(world_text(report, 1, "status"), "ok");
    mintu_layer_free(report);
    world_write(w, "note.txt", "abd");
    finds(w, "n", "SHA-256");
    world_write(w, "note.txt", "abcd");
    finds(w, "n", "4 bytes, expected 3");
}

static void a_missing_file_is_found(void **state)
{
    world *w = *state;
    char path[512];
    snprintf(path, sizeof path, "%s/base.gpkg", w->dir);
    unlink(path);
    finds(w, "base", "missing");
}

static void county_polygons_are_measured(void **state)
{
    world *w = *state;
    static const char *const codes[6] = {"990102", "990103", "990202", "990105", "990106", "990221"};
    char path[512];
    mintu_layer *boxes = world_boxes(w, "code", codes);
    snprintf(path, sizeof path, "%s/counties.gpkg", w->dir);
    assert_int_equal(mintu_layer_write(w->context, boxes, path, NULL, &w->error), MINTU_STATUS_OK);
    mintu_layer_free(check(w, MINTU_STATUS_OK));
    world_box(boxes, "990221", 112.5, 21.5, 113.5, 22);
    unlink(path);
    assert_int_equal(mintu_layer_write(w->context, boxes, path, NULL, &w->error), MINTU_STATUS_OK);
    finds(w, "counties", "990221 白石县 has 2 polygons");
    finds(w, "counties", "square metres shared by neighbours: more than");
    mintu_layer_free(boxes);
}

static void shares_of_rows_are_compared_with_what_is_stated(void **state)
{
    world *w = *state;
    change(w, "datapackage.json", world_descriptor, "\"mintu:stated\": 4,",
           "\"mintu:stated\": 4, \"mintu:stated-by\": {\"certainty\": {\"attested\": 7}},");
    finds(w, "pilot_towns", "rows whose certainty is attested");
}

static void without_a_descriptor_it_cannot_begin(void **state)
{
    world *w = *state;
    mintu_layer *report;
    assert_int_equal(mintu_gazetteer_check(w->context, "/nonexistent", &w->error, &report), MINTU_STATUS_INPUT);
    assert_null(report);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_whole_package_has_no_findings, world_set_up_base, world_tear_down),
        cmocka_unit_test_setup_teardown(damaged_tables_are_found, world_set_up_base, world_tear_down),
        cmocka_unit_test_setup_teardown(rosters_must_not_repeat_or_exceed, world_set_up_base, world_tear_down),
        cmocka_unit_test_setup_teardown(files_are_compared_with_their_hash, world_set_up_base, world_tear_down),
        cmocka_unit_test_setup_teardown(a_missing_file_is_found, world_set_up_base, world_tear_down),
        cmocka_unit_test_setup_teardown(county_polygons_are_measured, world_set_up_base, world_tear_down),
        cmocka_unit_test_setup_teardown(shares_of_rows_are_compared_with_what_is_stated, world_set_up_base, world_tear_down),
        cmocka_unit_test_setup_teardown(without_a_descriptor_it_cannot_begin, world_set_up_base, world_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
