#include "test_gazetteer_package.h"

#include "geocode/elsewhere.h"

static const char towns[] = "name,county,source\n"
                            "龙门镇,970101,S\n"
                            "龙门镇,970202,S\n"
                            "小龙门镇,970101,S\n";
static const char units[] = "code,name,level,parent,source\n"
                            "970100,远方市,prefecture,970000,S\n"
                            "970101,河边县,county,970100,S\n"
                            "970102,河西县,county,970100,S\n";

/* Opens the package anew with both tables. */
static void open_with_tables(world *w)
{
    static char descriptor[sizeof world_descriptor + 512];
    const char *resources = strstr(world_descriptor, "\"resources\": [\n") + 15;
    snprintf(descriptor, sizeof descriptor,
             "%.*s{\"name\": \"country_units\", \"path\": \"country_units.csv\", \"schema\": {\"fields\": [{\"name\": "
             "\"code\"}]}},\n{\"name\": \"towns_elsewhere\", \"path\": \"towns_elsewhere.csv\", \"schema\": {\"fields\": "
             "[{\"name\": \"name\"}]}},\n%s",
             (int)(resources - world_descriptor), world_descriptor, resources);
    mintu_gazetteer_free(w->gazetteer);
    w->gazetteer = NULL;
    world_write(w, "datapackage.json", descriptor);
    world_write(w, "country_units.csv", units);
    world_write(w, "towns_elsewhere.csv", towns);
    if (world_open(w) != MINTU_STATUS_OK)
        fail_msg("%s", w->error.text);
}

static void a_unit_has_its_towns_and_those_of_its_counties(void **state)
{
    world *w = *state;
    mintu_elsewhere elsewhere;
    open_with_tables(w);
    assert_int_equal(mintu_elsewhere_load(w->gazetteer, &w->error, &elsewhere), MINTU_STATUS_OK);
    const mintu_elsewhere_name *county = mintu_elsewhere_find(&elsewhere, "河边县", 9);
    const mintu_elsewhere_name *word = mintu_elsewhere_find(&elsewhere, "河边", 6);
    const mintu_elsewhere_name *prefecture = mintu_elsewhere_find(&elsewhere, "远方市", 9);
    const mintu_elsewhere_name *other = mintu_elsewhere_find(&elsewhere, "河西县", 9);
    assert_true(county && word && prefecture && other);
    assert_true(mintu_elsewhere_has(&elsewhere, county, "龙门镇", 9));
    assert_true(mintu_elsewhere_has(&elsewhere, word, "小龙门镇", 12));
    assert_true(mintu_elsewhere_has(&elsewhere, prefecture, "龙门镇", 9));
    assert_false(mintu_elsewhere_has(&elsewhere, other, "龙门镇", 9));
    assert_false(mintu_elsewhere_has(&elsewhere, county, "水头镇", 9));
    assert_int_equal(mintu_towns_elsewhere_count(&elsewhere.towns, "龙门镇", 9), 2);
    assert_int_equal(mintu_towns_elsewhere_count(&elsewhere.towns, "水头镇", 9), 0);
    assert_true(mintu_towns_elsewhere_has(&elsewhere.towns, 970000, "龙门镇", 9)); /* the province */
    assert_false(mintu_towns_elsewhere_has(&elsewhere.towns, 960000, "龙门镇", 9));
    mintu_elsewhere_free(&elsewhere);
}

static void a_package_without_the_table_knows_none(void **state)
{
    world *w = *state;
    mintu_towns_elsewhere none;
    assert_int_equal(mintu_towns_elsewhere_load(w->gazetteer, &w->error, &none), MINTU_STATUS_OK);
    assert_int_equal(none.count, 0);
    assert_int_equal(mintu_towns_elsewhere_count(&none, "龙门镇", 9), 0);
    mintu_towns_elsewhere_free(&none);
    mintu_towns_elsewhere_free(&none); /* once more does no harm */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_unit_has_its_towns_and_those_of_its_counties, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(a_package_without_the_table_knows_none, world_set_up, world_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
