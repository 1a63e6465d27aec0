#include "test_gazetteer_package.h"

static void titles_are_split_by_language(void **state)
{
    world *w = *state;
    assert_string_equal(mintu_gazetteer_title(w->gazetteer, "zh"), "测试");
    assert_string_equal(mintu_gazetteer_title(w->gazetteer, NULL), "测试");
    assert_string_equal(mintu_gazetteer_title(w->gazetteer, "en"), "Test");
}

static void a_listed_table_must_be_there(void **state)
{
    world *w = *state;
    char path[512];
    snprintf(path, sizeof path, "%s/place_names.csv", w->dir);
    unlink(path);
    mintu_gazetteer_free(w->gazetteer);
    assert_int_equal(world_open(w), MINTU_STATUS_INPUT);
    assert_null(w->gazetteer);
    assert_string_equal(w->error.source, path);
}

static void tables_that_are_not_listed_may_be_absent(void **state)
{
    world *w = *state;
    world_write(w, "datapackage.json", "{\"mintu:as-of\": \"2014-11-01\", \"resources\": [{\"path\": \"places.csv\"}]}");
    mintu_gazetteer_free(w->gazetteer);
    assert_int_equal(world_open(w), MINTU_STATUS_OK);
    assert_int_equal(mintu_gazetteer_count(w->gazetteer), 19);
    assert_string_equal(mintu_gazetteer_title(w->gazetteer, "en"), "");
    mintu_gazetteer_free(w->gazetteer);
    w->gazetteer = NULL;
    world_write(w, "datapackage.json", "{\"mintu:as-of\": \"2014-11-01\", \"resources\": []}");
    assert_int_equal(world_open(w), MINTU_STATUS_INPUT); /* places are what it is about */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(titles_are_split_by_language, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(a_listed_table_must_be_there, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(tables_that_are_not_listed_may_be_absent, world_set_up, world_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
