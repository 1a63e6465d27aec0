#include "test_gazetteer_package.h"

#include "gazetteer/check_report.h"

static void tells_the_first_problem_and_how_many(void **state)
{
    world *w = *state;
    mintu_report report = mintu_report_new(w->context, &w->error);
    mintu_gate good = mintu_gate_new("places", "rows"), bad = mintu_gate_new("places", "values"),
               note = mintu_gate_new("towns", "complete");
    good.count = 3;
    mintu_gate_problem(&bad, (mintu_where){"/a/b/places.csv", 7, 4}, "%s is wrong", "this");
    mintu_gate_problem(&bad, (mintu_where){0}, "so is that");
    mintu_gate_problem(&note, (mintu_where){0}, "35 of 46");
    note.note = true;
    mintu_report_gate(&report, &good);
    mintu_report_gate(&report, &bad);
    mintu_report_gate(&report, &note);
    assert_int_equal(report.status, MINTU_STATUS_OK);
    assert_int_equal(report.findings, 1);
    assert_string_equal(world_text(report.layer, 0, "status"), "ok");
    assert_string_equal(world_text(report.layer, 0, "count"), "3");
    assert_string_equal(world_text(report.layer, 0, "stated"), "");
    assert_string_equal(world_text(report.layer, 1, "status"), "finding");
    assert_string_equal(world_text(report.layer, 1, "text"), "values: places.csv:7:4: this is wrong (and 1 more)");
    assert_string_equal(world_text(report.layer, 2, "status"), "note");
    assert_string_equal(world_text(report.layer, 2, "text"), "complete: 35 of 46");
    mintu_layer_free(report.layer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(tells_the_first_problem_and_how_many, world_set_up, world_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
