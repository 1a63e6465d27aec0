#include "test_geocode_batch.h"

static const char names[] = "name\n龙门\n太山镇\n龙门\n哥谭\n\n东城区\n和平\n";

/* Writes the review file of the names, with what review.csv has decided. */
static const char *review(world *w)
{
    char path[512];
    batch_path(w, "review.csv", path);
    mintu_batch_options options = {.review = path};
    batch_open(w, NULL, "t.csv", names, &options);
    assert_int_equal(mintu_batch_review_write(the_batch, path, &w->error), MINTU_STATUS_OK);
    return batch_text(w, "review.csv");
}

static void doubtful_names_are_listed_once(void **state)
{
    world *w = *state;
    assert_string_equal(review(w), "query,rows,line,status,candidates,codes,decision\n"
                                   "龙门,2,2,ambiguous,龙门镇@东城区|龙门街道@龙江县,990102001|990103001,\n"
                                   "哥谭,1,5,unmatched,,,\n"
                                   "东城区,1,7,ambiguous,东城区@甲州市|东城区@乙州市,990102|990202,\n"
                                   "和平,1,8,ambiguous,和平镇@合江区|和平乡@东城区,990104002|990202001,\n");
    assert_int_equal(mintu_batch_review_count(the_batch), 4);
    batch_close();
}

static void decisions_are_taken_and_kept(void **state)
{
    world *w = *state;
    mintu_match match;
    world_write(w, "review.csv",
                "query,decision\n龙门,990103001\n哥谭,-\n东城区,东城区@乙州市\n和平,看不清\n不在表中,990221\n");
    assert_string_equal(review(w), "query,rows,line,status,candidates,codes,decision\n"
                                   "龙门,2,2,matched,龙门镇@东城区|龙门街道@龙江县,990102001|990103001,990103001\n"
                                   "哥谭,1,5,unmatched,,,-\n"
                                   "东城区,1,7,matched,东城区@甲州市|东城区@乙州市,990102|990202,东城区@乙州市\n"
                                   "和平,1,8,ambiguous,和平镇@合江区|和平乡@东城区,990104002|990202001,看不清\n"
                                   "不在表中,,,,,,990221\n");
    mintu_batch_match(the_batch, 2, &match);
    assert_string_equal(match.place->code, "990103001");
    assert_int_equal(match.kind, MINTU_MATCH_KIND_REVIEW);
    assert_true(match.score == 1);
    mintu_batch_match(the_batch, 3, &match);
    assert_int_equal(match.status, MINTU_MATCH_STATUS_UNMATCHED);
    assert_int_equal(match.kind, MINTU_MATCH_KIND_REVIEW);
    mintu_batch_match(the_batch, 5, &match);
    assert_string_equal(match.place->code, "990202");
    assert_int_equal(mintu_batch_problem_count(the_batch), 1);
    batch_problem(0, 5, 0, "看不清");
    assert_non_null(strstr(mintu_batch_problem_at(the_batch, 0)->source, "review.csv"));
    batch_close();
}

/* Remarks, rows of names that are not in the input, and other rows of one that is: none is lost, also when it is written again. */
static void all_that_is_written_stays(void **state)
{
    world *w = *state;
    static const char expected[] =
        "query,rows,line,status,candidates,codes,decision,Remark,\n"
        "龙门,,,,,,990102001,first,\n"
        "龙门,2,2,matched,龙门镇@东城区|龙门街道@龙江县,990102001|990103001,990103001,\"second, better\",\n"
        "哥谭,1,5,unmatched,,,,asked,\n"
        "东城区,1,7,ambiguous,东城区@甲州市|东城区@乙州市,990102|990202,,,\n"
        "和平,1,8,ambiguous,和平镇@合江区|和平乡@东城区,990104002|990202001,,,\n"
        "不在表中,4,,,,,990221,,\n"
        "也不在,,,,,,,later,unnamed\n";
    world_write(w, "review.csv",
                "Remark,rows,query,decision,\nfirst,,龙门,990102001,\n,4,不在表中,990221,\nlater,,也不在,,unnamed\n"
                "\"second, better\",,龙门,990103001,\nasked,,哥谭,,\n,,空的,,\n");
    assert_string_equal(review(w), expected);
    batch_problem(0, 5, 0, "is decided on line 2, too, and otherwise; this one counts");
    batch_close();
    assert_string_equal(review(w), expected);
    batch_close();
}

