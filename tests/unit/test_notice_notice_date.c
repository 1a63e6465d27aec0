/* The day of a notice. */
#include "test_notice_helper.h"

static void day_is(void **state, const char *text, int expected)
{
    mintu_notice *notice = bench_read(state, text);
    if (notice->date != expected)
        fail_msg("%s: %d, expected %d", text, notice->date, expected);
    mintu_notice_free(notice);
}

static void the_first_day_of_the_opening_counts(void **state)
{
    day_is(state, "通知\n2014年11月1日\n2015年2月3日\n（一）甲。", 20141101);
    day_is(state, "（测政〔2014〕9号）2014年1月31日。（一）甲。", 20140131);
    day_is(state, "（一）甲。", 0);
    day_is(state, "2014年11月。（一）甲。", 0);
    day_is(state, "（一）甲。乙。丙。丁。戊。己。2014年11月1日。", 0);
}

static void what_is_no_day_is_passed_over(void **state)
{
    day_is(state, "2014年2月30日。2014年3月1日。（一）甲。", 20140301);
    day_is(state, "2014年13月1日。（一）甲。", 0);
    day_is(state, "2201年12月1日。（一）甲。", 0);
    day_is(state, "2014年月1日共计三天。（一）甲。", 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_day_of_the_opening_counts),
        cmocka_unit_test(what_is_no_day_is_passed_over),
    };
    return cmocka_run_group_tests(tests, bench_set_up, bench_tear_down);
}
