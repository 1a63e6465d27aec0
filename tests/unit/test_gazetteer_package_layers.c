#include "test_gazetteer_package.h"

#include <math.h>

static mintu_layer *load(world *w, const char *name, int date)
{
    mintu_layer *layer;
    if (mintu_gazetteer_layer(w->context, w->gazetteer, name, date, &w->error, &layer) != MINTU_STATUS_OK)
        fail_msg("%s: %s", name, w->error.text);
    return layer;
}

static void all_are_listed_with_a_title(void **state)
{
    world *w = *state;
    size_t count = mintu_gazetteer_layer_count(w->gazetteer);
    assert_true(count >= 13);
    for (size_t i = 0; i < count; i++)
        assert_true(strlen(mintu_gazetteer_layer_title(w->gazetteer, i)) > 3);
    assert_null(mintu_gazetteer_layer_name(w->gazetteer, count));
    assert_null(mintu_gazetteer_layer_title(w->gazetteer, count));
}

static void an_unknown_name_is_answered_with_all_names(void **state)
{
    world *w = *state;
    mintu_layer *layer;
    assert_int_equal(mintu_gazetteer_layer(w->context, w->gazetteer, "moons", 0, &w->error, &layer), MINTU_STATUS_USAGE);
    assert_null(layer);
    assert_non_null(strstr(w->error.text, "pilot-towns"));
}

static void tables_are_layers_by_the_name_of_their_resource(void **state)
{
    world *w = *state;
    mintu_layer *towns = load(w, "pilot_towns", 0);
    assert_int_equal(mintu_layer_geometry_type(towns), MINTU_GEOMETRY_TYPE_NONE);
    assert_string_equal(world_text(towns, 0, "no"), "1");
    assert_int_equal(mintu_layer_count(towns), 3);
    mintu_layer *cities = load(w, "pilot_cities", 0);
    assert_int_equal(mintu_layer_field_type(cities, 0), MINTU_FIELD_TYPE_INTEGER);
    assert_string_equal(mintu_layer_note(cities, "source"), "The notice");
    size_t seen = 0;
    for (size_t i = 0; i < mintu_gazetteer_layer_count(w->gazetteer); i++)
        seen += strcmp(mintu_gazetteer_layer_name(w->gazetteer, i), "places") == 0 ||
                strcmp(mintu_gazetteer_layer_name(w->gazetteer, i), "pilot_cities") == 0;
    assert_int_equal(seen, 2); /* places once, as the layer with points */
    mintu_layer_free(towns);
    mintu_layer_free(cities);
}

static void a_word_in_a_number_of_a_table_is_found_with_its_line(void **state)
{
    world *w = *state;
    mintu_layer *layer;
    world_write(w, "pilot_cities.csv",
                "no,code,name,notice_name,certainty,source,note\n1,990221100,a,a,attested,s,\nx,990221100,a,a,attested,s,\n");
    assert_int_equal(mintu_gazetteer_layer(w->context, w->gazetteer, "pilot_cities", 0, &w->error, &layer), MINTU_STATUS_INPUT);
    assert_null(layer);
    assert_int_equal(w->error.line, 3);
}

static void rosters_are_layers(void **state)
{
    world *w = *state;
    mintu_layer *towns = load(w, "pilot-towns", 0), *pilots = load(w, "pilots", 0);
    assert_string_equal(mintu_layer_name(towns), "pilot-towns");
    assert_string_equal(mintu_layer_note(towns, "title"), "pilot towns");
    assert_string_equal(mintu_layer_note(towns, "stated"), "4");
    assert_int_equal(mintu_layer_count(pilots), 5);
    mintu_layer_free(towns);
    mintu_layer_free(pilots);
}

static void without_built_polygons_borders_are_schematic(void **state)
{
    world *w = *state;
    mintu_layer *counties = load(w, "counties", 0), *province = load(w, "province", 0);
    assert_int_equal(mintu_layer_count(counties), 6);
    assert_non_null(mintu_layer_note(counties, "schematic"));
    assert_non_null(mintu_layer_note(province, "schematic"));
    assert_true(fabs(world_area(province, 0) - 6) < 1e-6);
    mintu_layer_free(counties);
    mintu_layer_free(province);
}

static void built_polygons_take_their_place(void **state)
{
    world *w = *state;
    static const char *const codes[6] = {"990102", "990103", "990202", "990105", "990106", "990221"};
    char path[512];
    mintu_layer *boxes = world_boxes(w, "code", codes);
    snprintf(path, sizeof path, "%s/counties.gpkg", w->dir);
    assert_int_equal(mintu_layer_note_set(boxes, "source", "A survey", &w->error), MINTU_STATUS_OK);
    assert_int_equal(mintu_layer_write(w->context, boxes, path, NULL, &w->error), MINTU_STATUS_OK);
    mintu_layer_free(boxes);
    mintu_layer *counties = load(w, "counties", 20230101), *prefectures = load(w, "prefectures", 0);
    assert_int_equal(mintu_layer_count(counties), 5);
    assert_null(mintu_layer_note(counties, "schematic"));
    assert_string_equal(mintu_layer_note(counties, "source"), "A survey");
    assert_string_equal(mintu_layer_note(counties, "as-of"), "2023-01-01");
    assert_int_equal(mintu_layer_count(prefectures), 2);
    mintu_layer_free(counties);
    mintu_layer_free(prefectures);
}

static void base_layers_carry_their_source(void **state)
{
    world *w = *state;
    mintu_layer *land = load(w, "land", 0);
    assert_int_equal(mintu_layer_count(land), 1);
    assert_string_equal(mintu_layer_note(land, "source"), "Source");
    assert_string_equal(mintu_layer_note(land, "licence"), "Licence");
    mintu_layer_free(land);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(all_are_listed_with_a_title, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(an_unknown_name_is_answered_with_all_names, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(tables_are_layers_by_the_name_of_their_resource, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(a_word_in_a_number_of_a_table_is_found_with_its_line, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(rosters_are_layers, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(without_built_polygons_borders_are_schematic, world_set_up_base, world_tear_down),
        cmocka_unit_test_setup_teardown(built_polygons_take_their_place, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(base_layers_carry_their_source, world_set_up_base, world_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
