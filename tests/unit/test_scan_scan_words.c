#include "scan/scan_words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* Where | stands in the text, which is taken out. */
static size_t mark(const char *marked, char text[128])
{
    const char *bar = strchr(marked, '|');
    size_t at = (size_t)(bar - marked);
    memcpy(text, marked, at);
    strcpy(text + at, bar + 1);
    return at;
}

static void left_is(const char *marked, mintu_scan_cue expected)
{
    char text[128];
    size_t at = mark(marked, text);
    if (mintu_scan_left(text, at) != expected)
        fail_msg("%s: %d, expected %d", marked, (int)mintu_scan_left(text, at), (int)expected);
}

static void right_is(const char *marked, mintu_scan_cue expected)
{
    char text[128];
    size_t at = mark(marked, text);
    mintu_scan_cue cue = mintu_scan_right(text, strlen(text), at);
    if (cue != expected)
        fail_msg("%s: %d, expected %d", marked, (int)cue, (int)expected);
}

static void cues_before_a_name(void **state)
{
    (void)state;
    left_is("|甲乙", MINTU_SCAN_CUE_LINE);
    left_is("行\n|甲乙", MINTU_SCAN_CUE_LINE);
    left_is("，|甲乙", MINTU_SCAN_CUE_CLAUSE);
    left_is("“|甲乙", MINTU_SCAN_CUE_CLAUSE);
    left_is("12|甲乙", MINTU_SCAN_CUE_CLAUSE);
    left_is("丙、|甲乙", MINTU_SCAN_CUE_SEPARATOR);
    left_is("丙和|甲乙", MINTU_SCAN_CUE_SEPARATOR);
    left_is("支持|甲乙", MINTU_SCAN_CUE_WORD);
    left_is("他在|甲乙", MINTU_SCAN_CUE_STRONG);
    left_is("存在|甲乙", MINTU_SCAN_CUE_NONE);
    left_is("小|甲乙", MINTU_SCAN_CUE_NONE);
}

static void cues_after_a_name(void **state)
{
    (void)state;
    right_is("甲乙|", MINTU_SCAN_CUE_LINE);
    right_is("甲乙|\r\n", MINTU_SCAN_CUE_LINE);
    right_is("甲乙|。", MINTU_SCAN_CUE_CLAUSE);
    right_is("甲乙|2014", MINTU_SCAN_CUE_CLAUSE);
    right_is("甲乙|、丙", MINTU_SCAN_CUE_SEPARATOR);
    right_is("甲乙|和丙", MINTU_SCAN_CUE_SEPARATOR);
    right_is("甲乙|等", MINTU_SCAN_CUE_WORD);
    right_is("甲乙|新型城镇化", MINTU_SCAN_CUE_WORD);
    right_is("甲乙|现场会", MINTU_SCAN_CUE_STRONG);
    right_is("甲乙|人民政府", MINTU_SCAN_CUE_ORGANISATION);
    right_is("甲乙|人", MINTU_SCAN_CUE_WORD);
    right_is("甲乙|间", MINTU_SCAN_CUE_NONE);
}

static bool full_breaks(const char *marked)
{
    char text[128];
    size_t at = mark(marked, text);
    return mintu_scan_full_breaks(text, strlen(text), at);
}

static bool short_breaks(const char *marked)
{
    char text[128];
    size_t at = mark(marked, text);
    return mintu_scan_short_breaks(text, strlen(text), at);
}

static void names_go_on_into_words(void **state)
{
    (void)state;
    assert_true(full_breaks("甲乙乡|镇企业"));
    assert_true(full_breaks("甲乙市|场"));
    assert_true(full_breaks("甲乙镇|级财政"));
    assert_false(full_breaks("甲乙乡|的"));
    assert_false(full_breaks("甲乙市|"));
    assert_true(short_breaks("甲乙|市"));
    assert_true(short_breaks("甲乙|路"));
    assert_true(short_breaks("甲乙|村"));
    assert_false(short_breaks("甲乙|市场"));
    assert_false(short_breaks("甲乙|区域"));
    assert_false(short_breaks("甲乙|等"));
}

static bool foreign(const char *marked)
{
    char text[128];
    return mintu_scan_foreign_before(text, mark(marked, text));
}

static void foreign_parents_are_seen(void **state)
{
    (void)state;
    assert_true(foreign("甲乙县|丙镇"));
    assert_true(foreign("在甲乙省|丙镇"));
    assert_false(foreign("全县|丙镇"));
    assert_false(foreign("县|丙镇"));
    assert_false(foreign("，县|丙镇"));
    assert_false(foreign("设区市|丙镇"));
    assert_false(foreign("甲乙的|丙镇"));
    assert_false(foreign("甲乙开发区|丙镇"));
    assert_false(foreign("|丙镇"));
}

static void words_are_known(void **state)
{
    static const char *const list[] = {"一", "一二", NULL};
    (void)state;
    assert_true(mintu_scan_is_ordinary("建设", 6));
    assert_false(mintu_scan_is_ordinary("建设兵", 9));
    assert_false(mintu_scan_is_ordinary("建", 3));
    assert_true(mintu_scan_has_type("甲乙街道", 12));
    assert_false(mintu_scan_has_type("甲乙", 6));
    assert_int_equal(mintu_scan_word_at(list, "一二三", 9, 0), 6);
    assert_int_equal(mintu_scan_word_at(list, "一二三", 5, 0), 3);
    assert_int_equal(mintu_scan_word_at(list, "一二三", 9, 9), 0);
    assert_int_equal(mintu_scan_word_before(list, "三一二", 9), 6);
    assert_int_equal(mintu_scan_word_before(list, "三一二", 3), 0);
    assert_int_equal(mintu_scan_stop("。", 3, 0), 3);
    assert_int_equal(mintu_scan_stop("\n", 1, 0), 1);
    assert_int_equal(mintu_scan_stop("，", 3, 0), 0);
    assert_int_equal(mintu_scan_separator("以及", 6, 0), 6);
    assert_int_equal(mintu_scan_opening("（", 3, 0), 3);
    assert_int_equal(mintu_scan_closing(")", 1, 0), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cues_before_a_name),     cmocka_unit_test(cues_after_a_name),
        cmocka_unit_test(names_go_on_into_words), cmocka_unit_test(foreign_parents_are_seen),
        cmocka_unit_test(words_are_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
