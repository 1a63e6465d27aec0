#include "test_gazetteer_package.h"

#include "geocode/match.h"

/* Code of the match and its kind; ? with the number of candidates; - for none. */
static void is(world *w, const char *name, const char *expected)
{
    mintu_geocoder *geocoder;
    mintu_match match;
    char shown[64] = "-";
    assert_int_equal(mintu_geocoder_new(w->gazetteer, NULL, &w->error, &geocoder), MINTU_STATUS_OK);
    assert_int_equal(mintu_geocoder_match(geocoder, name, &w->error, &match), MINTU_STATUS_OK);
    if (match.status == MINTU_MATCH_STATUS_MATCHED)
        snprintf(shown, sizeof shown, "%s %s", match.place->code, mintu_match_kind_text(match.kind));
    else if (match.status == MINTU_MATCH_STATUS_AMBIGUOUS)
        snprintf(shown, sizeof shown, "? %zu %s", match.candidate_count, mintu_match_kind_text(match.kind));
    if (strcmp(shown, expected) != 0)
        fail_msg("%s is \"%s\", expected \"%s\"", name, shown, expected);
    mintu_geocoder_free(geocoder);
}

static void codes_are_digits_alone(void **state)
{
    world *w = *state;
    is(w, "990102001", "990102001 code");
    is(w, "９９０１０２００１", "990102001 code");
    is(w, " 990221 ", "990221 code");
    is(w, "990-221", "-");
    is(w, "990221,990102", "-");
    is(w, "990999", "-");
}

static void latin_is_read_with_tones_and_types(void **state)
{
    world *w = *state;
    is(w, "Tàishān Zhèn", "990221003 latin");
    is(w, "tai4shan1zhen4", "990221003 latin");
    is(w, "Taishan Town", "990221003 latin");
    is(w, "Longmen Jiedao", "990103001 latin");
    is(w, "Longmen", "? 2 latin");
    is(w, "Longmen, Dongcheng", "990102001 latin");
    is(w, "Jiazhou Shi Dongcheng Qu Longmen Zhen", "990102001 latin");
    is(w, "Longmen Zhen, Dongcheng District, Jiazhou City, Ceshi Province, China", "990102001 latin");
    is(w, "dongchenglongmen", "990102001 latin");
    is(w, "Longjiang Xian", "990103 latin"); /* a type of former times */
    is(w, "Longjiang Qu", "990103 latin");
    is(w, "Taishan, Dongcheng", "-");
    is(w, "Dong chenglongmen", "-"); /* a name begins where a word does */
    is(w, "Longmen (Dongcheng)", "990102001 latin");
}

static void the_smaller_unit_may_stand_first(void **state)
{
    world *w = *state;
    is(w, "龙门镇，东城区", "990102001 exact");
    is(w, "龙门，东城区，甲州市", "990102001 short");
    is(w, "龍門，東城", "990102001 short");
    is(w, "东城区，龙门镇", "990102001 exact");
    is(w, "中国测试省东城区龙门镇", "990102001 exact");
    is(w, "龙门镇，白石县", "-");
    is(w, "龙门镇、太山镇", "? 2 fuzzy");
}

static void zones_stand_before_their_town(void **state)
{
    world *w = *state;
    is(w, "滨海新区", "990221003 alias");
    is(w, "滨海新区太山镇", "990221003 exact");
    is(w, "乙州市滨海新区太山镇", "990221003 exact");
    is(w, "甲州市滨海新区太山镇", "-");
    is(w, "滨海新区白石镇", "-");
}

static void slips_are_matched_with_their_parent_only(void **state)
{
    world *w = *state;
    is(w, "东城区隆门镇", "990102001 fuzzy");
    is(w, "隆门（东城区）", "990102001 fuzzy");
    is(w, "隆门镇，东城区", "990102001 fuzzy");
    is(w, "甲州市东城区隆门镇", "990102001 fuzzy");
    is(w, "隆门镇", "? 1 fuzzy");
    is(w, "测试省隆门镇", "? 1 fuzzy");
    is(w, "甲州隆门", "? 2 fuzzy");
    is(w, "东城区龙口镇", "? 1 fuzzy");
    is(w, "白石县龙门镇", "-"); /* a name elsewhere, so its parent is wrong */
    is(w, "外县隆门镇", "-");
    is(w, "外县龙门镇", "-");
    is(w, "Longmrn Zhen, Dongcheng", "990102001 fuzzy");
    is(w, "Longmrn", "? 2 fuzzy");
    is(w, "Dongcheng, Longmrn", "-"); /* the smaller unit is first in Latin */
    is(w, "小城镇", "-");
    is(w, "东城区市区", "-");
}

static void fuzzy_names_can_be_left_out(void **state)
{
    world *w = *state;
    mintu_geocode_options options;
    mintu_geocoder *geocoder;
    mintu_match match;
    options = (mintu_geocode_options){0};
    options.exact = true;
    assert_int_equal(mintu_geocoder_new(w->gazetteer, &options, &w->error, &geocoder), MINTU_STATUS_OK);
    assert_int_equal(mintu_geocoder_match(geocoder, "东城区隆门镇", &w->error, &match), MINTU_STATUS_OK);
    assert_int_equal(match.status, MINTU_MATCH_STATUS_UNMATCHED);
    mintu_geocoder_free(geocoder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(codes_are_digits_alone, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(latin_is_read_with_tones_and_types, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(the_smaller_unit_may_stand_first, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(zones_stand_before_their_town, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(slips_are_matched_with_their_parent_only, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(fuzzy_names_can_be_left_out, world_set_up, world_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
