#include "test_gazetteer_package.h"

#include "gazetteer/built_layers.h"

static void path_is(const char *counties, const char *layer, const char *expected)
{
    char *path = mintu_built_path(counties, layer);
    assert_string_equal(path, expected);
    free(path);
}

static void other_levels_stand_beside_the_counties(void **state)
{
    (void)state;
    path_is("/d/counties.gpkg", "counties", "/d/counties.gpkg");
    path_is("/d/counties.gpkg", "prefectures", "/d/prefectures.gpkg");
    path_is("/counties/my-counties.geojson", "province", "/counties/my-province.geojson");
    path_is("x.gpkg", "prefectures", "x-prefectures.gpkg");
    path_is("/a.b/x", "province", "/a.b/x-province");
}

static void the_package_says_where(void **state)
{
    world *w = *state;
    char *path = mintu_built_counties(&w->gazetteer->package);
    char expected[512];
    snprintf(expected, sizeof expected, "%s/counties.gpkg", w->dir);
    assert_string_equal(path, expected);
    assert_false(mintu_built_there(path));
    world_write(w, "counties.gpkg", "x");
    assert_true(mintu_built_there(path));
    free(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(other_levels_stand_beside_the_counties),
        cmocka_unit_test_setup_teardown(the_package_says_where, world_set_up, world_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
