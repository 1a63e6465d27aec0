#include "test_gazetteer_package.h"

#include "gazetteer/boundary_field.h"
#include "gazetteer/boundary_names.h"

/* The polygons as an import holds them: name and number of the file. */
static mintu_layer *raw_layer(world *w, const char *const names[6], const int files[6])
{
    mintu_layer *layer = world_boxes(w, "name", names);
    assert_int_equal(mintu_layer_field_add(layer, "file", MINTU_FIELD_TYPE_INTEGER, &w->error), MINTU_STATUS_OK);
    for (size_t i = 0; i < 6; i++)
        assert_int_equal(mintu_layer_number_set(layer, i, MINTU_RAW_FILE, files ? files[i] : 0, &w->error), MINTU_STATUS_OK);
    return layer;
}

/* Expects the codes, NULL where a name must not match. */
static void matches(world *w, mintu_layer *raw, int date, const char *const codes[6])
{
    const mintu_place *units[6] = {0};
    char *texts[6] = {0};
    mintu_boundary_matches result = {date, units, texts};
    assert_int_equal(mintu_boundary_match(w->context, w->gazetteer, raw, &w->error, &result), MINTU_STATUS_OK);
    for (int i = 0; i < 6; i++) {
        if (codes[i] && !units[i])
            fail_msg("row %d did not match: %s", i, texts[i]);
        if (codes[i])
            assert_string_equal(units[i]->code, codes[i]);
        else
            assert_null(units[i]);
        assert_true((units[i] == NULL) == (texts[i] != NULL));
        free(texts[i]);
    }
    mintu_layer_free(raw);
}

static void seats_tell_same_named_units_apart(void **state)
{
    world *w = *state;
    static const char *const names[6] = {"东城区", "龙江县", "东城区", "北江区", "合江区", "白石县"};
    static const char *const codes[6] = {"990102", "990103", "990202", "990105", "990106", "990221"};
    matches(w, raw_layer(w, names, NULL), 20141101, codes);
}

/* No seat lies in any polygon; the other rows of a file say the prefecture. */
static void the_other_rows_of_a_file_tell_them_apart(void **state)
{
    world *w = *state;
    static const char *const names[6] = {"东城区", "龙江县", "东城区", "北江区", "合江区", "白石县"};
    static const int files[6] = {2, 1, 1, 1, 1, 2};
    static const char *const codes[6] = {"990202", "990103", "990102", "990105", "990106", "990221"};
    char places[4096], *at;
    snprintf(places, sizeof places, "%s", world_places);
    while ((at = strstr(places, ",20.5,county")))
        memcpy(at, ",19.5", 5);
    world_write(w, "places.csv", places);
    mintu_gazetteer_free(w->gazetteer);
    assert_int_equal(world_open(w), MINTU_STATUS_OK);
    matches(w, raw_layer(w, names, files), 20141101, codes);
}

/* The two 东城区 have changed places: their seats say one thing, their files another. */
static void evidence_that_disagrees_settles_nothing(void **state)
{
    world *w = *state;
    static const char *const names[6] = {"东城区", "龙江县", "东城区", "北江区", "合江区", "白石县"};
    static const int files[6] = {2, 1, 1, 1, 1, 2};
    static const char *const codes[6] = {NULL, "990103", NULL, "990105", "990106", "990221"};
    matches(w, raw_layer(w, names, files), 20141101, codes);
}

static void any_name_of_any_time_will_do(void **state)
{
    world *w = *state;
    static const char *const names[6] = {"990102", "Longjiang", "990202", "北江", "合江区", "哥谭县"};
    static const char *const codes[6] = {"990102", "990103", "990202", "990105", "990106", NULL};
    matches(w, raw_layer(w, names, NULL), 20141101, codes);
}

static void the_date_is_that_of_the_names(void **state)
{
    world *w = *state;
    static const char *const old[6] = {"东城区", "龙江县", "东城区", "北江区", "合江区", "白石县"};
    static const char *const middle[6] = {"东城区", "龙江区", "东城区", "北江区", "合江区", "白石县"};
    mintu_layer *first = raw_layer(w, old, NULL), *second = raw_layer(w, middle, NULL);
    assert_int_equal(mintu_boundary_date(w->gazetteer, first), 20141101);
    assert_int_equal(mintu_boundary_date(w->gazetteer, second), 20150209);
    mintu_layer_free(first);
    mintu_layer_free(second);
}

static void the_field_is_found(void **state)
{
    world *w = *state;
    static const char *const names[6] = {"东城区", "龙江县", "东城区", "北江区", "合江区", "白石县"};
    static const char *const others[6] = {"1", "2", "3", "4", "5", "6"};
    mintu_layer *odd = world_boxes(w, "县界", names), *none = world_boxes(w, "id", others);
    size_t field = 9;
    assert_int_equal(mintu_boundary_field(w->gazetteer, &(mintu_polygon_file){odd, "f"}, NULL, &w->error, &field),
                     MINTU_STATUS_OK);
    assert_int_equal(field, 0);
    assert_int_equal(mintu_boundary_field(w->gazetteer, &(mintu_polygon_file){none, "f"}, NULL, &w->error, &field),
                     MINTU_STATUS_INPUT);
    assert_non_null(strstr(w->error.text, "name the field of the units"));
    assert_int_equal(mintu_boundary_field(w->gazetteer, &(mintu_polygon_file){odd, "f"}, "name", &w->error, &field),
                     MINTU_STATUS_INPUT);
    assert_non_null(strstr(w->error.text, "县界"));
    assert_int_equal(mintu_boundary_field_fits(w->gazetteer, &(mintu_polygon_file){odd, "f"}, 0), 6);
    assert_int_equal(mintu_boundary_field_fail(w->gazetteer, &(mintu_polygon_file){none, "f"}, 0, &w->error),
                     MINTU_STATUS_INPUT);
    assert_non_null(strstr(w->error.text, "it holds numbers or codes that no unit of the data package has, such as \"1\""));
    mintu_layer_free(odd);
    mintu_layer_free(none);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(seats_tell_same_named_units_apart, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(the_other_rows_of_a_file_tell_them_apart, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(evidence_that_disagrees_settles_nothing, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(any_name_of_any_time_will_do, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(the_date_is_that_of_the_names, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(the_field_is_found, world_set_up, world_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
