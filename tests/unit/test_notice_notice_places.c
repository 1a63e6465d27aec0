/* Places and classes of places of each item. */
#include "test_notice_helper.h"

/* What the items name as `item:kind:name:code:stated`, a * for what is implied. */
static void named_are(void **state, const char *text, const char *expected)
{
    mintu_notice *notice = bench_read(state, text);
    mintu_buffer found = {0};
    for (size_t i = 0; i < notice->named_count; i++) {
        const mintu_named *n = &notice->named[i];
        mintu_buffer_format(&found, "%s%d%s:%s:%s:%s:%ld", i ? " " : "", n->item, n->implied ? "*" : "", n->kind, n->name,
                            n->place ? n->place->code : "", n->stated);
    }
    mintu_notice_free(notice);
    bench_same(text, &found, expected);
}

static void places_and_classes_of_the_text(void **state)
{
    named_are(state, "（一）在白石县修路。（二）重点镇修路。", "1:place:白石县:990221:-1 2:key-towns:重点镇::-1");
    named_are(state, "（一）培育15个中心镇。（二）46个试点镇和重点镇。",
              "1:small-cities:个中心镇::15 2:pilot-towns:试点镇::46 2:key-towns:重点镇::-1");
    named_are(state, "（一）白石县修路，在白石县修桥，重点镇和重点镇。", "1:key-towns:重点镇::-1 1:place:白石县:990221:-1");
}

static void authorities_and_provinces_are_no_places(void **state)
{
    named_are(state, "（一）由白石县人民政府在测试省修路。", "1*:province:全省::-1");
}

/* The section's class, then that of the agencies, then the province. */
static void items_that_name_nothing(void **state)
{
    named_are(state, "一、发展重点镇（一）修路。（县（市）政府负责）", "1*:key-towns:重点镇::-1");
    named_are(state, "一、发展（一）修路。（县（市）政府负责）", "1*:cities-and-counties:县（市）::-1");
    named_are(state, "（一）修路。（省发改委负责）", "1*:province:全省::-1");
}

static void names_in_doubt_and_lists_that_do_not_reconcile_are_told(void **state)
{
    bench_findings(state, "（一）在东城区修路。", "place@1:1");
    bench_findings(state, "（一）甲。\n（二）太山、陈家等3个镇。", "count@2:1");
    bench_findings(state, "（一）甲。\n（二）太山、陈家等2个镇。", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(places_and_classes_of_the_text),
        cmocka_unit_test(authorities_and_provinces_are_no_places),
        cmocka_unit_test(items_that_name_nothing),
        cmocka_unit_test(names_in_doubt_and_lists_that_do_not_reconcile_are_told),
    };
    return cmocka_run_group_tests(tests, bench_set_up, bench_tear_down);
}
