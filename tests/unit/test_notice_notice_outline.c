/* Which sentence and which clause belongs to which number, in whole texts and in damaged ones. */
#include "test_notice_helper.h"

/* Long enough to be known as a repeat. */
#define ONE   "（一）甲地各村先清点旧屋并登记造册备查。"
#define TWO   "（省发改委牵头）（二）乙地各村把水塘清淤加固一遍。"
#define THREE "（省住建厅牵头）（三）丙地集市搬进新修的大棚里去。"
#define PHOTO "每户旧屋由乡里派人拍照留存以备查验。"
#define LOST  "〔佚失〕\n"

static void sentences_go_to_the_number_before_them(void **state)
{
    bench_bodies(state, "通知如下。（一）甲。子。（省发改委牵头）（二）乙。丑。", "1=甲。子。|2=乙。丑。");
    bench_bodies(state, "（一）甲。（省发改委牵头）\n各单位要落实。\n（二）乙。（省水利厅牵头）",
                 "1=甲。各单位要落实。|2=乙。");
    bench_bodies(state, "（一）甲。（省发改委牵头）\n（二）乙。（省水利厅牵头）\n各单位要落实。", "1=甲。|2=乙。");
    bench_bodies(state, "一、城镇（一）甲。二、水利（二）乙。", "1=甲。|2=乙。");
}

static void a_clause_closes_the_open_item_of_a_whole_text(void **state)
{
    bench_parts(state, "（一）甲。（省发改委牵头）（二）乙。（省水利厅牵头）", "1:省发改委:lead 2:省水利厅:lead");
    bench_parts(state, "（三）丙。（省发改委牵头）（一）甲。（省水利厅牵头）", "3:省发改委:lead 1:省水利厅:lead");
    bench_parts(state, "（一）甲。（省发改委牵头）（二）乙。（省住建厅牵头）（二）丁。（省水利厅牵头）",
                "1:省发改委:lead 2:省住建厅:lead 3:省水利厅:lead"); /* a number that stands twice: none of the two is dropped */
}

/* The number between may be lost: then the clause is not the open item's. */
static void a_clause_before_a_gap_is_left_out_of_a_whole_text(void **state)
{
    bench_parts(state, "（一）甲。（省发改委牵头）（三）丙。（省水利厅牵头）", "3:省水利厅:lead");
    bench_findings(state, "（一）甲。（省发改委牵头）（三）丙。（省水利厅牵头）", "clause@1:16 gap@1:40 gap@1:1 gap@0:0");
}

/* In a damaged text the clause before n is that of n - 1, whether the lost text stands there, elsewhere, or a repeat says so. */
static void a_clause_before_n_closes_the_item_before_in_a_damaged_text(void **state)
{
    bench_parts(state, "（一）甲。" LOST "（省发改委牵头）（三）丙。（省水利厅牵头）", "2:省发改委:lead 3:省水利厅:lead");
    bench_parts(state, LOST "（一）甲。（省发改委牵头）（三）丙。（省水利厅牵头）", "2:省发改委:lead 3:省水利厅:lead");
    bench_parts(state, LOST "（一）甲。（省发改委牵头）（四）丙。（省水利厅牵头）", "3:省发改委:lead 4:省水利厅:lead");
    bench_parts(state, LOST "（一）甲。（省发改委牵头）（二）丙。（省水利厅牵头）", "1:省发改委:lead 2:省水利厅:lead");
    bench_parts(state, LOST "（三）丙。（省发改委牵头）（二）乙。（省水利厅牵头）", "1:省发改委:lead 2:省水利厅:lead");
}

/* Sentences before a clause that closes a later item may be either's, and are left out. */
static void sentences_between_two_items_stay_open_in_a_damaged_text(void **state)
{
    bench_bodies(state, LOST "（一）甲。子。（省发改委牵头）（三）丙。", "1=甲。|2=|3=丙。");
    bench_bodies(state, "（一）甲。" LOST "子。（省发改委牵头）（三）丙。", "1=甲。|2=子。|3=丙。");
    bench_bodies(state, LOST "（一）甲。子。（省发改委牵头）（二）乙。", "1=甲。子。|2=乙。");
    bench_bodies(state, "（一）甲。" LOST "子。（二）乙。", "1=甲。子。|2=乙。");
    bench_bodies(state, "（一）甲。" LOST "子。（三）丙。", "1=甲。|2=|3=丙。");
}

static void a_clause_behind_lost_text_is_nobodys(void **state)
{
    bench_parts(state, "（一）甲。\n" LOST "（省发改委牵头）\n（二）乙。", "");
    bench_parts(state, "（一）甲。\n" LOST "子（省发改委牵头）\n丑。", "");
    bench_findings(state, "（一）甲。\n" LOST "子（省发改委牵头）\n丑。", "clause@3:7 gap@1:1");
}

