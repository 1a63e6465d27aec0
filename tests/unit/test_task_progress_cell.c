/* States and days as people write them in tables of progress. */
#include "test_notice_helper.h"

#include "task/progress_cell.h"
#include "task/progress_date.h"

static mintu_progress_words words;

static int load_words(void **state)
{
    static world w;
    const char *dir = getenv("MINTU_GEODATA");
    *state = &w;
    if (!dir)
        return 0;
    assert_int_equal(mintu_context_new(&w.error, &w.context), MINTU_STATUS_OK);
    assert_int_equal(mintu_gazetteer_open(w.context, dir, &w.error, &w.gazetteer), MINTU_STATUS_OK);
    return mintu_progress_words_load(w.gazetteer, &w.error, &words) != MINTU_STATUS_OK;
}

static int free_words(void **state)
{
    world *w = *state;
    mintu_progress_words_free(&words);
    mintu_gazetteer_free(w->gazetteer);
    mintu_context_free(w->context);
    return 0;
}

#define SKIP_WITHOUT(state)                                                                                                    \
    do {                                                                                                                       \
        if (!((world *)*(state))->gazetteer)                                                                                   \
            skip();                                                                                                            \
    } while (0)

static void check(const char *const *cells, mintu_progress_state expected, bool percent)
{
    for (; *cells; cells++)
        if (mintu_progress_state_of(&words, *cells, percent) != expected)
            fail_msg("\"%s\" is read as %d, expected %d", *cells, (int)mintu_progress_state_of(&words, *cells, percent),
                     (int)expected);
}

static void states_are_read_as_people_write_them(void **state)
{
    SKIP_WITHOUT(state);
    check((const char *const[]){"已完成", "完成。", "已办结", "100%", "１００％", "完成100%", "已完成（100%）", "Done",
                                "COMPLETED", "完成 ", NULL},
          MINTU_PROGRESS_STATE_DONE, false);
    check((const char *const[]){"进行中", "正在推进", "推进中", "80%", "已完成80%", "正在推进征地拆迁", "基本完成", "未完成",
                                "under way", "In Progress", "推進中", "進行中", "约80%", "99.5%", NULL},
          MINTU_PROGRESS_STATE_UNDER_WAY, false);
    check((const char *const[]){"未启动", "尚未开展", "未開工", "0%", "not started", NULL}, MINTU_PROGRESS_STATE_NOT_STARTED,
          false);
    check((const char *const[]){"滞后", "逾期", "進度滯後", "逾期未完成", "overdue", "滞后，推进中", NULL},
          MINTU_PROGRESS_STATE_OVERDUE, false);
    check((const char *const[]){"", " ", "—", "无", "N/A", "/", NULL}, MINTU_PROGRESS_STATE_NONE, false);
}

/* What is done in part, or said of something else, is never taken for done. */
static void what_is_not_understood_is_not_guessed(void **state)
{
    SKIP_WITHOUT(state);
    check((const char *const[]){"看情况", "已完成前期工作", "已完成，正在验收", "征地完成100%", "投资完成80%，征地完成60%",
                                "没有完成", "不完成", "120%", "未全面启动", "done?maybe", "2016", "推进不力", NULL},
          MINTU_PROGRESS_STATE_UNCLEAR, false);
}

static void columns_of_percentages_hold_numbers(void **state)
{
    SKIP_WITHOUT(state);
    check((const char *const[]){"1", "100", "100%", NULL}, MINTU_PROGRESS_STATE_DONE, true);
    check((const char *const[]){"0.8", "80", "80.5%", NULL}, MINTU_PROGRESS_STATE_UNDER_WAY, true);
    check((const char *const[]){"0", "0%", NULL}, MINTU_PROGRESS_STATE_NOT_STARTED, true);
    check((const char *const[]){"101", "8x", NULL}, MINTU_PROGRESS_STATE_UNCLEAR, true);
}

static void days_are_read_as_people_write_them(void **state)
{
    static const struct {
        const char *cell;
        int day;
    } good[] = {{"2016-03-05", 20160305},   {"2016/3/5", 20160305},         {"2016.3.5", 20160305},
                {"2016年3月5日", 20160305}, {"２０１６年3月5号", 20160305}, {"20160305", 20160305},
                {"2016年3月", 20160301},    {"2016-03-05 14:30", 20160305}, {"2016", 20160101}};
    static const char *const bad[] = {"2016-13-01", "2016-02-30", "3月5日", "昨天", "16.3.5", "2016年3月5日左右", "2016305"};
    SKIP_WITHOUT(state);
    int day;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        day = 0;
        if (!mintu_progress_date_read(&words, good[i].cell, &day) || day != good[i].day)
            fail_msg("\"%s\" is read as %d", good[i].cell, day);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (mintu_progress_date_read(&words, bad[i], &day))
            fail_msg("\"%s\" is read as %d", bad[i], day);
}

static void heads_are_known_in_both_writings(void **state)
{
    SKIP_WITHOUT(state);
    size_t rank, other;
    assert_int_equal(mintu_progress_head_of(&words, "任務編號", &rank), MINTU_PROGRESS_HEAD_NO);
    assert_int_equal(mintu_progress_head_of(&words, "进展情况（截至6月底）", &rank), MINTU_PROGRESS_HEAD_STATE);
    assert_int_equal(mintu_progress_head_of(&words, "縣（市、區）", &rank), MINTU_PROGRESS_HEAD_COUNTY);
    assert_int_equal(mintu_progress_head_of(&words, "填报单位", &rank), MINTU_PROGRESS_HEAD_AGENCY);
    assert_int_equal(mintu_progress_head_of(&words, "责任单位", &other), MINTU_PROGRESS_HEAD_AGENCY);
    assert_true(rank < other); /* who reports goes before who is responsible */
    assert_int_equal(mintu_progress_head_of(&words, "涉及地区", &rank), MINTU_PROGRESS_HEAD_END);
    assert_int_equal(mintu_progress_head_of(&words, "电话", &rank), MINTU_PROGRESS_HEAD_END);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(states_are_read_as_people_write_them), cmocka_unit_test(what_is_not_understood_is_not_guessed),
        cmocka_unit_test(columns_of_percentages_hold_numbers),  cmocka_unit_test(days_are_read_as_people_write_them),
        cmocka_unit_test(heads_are_known_in_both_writings),
    };
    return cmocka_run_group_tests(tests, load_words, free_words);
}
