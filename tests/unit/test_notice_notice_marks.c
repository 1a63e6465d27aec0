/* What may stand at the begin and at the end of a sentence. */
#include "test_notice_helper.h"

#include "notice/notice_marks.h"

static void bracket_is(const char *text, size_t size, size_t start, size_t inside_size)
{
    mintu_stretch inside = {0};
    assert_int_equal(mintu_marks_bracket(text, strlen(text), &inside), size);
    assert_int_equal(inside.start, start);
    assert_int_equal(inside.size, inside_size);
}

static void brackets_are_read_to_their_partner(void **state)
{
    (void)state;
    bracket_is("（一）甲", 9, 3, 3);
    bracket_is("(1)甲", 3, 1, 1);
    bracket_is("（甲（乙）丙）丁", 21, 3, 15);
    bracket_is("（甲", 0, 0, 0);
    bracket_is("甲（一）", 0, 0, 0);
}

/* The marks of each sentence as section/title/number/clause/body/last, joined by |. */
static void marks_are(void **state, const char *text, mintu_numbering numbering, const char *expected)
{
    mintu_notice *notice = bench_read(state, text);
    mintu_buffer found = {0};
    for (size_t i = 0; i < notice->sentence_count; i++) {
        mintu_marks m;
        const char *sentence = notice->texts.data + notice->sentences[i].text;
        mintu_marks_read(notice, numbering, i, &m);
        mintu_buffer_format(&found, "%s%s%d/%.*s/%d/%.*s/%.*s/%.*s", i ? "|" : "", m.lost ? "lost" : "", m.section,
                            (int)m.title.size, sentence + m.title.start, m.number, (int)m.clause.size,
                            sentence + m.clause.start, (int)m.body.size, sentence + m.body.start, (int)m.last.size,
                            sentence + m.last.start);
    }
    mintu_notice_free(notice);
    bench_same(text, &found, expected);
}

static void numbers_in_brackets(void **state)
{
    marks_are(state, "（一）甲。", MINTU_NUMBERING_BRACKETS, "0//1//甲。/");
    marks_are(state, "(12)甲。（一）乙。", MINTU_NUMBERING_BRACKETS, "0//12//甲。/|0//1//乙。/");
    marks_are(state, "（一甲）乙。（一）丙。", MINTU_NUMBERING_BRACKETS, "0//0//（一甲）乙。/|0//1//丙。/");
}

static void figures_begin_lines_only(void **state)
{
    marks_are(state, "1. 甲。2. 乙。\n3、丙。\n4 丁。\n", MINTU_NUMBERING_FIGURES,
              "0//1// 甲。/|0//0//2. 乙。/|0//3//丙。/|0//0//4 丁。/");
    marks_are(state, "1.5公里。\n1）甲。\n", MINTU_NUMBERING_FIGURES, "0//0//1.5公里。/|0//1//甲。/");
}

static void headings_hold_no_punctuation(void **state)
{
    marks_are(state, "一、发展城镇（一）甲。", MINTU_NUMBERING_BRACKETS, "1/发展城镇/1//甲。/");
    marks_are(state, "一、发展城镇\n（一）甲。", MINTU_NUMBERING_BRACKETS, "1/发展城镇/0///|0//1//甲。/");
    marks_are(state, "一、发展，城镇\n（一）甲。", MINTU_NUMBERING_BRACKETS, "0//0//一、发展，城镇/|0//1//甲。/");
    marks_are(state, "通知如下：一、发展城镇（一）甲。", MINTU_NUMBERING_BRACKETS, "1/发展城镇/1//甲。/");
}

static void a_clause_stands_before_a_number_or_at_the_end(void **state)
{
    marks_are(state, "（省发改委牵头）（二）乙。", MINTU_NUMBERING_BRACKETS, "0//2/省发改委牵头/乙。/");
    marks_are(state, "（一）甲（省发改委牵头）。", MINTU_NUMBERING_BRACKETS, "0//1//甲/省发改委牵头");
    marks_are(state, "（一）甲（乙）。", MINTU_NUMBERING_BRACKETS, "0//1//甲（乙）。/");
    marks_are(state, "（省发改委牵头）。二、水利（二）乙。", MINTU_NUMBERING_BRACKETS, "0//0/省发改委牵头//|2/水利/2//乙。/");
}

static void lost_text_says_so(void **state)
{
    marks_are(state, "（一）甲。〔以下佚失〕", MINTU_NUMBERING_BRACKETS, "0//1//甲。/|lost0//0///");
    marks_are(state, "甲佚失。（一）乙。", MINTU_NUMBERING_BRACKETS, "0//0//甲佚失。/|0//1//乙。/");
}

static void brackets_go_before_figures(void **state)
{
    mintu_notice *notice = bench_read(state, "（一）甲。\n1. 子。\n（二）乙。\n");
    assert_int_equal(mintu_marks_numbering(notice), MINTU_NUMBERING_BRACKETS);
    mintu_notice_free(notice);
    notice = bench_read(state, "（一）甲。\n1. 子。\n2. 丑。\n");
    assert_int_equal(mintu_marks_numbering(notice), MINTU_NUMBERING_FIGURES);
    mintu_notice_free(notice);
    notice = bench_read(state, "（一）甲。\n子。\n");
    assert_int_equal(mintu_marks_numbering(notice), MINTU_NUMBERING_BRACKETS);
    mintu_notice_free(notice);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(brackets_are_read_to_their_partner),
        cmocka_unit_test(numbers_in_brackets),
        cmocka_unit_test(figures_begin_lines_only),
        cmocka_unit_test(headings_hold_no_punctuation),
        cmocka_unit_test(a_clause_stands_before_a_number_or_at_the_end),
        cmocka_unit_test(lost_text_says_so),
        cmocka_unit_test(brackets_go_before_figures),
    };
    return cmocka_run_group_tests(tests, bench_set_up, bench_tear_down);
}
