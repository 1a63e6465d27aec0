#include "test_gazetteer_package.h"

#include "gazetteer/places_query.h"

static mintu_layer *list(world *w, mintu_places_query query)
{
    mintu_layer *layer;
    if (mintu_gazetteer_places_layer(w->context, w->gazetteer, &query, &w->error, &layer) != MINTU_STATUS_OK)
        fail_msg("%s", w->error.text);
    return layer;
}

static void lists_places_of_the_day(void **state)
{
    world *w = *state;
    mintu_layer *then = list(w, (mintu_places_query){.level = MINTU_LEVEL_COUNTY});
    mintu_layer *now = list(w, (mintu_places_query){.level = MINTU_LEVEL_COUNTY, .as_of = 20230101});
    assert_int_equal(mintu_layer_count(then), 6);
    assert_int_equal(mintu_layer_count(now), 5);
    size_t row = world_row(then, "code", "990103");
    assert_string_equal(world_text(then, row, "name"), "龙江县");
    assert_string_equal(world_text(then, row, "type"), "county");
    assert_string_equal(world_text(then, row, "code_then"), "990121");
    assert_string_equal(world_text(then, row, "name_now"), "龙江区");
    assert_string_equal(world_text(then, row, "county"), "龙江县");
    assert_string_equal(world_text(then, row, "prefecture"), "甲州市");
    assert_string_equal(world_text(now, world_row(now, "code", "990103"), "name"), "龙江区");
    mintu_layer_free(then);
    mintu_layer_free(now);
}

static void begins_with_the_agreed_fields(void **state)
{
    world *w = *state;
    static const char *const fields[] = {"code", "name", "level",     "kind",      "county", "prefecture",
                                         "lon",  "lat",  "precision", "certainty", "source"};
    mintu_layer *layer = list(w, (mintu_places_query){0});
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
        assert_string_equal(mintu_layer_field_name(layer, i), fields[i]);
    assert_int_equal(mintu_layer_count(layer), 18);
    assert_int_equal(mintu_layer_geometry_type(layer), MINTU_GEOMETRY_TYPE_POINT);
    assert_string_equal(world_text(layer, world_row(layer, "code", "990221003"), "kind"), "small-city+town");
    assert_string_equal(world_text(layer, world_row(layer, "code", "990102001"), "kind"), "small-city");
    assert_string_equal(world_text(layer, world_row(layer, "code", "990221001"), "kind"), "");
    assert_string_equal(mintu_layer_note(layer, "as-of"), "2014-11-01");
    assert_null(mintu_layer_note(layer, "stated"));
    mintu_layer_free(layer);
}

static void rosters_have_a_row_per_entry(void **state)
{
    world *w = *state;
    mintu_layer *any = list(w, (mintu_places_query){.rosters = WORLD_BOTH});
    mintu_layer *towns = list(w, (mintu_places_query){.rosters = WORLD_TOWNS});
    assert_int_equal(mintu_layer_count(any), 5);
    assert_int_equal(mintu_layer_count(towns), 3);
    size_t row = world_row(towns, "code", "990221003");
    assert_string_equal(world_text(towns, row, "kind"), "town");
    assert_string_equal(world_text(towns, row, "certainty"), "indirect");
    assert_string_equal(world_text(towns, row, "point_certainty"), "attested");
    assert_string_equal(world_text(towns, row, "source"), "T1");
    assert_string_equal(world_text(towns, row, "point_source"), "P");
    assert_string_equal(world_text(towns, row, "batch"), "1");
    assert_string_equal(world_text(towns, row, "both"), "1");
    assert_string_equal(world_text(towns, world_row(towns, "code", "990104001"), "county"), "北江区");
    assert_string_equal(mintu_layer_note(towns, "stated"), "4");
    assert_string_equal(mintu_layer_note(towns, "listed"), "3");
    assert_string_equal(world_text(any, 1, "notice_name"), "太山（古港）");
    assert_string_equal(world_text(any, 1, "roster_note"), "a note");
    mintu_layer_free(any);
    mintu_layer_free(towns);
}

static void in_narrows(void **state)
{
    world *w = *state;
    mintu_layer *city = list(w, (mintu_places_query){.level = MINTU_LEVEL_TOWNSHIP, .in = "990200"});
    mintu_layer *pilots = list(w, (mintu_places_query){.rosters = WORLD_BOTH, .in = "990200"});
    mintu_layer *then = list(w, (mintu_places_query){.level = MINTU_LEVEL_TOWNSHIP, .in = "990105"});
    assert_int_equal(mintu_layer_count(city), 5);
    assert_int_equal(mintu_layer_count(pilots), 3);
    assert_int_equal(mintu_layer_count(then), 1);
    mintu_layer_free(city);
    mintu_layer_free(pilots);
    mintu_layer_free(then);
    mintu_layer *none = NULL;
    mintu_places_query query = {.in = "990299"};
    assert_int_equal(mintu_gazetteer_places_layer(w->context, w->gazetteer, &query, &w->error, &none), MINTU_STATUS_INPUT);
    assert_null(none);
}

static void refuses_a_query_outside_its_enums(void **state)
{
    world *w = *state;
    mintu_layer *none = NULL;
    mintu_places_query query = {.level = (mintu_level)9};
    assert_int_equal(mintu_gazetteer_places_layer(w->context, w->gazetteer, &query, &w->error, &none), MINTU_STATUS_USAGE);
    query = (mintu_places_query){.rosters = 4};
    assert_int_equal(mintu_gazetteer_places_layer(w->context, w->gazetteer, &query, &w->error, &none), MINTU_STATUS_USAGE);
}

static void named_places_keep_what_the_notice_says(void **state)
{
    world *w = *state;
    mintu_layer *layer;
    assert_int_equal(mintu_gazetteer_named(w->context, w->gazetteer, 0, &w->error, &layer), MINTU_STATUS_OK);
    assert_int_equal(mintu_layer_count(layer), 1);
    assert_string_equal(world_text(layer, 0, "name"), "龙江县");
    assert_string_equal(world_text(layer, 0, "notice_name"), "龙江");
    assert_string_equal(world_text(layer, 0, "item"), "4");
    assert_string_equal(world_text(layer, 0, "role"), "reform pilot");
    mintu_layer_free(layer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(lists_places_of_the_day, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(begins_with_the_agreed_fields, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(rosters_have_a_row_per_entry, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(in_narrows, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(refuses_a_query_outside_its_enums, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(named_places_keep_what_the_notice_says, world_set_up, world_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
