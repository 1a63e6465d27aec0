#include "test_gazetteer_package.h"

#include "geocode/match.h"

/* Codes of the near names joined by blanks, each with a ! when it is a likely slip. */
static void near(world *w, const char *text, const char *parent, const char *expected)
{
    mintu_index index;
    mintu_fuzzy *fuzzy;
    mintu_candidates found = {0};
    char shown[512] = "";
    assert_int_equal(mintu_index_build(w->gazetteer, 20141101, &w->error, &index), MINTU_STATUS_OK);
    assert_int_equal(mintu_fuzzy_new(&index, &w->error, &fuzzy), MINTU_STATUS_OK);
    mintu_parents parents = {{parent ? world_place(w, parent) : NULL}, parent ? 1 : 0};
    mintu_fuzzy_query query = {text, (unsigned char)text[0] < 0x80, &parents};
    assert_int_equal(mintu_fuzzy_find(fuzzy, &query, &w->error, &found), MINTU_STATUS_OK);
    for (size_t i = 0; i < found.count; i++) {
        assert_int_equal(found.items[i].kind, MINTU_MATCH_KIND_FUZZY);
        assert_true(found.items[i].likeness > 0 && found.items[i].likeness < 1);
        strcat(shown, i ? " " : "");
        strcat(shown, mintu_gazetteer_place(w->gazetteer, found.items[i].place)->code);
        strcat(shown, found.items[i].sure ? "!" : "");
    }
    if (strcmp(shown, expected) != 0)
        fail_msg("near %s is \"%s\", expected \"%s\"", text, shown, expected);
    free(found.items);
    mintu_fuzzy_free(fuzzy);
    mintu_index_free(&index);
}

static void the_same_sound_is_near_anywhere(void **state)
{
    world *w = *state;
    near(w, "隆门", NULL, "990102001! 990103001!");
    near(w, "隆门镇", NULL, "990102001!"); /* sound and type, two slips, are too many */
    near(w, "陈佳镇", NULL, "990104001!");
    near(w, "白时县", NULL, "990221!");
    near(w, "白时镇", NULL, "990221001!");
    near(w, "秦杉镇", NULL, "990221003!"); /* a former name; ICU reads 杉 */
}

static void another_type_is_near(void **state)
{
    world *w = *state;
    near(w, "和平街道", NULL, "990104002! 990202001!");
    near(w, "陈家乡", NULL, "990104001!");
    near(w, "陈家县", NULL, ""); /* of another level */
    near(w, "石圳乡", NULL, "990221002!");
}

static void another_character_is_near_within_a_unit(void **state)
{
    world *w = *state;
    near(w, "陈桥镇", NULL, "");
    near(w, "陈桥镇", "990104", "990104001");
    near(w, "陈桥镇", "990000", ""); /* the province is no narrower than all */
    near(w, "东门镇", "990102", "990102001");
    near(w, "海上门", "990102", "");
}

static void latin_letters_are_near(void **state)
{
    world *w = *state;
    near(w, "longmeng", NULL, "990102001! 990103001!");
    near(w, "longmrnzhen", "990102", "990102001!");
    near(w, "longmenxiang", "990102", "990102001!");
    near(w, "jongmen", "990102", "990102001"); /* it reads as pinyin, so it may be another name */
    near(w, "tais", NULL, "");
    near(w, "x", NULL, "");
}

static void bad_texts_are_near_nothing(void **state)
{
    world *w = *state;
    char large[256] = "";
    near(w, "", NULL, "");
    near(w, "龙", NULL, "");
    near(w, "\xFF\xFE\xFD", NULL, "");
    for (int i = 0; i < 80; i++)
        strcat(large, "龙");
    near(w, large, NULL, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_same_sound_is_near_anywhere, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(another_type_is_near, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(another_character_is_near_within_a_unit, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(latin_letters_are_near, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(bad_texts_are_near_nothing, world_set_up, world_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
