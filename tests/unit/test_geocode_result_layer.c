#include "test_gazetteer_package.h"

#include <math.h>

static void has_exactly_the_agreed_fields(void **state)
{
    world *w = *state;
    static const char *const fields[] = {"query", "status", "name",      "level", "code",  "county",     "prefecture",
                                         "lon",   "lat",    "precision", "match", "score", "candidates", "rest"};
    static const char *const names[] = {"东城龙门", "龙门", "哥谭", "龙江县", "a\xFFz"};
    mintu_geocoder *geocoder;
    mintu_layer *layer;
    assert_int_equal(mintu_geocoder_new(w->gazetteer, NULL, &w->error, &geocoder), MINTU_STATUS_OK);
    assert_int_equal(mintu_geocoder_layer(w->context, geocoder, names, 5, &w->error, &layer), MINTU_STATUS_OK);
    assert_int_equal(mintu_layer_field_count(layer), 14);
    for (size_t i = 0; i < 13; i++)
        assert_string_equal(mintu_layer_field_name(layer, i), fields[i]);
    assert_int_equal(mintu_layer_count(layer), 5);
    assert_string_equal(world_text(layer, 0, "status"), "matched");
    assert_string_equal(world_text(layer, 0, "name"), "龙门镇");
    assert_string_equal(world_text(layer, 0, "county"), "东城区");
    assert_string_equal(world_text(layer, 0, "prefecture"), "甲州市");
    assert_string_equal(world_text(layer, 0, "lon"), "110.4");
    assert_string_equal(world_text(layer, 0, "score"), "0.9");
    assert_string_equal(world_text(layer, 0, "candidates"), "");
    assert_string_equal(world_text(layer, 1, "status"), "ambiguous");
    assert_string_equal(world_text(layer, 1, "code"), "");
    assert_string_equal(world_text(layer, 1, "lon"), "");
    assert_string_equal(world_text(layer, 1, "candidates"), "龙门镇@东城区|龙门街道@龙江县");
    assert_string_equal(world_text(layer, 2, "status"), "unmatched");
    assert_string_equal(world_text(layer, 3, "county"), "龙江县");
    assert_string_equal(world_text(layer, 4, "query"), "a\xEF\xBF\xBDz");
    double point[2];
    bool found;
    assert_int_equal(mintu_layer_point(w->context, layer, 0, point, &found, &w->error), MINTU_STATUS_OK);
    assert_true(found && point[1] == 20.4);
    assert_int_equal(mintu_layer_point(w->context, layer, 1, point, &found, &w->error), MINTU_STATUS_OK);
    assert_false(found);
    mintu_layer_free(layer);
    mintu_geocoder_free(geocoder);
}

static void counties_stand_with_their_prefecture(void **state)
{
    world *w = *state;
    static const char *const names[] = {"东城区"};
    mintu_geocoder *geocoder;
    mintu_layer *layer;
    assert_int_equal(mintu_geocoder_new(w->gazetteer, NULL, &w->error, &geocoder), MINTU_STATUS_OK);
    assert_int_equal(mintu_geocoder_layer(w->context, geocoder, names, 1, &w->error, &layer), MINTU_STATUS_OK);
    assert_string_equal(world_text(layer, 0, "candidates"), "东城区@甲州市|东城区@乙州市");
    mintu_layer_free(layer);
    mintu_geocoder_free(geocoder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(has_exactly_the_agreed_fields, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(counties_stand_with_their_prefecture, world_set_up, world_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
