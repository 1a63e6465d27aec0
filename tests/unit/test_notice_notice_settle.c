/* Status and section of each item. */
#include "test_notice_helper.h"

#define LOST "〔佚失〕\n"

static void status_in_a_whole_text(void **state)
{
    bench_statuses(state, "（一）甲。（省发改委牵头）（二）乙。（省发改委牵头）", "cc");
    bench_statuses(state, "（一）甲。（省发改委牵头）（二）乙。", "ct");
    bench_statuses(state, "（一）甲。（二）乙。", "cc"); /* no item of the text has a clause */
    bench_statuses(state, "（一）甲。（三）丙。", "cmc");
    bench_statuses(state, "（一）\n（二）乙。（省发改委牵头）", "tc");
}

static void status_in_a_damaged_text(void **state)
{
    bench_statuses(state, "（一）甲。（省发改委牵头）（二）乙。" LOST "（省发改委牵头）（三）丙。", "ctt");
    bench_statuses(state, "（一）甲。" LOST "子。（三）丙。", "ttt");
    bench_statuses(state, "（一）甲。" LOST "（三）丙。", "tmt");
}

/* A sentence that may be of item 1 or of item 2 is item 1's when item 2 is read without a gap elsewhere, and without it; but not
 * while sentences behind the number of item 2 are themselves not decided, for this one may be among what was lost there. */
static void pieces_go_by_what_is_read_elsewhere(void **state)
{
    bench_bodies(state, "（一）甲。" LOST "卯。（三）丙。（二）乙。（省发改委牵头）（三）", "1=甲。卯。|2=乙。|3=丙。");
    bench_findings(state, "（一）甲。" LOST "卯。（三）丙。（二）乙。（省发改委牵头）（三）",
                   "gap@2:7 repeat@2:37 gap@1:1 gap@2:7");
    bench_bodies(state, "（二）乙。" LOST "丑。（五）戊。（一）甲。" LOST "卯。（三）丙。（二）乙。（省发改委牵头）（三）",
                 "1=甲。|2=乙。|3=丙。|4=|5=戊。");
    bench_findings(state, "（二）乙。" LOST "丑。（五）戊。（一）甲。" LOST "卯。（三）丙。（二）乙。（省发改委牵头）（三）",
                   "gap@1:1 gap@2:7 repeat@3:22 repeat@3:37 uncertain@2:1 uncertain@3:1 gap@2:22 gap@3:7 gap@0:0 gap@2:7");
}

static void bodies_span_their_sentences(void **state)
{
    mintu_notice *notice = bench_read(state, "前言。（一）甲。子。（省发改委牵头）（二）乙。");
    assert_int_equal(notice->items[1].start, strlen("前言。"));
    assert_int_equal(notice->items[1].end, strlen("前言。（一）甲。子。"));
    assert_int_equal(notice->items[2].start, strlen("前言。（一）甲。子。（省发改委牵头）（二）"));
    mintu_notice_free(notice);
}

/* The sections of the items as figures. */
static void sections_are(void **state, const char *text, const char *expected)
{
    mintu_notice *notice = bench_read(state, text);
    mintu_buffer found = {0};
    for (int no = 1; no <= notice->item_count; no++)
        mintu_buffer_format(&found, "%d", notice->items[no].section);
    mintu_notice_free(notice);
    bench_same(text, &found, expected);
}

static void sections_go_on_until_the_next_heading(void **state)
{
    sections_are(state, "（一）甲。\n一、城镇\n（二）乙。\n（三）丙。\n二、水利\n（四）丁。\n", "0112");
    sections_are(state, "一、城镇（一）甲。（省发改委牵头）二、水利（二）乙。", "12");
}

/* Behind lost items the section is known only when the next heading is there. */
static void sections_behind_lost_items(void **state)
{
    sections_are(state, "一、城镇（一）甲。" LOST "（三）丙。（省发改委牵头）二、水利（四）丁。", "1112");
    sections_are(state, "一、城镇（一）甲。" LOST "（三）丙。（省发改委牵头）三、水利（四）丁。", "1003");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(status_in_a_whole_text),
        cmocka_unit_test(status_in_a_damaged_text),
        cmocka_unit_test(pieces_go_by_what_is_read_elsewhere),
        cmocka_unit_test(bodies_span_their_sentences),
        cmocka_unit_test(sections_go_on_until_the_next_heading),
        cmocka_unit_test(sections_behind_lost_items),
    };
    return cmocka_run_group_tests(tests, bench_set_up, bench_tear_down);
}
