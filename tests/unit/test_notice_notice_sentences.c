/* The pass over all bytes: where sentences end, which are repeats, what is left out. */
#include "test_notice_helper.h"

#define LONG  "这是一个足够长的句子它会被认作重复。"
#define OTHER "这是另一个足够长的句子它只出现一次。"
#define LOST  "〔佚失〕" /* in a damaged text repeats stay runs */

/* The sentences, joined by |; a run of repeats as its first sentence and their number. */
static void sentences_are(void **state, const char *text, const char *expected)
{
    mintu_notice *notice = bench_read(state, text);
    mintu_buffer found = {0};
    for (size_t i = 0; i < notice->sentence_count; i++) {
        const mintu_sentence *s = &notice->sentences[i];
        mintu_buffer_text(&found, i ? "|" : "");
        if (s->copies > 0)
            mintu_buffer_format(&found, "*%zu+%zu", s->copy, s->copies);
        else
            mintu_buffer_add(&found, notice->texts.data + s->text, s->size);
    }
    mintu_notice_free(notice);
    bench_same(text, &found, expected);
}

static void stops_and_lines_end_sentences(void **state)
{
    sentences_are(state, "（一）甲。乙！丙？丁\n戊\n\n己", "（一）甲。|乙！|丙？|丁|戊|己");
    sentences_are(state, "（一）　甲。\r\n  乙\t\n", "（一）　甲。|乙");
}

static void a_bracket_keeps_its_sentence_together(void **state)
{
    sentences_are(state, "（一）甲（乙。丙）丁。戊", "（一）甲（乙。丙）丁。|戊");
    sentences_are(state, "（一）甲(乙\n丙)丁。", "（一）甲(乙丙)丁。");
    sentences_are(state, "（一）甲）乙。丙。", "（一）甲）乙。|丙。");
}

static void long_sentences_that_stood_before_are_runs(void **state)
{
    sentences_are(state, "（一）" LONG OTHER LONG, "（一）" LONG "|" OTHER "|" LONG);
    sentences_are(state, "（一）甲。" LONG OTHER "乙。" LONG OTHER "丙。\n" LOST,
                  "（一）甲。|" LONG "|" OTHER "|乙。|*1+2|丙。|" LOST);
    sentences_are(state, "（一）甲。" LONG "乙。" OTHER "丙。" OTHER LONG "\n" LOST,
                  "（一）甲。|" LONG "|乙。|" OTHER "|丙。|*3+1|*1+1|" LOST);
    sentences_are(state, "（一）甲。乙。甲。乙。乙。", "（一）甲。|乙。|甲。|乙。|乙。");
    sentences_are(state, "（一）甲。〔此处有若干文字以及别的文字都佚失〕\n乙。〔此处有若干文字以及别的文字都佚失〕\n",
                  "（一）甲。|〔此处有若干文字以及别的文字都佚失〕|乙。|〔此处有若干文字以及别的文字都佚失〕");
}

static void a_whole_text_has_its_repeats_back(void **state)
{
    sentences_are(state, "（一）甲。" LONG OTHER "乙。" LONG OTHER "丙。",
                  "（一）甲。|" LONG "|" OTHER "|乙。|" LONG "|" OTHER "|丙。");
    mintu_notice *notice = bench_read(state, "（一）甲。" LONG "\n乙。" LONG);
    assert_int_equal(notice->sentence_count, 4);
    const mintu_sentence *s = &notice->sentences[3];
    assert_true(s->line == 2 && s->column == 7 && s->end == strlen("（一）甲。" LONG "\n乙。" LONG));
    mintu_notice_free(notice);
}

static void tags_are_left_out_and_told_once(void **state)
{
    sentences_are(state, "<p>（一）甲</p><br/>乙 < 丙。", "（一）甲|乙 < 丙。");
    bench_findings(state, "<p>（一）甲</p>\n<p>乙</p>", "html@1:1");
}

static void bad_bytes_become_question_marks(void **state)
{
    sentences_are(state, "（一）甲\xFF乙。", "（一）甲?乙。");
    bench_findings(state, "（一）甲\xFF乙。丙。", "bytes@1:20");
}

static void lines_columns_and_bytes_are_those_of_the_input(void **state)
{
    mintu_notice *notice = bench_read(state, "（一）甲。\n  乙。丙。");
    const mintu_sentence *s = notice->sentences;
    assert_int_equal(notice->sentence_count, 3);
    assert_true(s[0].line == 1 && s[0].column == 1 && s[0].start == 0 && s[0].end == 15);
    assert_true(s[1].line == 2 && s[1].column == 3 && s[1].start == 18 && s[1].end == 24);
    assert_true(s[2].line == 2 && s[2].column == 9 && s[2].start == 24 && s[2].end == 30);
    mintu_notice_free(notice);
}

/* More different sentences than the first table of them holds. */
static void many_sentences_are_told_apart(void **state)
{
    enum { COUNT = 1500 };
    mintu_buffer text = {0};
    mintu_buffer_text(&text, "（一）甲。");
    for (int round = 0; round < 2; round++)
        for (int i = 0; i < COUNT; i++)
            mintu_buffer_format(&text, "第%d个句子足够长所以会被认作重复。", i);
    mintu_buffer_text(&text, "\n" LOST);
    mintu_notice *notice = bench_read(state, text.data);
    assert_int_equal(notice->sentence_count, 1 + COUNT + 2);
    assert_int_equal(notice->sentences[COUNT + 1].copies, COUNT);
    mintu_notice_free(notice);
    mintu_buffer_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(stops_and_lines_end_sentences),
        cmocka_unit_test(a_bracket_keeps_its_sentence_together),
        cmocka_unit_test(long_sentences_that_stood_before_are_runs),
        cmocka_unit_test(a_whole_text_has_its_repeats_back),
        cmocka_unit_test(tags_are_left_out_and_told_once),
        cmocka_unit_test(bad_bytes_become_question_marks),
        cmocka_unit_test(lines_columns_and_bytes_are_those_of_the_input),
        cmocka_unit_test(many_sentences_are_told_apart),
    };
    return cmocka_run_group_tests(tests, bench_set_up, bench_tear_down);
}
