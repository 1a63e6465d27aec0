#include "test_gazetteer_package.h"

#include "gazetteer/package.h"

static void opens_and_finds_resources(void **state)
{
    world *w = *state;
    mintu_package package;
    size_t index;
    assert_int_equal(mintu_package_open(w->context, w->dir, &w->error, &package), MINTU_STATUS_OK);
    assert_int_equal(package.as_of, 20141101);
    const json_t *names = mintu_package_resource(&package, "place_names", &index);
    assert_non_null(names);
    assert_int_equal(index, 1);
    assert_null(mintu_package_resource(&package, "place", NULL)); /* a part of a name is no name */
    char *path = mintu_package_file(&package, names);
    assert_non_null(strstr(path, "/place_names.csv"));
    free(path);
    mintu_package_close(&package);
}

static void credits_fall_back_to_the_package(void **state)
{
    world *w = *state;
    mintu_package package;
    mintu_buffer own = {0}, general = {0};
    assert_int_equal(mintu_package_open(w->context, w->dir, &w->error, &package), MINTU_STATUS_OK);
    mintu_package_credit(&package, mintu_package_resource(&package, "pilot_cities", NULL), "sources", &own);
    mintu_package_credit(&package, mintu_package_resource(&package, "places", NULL), "sources", &general);
    assert_string_equal(own.data, "The notice");
    assert_string_equal(general.data, "Source");
    mintu_buffer_free(&own);
    mintu_buffer_free(&general);
    mintu_package_close(&package);
}

static void refuses(world *w, const char *text, int line, const char *says)
{
    mintu_package package;
    world_write(w, "datapackage.json", text);
    assert_int_equal(mintu_package_open(w->context, w->dir, &w->error, &package), MINTU_STATUS_INPUT);
    assert_non_null(strstr(w->error.source, "datapackage.json"));
    assert_int_equal(w->error.line, line);
    if (!strstr(w->error.text, says))
        fail_msg("\"%s\" does not say \"%s\"", w->error.text, says);
}

static void refuses_what_is_wrong(void **state)
{
    world *w = *state;
    refuses(w, "{\n", 2, "JSON");
    refuses(w, "[1]", 1, "expected an object");
    refuses(w, "{\"mintu:as-of\": \"2014-11-01\"}", 0, "/resources");
    refuses(w, "{\"resources\": [],\n\"mintu:as-of\": \"2014-13-01\"}", 2, "a date");
    refuses(w, "{\"mintu:as-of\": \"2014-11-01\",\n\"resources\": [\n{\"path\": \"../secret.csv\"}]}", 3, "inside the package");
    refuses(w, "{\"mintu:as-of\": \"2014-11-01\",\n\"resources\": [\n{\"path\": \"/etc/passwd\"}]}", 3, "inside the package");
}

static void names_the_remedy_for_a_missing_folder(void **state)
{
    world *w = *state;
    mintu_package package;
    assert_int_equal(mintu_package_open(w->context, "/nonexistent", &w->error, &package), MINTU_STATUS_INPUT);
    assert_string_equal(w->error.source, "/nonexistent/datapackage.json");
    assert_non_null(strstr(w->error.text, "name another folder"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(opens_and_finds_resources, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(credits_fall_back_to_the_package, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(refuses_what_is_wrong, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(names_the_remedy_for_a_missing_folder, world_set_up, world_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
