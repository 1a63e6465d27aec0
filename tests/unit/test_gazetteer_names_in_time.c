#include "test_gazetteer_package.h"

#include "gazetteer/gazetteer_data.h"
#include "gazetteer/names_in_time.h"

static void names_and_codes_change_on_the_day(void **state)
{
    world *w = *state;
    const mintu_place *place = world_place(w, "990103");
    mintu_place_then before = mintu_gazetteer_then(w->gazetteer, place, 20150208);
    mintu_place_then after = mintu_gazetteer_then(w->gazetteer, place, 20150209);
    assert_string_equal(before.name, "龙江县");
    assert_string_equal(before.code, "990121");
    assert_true(before.in_force);
    assert_string_equal(after.name, "龙江区");
    assert_string_equal(after.code, "990103");
    assert_ptr_equal(world_place(w, "990121"), place);
    assert_string_equal(mintu_gazetteer_then(w->gazetteer, place, 0).name, "龙江县"); /* the package's date */
}

static void the_name_of_places_holds_without_a_row(void **state)
{
    world *w = *state;
    const mintu_place *place = world_place(w, "990221003");
    assert_string_equal(mintu_gazetteer_then(w->gazetteer, place, 20111231).name, "秦山镇");
    mintu_place_then then = mintu_gazetteer_then(w->gazetteer, place, 20120101);
    assert_string_equal(then.name, "太山镇");
    assert_string_equal(then.code, "990221003");
    assert_string_equal(then.parent, "990221");
}

static void parents_change_too(void **state)
{
    world *w = *state;
    const mintu_place *town = world_place(w, "990104001");
    assert_ptr_equal(mintu_gazetteer_within(w->gazetteer, town, MINTU_LEVEL_COUNTY, 20141101), world_place(w, "990105"));
    assert_ptr_equal(mintu_gazetteer_within(w->gazetteer, town, MINTU_LEVEL_COUNTY, 20230101), world_place(w, "990104"));
    assert_ptr_equal(mintu_gazetteer_within(w->gazetteer, town, MINTU_LEVEL_PREFECTURE, 20141101), world_place(w, "990100"));
    assert_ptr_equal(mintu_gazetteer_within(w->gazetteer, town, MINTU_LEVEL_TOWNSHIP, 20141101), town);
    assert_null(mintu_gazetteer_within(w->gazetteer, world_place(w, "990100"), MINTU_LEVEL_COUNTY, 20141101));
}

static void units_come_into_force_and_end(void **state)
{
    world *w = *state;
    assert_false(mintu_gazetteer_then(w->gazetteer, world_place(w, "990104"), 20210202).in_force);
    assert_true(mintu_gazetteer_then(w->gazetteer, world_place(w, "990104"), 20210203).in_force);
    assert_false(mintu_gazetteer_then(w->gazetteer, world_place(w, "990105"), 20210203).in_force);
}

static void an_abolished_unit_has_an_heir(void **state)
{
    world *w = *state;
    const mintu_place *old = world_place(w, "990105");
    assert_ptr_equal(mintu_gazetteer_successor(w->gazetteer, old, 20210202), old);
    assert_ptr_equal(mintu_gazetteer_successor(w->gazetteer, old, 20210203), world_place(w, "990104"));
}

static void types_follow_names(void **state)
{
    world *w = *state;
    const mintu_place *place = world_place(w, "990103");
    assert_string_equal(mintu_gazetteer_type(place, "龙江县"), "county");
    assert_string_equal(mintu_gazetteer_type(place, "龙江市"), "county-level-city");
    assert_string_equal(mintu_gazetteer_type(place, "龙江区"), "district");
    assert_string_equal(mintu_gazetteer_type(world_place(w, "990221002"), "石圳畲族乡"), "ethnic-township");
    assert_string_equal(mintu_gazetteer_type(world_place(w, "990221002"), "石圳镇"), "town");
}

static void refuses(world *w, const char *line, int column, const char *says)
{
    char text[512];
    snprintf(text, sizeof text, "code,name,kind,code_then,parent,from,to\n%s\n", line);
    world_write(w, "place_names.csv", text);
    mintu_gazetteer_free(w->gazetteer);
    assert_int_equal(world_open(w), MINTU_STATUS_INPUT);
    assert_int_equal(w->error.line, 2);
    assert_int_equal(w->error.column, column);
    if (!strstr(w->error.text, says))
        fail_msg("\"%s\" does not say \"%s\"", w->error.text, says);
}

static void refuses_wrong_cells(void **state)
{
    world *w = *state;
    refuses(w, "990999,x,alias,,,,", 1, "code of places.csv");
    refuses(w, "990103,,alias,,,,", 8, "a name");
    refuses(w, "990103,x,nick,,,,", 10, "official, short");
    refuses(w, "990103,x,official,,990102001,,", 20, "higher level");
    refuses(w, "990103,x,official,,,,soon", 22, "a date");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(names_and_codes_change_on_the_day, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(the_name_of_places_holds_without_a_row, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(parents_change_too, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(units_come_into_force_and_end, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(an_abolished_unit_has_an_heir, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(types_follow_names, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(refuses_wrong_cells, world_set_up, world_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
