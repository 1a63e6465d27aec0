#include "test_gazetteer_package.h"

#include <mintu/geocode.h>

static mintu_status find(world *w, const char *text, int date, const mintu_place **out)
{
    mintu_geocode_options options;
    mintu_geocoder *geocoder;
    options = (mintu_geocode_options){0};
    options.as_of = date;
    assert_int_equal(mintu_geocoder_new(w->gazetteer, &options, &w->error, &geocoder), MINTU_STATUS_OK);
    mintu_status status = mintu_geocoder_unit(geocoder, text, &w->error, out);
    mintu_geocoder_free(geocoder);
    return status;
}

static void names(world *w, const char *text, int date, const char *code)
{
    const mintu_place *unit;
    if (find(w, text, date, &unit) != MINTU_STATUS_OK)
        fail_msg("%s: %s", text, w->error.text);
    assert_string_equal(unit->code, code);
}

static void refuses(world *w, const char *text, const char *says)
{
    const mintu_place *unit;
    assert_int_equal(find(w, text, 0, &unit), MINTU_STATUS_INPUT);
    if (!strstr(w->error.text, says))
        fail_msg("\"%s\" does not say \"%s\"", w->error.text, says);
}

static void finds_by_any_name(void **state)
{
    world *w = *state;
    names(w, "甲州市", 0, "990100");
    names(w, "甲州", 0, "990100");
    names(w, "990100", 0, "990100");
    names(w, "jiazhou", 0, "990100");
    names(w, "Kapchow", 0, "990100");
    names(w, "龙江县", 0, "990103");
    names(w, "龙江区", 0, "990103");
    names(w, "龙江县", 20230101, "990103");
    names(w, "龙江", 20230101, "990103");
    names(w, "990121", 0, "990103");
}

static void a_name_belongs_to_the_unit_of_the_day(void **state)
{
    world *w = *state;
    names(w, "合江区", 20141101, "990106");
    names(w, "合江区", 20230101, "990104");
    names(w, "北江区", 20230101, "990105"); /* abolished, and no other has the name */
}

static void refuses_unknown_and_ambiguous(void **state)
{
    world *w = *state;
    refuses(w, "某某县", "none of this name");
    refuses(w, "", "none of this name");
    refuses(w, "东", "none of this name");
    refuses(w, "龙门镇", "none of this name"); /* a township is no area to search in */
    refuses(w, "东城区", "990102 东城区, 990202 东城区");
    refuses(w, "东城", "990102 东城区, 990202 东城区");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(finds_by_any_name, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(a_name_belongs_to_the_unit_of_the_day, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(refuses_unknown_and_ambiguous, world_set_up, world_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
