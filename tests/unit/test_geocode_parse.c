#include "test_gazetteer_package.h"

#include "geocode/parse.h"

/* Codes of the candidates in the order found, joined by blanks; a + behind one whose parent is named. */
static void means(world *w, const char *text, const char *expected)
{
    mintu_index index;
    mintu_candidates candidates = {0};
    char key[MINTU_NAME_SIZE], found[512] = "";
    size_t size;
    assert_int_equal(mintu_index_build(w->gazetteer, 20141101, &w->error, &index), MINTU_STATUS_OK);
    assert_int_equal(mintu_name_normalise(text, &w->error, key, &size), MINTU_STATUS_OK);
    assert_true(mintu_parse_name(&index, key, size, &candidates));
    for (size_t i = 0; i < candidates.count; i++) {
        strcat(found, i ? " " : "");
        strcat(found, mintu_gazetteer_place(w->gazetteer, candidates.items[i].place)->code);
        strcat(found, candidates.items[i].parent_named ? "+" : "");
    }
    if (strcmp(found, expected) != 0)
        fail_msg("%s means \"%s\", expected \"%s\"", text, found, expected);
    free(candidates.items);
    mintu_index_free(&index);
}

static void parents_may_stand_before(void **state)
{
    world *w = *state;
    means(w, "龙门镇", "990102001");
    means(w, "东城区龙门镇", "990102001+");
    means(w, "甲州东城龙门", "990102001+");
    means(w, "测试省甲州市东城区龙门镇", "990102001+");
    means(w, "测试龙门镇", "990102001+");
    means(w, "乙州东城", "990202+");
    means(w, "龙江县龙门", "990103001+");
    means(w, "龙江区龙门", "990103001+");
}

static void parents_of_other_times_count(void **state)
{
    world *w = *state;
    means(w, "北江区陈家镇", "990104001+");
    means(w, "合江区陈家镇", "990104001+"); /* it lies in the later 合江区 */
    means(w, "北江区和平镇", "");
}

static void wrong_parents_leave_nothing(void **state)
{
    world *w = *state;
    means(w, "白石县龙门镇", "");
    means(w, "外省龙门镇", "");
    means(w, "东城区甲州市龙门镇", ""); /* the order is from large to small */
    means(w, "甲州市甲州市", "");
    means(w, "龙门镇东城区", "");
    means(w, "龙门镇人民政府", "");
    means(w, "Dongcheng龙门", ""); /* a Latin name is no parent */
}

static void brackets_hold_a_parent_or_a_name(void **state)
{
    world *w = *state;
    means(w, "龙门（东城）", "990102001+");
    means(w, "龙门（甲州市龙江县）", "990103001+");
    means(w, "龙门（甲州）", "990102001+ 990103001+");
    means(w, "龙门（白石）", "");
    means(w, "龙门（外县）", "");
    means(w, "太山（秦山）", "990221003");
    means(w, "太山（秦山）镇", "990221003");
    means(w, "秦山镇（太山镇）", "990221003");
    means(w, "太山（古港）", "990221003"); /* the notice's own name */
    means(w, "白石太山（秦山）", "990221003+");
    means(w, "太山（", "");
    means(w, "（太山）", "990221003");
    means(w, "【东城龙门】", "990102001+");
    means(w, "（太山）（秦山）", "");
    means(w, "太山（）", "");
}

static void containment_is_told_by_date(void **state)
{
    world *w = *state;
    bool now;
    const mintu_index index = {.gazetteer = w->gazetteer, .date = 20141101};
    const mintu_place *town = world_place(w, "990104001");
    assert_true(mintu_was_within(&index, town, world_place(w, "990104"), &now));
    assert_false(now);
    assert_true(mintu_was_within(&index, town, world_place(w, "990105"), &now));
    assert_true(now);
    assert_true(mintu_was_within(&index, town, world_place(w, "990100"), &now));
    assert_false(mintu_was_within(&index, town, world_place(w, "990221"), &now));
    assert_false(mintu_was_within(&index, world_place(w, "990100"), town, &now));
}

static void what_is_left_is_told_with_its_parents(void **state)
{
    world *w = *state;
    mintu_index index;
    mintu_rests rests = {.count = 0};
    mintu_reading reading = {.text = "甲州东城区隆门镇", .size = strlen("甲州东城区隆门镇")};
    assert_int_equal(mintu_index_build(w->gazetteer, 20141101, &w->error, &index), MINTU_STATUS_OK);
    assert_true(mintu_parse_rests(&index, &reading, &rests));
    assert_int_equal(rests.count, 1);
    assert_string_equal(reading.text + rests.items[0].start, "隆门镇");
    assert_int_equal(rests.items[0].parents.count, 2);
    assert_string_equal(rests.items[0].parents.units[1]->code, "990102");
    rests.count = 0;
    reading = (mintu_reading){.text = "外县隆门镇", .size = strlen("外县隆门镇")};
    assert_true(mintu_parse_rests(&index, &reading, &rests));
    assert_int_equal(rests.count, 0);
    mintu_index_free(&index);
}

static void brackets_are_found(void **state)
{
    (void)state;
    size_t open, close;
    assert_true(mintu_parse_bracket("a(b)c", 5, &open, &close));
    assert_true(open == 1 && close == 3);
    assert_false(mintu_parse_bracket("a()", 3, &open, &close));
    assert_false(mintu_parse_bracket("a)b(", 4, &open, &close));
}

static void latin_parents_need_a_latin_text(void **state)
{
    world *w = *state;
    mintu_index index;
    mintu_candidates found = {0};
    bool starts[20] = {[0] = true, [9] = true};
    mintu_reading reading = {.text = "dongchenglongmen", .size = 16, .starts = starts, .latin = true};
    assert_int_equal(mintu_index_build(w->gazetteer, 20141101, &w->error, &index), MINTU_STATUS_OK);
    assert_true(mintu_parse_path(&index, &reading, &found));
    assert_int_equal(found.count, 1);
    found.count = 0;
    starts[9] = false; /* no word begins there */
    assert_true(mintu_parse_path(&index, &reading, &found));
    assert_int_equal(found.count, 0);
    reading.starts = NULL;
    reading.latin = false;
    assert_true(mintu_parse_path(&index, &reading, &found));
    assert_int_equal(found.count, 0);
    free(found.items);
    mintu_index_free(&index);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(parents_may_stand_before, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(parents_of_other_times_count, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(wrong_parents_leave_nothing, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(brackets_hold_a_parent_or_a_name, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(containment_is_told_by_date, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(what_is_left_is_told_with_its_parents, world_set_up, world_tear_down),
        cmocka_unit_test(brackets_are_found),
        cmocka_unit_test_setup_teardown(latin_parents_need_a_latin_text, world_set_up, world_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
