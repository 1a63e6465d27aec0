/* Tasks linked to places, and what is asked of the links: rules, certainty, reach, tallies. */
#include "test_notice_helper.h"

#include "gazetteer/place_classes.h"
#include "task/reach.h"
#include "task/rollup.h"
#include "task/task_links.h"

static mintu_matrix matrix;

static int open_matrix(void **state)
{
    bench_set_up(state);
    bench *b = *state;
    if (mintu_matrix_open(b->w.context, b->w.gazetteer, 0, &b->w.error, &matrix) != MINTU_STATUS_OK)
        fail_msg("%s", b->w.error.text);
    return 0;
}

static int close_matrix(void **state)
{
    mintu_matrix_close(&matrix);
    return bench_tear_down(state);
}

static void links_are_by_task_and_place(void **state)
{
    static const char expected[] = "0:990102001 0:990221003 0:990221003 1:990103 2:990103 2:990221 3:990100 3:990200 ";
    mintu_buffer found = {0};
    (void)state;
    for (size_t i = 0; i < matrix.count; i++)
        mintu_buffer_format(&found, "%zu:%s ", matrix.links[i].task, matrix.links[i].place->code);
    bench_same("links", &found, expected);
    assert_int_equal(mintu_matrix_group(&matrix, 0), 1);
    assert_int_equal(mintu_matrix_group(&matrix, 1), 2);
    size_t first;
    assert_int_equal(mintu_reach_links(&matrix, 2, &first), 2);
    assert_int_equal(first, 4);
    assert_int_equal(mintu_reach_links(&matrix, 4, &first), 0);
}

static void what_does_not_fit_is_told(void **state)
{
    mintu_buffer found = {0};
    (void)state;
    for (size_t row = 0; row < mintu_layer_count(matrix.findings); row++)
        mintu_buffer_format(&found, "%s%s:%s:%s:%s", row ? "|" : "", mintu_layer_text(matrix.findings, row, 0),
                            mintu_layer_text(matrix.findings, row, 1), mintu_layer_text(matrix.findings, row, 2),
                            mintu_layer_text(matrix.findings, row, 3));
    bench_same("findings", &found,
               "unmatched:2:某地:the name has no place of the package|incomplete:4:设区市:2 of 3 are known|"
               "unmatched:4:月亮:the class is not known|missing:5::the item's text is lost|"
               "unmatched:2:省某厅:the agency is not in agencies.csv");
}

static void texts_of_a_task_are_put_together(void **state)
{
    (void)state;
    const mintu_buffer *texts = matrix.texts[1].all;
    assert_string_equal(texts[MINTU_TASK_TEXT_LEAD].data, "省住建厅");
    assert_string_equal(texts[MINTU_TASK_TEXT_JOINT].data, "省某厅");
    assert_string_equal(texts[MINTU_TASK_TEXT_SUPPORT].data, "");
    assert_string_equal(texts[MINTU_TASK_TEXT_TARGETS].data, "道路 ≥100公里/年（2015–2018）；桥 ≤3座（–2016）");
    assert_string_equal(texts[MINTU_TASK_TEXT_UNTIL].data, "2018");
    assert_string_equal(texts[MINTU_TASK_TEXT_SCOPE].data, "龙江；某地");
    assert_string_equal(matrix.texts[0].all[MINTU_TASK_TEXT_SCOPE_EN].data, "roster of small-city pilots (2 of 2); 太山");
    assert_string_equal(matrix.texts[2].section_title, "水利");
    assert_string_equal(matrix.texts[4].section_title, "");
}

static void lists_hold_each_name_once(void **state)
{
    mintu_buffer list = {0};
    (void)state;
    mintu_list_add(&list, "、", "水利厅");
    mintu_list_add(&list, "、", "水利");
    mintu_list_add(&list, "、", "水利厅");
    mintu_list_add(&list, "、", "");
    mintu_list_add(&list, "、", "利厅");
    bench_same("list", &list, "水利厅、水利、利厅");
    list = (mintu_buffer){0};
    mintu_list_later(&list, "2016");
    mintu_list_later(&list, "");
    mintu_list_later(&list, "2018");
    mintu_list_later(&list, "2017");
    bench_same("days", &list, "2018");
}

