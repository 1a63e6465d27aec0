/* The batch: files, columns, problems, answers, review (sources batch, batch_queries, batch_review, batch_sheet, batch_write have
 * a test file each; this one has what they share). */
#include "test_geocode_batch.h"

static void answers_stand_beside_the_rows(void **state)
{
    world *w = *state;
    mintu_match match;
    batch_open(w, NULL, "t.csv", "no,地名\n1,东城区龙门镇\n2,龙门\n3,哥谭\n4,\n5,隆门镇\n", NULL);
    assert_int_equal(mintu_batch_count(the_batch), 5);
    assert_int_equal(mintu_batch_status_count(the_batch, MINTU_MATCH_STATUS_MATCHED), 1);
    assert_int_equal(mintu_batch_status_count(the_batch, MINTU_MATCH_STATUS_AMBIGUOUS), 2);
    assert_int_equal(mintu_batch_status_count(the_batch, MINTU_MATCH_STATUS_UNMATCHED), 2);
    assert_int_equal(mintu_batch_status_count(the_batch, MINTU_MATCH_STATUS_END), 0);
    assert_string_equal(mintu_batch_query(the_batch, 1), "龙门");
    assert_string_equal(mintu_batch_query(the_batch, 9), "");
    mintu_batch_match(the_batch, 0, &match);
    assert_string_equal(match.place->code, "990102001");
    mintu_batch_match(the_batch, 1, &match);
    assert_int_equal(match.candidate_count, 2);
    assert_string_equal(match.candidates[1]->code, "990103001");
    mintu_batch_match(the_batch, 9, &match);
    assert_int_equal(match.status, MINTU_MATCH_STATUS_UNMATCHED);
    batch_close();
}

static void other_rows_may_decide(void **state)
{
    world *w = *state;
    mintu_geocode_options options;
    mintu_match match;
    options = (mintu_geocode_options){0};
    options.context = true;
    batch_open(w, &options, "t.csv", "name\n龙门\n龙江县\n龙江县龙门街道\n", NULL);
    mintu_batch_match(the_batch, 0, &match);
    assert_true(match.context);
    assert_string_equal(match.place->code, "990103001");
    batch_close();
}

/* Matches the first row of the text. */
static mintu_match first(world *w, const mintu_geocode_options *options, const char *text)
{
    mintu_match match;
    batch_open(w, options, "t.csv", text, NULL);
    mintu_batch_match(the_batch, 0, &match);
    batch_close();
    return match;
}

static void expect(mintu_match match, const char *code, bool context)
{
    assert_int_equal(match.status, MINTU_MATCH_STATUS_MATCHED);
    assert_string_equal(match.place->code, code);
    assert_int_equal(match.context, context);
}

/* The rows speak for 990103, the roster for 990102001. */
static void evidence_decides_in_its_order(void **state)
{
    world *w = *state;
    mintu_geocode_options both, context, roster;
    context = (mintu_geocode_options){0};
    context.context = true;
    both = context;
    both.rosters = WORLD_CITIES;
    roster = both;
    roster.context = false;
    expect(first(w, &both, "name\n东城区龙门\n龙江县\n龙江县龙门街道\n"), "990102001", false); /* the parent */
    expect(first(w, &both, "name\n龙门\n龙江县\n龙江县龙门街道\n"), "990103001", true);        /* the rows */
    expect(first(w, &context, "name\n龙门\n龙江县\n龙江县龙门街道\n"), "990103001", true);
    expect(first(w, &both, "name\n龙门\n太山镇\n"), "990102001", false); /* the roster, where the rows say nothing */
    expect(first(w, &roster, "name\n龙门\n龙江县\n龙江县龙门街道\n"), "990102001", false);
}

static void rows_decide_only_when_they_are_clear(void **state)
{
    world *w = *state;
    mintu_geocode_options options;
    options = (mintu_geocode_options){0};
    assert_int_equal(first(w, &options, "name\n龙门\n龙江县\n龙江县龙门街道\n").status, MINTU_MATCH_STATUS_AMBIGUOUS);
    options.context = true;
    assert_int_equal(first(w, &options, "name\n龙门\n").status, MINTU_MATCH_STATUS_AMBIGUOUS);
    assert_int_equal(first(w, &options, "name\n龙门\n龙江县\n龙江县\n").status, MINTU_MATCH_STATUS_AMBIGUOUS); /* one place */
    assert_int_equal(first(w, &options, "name\n龙门\n龙江县\n龙江县龙门街道\n甲州市东城区\n").status,
                     MINTU_MATCH_STATUS_AMBIGUOUS); /* two against one */
}

static void a_file_that_cannot_be_read_is_told(void **state)
{
    world *w = *state;
    mintu_geocoder *geocoder;
    mintu_batch *batch;
    assert_int_equal(mintu_geocoder_new(w->gazetteer, NULL, &w->error, &geocoder), MINTU_STATUS_OK);
    assert_int_equal(mintu_batch_load(w->context, geocoder, "/no/such.csv", NULL, &w->error, &batch), MINTU_STATUS_INPUT);
    assert_null(batch);
    assert_non_null(strstr(w->error.text, "reading names"));
    assert_int_equal(mintu_batch_load(w->context, geocoder, "/no/such.xlsx", NULL, &w->error, &batch), MINTU_STATUS_INPUT);
    mintu_geocoder_free(geocoder);
    mintu_batch_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(answers_stand_beside_the_rows, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(other_rows_may_decide, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(evidence_decides_in_its_order, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(rows_decide_only_when_they_are_clear, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(a_file_that_cannot_be_read_is_told, world_set_up, world_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
