#include "test_gazetteer_package.h"

#include <math.h>

static mintu_match ask(world *w, const mintu_geocode_options *options, const char *name)
{
    mintu_geocoder *geocoder;
    mintu_match match;
    assert_int_equal(mintu_geocoder_new(w->gazetteer, options, &w->error, &geocoder), MINTU_STATUS_OK);
    assert_int_equal(mintu_geocoder_match(geocoder, name, &w->error, &match), MINTU_STATUS_OK);
    mintu_geocoder_free(geocoder);
    return match;
}

static void is(world *w, const mintu_geocode_options *options, const char *name, const char *code, mintu_match_kind kind)
{
    mintu_match match = ask(w, options, name);
    if (match.status != MINTU_MATCH_STATUS_MATCHED)
        fail_msg("%s is %s", name, mintu_match_status_text(match.status));
    assert_string_equal(match.place->code, code);
    assert_int_equal(match.kind, kind);
    assert_int_equal(match.candidate_count, 0);
}

static void is_ambiguous(world *w, const mintu_geocode_options *options, const char *name, const char *first,
                         const char *second)
{
    mintu_match match = ask(w, options, name);
    assert_int_equal(match.status, MINTU_MATCH_STATUS_AMBIGUOUS);
    assert_null(match.place);
    assert_int_equal(match.candidate_count, 2);
    assert_string_equal(match.candidates[0]->code, first);
    assert_string_equal(match.candidates[1]->code, second);
}

static void shared_names_are_refused(void **state)
{
    world *w = *state;
    is_ambiguous(w, NULL, "龙门", "990102001", "990103001");
    is_ambiguous(w, NULL, "东城区", "990102", "990202");
    is_ambiguous(w, NULL, "和平", "990104002", "990202001");
    is_ambiguous(w, NULL, "Longmen", "990102001", "990103001");
    is(w, NULL, "和平镇", "990104002", MINTU_MATCH_KIND_EXACT);
    is(w, NULL, "乙州和平", "990202001", MINTU_MATCH_KIND_SHORT);
}

static void a_roster_may_decide(void **state)
{
    world *w = *state;
    mintu_geocode_options options;
    options = (mintu_geocode_options){0};
    options.rosters = WORLD_CITIES;
    is(w, &options, "龙门", "990102001", MINTU_MATCH_KIND_SHORT);
    is(w, &options, "和平镇", "990104002", MINTU_MATCH_KIND_EXACT); /* not on the roster, and no other to choose */
    is_ambiguous(w, &options, "和平", "990104002", "990202001");
    options.rosters = WORLD_TOWNS;
    is(w, &options, "和平", "990202001", MINTU_MATCH_KIND_SHORT);
}

static void a_unit_goes_before_its_parts(void **state)
{
    world *w = *state;
    mintu_geocode_options options;
    options = (mintu_geocode_options){0};
    is(w, NULL, "白石", "990221", MINTU_MATCH_KIND_SHORT);
    is(w, NULL, "白石镇", "990221001", MINTU_MATCH_KIND_EXACT);
    is(w, NULL, "白石白石", "990221001", MINTU_MATCH_KIND_SHORT);
    options.level = MINTU_LEVEL_TOWNSHIP;
    is(w, &options, "白石", "990221001", MINTU_MATCH_KIND_SHORT);
    assert_int_equal(ask(w, &options, "白石县").status, MINTU_MATCH_STATUS_UNMATCHED);
}

static void names_are_those_of_the_day(void **state)
{
    world *w = *state;
    mintu_geocode_options now;
    now = (mintu_geocode_options){0};
    now.as_of = 20230101;
    is(w, NULL, "合江区", "990106", MINTU_MATCH_KIND_EXACT);
    is(w, &now, "合江区", "990104", MINTU_MATCH_KIND_EXACT);
    is(w, NULL, "合江", "990106", MINTU_MATCH_KIND_SHORT);
    is(w, &now, "合江", "990104", MINTU_MATCH_KIND_SHORT);
    is(w, &now, "龙江县", "990103", MINTU_MATCH_KIND_ALIAS);
    is(w, &now, "北江区", "990105", MINTU_MATCH_KIND_ALIAS);
    is(w, &now, "秦山镇", "990221003", MINTU_MATCH_KIND_ALIAS);
}

static void scores_follow_kind_and_parent(void **state)
{
    world *w = *state;
    static const struct {
        const char *name;
        double score;
    } cases[] = {{"990102001", 1},
                 {"东城区龙门镇", 1},
                 {"龙门镇", 0.98},
                 {"滨海新区", 0.95 * 0.98},
                 {"东城龙门", 0.9},
                 {"太山", 0.9 * 0.98},
                 {"Taishan", 0.85 * 0.98},
                 {"龙门", 0.9 * 0.98},
                 {"哥谭", 0},
                 {"东城区隆门镇", 0.7 * 2 / 3},
                 {"隆门镇", 0.7 * 2 / 3 * 0.98},
                 {"990221", 1}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        double score = ask(w, NULL, cases[i].name).score;
        if (fabs(score - cases[i].score) > 1e-12)
            fail_msg("%s scores %f, expected %f", cases[i].name, score, cases[i].score);
    }
}

/* Twenty townships of one name: all are counted, the first sixteen by code are told. */
static void many_candidates_are_counted(void **state)
{
    world *w = *state;
    char text[8192];
    int used = snprintf(text, sizeof text, "%s", world_places);
    for (int i = 0; i < 20; i++)
        used += snprintf(text + used, sizeof text - (size_t)used,
                         "990221%03d,同名镇,,township,town,990221,111,21,town,matched,P,,,\n", 900 - i);
    world_write(w, "places.csv", text);
    mintu_gazetteer_free(w->gazetteer);
    assert_int_equal(world_open(w), MINTU_STATUS_OK);
    mintu_match match = ask(w, NULL, "同名镇");
    assert_int_equal(match.candidate_count, 20);
    assert_string_equal(match.candidates[0]->code, "990221881");
    assert_string_equal(match.candidates[MINTU_MATCH_CANDIDATES - 1]->code, "990221896");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(shared_names_are_refused, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(a_roster_may_decide, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(a_unit_goes_before_its_parts, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(names_are_those_of_the_day, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(scores_follow_kind_and_parent, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(many_candidates_are_counted, world_set_up, world_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