static void a_link_is_as_certain_as_its_weaker_side(void **state)
{
    (void)state;
    assert_string_equal(mintu_matrix_certainty(&matrix, 1, 2), "attested");
    assert_string_equal(mintu_matrix_certainty(&matrix, 6, 1), "indirect");
    assert_string_equal(mintu_matrix_weaker("attested", "candidate"), "candidate");
    assert_string_equal(mintu_matrix_weaker("candidate", "indirect"), "candidate");
    mintu_buffer text = {0};
    mintu_matrix_rule(&matrix, 1, 2, 1, &text);
    bench_same("rule", &text, "item 1 “2个中心镇”: roster of small-city pilots (2 of 2); item 1 “太山”: named");
    text = (mintu_buffer){0};
    mintu_matrix_source(&matrix, 6, 1, &text);
    bench_same("source", &text, "item 4");
}

static void agencies_are_found_by_any_name(void **state)
{
    bench *b = *state;
    const char *name;
    assert_int_equal(mintu_matrix_agency(&matrix, "省发展改革委", &b->w.error, &name), MINTU_STATUS_OK);
    assert_string_equal(name, "省发改委");
    assert_int_equal(mintu_matrix_agency(&matrix, "测试省水利厅", &b->w.error, &name), MINTU_STATUS_OK);
    assert_string_equal(name, "省水利厅");
    assert_int_equal(mintu_matrix_agency(&matrix, "改委", &b->w.error, &name), MINTU_STATUS_INPUT);
    assert_int_equal(mintu_matrix_agency(&matrix, "", &b->w.error, &name), MINTU_STATUS_INPUT);
    assert_true(mintu_matrix_charges(&matrix, 0, "省住建厅"));
    assert_false(mintu_matrix_charges(&matrix, 0, "省水利厅"));
    assert_false(mintu_matrix_charges(&matrix, 3, "省水利厅"));
}

static void a_task_reaches_by_itself_from_above_or_from_within(void **state)
{
    bench *b = *state;
    const world *w = &b->w;
    assert_int_equal(mintu_reach_task(&matrix, 1, world_place(w, "990103")), MINTU_REACH_OWN);
    assert_int_equal(mintu_reach_task(&matrix, 1, world_place(w, "990103001")), MINTU_REACH_ABOVE);
    assert_int_equal(mintu_reach_task(&matrix, 1, world_place(w, "990100")), MINTU_REACH_WITHIN);
    assert_int_equal(mintu_reach_task(&matrix, 1, world_place(w, "990200")), MINTU_REACH_NONE);
    mintu_reason reason;
    assert_int_equal(mintu_reason_find(&matrix, 1, world_place(w, "990100"), &b->w.error, &reason), MINTU_STATUS_OK);
    assert_string_equal(reason.via.data, "龙江县");
    assert_string_equal(reason.source.data, "item 2");
    assert_string_equal(reason.certainty, "attested");
    mintu_reason_free(&reason);
    const mintu_place *place;
    assert_int_equal(mintu_reach_place(&matrix, "白石县", &b->w.error, &place), MINTU_STATUS_OK);
    assert_string_equal(place->code, "990221");
    assert_int_equal(mintu_reach_place(&matrix, "东城区", &b->w.error, &place), MINTU_STATUS_INPUT);
}

