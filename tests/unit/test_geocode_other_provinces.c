#include "test_gazetteer_package.h"

#include "geocode/other_provinces.h"

static const char provinces[] = "code,name,short,name_en\n"
                                "990000,测试省,测试,Ceshi\n"
                                "980000,远方省,远方,Yuanfang\n"
                                "970000,边境自治区,,\n";

/* Opens the package anew with the table of provinces, or one with other columns. */
static void open_with(world *w, const char *table, const char *text)
{
    static char descriptor[sizeof world_descriptor + 256];
    const char *resources = strstr(world_descriptor, "\"resources\": [\n") + 15;
    snprintf(descriptor, sizeof descriptor,
             "%.*s{\"name\": \"%s\", \"path\": \"provinces.csv\", \"schema\": {\"fields\": [{\"name\": \"code\"}]}},\n%s",
             (int)(resources - world_descriptor), world_descriptor, table, resources);
    mintu_gazetteer_free(w->gazetteer);
    w->gazetteer = NULL;
    world_write(w, "datapackage.json", descriptor);
    world_write(w, "provinces.csv", text);
    if (world_open(w) != MINTU_STATUS_OK)
        fail_msg("%s", w->error.text);
}

static bool leads(const mintu_foreign *foreign, const char *text)
{
    mintu_words words;
    mintu_error error;
    assert_int_equal(mintu_words_read(text, &error, &words), MINTU_STATUS_OK);
    return mintu_foreign_leads(foreign, &words);
}

static void names_of_other_provinces_lead(void **state)
{
    world *w = *state;
    mintu_foreign foreign;
    open_with(w, "provinces", provinces);
    assert_int_equal(mintu_foreign_load(w->gazetteer, &w->error, &foreign), MINTU_STATUS_OK);
    assert_int_equal(foreign.count, 4); /* empty names are none, and the package's own is not foreign */
    assert_true(leads(&foreign, "远方省龙门镇"));
    assert_true(leads(&foreign, "远方龙门镇"));
    assert_true(leads(&foreign, "边境自治区龙门镇"));
    assert_true(leads(&foreign, "Yuanfang Longmen"));
    assert_true(leads(&foreign, "Yuanfang"));
    assert_false(leads(&foreign, "Yuanfangzi Longmen"));
    assert_false(leads(&foreign, "测试省龙门镇"));
    assert_false(leads(&foreign, "龙门镇远方省"));
    assert_false(leads(&foreign, "远"));
    mintu_foreign_free(&foreign);
    mintu_foreign_free(&foreign); /* once more does no harm */
}

static void a_name_stands_just_before(void **state)
{
    world *w = *state;
    mintu_foreign foreign;
    static const char text[] = "在远方省龙门镇";
    open_with(w, "provinces", provinces);
    assert_int_equal(mintu_foreign_load(w->gazetteer, &w->error, &foreign), MINTU_STATUS_OK);
    assert_true(mintu_foreign_before(&foreign, text, strlen("在远方省")));
    assert_true(mintu_foreign_before(&foreign, text, strlen("在远方")));
    assert_false(mintu_foreign_before(&foreign, text, strlen("在远")));
    assert_false(mintu_foreign_before(&foreign, text, strlen("在远方省龙")));
    assert_false(mintu_foreign_before(&foreign, text, 0));
    mintu_foreign_free(&foreign);
}

static void a_package_without_the_table_knows_none(void **state)
{
    world *w = *state;
    mintu_foreign foreign;
    assert_int_equal(mintu_foreign_load(w->gazetteer, &w->error, &foreign), MINTU_STATUS_OK);
    assert_int_equal(foreign.count, 0);
    assert_false(leads(&foreign, "远方省龙门镇"));
    mintu_foreign_free(&foreign);
}

static void a_table_without_its_columns_is_told(void **state)
{
    world *w = *state;
    mintu_foreign foreign;
    open_with(w, "provinces", "code,name\n980000,远方省\n");
    assert_int_equal(mintu_foreign_load(w->gazetteer, &w->error, &foreign), MINTU_STATUS_INPUT);
    assert_non_null(strstr(w->error.text, "short"));
    mintu_foreign_free(&foreign);
}

static void what_lies_elsewhere_is_unmatched(void **state)
{
    world *w = *state;
    mintu_geocoder *geocoder;
    mintu_match match;
    open_with(w, "provinces", provinces);
    assert_int_equal(mintu_geocoder_new(w->gazetteer, NULL, &w->error, &geocoder), MINTU_STATUS_OK);
    assert_int_equal(mintu_geocoder_match(geocoder, "太山镇", &w->error, &match), MINTU_STATUS_OK);
    assert_int_equal(match.status, MINTU_MATCH_STATUS_MATCHED);
    assert_int_equal(mintu_geocoder_match(geocoder, "测试省太山镇", &w->error, &match), MINTU_STATUS_OK);
    assert_int_equal(match.status, MINTU_MATCH_STATUS_MATCHED);
    assert_int_equal(mintu_geocoder_match(geocoder, "远方省太山镇", &w->error, &match), MINTU_STATUS_OK);
    assert_int_equal(match.status, MINTU_MATCH_STATUS_UNMATCHED);
    mintu_geocoder_free(geocoder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(names_of_other_provinces_lead, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(a_name_stands_just_before, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(a_package_without_the_table_knows_none, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(a_table_without_its_columns_is_told, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(what_lies_elsewhere_is_unmatched, world_set_up, world_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
