#include "test_gazetteer_package.h"

#include "gazetteer/unit_polygons.h"

#include <math.h>

static const char *const codes[6] = {"990102", "990103", "990202", "990105", "990106", "990221"};

static mintu_layer *units(world *w, mintu_level level, int date)
{
    mintu_layer *boxes = world_boxes(w, "code", codes), *layer;
    mintu_units_query query = {"units", level, date};
    if (mintu_units_at(w->context, w->gazetteer, boxes, &query, &w->error, &layer) != MINTU_STATUS_OK)
        fail_msg("%s", w->error.text);
    mintu_layer_free(boxes);
    return layer;
}

static void are_apart_before_a_merger_and_one_after(void **state)
{
    world *w = *state;
    mintu_layer *then = units(w, MINTU_LEVEL_COUNTY, 20141101), *now = units(w, MINTU_LEVEL_COUNTY, 20210203);
    assert_int_equal(mintu_layer_count(then), 6);
    assert_int_equal(mintu_layer_count(now), 5);
    assert_string_equal(world_text(then, world_row(then, "code", "990106"), "name"), "合江区");
    size_t merged = world_row(now, "code", "990104");
    assert_true(fabs(world_area(now, merged) - 2) < 1e-9);
    assert_true(fabs(world_area(then, world_row(then, "code", "990105")) - 1) < 1e-9);
    mintu_layer_free(then);
    mintu_layer_free(now);
}

static void carry_names_and_counts_of_the_day(void **state)
{
    world *w = *state;
    mintu_layer *layer = units(w, MINTU_LEVEL_COUNTY, 20141101);
    size_t row = world_row(layer, "code", "990103"), white = world_row(layer, "code", "990221");
    assert_string_equal(world_text(layer, row, "name"), "龙江县");
    assert_string_equal(world_text(layer, row, "name_now"), "龙江区");
    assert_string_equal(world_text(layer, row, "code_then"), "990121");
    assert_string_equal(world_text(layer, row, "type"), "county");
    assert_string_equal(world_text(layer, row, "prefecture"), "甲州市");
    assert_string_equal(world_text(layer, row, "prefecture_code"), "990100");
    assert_string_equal(world_text(layer, white, "n_small_city"), "1");
    assert_string_equal(world_text(layer, white, "n_pilot_town"), "1");
    assert_string_equal(world_text(layer, world_row(layer, "code", "990105"), "n_pilot_town"), "1");
    assert_string_equal(world_text(layer, world_row(layer, "code", "990106"), "n_pilot_town"), "0");
    mintu_layer_free(layer);
}

static void dissolve_to_higher_levels(void **state)
{
    world *w = *state;
    mintu_layer *prefectures = units(w, MINTU_LEVEL_PREFECTURE, 20141101), *province = units(w, MINTU_LEVEL_PROVINCE, 20141101);
    assert_int_equal(mintu_layer_count(prefectures), 2);
    assert_true(fabs(world_area(prefectures, world_row(prefectures, "code", "990100")) - 4) < 1e-9);
    assert_string_equal(world_text(prefectures, 0, "county"), "");
    assert_int_equal(mintu_layer_count(province), 1);
    assert_true(fabs(world_area(province, 0) - 6) < 1e-9);
    assert_string_equal(world_text(province, 0, "n_pilot_town"), "3");
    mintu_layer_free(prefectures);
    mintu_layer_free(province);
}

static void need_codes(void **state)
{
    world *w = *state;
    mintu_layer *boxes = world_boxes(w, "title", codes), *layer;
    mintu_units_query query = {"units", MINTU_LEVEL_COUNTY, 20141101};
    assert_int_equal(mintu_units_at(w->context, w->gazetteer, boxes, &query, &w->error, &layer), MINTU_STATUS_INPUT);
    assert_null(layer);
    assert_non_null(strstr(w->error.text, "`code`"));
    mintu_layer_free(boxes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(are_apart_before_a_merger_and_one_after, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(carry_names_and_counts_of_the_day, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(dissolve_to_higher_levels, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(need_codes, world_set_up, world_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
