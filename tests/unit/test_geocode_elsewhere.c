#include "test_gazetteer_package.h"

#include "geocode/elsewhere.h"

static const char units[] = "code,name,level,parent,source\n"
                            "970100,远方市,prefecture,970000,S\n"
                            "970101,河边县,county,970100,S\n"
                            "990103,龙江区,county,990100,S\n"; /* the package's own */

/* Opens the package anew with a table of units. */
static void open_with(world *w, const char *text)
{
    static char descriptor[sizeof world_descriptor + 256];
    const char *resources = strstr(world_descriptor, "\"resources\": [\n") + 15;
    snprintf(descriptor, sizeof descriptor,
             "%.*s{\"name\": \"country_units\", \"path\": \"country_units.csv\", \"schema\": {\"fields\": [{\"name\": "
             "\"code\"}]}},\n%s",
             (int)(resources - world_descriptor), world_descriptor, resources);
    mintu_gazetteer_free(w->gazetteer);
    w->gazetteer = NULL;
    world_write(w, "datapackage.json", descriptor);
    world_write(w, "country_units.csv", text);
    if (world_open(w) != MINTU_STATUS_OK)
        fail_msg("%s", w->error.text);
}

static void units_elsewhere_have_names_with_and_without_type(void **state)
{
    world *w = *state;
    mintu_elsewhere elsewhere;
    open_with(w, units);
    assert_int_equal(mintu_elsewhere_load(w->gazetteer, &w->error, &elsewhere), MINTU_STATUS_OK);
    const mintu_elsewhere_name *full = mintu_elsewhere_find(&elsewhere, "河边县", 9);
    const mintu_elsewhere_name *word = mintu_elsewhere_find(&elsewhere, "远方", 6);
    assert_true(full && word && full->full && !word->full);
    assert_int_equal(full->levels, 1U << MINTU_LEVEL_COUNTY);
    assert_int_equal(word->levels, 1U << MINTU_LEVEL_PREFECTURE);
    assert_null(mintu_elsewhere_find(&elsewhere, "龙江区", 9));
    assert_int_equal(mintu_elsewhere_leads(&elsewhere, "河边县龙门镇", strlen("河边县龙门镇")), strlen("河边县"));
    assert_int_equal(mintu_elsewhere_leads(&elsewhere, "远方龙门镇", strlen("远方龙门镇")), 0); /* no type */
    mintu_elsewhere_free(&elsewhere);
    mintu_elsewhere_free(&elsewhere); /* once more does no harm */
}

static void a_level_that_is_none_is_told(void **state)
{
    world *w = *state;
    mintu_elsewhere elsewhere;
    open_with(w, "code,name,level\n970100,远方市,village\n");
    assert_int_equal(mintu_elsewhere_load(w->gazetteer, &w->error, &elsewhere), MINTU_STATUS_INPUT);
    assert_non_null(strstr(w->error.text, "prefecture or county"));
    mintu_elsewhere_free(&elsewhere);
}

static void a_package_without_the_table_knows_none(void **state)
{
    world *w = *state;
    mintu_elsewhere elsewhere;
    assert_int_equal(mintu_elsewhere_load(w->gazetteer, &w->error, &elsewhere), MINTU_STATUS_OK);
    assert_int_equal(elsewhere.count, 0);
    mintu_elsewhere_free(&elsewhere);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(units_elsewhere_have_names_with_and_without_type, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(a_level_that_is_none_is_told, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(a_package_without_the_table_knows_none, world_set_up, world_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
