/* Findings, their places and their number; the tables of a notice. */
#include "test_notice_helper.h"

static void findings_beyond_the_most_are_counted(void **state)
{
    mintu_notice *notice = bench_read(state, "（一）甲。\n（二）乙。");
    size_t before = notice->finding_total;
    for (int i = 0; i < MINTU_NOTICE_FINDINGS + 5; i++)
        mintu_notice_find(notice, mintu_finding_in_sentence(notice, "test", 1, 3), "%d", i);
    assert_int_equal(mintu_notice_finding_count(notice), MINTU_NOTICE_FINDINGS);
    assert_int_equal(mintu_notice_finding_total(notice), before + MINTU_NOTICE_FINDINGS + 5);
    const mintu_notice_finding *first = mintu_notice_finding_at(notice, before);
    assert_string_equal(first->kind, "test");
    assert_string_equal(first->text, "0");
    assert_true(first->line == 2 && first->column == 4);
    assert_null(mintu_notice_finding_at(notice, MINTU_NOTICE_FINDINGS));
    mintu_notice_free(notice);
}

static void long_findings_end_with_a_whole_character(void **state)
{
    mintu_buffer name = {0};
    mintu_notice *notice = bench_read(state, "（一）甲。");
    for (int i = 0; i < 300; i++)
        mintu_buffer_text(&name, "长");
    mintu_notice_find(notice, mintu_finding_in_item(notice, "test", 1), "%s", name.data);
    assert_int_equal(strlen(notice->findings[0].text), 507);
    mintu_notice_free(notice);
    mintu_buffer_free(&name);
}

/* A column of a table of the notice, joined by |. */
static void column_is(void **state, const char *text, const char *const table[2], const char *expected)
{
    bench *b = *state;
    mintu_layer *layer;
    mintu_buffer found = {0};
    mintu_notice *notice = bench_read(state, text);
    assert_int_equal(mintu_notice_layer(b->w.context, notice, table[0], &b->w.error, &layer), MINTU_STATUS_OK);
    for (size_t row = 0; row < mintu_layer_count(layer); row++)
        mintu_buffer_format(&found, "%s%s", row ? "|" : "", world_text(layer, row, table[1]));
    mintu_layer_free(layer);
    mintu_notice_free(notice);
    bench_same(text, &found, expected);
}

#define COLUMN(table, field) ((const char *const[2]){table, field})

static void tables_follow_the_items(void **state)
{
    static const char text[] =
        "二、水利（一）在白石县建成3座桥。每年安排5亩地。（省某厅牵头，省发改委配合）\n（二）乙。（省某厅负责）\n";
    column_is(state, text, COLUMN("sections", "no"), "1|2");
    column_is(state, text, COLUMN("sections", "certainty"), "lost|attested");
    column_is(state, text, COLUMN("tasks", "summary"), "在白石县建成3座桥|乙");
    column_is(state, text, COLUMN("tasks", "section"), "2|2");
    column_is(state, text, COLUMN("task_agencies", "seq"), "1|2|1");
    column_is(state, text, COLUMN("task_agencies", "certainty"), "indirect|attested|indirect");
    column_is(state, text, COLUMN("task_targets", "seq"), "1|2");
    column_is(state, text, COLUMN("task_targets", "per"), "|年");
    column_is(state, text, COLUMN("task_places", "code"), "990221|");
    column_is(state, text, COLUMN("task_places", "source"), "the notice, item 1|the notice, item 2");
    column_is(state, text, COLUMN("agencies", "name"), "省某厅");
    column_is(state, "（一）甲。（三）丙。", COLUMN("tasks", "certainty"), "attested|lost|attested");
    column_is(state, "（一）在东城区修路。", COLUMN("task_places", "name"), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(findings_beyond_the_most_are_counted),
        cmocka_unit_test(long_findings_end_with_a_whole_character),
        cmocka_unit_test(tables_follow_the_items),
    };
    return cmocka_run_group_tests(tests, bench_set_up, bench_tear_down);
}
