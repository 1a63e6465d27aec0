/* Targets: what is counted, how much, by when. */
#include "test_notice_helper.h"

/* The targets of the first item as `what=value unit bound/per from-until`, joined by |. */
static void targets_are(void **state, const char *body, const char *expected)
{
    mintu_buffer text = {0}, found = {0};
    mintu_buffer_format(&text, "（一）%s（省发改委牵头）（二）乙。", body);
    mintu_notice *notice = bench_read(state, text.data);
    for (size_t i = 0; i < notice->target_count; i++) {
        const mintu_task_target *t = &notice->targets[i];
        mintu_buffer_format(&found, "%s%s=%g%s", i ? "|" : "", t->what, t->value, t->unit);
        mintu_buffer_format(&found, " %s%s%s", t->bound, t->per[0] ? "/" : "", t->per);
        if (t->from)
            mintu_buffer_format(&found, " from %d", t->from);
        if (t->until)
            mintu_buffer_format(&found, " until %d", t->until);
    }
    mintu_notice_free(notice);
    bench_same(text.data, &found, expected);
    mintu_buffer_free(&text);
}

static void what_is_counted_stands_behind_the_unit_or_before_the_number(void **state)
{
    targets_are(state, "建成3座桥梁。", "桥梁=3座 exactly");
    targets_are(state, "道路12公里。", "道路=12公里 exactly");
    targets_are(state, "安排用地指标１００亩。", "用地指标=100亩 exactly");
    targets_are(state, "培育2个中心镇试点。", "中心镇=2个 exactly");
    targets_are(state, "建成3座。", "建成=3座 exactly");
}

static void bounds_stand_on_either_side(void **state)
{
    targets_are(state, "绿地率不少于35%。", "绿地率=35% at-least");
    targets_are(state, "绿地率达到35%以上。", "绿地率=35% at-least");
    targets_are(state, "用地30亩以内，建成2座桥。", "用地=30亩 at-most|桥=2座 exactly");
    targets_are(state, "绿道100多公里。", "绿道=100公里 exactly");
}

static void years_hold_for_their_sentence(void **state)
{
    targets_are(state, "2016年底前建成3座桥，建成4座亭。建成5条路。",
                "桥=3座 exactly until 2016|亭=4座 exactly until 2016|路=5条 exactly");
    targets_are(state, "2015年起每年安排100亩用地。", "用地=100亩 exactly/年 from 2015");
    targets_are(state, "优惠政策延长至2018年。", "优惠政策延长=nan  until 2018");
    targets_are(state, "达到2018年。", "达到2018年=nan  until 2018");
    targets_are(state, "建成桥1850座。", "桥=1850座 exactly");
    targets_are(state, "1850年建成的桥修3座。", "桥修=3座 exactly");
}

static void a_list_shares_its_number(void **state)
{
    targets_are(state, "建成供水、污水和燃气管道各100公里。",
                "供水=100公里 exactly|污水=100公里 exactly|燃气管道=100公里 exactly");
    targets_are(state, "县城和重点镇垃圾处理能力达到5吨/日。", "垃圾处理能力=5吨 exactly/日");
}

static void amounts_in_words(void **state)
{
    targets_are(state, "供水全覆盖。", "供水=100% exactly");
    targets_are(state, "编制零增长。", "编制=0 exactly");
    targets_are(state, "所有县城使用天然气。", "县城使用天然气=100% exactly");
    targets_are(state, "所有人使用天然气。", "");
    targets_are(state, "整治“四线”。", "四线=4类 exactly");
}

static void numbers_that_count_nothing(void **state)
{
    targets_are(state, "第3条道路。", "");
    targets_are(state, "甲一3条道路。", "");
    bench_findings(state, "（一）修12坰地。（省发改委牵头）（二）修3月。（省发改委牵头）", "unit@1:13");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_counted_stands_behind_the_unit_or_before_the_number),
        cmocka_unit_test(bounds_stand_on_either_side),
        cmocka_unit_test(years_hold_for_their_sentence),
        cmocka_unit_test(a_list_shares_its_number),
        cmocka_unit_test(amounts_in_words),
        cmocka_unit_test(numbers_that_count_nothing),
    };
    return cmocka_run_group_tests(tests, bench_set_up, bench_tear_down);
}