/* A repeat goes on where the one before it ended, and leads back to the item that it is of. */
static void a_repeat_opens_the_item_that_it_repeats(void **state)
{
    bench_statuses(state, ONE PHOTO TWO THREE, "cct");
    bench_bodies(state, ONE PHOTO TWO THREE ONE "子。",
                 "1=甲地各村先清点旧屋并登记造册备查。" PHOTO
                 "子。|2=乙地各村把水塘清淤加固一遍。|3=丙地集市搬进新修的大棚里去。");
}

static void numbers_far_off_are_text(void **state)
{
    mintu_notice *notice = bench_read(state, "（一）甲。（二十一）乙。（省发改委牵头）");
    assert_int_equal(notice->item_count, 21);
    mintu_notice_free(notice);
    notice = bench_read(state, "（一）甲。（二十二）乙。");
    assert_int_equal(notice->item_count, 1);
    assert_string_equal(notice->findings[0].kind, "order");
    assert_non_null(strstr(notice->findings[0].text, "number 22 is far from item 1"));
    mintu_notice_free(notice);
}

static void repeats_of_numbers_gaps_and_disorder_are_told(void **state)
{
    bench_findings(state, "（一）甲。（省发改委牵头）\n（二）乙。（省发改委牵头）\n（二）丁。", "repeat@3:1 gap@3:1");
    bench_findings(state, "（二）甲。（省发改委牵头）\n（一）乙。（省发改委牵头）", "gap@1:1 order@2:1");
    bench_findings(state, "（一）甲。\n（三）乙。（省发改委牵头）", "gap@2:1 gap@1:1 gap@0:0");
    bench_bodies(state, "（一）甲。（省发改委牵头）\n（二）乙。（省发改委牵头）\n（二）丁。", "1=甲。|2=乙。|3=丁。");
}

static void headings_are_kept_once(void **state)
{
    mintu_notice *notice = bench_read(state, "一、城镇\n（一）甲。\n二、水利\n（二）乙。\n一、其他\n");
    assert_int_equal(notice->heading_count, 2);
    assert_string_equal(notice->headings[0].title, "城镇");
    assert_int_equal(notice->headings[1].no, 2);
    mintu_notice_free(notice);
}

static void tables_share_out_by_their_columns(void **state)
{
    static const char text[] = "（一）甲。\n（二）乙。\n|序号|任务|牵头单位|责任单位|时限|\n|1|甲|省发改委|省水利厅|2016年|\n"
                               "|2|乙|省住建厅||2300年|\n|3|丙|省住建厅||2017年|\n";
    bench_parts(state, text, "1:省发改委:lead 1:省水利厅:responsible 2:省住建厅:lead");
    bench_statuses(state, text, "cc");
    mintu_notice *notice = bench_read(state, text);
    assert_int_equal(notice->target_count, 1);
    assert_string_equal(notice->targets[0].what, "时限");
    assert_int_equal(notice->targets[0].until, 2016);
    assert_int_equal(notice->targets[0].item, 1);
    mintu_notice_free(notice);
    bench_parts(state, "（一）甲。\n|序号|省发改委|\n|1|省发改委|\n", "");
    bench_parts(state, "（一）甲。\n序号\t牵头单位\n1\t省发改委\n", "1:省发改委:lead");
}

static void labels_of_their_own_line(void **state)
{
    mintu_notice *notice = bench_read(state, "（一）甲。\n时限：2016年\n牵头单位：省发改委\n（二）乙。");
    assert_int_equal(notice->target_count, 1);
    assert_int_equal(notice->targets[0].until, 2016);
    assert_int_equal(notice->part_count, 1);
    assert_string_equal(notice->parts[0].role, "lead");
    mintu_notice_free(notice);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sentences_go_to_the_number_before_them),
        cmocka_unit_test(a_clause_closes_the_open_item_of_a_whole_text),
        cmocka_unit_test(a_clause_before_a_gap_is_left_out_of_a_whole_text),
        cmocka_unit_test(a_clause_before_n_closes_the_item_before_in_a_damaged_text),
        cmocka_unit_test(sentences_between_two_items_stay_open_in_a_damaged_text),
        cmocka_unit_test(a_clause_behind_lost_text_is_nobodys),
        cmocka_unit_test(a_repeat_opens_the_item_that_it_repeats),
        cmocka_unit_test(numbers_far_off_are_text),
        cmocka_unit_test(repeats_of_numbers_gaps_and_disorder_are_told),
        cmocka_unit_test(headings_are_kept_once),
        cmocka_unit_test(tables_share_out_by_their_columns),
        cmocka_unit_test(labels_of_their_own_line),
    };
    return cmocka_run_group_tests(tests, bench_set_up, bench_tear_down);
}
