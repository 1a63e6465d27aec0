/* Agencies and their roles. */
#include "test_notice_helper.h"

#include "notice/notice_clause_is.h"

static void roles_stand_behind_their_agencies(void **state)
{
    bench_parts(state, "（一）甲。（省发改委、住建厅牵头，省水利厅配合）",
                "1:省发改委:lead 1:省住建厅:lead 1:省水利厅:support");
    bench_parts(state, "（一）甲。（省发改委牵头，省水利厅、住建厅负责）",
                "1:省发改委:lead 1:省水利厅:responsible 1:省住建厅:responsible");
    bench_parts(state, "（一）甲。（省发改委牵头，发改委配合）", "1:省发改委:lead");
    bench_parts(state, "（一）甲。（省水利厅负责）（二）乙。（省水利厅牵头）", "1:省水利厅:responsible 2:省水利厅:lead");
}

static void one_role_for_all_who_share_the_work(void **state)
{
    bench_parts(state, "（一）甲。（省发改委按职责分工会同省水利厅负责）", "1:省发改委:joint 1:省水利厅:joint");
    bench_parts(state, "（一）甲。（省发改委会同省水利厅负责）", "1:省发改委:responsible 1:省水利厅:support");
}

static void short_names_take_what_their_list_begins_with(void **state)
{
    bench_parts(state, "（一）甲。（省发改委、水利厅牵头）", "1:省发改委:lead 1:省水利厅:lead");
    bench_parts(state, "（一）甲。（水利厅、省发改委牵头）", "1:水利厅:lead? 1:省发改委:lead");
}

static void labels_give_the_role_to_what_follows(void **state)
{
    bench_parts(state, "（一）甲。\n牵头单位：省发改委；责任单位：省水利厅\n", "1:省发改委:lead 1:省水利厅:responsible");
}

static void a_list_that_goes_on_is_open(void **state)
{
    mintu_notice *notice = bench_read(state, "（一）甲。（省发改委等牵头）（二）乙。（省发改委牵头）");
    assert_true(notice->items[1].open);
    assert_false(notice->items[2].open);
    mintu_notice_free(notice);
}

static void unknown_agencies_are_told_where_they_stand(void **state)
{
    bench_parts(state, "（一）甲。\n（省某厅牵头）\n（二）乙。（省发改委牵头）", "1:省某厅:lead? 2:省发改委:lead");
    bench_findings(state, "（一）甲。\n（省发改委、省某厅牵头）\n（二）乙。（省发改委牵头）", ""); /* one by its form */
    bench_findings(state, "（一）甲。\n（省发改委、某某牵头）\n（二）乙。（省发改委牵头）", "agency@2:19");
}

static void is_clause(void **state, const char *text, bool expected)
{
    mintu_notice *notice = bench_read(state, "（一）甲。");
    if (mintu_clause_is(notice, text, strlen(text)) != expected)
        fail_msg("%s", text);
    mintu_notice_free(notice);
}

static void a_clause_ends_with_a_role(void **state)
{
    is_clause(state, "省发改委牵头", true);
    is_clause(state, "有关单位负责", true);
    is_clause(state, "责任单位：某", true);
    is_clause(state, "责任单位:某", true);
    is_clause(state, "责任单位", false);
    is_clause(state, "省发改委", true);
    is_clause(state, "省发改委、省水利厅", true);
    is_clause(state, "以企业为主体", false);
    is_clause(state, "牵头", false);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(roles_stand_behind_their_agencies),
        cmocka_unit_test(one_role_for_all_who_share_the_work),
        cmocka_unit_test(short_names_take_what_their_list_begins_with),
        cmocka_unit_test(labels_give_the_role_to_what_follows),
        cmocka_unit_test(a_list_that_goes_on_is_open),
        cmocka_unit_test(unknown_agencies_are_told_where_they_stand),
        cmocka_unit_test(a_clause_ends_with_a_role),
    };
    return cmocka_run_group_tests(tests, bench_set_up, bench_tear_down);
}