/* The file is left as it is when something of it would be lost. */
static void a_damaged_row_ends_it(void **state)
{
    world *w = *state;
    static const char *const damaged[] = {"query,decision\n龙门,990103001,a remark\n", "query,decision\n龙门,\"990103001\n",
                                          "query,decision\n龙\xFF门,990103001\n"};
    char path[512];
    batch_path(w, "review.csv", path);
    mintu_batch_options options = {.review = path};
    world_write(w, "t.csv", names);
    for (int i = 0; i < 3; i++) {
        world_write(w, "review.csv", damaged[i]);
        assert_int_equal(batch_load(w, NULL, "t.csv", &options), MINTU_STATUS_INPUT);
        assert_non_null(strstr(w->error.text, "would be lost"));
        assert_int_equal(w->error.line, 2);
        batch_close();
    }
}

static void a_device_is_no_review_file(void **state)
{
    world *w = *state;
    static const char *const paths[] = {"/dev/full", "/dev/zero", "/tmp"};
    world_write(w, "t.csv", names);
    for (int i = 0; i < 3; i++) {
        mintu_batch_options options = {.review = paths[i]};
        assert_int_equal(batch_load(w, NULL, "t.csv", &options), MINTU_STATUS_USAGE);
        batch_close();
    }
}

static void a_decision_is_not_guessed(void **state)
{
    world *w = *state;
    world_write(w, "review.csv", "query,decision\n龙门,隆门镇@东城区\n哥谭,990999\n和平,龙门\n");
    review(w);
    assert_int_equal(mintu_batch_problem_count(the_batch), 3); /* nearly a name, no code, ambiguous */
    batch_close();
}

static void other_tables_are_no_review_files(void **state)
{
    world *w = *state;
    char path[512];
    batch_path(w, "places.csv", path);
    mintu_batch_options options = {.review = path};
    world_write(w, "t.csv", names);
    assert_int_equal(batch_load(w, NULL, "t.csv", &options), MINTU_STATUS_INPUT);
    assert_non_null(strstr(w->error.source, "places.csv"));
    batch_close();
}

/* 龙门 as a spreadsheet in China saves it. */
static void decisions_in_gbk_are_read(void **state)
{
    world *w = *state;
    mintu_match match;
    world_write(w, "review.csv", "query,decision\n\xC1\xFA\xC3\xC5,990103001\n");
    review(w);
    mintu_batch_match(the_batch, 0, &match);
    assert_int_equal(mintu_batch_problem_total(the_batch), 0);
    assert_int_equal(match.kind, MINTU_MATCH_KIND_REVIEW);
    assert_string_equal(match.place->code, "990103001");
    batch_close();
}

static void a_workbook_is_no_review_file(void **state)
{
    world *w = *state;
    char path[512];
    batch_path(w, "review.XLSX", path);
    mintu_batch_options options = {.review = path};
    world_write(w, "t.csv", names);
    assert_int_equal(batch_load(w, NULL, "t.csv", &options), MINTU_STATUS_USAGE);
    assert_non_null(strstr(w->error.text, "review file is CSV"));
    batch_close();
}

static void a_file_that_cannot_be_written_is_told(void **state)
{
    world *w = *state;
    batch_open(w, NULL, "t.csv", names, NULL);
    assert_int_equal(mintu_batch_review_write(the_batch, "/no/such/folder/r.csv", &w->error), MINTU_STATUS_OUTPUT);
    batch_close();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(doubtful_names_are_listed_once, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(decisions_are_taken_and_kept, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(all_that_is_written_stays, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(a_damaged_row_ends_it, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(a_device_is_no_review_file, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(a_decision_is_not_guessed, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(other_tables_are_no_review_files, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(decisions_in_gbk_are_read, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(a_workbook_is_no_review_file, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(a_file_that_cannot_be_written_is_told, world_set_up, world_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
