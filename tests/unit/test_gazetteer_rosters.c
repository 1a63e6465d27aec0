#include "test_gazetteer_package.h"

#include "gazetteer/gazetteer_data.h"
#include "gazetteer/rosters.h"

static void counts_what_is_listed_and_stated(void **state)
{
    world *w = *state;
    assert_int_equal(mintu_gazetteer_listed(w->gazetteer, WORLD_CITIES), 2);
    assert_int_equal(mintu_gazetteer_stated(w->gazetteer, WORLD_CITIES), 2);
    assert_int_equal(mintu_gazetteer_listed(w->gazetteer, WORLD_TOWNS), 3);
    assert_int_equal(mintu_gazetteer_stated(w->gazetteer, WORLD_TOWNS), 4);
    assert_int_equal(mintu_gazetteer_listed(w->gazetteer, WORLD_BOTH), 5);
    assert_int_equal(mintu_gazetteer_stated(w->gazetteer, WORLD_BOTH), 6);
    assert_int_equal(mintu_gazetteer_stated(w->gazetteer, 0), 0);
}

static void marks_places(void **state)
{
    world *w = *state;
    assert_int_equal(world_place(w, "990102001")->rosters, WORLD_CITIES);
    assert_int_equal(world_place(w, "990104001")->rosters, WORLD_TOWNS);
    assert_int_equal(world_place(w, "990221003")->rosters, WORLD_BOTH);
    assert_int_equal(world_place(w, "990103")->rosters, 0); /* named, but on no roster */
}

/* A list of another origin is found by its id, and is none of those that stand together. */
static void a_roster_apart_stands_alone(void **state)
{
    world *w = *state;
    mintu_layer *layer;
    world_write(w, "rosters.csv",
                "id,class,table,title,title_en,one_en,count_field,note_key,apart\n"
                "small-city,small-cities,pilot_cities,小城市试点,small-city pilots,small-city pilot,n_small_city,,\n"
                "town,pilot-towns,pilot_towns,试点镇,pilot towns,pilot town,n_pilot_town,towns,yes\n");
    mintu_gazetteer_free(w->gazetteer);
    assert_int_equal(world_open(w), MINTU_STATUS_OK);
    const mintu_place *both = world_place(w, "990221003"), *town = world_place(w, "990104001");
    assert_true(mintu_gazetteer_roster(w->gazetteer, 1)->apart && !mintu_gazetteer_roster(w->gazetteer, 0)->apart);
    assert_int_equal(both->rosters, WORLD_CITIES);
    assert_int_equal(both->rosters_apart, WORLD_TOWNS);
    assert_int_equal(mintu_rosters_together(w->gazetteer), WORLD_CITIES);
    assert_true(mintu_rosters_has(town, WORLD_TOWNS) && !mintu_rosters_has(town, MINTU_ROSTERS_ANY));
    static const struct {
        unsigned rosters;
        size_t rows;
    } asked[] = {{MINTU_ROSTERS_ANY, 2}, {WORLD_CITIES, 2}, {WORLD_TOWNS, 3}, {WORLD_BOTH, 5}};
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
        mintu_places_query query = {.rosters = asked[i].rosters};
        assert_int_equal(mintu_gazetteer_places_layer(w->context, w->gazetteer, &query, &w->error, &layer), MINTU_STATUS_OK);
        assert_int_equal(mintu_layer_count(layer), asked[i].rows);
        mintu_layer_free(layer);
    }
}

static void refuses_an_unknown_code(void **state)
{
    world *w = *state;
    world_write(w, "pilot_towns.csv", "no,code\n1,990221003\n2,990999999\n");
    mintu_gazetteer_free(w->gazetteer);
    assert_int_equal(world_open(w), MINTU_STATUS_INPUT);
    assert_non_null(strstr(w->error.source, "pilot_towns.csv"));
    assert_int_equal(w->error.line, 3);
    assert_int_equal(w->error.column, 3);
}

static void refuses_more_rosters_than_a_place_has_bits(void **state)
{
    world *w = *state;
    mintu_buffer text = {0};
    mintu_buffer_text(&text, "id,class,table,title,title_en,one_en,count_field,note_key\n");
    for (int i = 1; i <= 33; i++)
        mintu_buffer_format(&text, "r%d,small-cities,t%d,名单,a roster,a town,n_%d,k%d\n", i, i, i, i);
    world_write(w, "rosters.csv", text.data);
    mintu_buffer_free(&text);
    mintu_gazetteer_free(w->gazetteer);
    assert_int_equal(world_open(w), MINTU_STATUS_INPUT);
    assert_non_null(strstr(w->error.source, "rosters.csv"));
    assert_int_equal(w->error.line, 34);
    assert_non_null(strstr(w->error.text, "no more than 32 rosters"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(counts_what_is_listed_and_stated, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(marks_places, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(a_roster_apart_stands_alone, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(refuses_an_unknown_code, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(refuses_more_rosters_than_a_place_has_bits, world_set_up, world_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