static void tallies_count_a_task_once_for_each_place(void **state)
{
    bench *b = *state;
    mintu_layer *layer;
    assert_int_equal(mintu_join_per_place(&matrix, &(mintu_join_choice){0}, &b->w.error, &layer), MINTU_STATUS_OK);
    size_t row = world_row(layer, "code", "990103");
    assert_string_equal(world_text(layer, row, "tasks"), "2");
    assert_string_equal(world_text(layer, row, "named"), "1");
    assert_string_equal(world_text(layer, row, "task_list"), "2 3");
    assert_string_equal(world_text(layer, row, "named_list"), "2");
    assert_string_equal(world_text(layer, row, "leads"), "省住建厅");
    assert_string_equal(world_text(layer, row, "until"), "2018");
    assert_string_equal(world_text(layer, row, "name"), "龙江县");
    assert_string_equal(world_text(layer, row, "prefecture"), "甲州市");
    assert_string_equal(world_text(layer, world_row(layer, "code", "990221003"), "tasks"), "1");
    mintu_layer_free(layer);
    const mintu_join_choice choice = {.agency = "省水利厅", .named = false};
    assert_int_equal(mintu_join_per_place(&matrix, &choice, &b->w.error, &layer), MINTU_STATUS_OK);
    assert_int_equal(mintu_layer_count(layer), 2);
    mintu_layer_free(layer);
    assert_int_equal(mintu_join_per_place(&matrix, &(mintu_join_choice){.named = true}, &b->w.error, &layer), MINTU_STATUS_OK);
    assert_int_equal(mintu_layer_count(layer), 3);
    mintu_layer_free(layer);
}

static void tasks_are_chosen(void **state)
{
    static const struct {
        mintu_tasks_query query;
        const char *expected;
    } cases[] = {
        {{0}, "1 2 3 4 5 "},
        {{.no = 2}, "2 "},
        {{.section = 2}, "3 4 "},
        {{.status = "missing"}, "5 "},
        {{.until = "2016"}, "1 2 "},
        {{.until = "2015"}, ""},
        {{.agency = "住建厅"}, "1 2 "},
        {{.place = "990103001"}, "2 3 4 "},
    };
    bench *b = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        mintu_layer *layer;
        mintu_buffer found = {0};
        if (mintu_tasks_list(b->w.context, b->w.gazetteer, &cases[i].query, &b->w.error, &layer) != MINTU_STATUS_OK)
            fail_msg("%zu: %s", i, b->w.error.text);
        for (size_t row = 0; row < mintu_layer_count(layer); row++)
            mintu_buffer_format(&found, "%s ", world_text(layer, row, "no"));
        mintu_layer_free(layer);
        bench_same("tasks", &found, cases[i].expected);
    }
}

static void classes_have_the_units_of_their_day(void **state)
{
    bench *b = *state;
    const mintu_gazetteer *gazetteer = b->w.gazetteer;
    mintu_scope scope;
    assert_int_equal(mintu_scope_find(gazetteer, NULL, mintu_place_class_find(gazetteer, "cities-and-counties"), 20200101,
                                      &b->w.error, &scope),
                     MINTU_STATUS_OK);
    assert_int_equal(scope.count, 1); /* 龙江县 is a district by then */
    assert_string_equal(scope.rule[1].data, "county-level cities and counties (1)");
    mintu_scope_free(&scope);
    assert_int_equal(
        mintu_scope_find(gazetteer, NULL, mintu_place_class_find(gazetteer, "key-towns"), 20141101, &b->w.error, &scope),
        MINTU_STATUS_OK);
    assert_int_equal(scope.count, 0);
    assert_string_equal(scope.rule[1].data, "key towns (no list is known)");
    mintu_scope_free(&scope);
    assert_null(mintu_place_class_find(gazetteer, "prefecture"));
    assert_true(mintu_scope_names(mintu_place_class_find(gazetteer, "pilot-towns")));
    assert_false(mintu_scope_names(mintu_place_class_find(gazetteer, "prefectures")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(links_are_by_task_and_place),
        cmocka_unit_test(what_does_not_fit_is_told),
        cmocka_unit_test(texts_of_a_task_are_put_together),
        cmocka_unit_test(lists_hold_each_name_once),
        cmocka_unit_test(a_link_is_as_certain_as_its_weaker_side),
        cmocka_unit_test(agencies_are_found_by_any_name),
        cmocka_unit_test(a_task_reaches_by_itself_from_above_or_from_within),
        cmocka_unit_test(tallies_count_a_task_once_for_each_place),
        cmocka_unit_test(tasks_are_chosen),
        cmocka_unit_test(classes_have_the_units_of_their_day),
    };
    return cmocka_run_group_tests(tests, open_matrix, close_matrix);
}
