#include "test_gazetteer_package.h"

#include "gazetteer/change_window.h"
#include "gazetteer/names_in_time.h"

/* 东山乡 became 太山镇 between the two lists; 陈家镇's code changed with its county's; 无名镇 began by a day. */
static const char names[] = "code,name,kind,code_then,parent,from,from_after,from_by,to,to_after,to_by\n"
                            "990221003,东山乡,official,990221203,,,,,2016-07-31,2015-09-30,2016-07-31\n"
                            "990221003,太山镇,official,990221003,,2016-07-31,2015-09-30,2016-07-31,,,\n"
                            "990104001,陈家镇,official,,990105,,,,2021-02-03,2020-06-30,2021-10-31\n"
                            "990104001,陈家镇,official,990104001,,2021-02-03,2020-06-30,2021-10-31,,,\n"
                            "990221004,无名镇,official,990221004,,2015-09-30,,2015-09-30,,,\n";

static int set_up(void **state)
{
    static world shared;
    world_make(&shared);
    world_write(&shared, "place_names.csv", names);
    assert_int_equal(world_open(&shared), MINTU_STATUS_OK);
    *state = &shared;
    return 0;
}

static void says(world *w, const char *code, int date, const char *text)
{
    mintu_buffer out = {0};
    mintu_gazetteer_remark(w->gazetteer, world_place(w, code), date, &out);
    assert_string_equal(out.data, text);
    mintu_buffer_free(&out);
}

static void a_day_between_is_told(void **state)
{
    world *w = *state;
    says(w, "990221003", 20150930, "");
    says(w, "990221003", 20151001, "changed between 2015-09-30 and 2016-07-31: 东山乡, 太山镇");
    says(w, "990221003", 20160731, "");
    says(w, "990104001", 20210203, "code changed between 2020-06-30 and 2021-10-31");
    says(w, "990221004", 0, "made by 2015-09-30");
    says(w, "990102001", 20160101, "");
}

static void both_names_may_hold(void **state)
{
    world *w = *state;
    const mintu_name *name;
    assert_int_equal(mintu_gazetteer_names(w->gazetteer, world_place(w, "990221003"), &name), 2);
    assert_true(mintu_name_may_hold(&name[0], 20160101) && mintu_name_may_hold(&name[1], 20160101));
    assert_true(mintu_name_may_hold(&name[0], 20150930) && !mintu_name_may_hold(&name[1], 20150930));
    assert_true(!mintu_name_may_hold(&name[0], 20160731) && mintu_name_may_hold(&name[1], 20160731));
}

static void a_code_that_is_not_known_is_none(void **state)
{
    world *w = *state;
    const mintu_place *town = world_place(w, "990104001");
    assert_string_equal(mintu_gazetteer_then(w->gazetteer, town, 20200101).code, "");
    assert_string_equal(mintu_gazetteer_then(w->gazetteer, town, 20230101).code, "990104001");
    assert_string_equal(mintu_gazetteer_then(w->gazetteer, world_place(w, "990221003"), 20151231).code, "990221203");
}

static void geocodes_both(void **state)
{
    world *w = *state;
    static const char *const asked[] = {"东山乡", "太山镇"};
    for (size_t i = 0; i < 2; i++) {
        mintu_geocode_options options = {.as_of = 20160101};
        mintu_geocoder *geocoder;
        mintu_match match;
        assert_int_equal(mintu_geocoder_new(w->gazetteer, &options, &w->error, &geocoder), MINTU_STATUS_OK);
        assert_int_equal(mintu_geocoder_match(geocoder, asked[i], &w->error, &match), MINTU_STATUS_OK);
        assert_int_equal(match.kind, MINTU_MATCH_KIND_EXACT);
        assert_string_equal(match.place->code, "990221003");
        mintu_geocoder_free(geocoder);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_day_between_is_told, set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(both_names_may_hold, set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(a_code_that_is_not_known_is_none, set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(geocodes_both, set_up, world_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
