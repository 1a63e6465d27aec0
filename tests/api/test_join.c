/* The join with the bundled package; skipped without MINTU_GEODATA. */
#include "unit/test_gazetteer_package.h"

static int open_package(void **state)
{
    static world shared;
    const char *dir = getenv("MINTU_GEODATA");
    shared = (world){0};
    *state = &shared;
    if (!dir)
        return 0;
    assert_int_equal(mintu_context_new(&shared.error, &shared.context), MINTU_STATUS_OK);
    return mintu_gazetteer_open(shared.context, dir, &shared.error, &shared.gazetteer) != MINTU_STATUS_OK;
}

static int close_package(void **state)
{
    world *w = *state;
    mintu_gazetteer_free(w->gazetteer);
    mintu_context_free(w->context);
    return 0;
}

static mintu_layer *members(world *w, const char *name, int date)
{
    mintu_layer *layer;
    if (mintu_scope_members(w->context, w->gazetteer, name, date, &w->error, &layer) != MINTU_STATUS_OK)
        fail_msg("%s: %s", name, w->error.text);
    return layer;
}

static bool has(const mintu_layer *layer, const char *code)
{
    for (size_t row = 0; row < mintu_layer_count(layer); row++)
        if (strcmp(world_text(layer, row, "code"), code) == 0)
            return true;
    return false;
}

static void classes_have_their_members_of_the_day(void **state)
{
    world *w = *state;
    if (!w->gazetteer)
        skip();
    mintu_layer *then = members(w, "cities-and-counties", 0), *later = members(w, "cities-and-counties", 20230630);
    assert_int_equal(mintu_layer_count(then), 58);
    assert_false(has(then, "350527"));
    assert_true(has(then, "350803")); /* a county on the day of the notice, a district since */
    assert_false(has(later, "350803"));
    assert_non_null(strstr(mintu_layer_note(then, "rule-en"), "set apart"));
    mintu_layer *towns = members(w, "pilot-towns", 0), *key = members(w, "key-towns", 0);
    assert_int_equal(mintu_layer_count(towns), 34);
    assert_string_equal(mintu_layer_note(towns, "stated"), "46");
    assert_int_equal(mintu_layer_count(key), 15);
    assert_string_equal(mintu_layer_note(key, "stated"), "91");
    mintu_layer_free(then);
    mintu_layer_free(later);
    mintu_layer_free(towns);
    mintu_layer_free(key);
}

static void every_class_answers_and_no_other(void **state)
{
    world *w = *state;
    if (!w->gazetteer)
        skip();
    mintu_layer *layer;
    assert_true(mintu_scope_count(w->gazetteer) >= 11);
    assert_null(mintu_scope_name(w->gazetteer, mintu_scope_count(w->gazetteer)));
    for (size_t i = 0; i < mintu_scope_count(w->gazetteer); i++) {
        layer = members(w, mintu_scope_name(w->gazetteer, i), 0);
        for (size_t row = 0; row < mintu_layer_count(layer); row++)
            assert_true(world_text(layer, row, "source")[0] && world_text(layer, row, "certainty")[0]);
        mintu_layer_free(layer);
    }
    assert_int_equal(mintu_scope_members(w->context, w->gazetteer, "moons", 0, &w->error, &layer), MINTU_STATUS_USAGE);
    assert_null(layer);
}

static void every_task_that_is_left_has_places_and_every_row_a_source(void **state)
{
    world *w = *state;
    if (!w->gazetteer)
        skip();
    mintu_layer *rows, *findings, *tasks;
    mintu_join_query query = {0};
    mintu_tasks_query all = {0};
    assert_int_equal(mintu_join_make(w->context, w->gazetteer, &query, &w->error, &findings, &rows), MINTU_STATUS_FINDINGS);
    for (size_t row = 0; row < mintu_layer_count(rows); row++)
        if (!world_text(rows, row, "source")[0] || !world_text(rows, row, "rule")[0] || !world_text(rows, row, "certainty")[0])
            fail_msg("row %zu has no source, rule or certainty", row);
    assert_int_equal(mintu_tasks_list(w->context, w->gazetteer, &all, &w->error, &tasks), MINTU_STATUS_OK);
    assert_int_equal(mintu_layer_count(tasks), 60);
    for (size_t row = 0; row < 60; row++)
        assert_int_equal(strcmp(world_text(tasks, row, "places"), "0") == 0,
                         strcmp(world_text(tasks, row, "status"), "missing") == 0);
    size_t pair = world_row(rows, "id", "7-350583119");
    assert_string_equal(world_text(rows, pair, "certainty"), "attested");
    assert_string_equal(world_text(rows, world_row(rows, "id", "7-350322101"), "certainty"), "candidate");
    mintu_layer_free(rows);
    mintu_layer_free(findings);
    mintu_layer_free(tasks);
}

static void a_wrong_enum_is_refused(void **state)
{
    world *w = *state;
    if (!w->gazetteer)
        skip();
    mintu_layer *rows;
    mintu_join_query query = {.per = MINTU_JOIN_PER_END};
    assert_int_equal(mintu_join_make(w->context, w->gazetteer, &query, &w->error, NULL, &rows), MINTU_STATUS_USAGE);
    assert_null(rows);
}

static void a_value_leads_to_its_source(void **state)
{
    world *w = *state;
    if (!w->gazetteer)
        skip();
    mintu_layer *rows;
    assert_int_equal(mintu_explain(w->context, w->gazetteer, "7-350583119", 0, &w->error, &rows), MINTU_STATUS_OK);
    for (size_t row = 0; row < mintu_layer_count(rows); row++)
        assert_true(world_text(rows, row, "source")[0] && world_text(rows, row, "certainty")[0]);
    assert_string_equal(world_text(rows, world_row(rows, "field", "reach"), "item"), "7");
    mintu_layer_free(rows);
    assert_int_equal(mintu_explain(w->context, w->gazetteer, "61-350583119", 0, &w->error, &rows), MINTU_STATUS_INPUT);
    assert_null(rows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(classes_have_their_members_of_the_day, open_package, close_package),
        cmocka_unit_test_setup_teardown(every_class_answers_and_no_other, open_package, close_package),
        cmocka_unit_test_setup_teardown(every_task_that_is_left_has_places_and_every_row_a_source, open_package, close_package),
        cmocka_unit_test_setup_teardown(a_wrong_enum_is_refused, open_package, close_package),
        cmocka_unit_test_setup_teardown(a_value_leads_to_its_source, open_package, close_package),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
