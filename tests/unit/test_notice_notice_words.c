/* Words of a kind at either end of a text, and numbers in figures and in characters. */
#include "test_notice_helper.h"

static void the_longest_word_of_the_kind_counts(void **state)
{
    mintu_notice *notice = bench_read(state, "（一）甲。");
    const char *text = "按职责分工负责人";
    const mintu_notice_word *word = mintu_notice_word_at(&notice->words, MINTU_NOTICE_WORD_ROLE, text, strlen(text));
    assert_string_equal(word->text, "按职责分工负责");
    assert_null(mintu_notice_word_at(&notice->words, MINTU_NOTICE_WORD_ROLE, text, strlen("按职责分工负责") - 1));
    assert_null(mintu_notice_word_at(&notice->words, MINTU_NOTICE_WORD_UNIT, text, strlen(text)));
    word = mintu_notice_word_before(&notice->words, MINTU_NOTICE_WORD_ROLE, text, strlen("按职责分工负责"));
    assert_string_equal(word->text, "按职责分工负责");
    word = mintu_notice_word_before(&notice->words, MINTU_NOTICE_WORD_ROLE, text + strlen("按"), strlen("职责分工负责"));
    assert_string_equal(word->text, "负责");
    mintu_notice_free(notice);
}

static void an_agency_is_known_by_all_its_names(void **state)
{
    static const char *const names[] = {"省发改委", "测试省发展和改革委员会", "发改委", "省发展改革委"};
    mintu_notice *notice = bench_read(state, "（一）甲。");
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const mintu_notice_word *word =
            mintu_notice_word_at(&notice->words, MINTU_NOTICE_WORD_AGENCY, names[i], strlen(names[i]));
        assert_non_null(word);
        assert_int_equal(word->size, strlen(names[i]));
        assert_string_equal(word->meaning, "省发改委");
    }
    mintu_notice_free(notice);
}

static void number_is(const char *text, double expected, size_t length)
{
    double value = -1;
    size_t used = mintu_notice_number(text, strlen(text), &value);
    if (used != length || (length > 0 && (value < expected - 1e-9 || value > expected + 1e-9)))
        fail_msg("%s: %g of %zu bytes, expected %g of %zu", text, value, used, expected, length);
}

static void numbers_are_read(void **state)
{
    (void)state;
    number_is("15个", 15, 2);
    number_is("１５个", 15, 6);
    number_is("1.25公里", 1.25, 4);
    number_is("15.", 15, 2);
    number_is(".5", 0, 0);
    number_is("1.2.3", 1.2, 3);
    number_is("半", 0.5, 3);
    number_is("十五", 15, 6);
    number_is("二十", 20, 6);
    number_is("二百零", 200, 6);
    number_is("一百二十三", 123, 15);
    number_is("两千", 2000, 6);
    number_is("三万五千", 35000, 12);
    number_is("二〇一四年", 2014, 12);
    number_is("个", 0, 0);
    number_is("", 0, 0);
}

static void characters_are_stepped_over_whole(void **state)
{
    (void)state;
    assert_int_equal(mintu_notice_step("省a", 4), 3);
    assert_int_equal(mintu_notice_step("省", 2), 1);
    assert_int_equal(mintu_notice_step("a省", 4), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_longest_word_of_the_kind_counts),
        cmocka_unit_test(an_agency_is_known_by_all_its_names),
        cmocka_unit_test(numbers_are_read),
        cmocka_unit_test(characters_are_stepped_over_whole),
    };
    return cmocka_run_group_tests(tests, bench_set_up, bench_tear_down);
}
