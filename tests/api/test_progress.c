/* Progress of tasks with the bundled package; skipped without MINTU_GEODATA. */
#include "unit/test_gazetteer_package.h"

#include <mintu/progress.h>
#include <stdio.h>
#include <unistd.h>

static char path[64];

static int open_package(void **state)
{
    static world shared;
    const char *dir = getenv("MINTU_GEODATA");
    shared = (world){0};
    *state = &shared;
    if (!dir)
        return 0;
    snprintf(path, sizeof path, "progress-%ld.csv", (long)getpid());
    assert_int_equal(mintu_context_new(&shared.error, &shared.context), MINTU_STATUS_OK);
    return mintu_gazetteer_open(shared.context, dir, &shared.error, &shared.gazetteer) != MINTU_STATUS_OK;
}

static int close_package(void **state)
{
    world *w = *state;
    mintu_gazetteer_free(w->gazetteer);
    mintu_context_free(w->context);
    unlink(path);
    return 0;
}

static void write_file(const char *text)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

static double number(const mintu_layer *layer, size_t row, const char *field)
{
    return mintu_layer_number(layer, row, (size_t)mintu_layer_field_find(layer, field));
}

static void what_is_reported_is_joined_to_what_was_asked(void **state)
{
    world *w = *state;
    if (!w->gazetteer)
        skip();
    write_file("task,agency,state,date\n6,省国土厅,done,2015-01-05\n13,省住建厅,80%,2015-01-05\n13,省水利厅,done,2015-01-05\n");
    mintu_progress_query query = {.file = path, .on = 20150201};
    mintu_layer *findings, *rows;
    assert_int_equal(mintu_progress_make(w->context, w->gazetteer, &query, &w->error, &findings, &rows), MINTU_STATUS_FINDINGS);
    assert_int_equal(mintu_layer_count(findings), 1);
    assert_string_equal(world_text(findings, 0, "kind"), "not-charged");
    assert_string_equal(world_text(findings, 0, "row"), "line 4");
    assert_string_equal(world_text(rows, 5, "state"), "done");
    assert_string_equal(world_text(rows, 12, "state"), "under-way");
    assert_string_equal(world_text(rows, 6, "state"), "not-due");
    assert_string_equal(world_text(rows, 0, "state"), "not-reported");
    assert_string_equal(mintu_layer_note(rows, "done"), "1");
    mintu_layer_free(findings);
    mintu_layer_free(rows);
    query.by = MINTU_PROGRESS_BY_COUNTY;
    query.plain = true;
    assert_int_equal(mintu_progress_make(w->context, w->gazetteer, &query, &w->error, NULL, &rows), MINTU_STATUS_FINDINGS);
    assert_int_equal(mintu_layer_geometry_type(rows), MINTU_GEOMETRY_TYPE_NONE);
    for (size_t row = 0; row < mintu_layer_count(rows); row++)
        assert_true(number(rows, row, "tasks") == number(rows, row, "done") + number(rows, row, "under_way") +
                                                      number(rows, row, "not_started") + number(rows, row, "overdue") +
                                                      number(rows, row, "not_reported") + number(rows, row, "not_due"));
    mintu_layer_free(rows);
}

static void a_query_that_is_none_is_refused(void **state)
{
    world *w = *state;
    if (!w->gazetteer)
        skip();
    mintu_progress_query query = {.file = NULL};
    mintu_layer *rows;
    assert_int_equal(mintu_progress_make(w->context, w->gazetteer, &query, &w->error, NULL, &rows), MINTU_STATUS_USAGE);
    query = (mintu_progress_query){.file = path, .by = MINTU_PROGRESS_BY_END};
    assert_int_equal(mintu_progress_make(w->context, w->gazetteer, &query, &w->error, NULL, &rows), MINTU_STATUS_USAGE);
    query = (mintu_progress_query){.file = path, .on = 20150231};
    assert_int_equal(mintu_progress_make(w->context, w->gazetteer, &query, &w->error, NULL, &rows), MINTU_STATUS_USAGE);
    mintu_task_sheet_query sheet = {.agency = NULL};
    assert_int_equal(mintu_task_sheet_make(w->context, w->gazetteer, &sheet, &w->error, &rows), MINTU_STATUS_USAGE);
    sheet.agency = "月亮局";
    assert_int_equal(mintu_task_sheet_make(w->context, w->gazetteer, &sheet, &w->error, &rows), MINTU_STATUS_INPUT);
    assert_int_equal(mintu_task_sheet_print(w->context, w->gazetteer, &sheet, path, &w->error), MINTU_STATUS_INPUT);
}

static void a_sheet_has_the_agencys_tasks_those_that_it_leads_first(void **state)
{
    world *w = *state;
    if (!w->gazetteer)
        skip();
    mintu_layer *sheet;
    const mintu_task_sheet_query query = {.agency = "省住建厅"};
    assert_int_equal(mintu_task_sheet_make(w->context, w->gazetteer, &query, &w->error, &sheet), MINTU_STATUS_OK);
    assert_int_equal(mintu_layer_count(sheet), 15);
    assert_string_equal(world_text(sheet, 0, "分工"), "牵头");
    assert_string_equal(world_text(sheet, 14, "分工"), "配合");
    assert_true(mintu_layer_is_null(sheet, 0, (size_t)mintu_layer_field_find(sheet, "进展情况")));
    mintu_layer_free(sheet);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_reported_is_joined_to_what_was_asked),
        cmocka_unit_test(a_query_that_is_none_is_refused),
        cmocka_unit_test(a_sheet_has_the_agencys_tasks_those_that_it_leads_first),
    };
    return cmocka_run_group_tests(tests, open_package, close_package);
}
