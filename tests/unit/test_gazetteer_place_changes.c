#include "test_gazetteer_package.h"

/* 北江区 went into 合江区, of which 南江区 was parted; 小镇 went with its district, 老镇 has no known heir. */
#define HEAD                                                                                                                   \
    "code,name,name_en,level,type,parent,lon,lat,precision,certainty,source,source_id,from,to,into,out_of,elevation\n"         \
    "990000,测试省,,province,province,,,,,,,,,,,,\n"                                                                        \
    "990100,甲州市,,prefecture,prefecture-level-city,990000,,,,,,,,,,,\n"                                                   \
    "990104,合江区,,county,district,990100,,,,,,,,,,,\n"                                                                    \
    "990106,南江区,,county,district,990100,,,,,,,2021-02-03,,,990104,\n"                                                    \
    "990104001,小镇,,township,town,990104,111,21,town,matched,S,1,,,,,612\n"                                                 \
    "990104002,老镇,,township,town,990104,,,,,,,,2020-01-01,,,\n"
static const char places[] = HEAD "990105,北江区,,county,district,990100,,,,,,,,2021-02-03,990104,,\n";
static const char names[] = "code,name,kind,code_then,parent,from,from_after,from_by,to,to_after,to_by\n"
                            "990104001,小镇,official,990105001,990105,,,,2021-02-03,2020-06-30,2021-10-31\n"
                            "990104001,小镇,official,990104001,,2021-02-03,2020-06-30,2021-10-31,,,\n";

static int set_up(void **state)
{
    static world shared;
    world_make(&shared);
    world_write(&shared, "places.csv", places);
    world_write(&shared, "place_names.csv", names);
    world_write(&shared, "pilot_cities.csv", "no,code\n");
    world_write(&shared, "pilot_towns.csv", "no,code\n");
    world_write(&shared, "named_places.csv", "code,name,notice_name,item,role,note\n");
    if (world_open(&shared) != MINTU_STATUS_OK)
        fail_msg("%s", shared.error.text);
    *state = &shared;
    return 0;
}

static mintu_layer *changes(world *w, int from, int to)
{
    mintu_layer *layer;
    mintu_changes_query query = {.from = from, .to = to};
    assert_int_equal(mintu_gazetteer_changes_layer(w->context, w->gazetteer, &query, &w->error, &layer), MINTU_STATUS_OK);
    return layer;
}

static void is(const mintu_layer *layer, const char *name, const char *change, const char *after, const char *day)
{
    size_t row = world_row(layer, "name_before", name);
    assert_string_equal(world_text(layer, row, "change"), change);
    assert_string_equal(world_text(layer, row, "name_after"), after);
    assert_string_equal(world_text(layer, row, "day"), day);
}

static void each_change_has_its_kind(void **state)
{
    world *w = *state;
    mintu_layer *layer = changes(w, 20190101, 20230101);
    assert_int_equal(mintu_layer_count(layer), 4);
    assert_string_equal(mintu_layer_note(layer, "unchanged"), "3");
    is(layer, "北江区", "merged", "合江区", "2021-02-03");
    is(layer, "合江区", "split", "南江区", "2021-02-03");
    is(layer, "小镇", "moved", "小镇", "2020-06-30/2021-10-31");
    is(layer, "老镇", "ended", "", "2020-01-01");
    mintu_layer_free(layer);
    layer = changes(w, 20210301, 20230101);
    assert_int_equal(mintu_layer_count(layer), 0);
    mintu_layer_free(layer);
}

static void a_unit_that_is_gone_is_answered_with_its_heir(void **state)
{
    world *w = *state;
    static const struct {
        int day;
        const char *name, *code;
    } asked[] = {{20230101, "北江区", "990104"}, {20210101, "北江区", "990105"}, {20230101, "老镇", "990104002"}};
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
        mintu_geocode_options options = {.as_of = asked[i].day};
        mintu_geocoder *geocoder;
        mintu_match match;
        assert_int_equal(mintu_geocoder_new(w->gazetteer, &options, &w->error, &geocoder), MINTU_STATUS_OK);
        assert_int_equal(mintu_geocoder_match(geocoder, asked[i].name, &w->error, &match), MINTU_STATUS_OK);
        assert_int_equal(match.status, MINTU_MATCH_STATUS_MATCHED);
        assert_string_equal(match.place->code, asked[i].code);
        mintu_geocoder_free(geocoder);
    }
    assert_true(world_place(w, "990104001")->elevation > 611.9 && world_place(w, "990104001")->elevation < 612.1);
}

static void refuses(world *w, const char *line)
{
    char text[2048];
    snprintf(text, sizeof text, "%s%s", HEAD, line);
    world_write(w, "places.csv", text);
    mintu_gazetteer_free(w->gazetteer);
    assert_int_equal(world_open(w), MINTU_STATUS_INPUT);
    assert_int_equal(w->error.line, 8);
    assert_non_null(strstr(w->error.text, "another unit of the same level"));
}

static void an_heir_is_another_unit_of_the_level(void **state)
{
    world *w = *state;
    refuses(w, "990105,北江区,,county,district,990100,,,,,,,,2021-02-03,990105,,\n");
    refuses(w, "990105,北江区,,county,district,990100,,,,,,,,2021-02-03,990100,,\n");
    refuses(w, "990105,北江区,,county,district,990100,,,,,,,,2021-02-03,,999999,\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(each_change_has_its_kind, set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(a_unit_that_is_gone_is_answered_with_its_heir, set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(an_heir_is_another_unit_of_the_level, set_up, world_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
