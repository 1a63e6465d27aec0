#include "test_geocode_batch.h"

static void blank_lines_of_one_column_are_rows(void **state)
{
    world *w = *state;
    batch_open(w, NULL, "t.csv", "name\n太山镇\n\n\n白石县\n", NULL);
    assert_int_equal(mintu_batch_count(the_batch), 4);
    assert_string_equal(mintu_batch_query(the_batch, 1), "");
    assert_string_equal(mintu_batch_query(the_batch, 3), "白石县");
    batch_close();
    batch_open(w, NULL, "t.csv", "name,x\n太山镇,1\n\n白石县,2\n", NULL);
    assert_int_equal(mintu_batch_count(the_batch), 2);
    batch_close();
    batch_open(w, NULL, "t.csv", "name\n\"太山\n镇\"\n白石县\n", NULL); /* a cell of two lines is no blank */
    assert_int_equal(mintu_batch_count(the_batch), 2);
    batch_close();
}

static void lists_have_no_header(void **state)
{
    world *w = *state;
    batch_open(w, NULL, "t.txt", "Longmen, Dongcheng\r\n\r\n太山镇", NULL);
    assert_int_equal(mintu_batch_count(the_batch), 3);
    assert_string_equal(mintu_batch_query(the_batch, 0), "Longmen, Dongcheng");
    assert_string_equal(mintu_batch_query(the_batch, 2), "太山镇");
    assert_int_equal(mintu_batch_status_count(the_batch, MINTU_MATCH_STATUS_MATCHED), 2);
    batch_close();
    batch_open(w, NULL, "t.txt", "no\tname\n1\t太山镇\n", NULL); /* tabs make it a table */
    assert_int_equal(mintu_batch_count(the_batch), 1);
    assert_string_equal(mintu_batch_query(the_batch, 0), "太山镇");
    batch_close();
    static const char bad[] = "太山镇\n太\0山镇\n\xFF\n白石县\n";
    batch_bytes(w, "t.txt", bad, sizeof bad - 1);
    assert_int_equal(batch_load(w, NULL, "t.txt", NULL), MINTU_STATUS_OK);
    assert_int_equal(mintu_batch_status_count(the_batch, MINTU_MATCH_STATUS_MATCHED), 2);
    assert_int_equal(mintu_batch_problem_count(the_batch), 2);
    batch_problem(0, 2, 4, "NUL");
    batch_problem(1, 3, 1, "UTF-8");
    batch_close();
}

static void bad_rows_are_told_and_spoil_nothing(void **state)
{
    world *w = *state;
    static const char text[] = "no,name\n1,太山镇\n2,白石\xE9县\n3,白石\0县\n4,a,b,c\n5\n6,\"太山镇\n7,白石县\n";
    batch_bytes(w, "t.csv", text, sizeof text - 1);
    assert_int_equal(batch_load(w, NULL, "t.csv", NULL), MINTU_STATUS_OK);
    assert_int_equal(mintu_batch_count(the_batch), 7);
    assert_int_equal(mintu_batch_status_count(the_batch, MINTU_MATCH_STATUS_MATCHED), 2);
    assert_int_equal(mintu_batch_problem_count(the_batch), 4);
    assert_int_equal(mintu_batch_problem_total(the_batch), 4);
    batch_problem(0, 3, 3, "UTF-8");
    batch_problem(1, 4, 3, "NUL");
    batch_problem(2, 5, 5, "the row has 4 fields, the header 2");
    batch_problem(3, 7, 1, "never closed");
    assert_null(mintu_batch_problem_at(the_batch, 4));
    batch_close();
}

static void many_problems_are_counted(void **state)
{
    world *w = *state;
    char text[4096] = "name\n";
    for (int i = 0; i < 300; i++)
        strcat(text, "a,b\n");
    batch_open(w, NULL, "t.csv", text, NULL);
    assert_int_equal(mintu_batch_problem_count(the_batch), MINTU_BATCH_PROBLEMS);
    assert_int_equal(mintu_batch_problem_total(the_batch), 300);
    batch_close();
}

static void encodings_are_detected(void **state)
{
    world *w = *state;
    static const char gbk[] = "\xB5\xD8\xC3\xFB\n\xB0\xD7\xCA\xAF\xCF\xD8\n";               /* 地名, 白石县 */
    static const char utf16[] = "\xFF\xFE\x0D\x54\x0A\x00\x2A\x59\x71\x5C\x47\x95\x0A\x00"; /* 名, 太山镇 */
    static const char mark[] = "\xEF\xBB\xBFname\n太山镇\n";
    static const struct {
        const char *bytes;
        size_t size;
    } files[] = {{gbk, sizeof gbk - 1}, {utf16, sizeof utf16 - 1}, {mark, sizeof mark - 1}};
    for (size_t i = 0; i < 3; i++) {
        batch_bytes(w, "t.csv", files[i].bytes, files[i].size);
        assert_int_equal(batch_load(w, NULL, "t.csv", NULL), MINTU_STATUS_OK);
        assert_int_equal(mintu_batch_status_count(the_batch, MINTU_MATCH_STATUS_MATCHED), 1);
        assert_int_equal(mintu_batch_problem_total(the_batch), 0);
        batch_close();
    }
}

static void huge_lines_are_told(void **state)
{
    world *w = *state;
    enum { SIZE = 11 << 20 };
    static char text[SIZE];
    memset(text, 'x', sizeof text);
    memcpy(text, "name,b\n", 7);
    memcpy(text + SIZE - 12, "\n\xE5\xA4\xAA\xE5\xB1\xB1\xE9\x95\x87,\n", 12);
    batch_bytes(w, "t.csv", text, sizeof text);
    assert_int_equal(batch_load(w, NULL, "t.csv", NULL), MINTU_STATUS_OK);
    assert_int_equal(mintu_batch_status_count(the_batch, MINTU_MATCH_STATUS_MATCHED), 1);
    batch_problem(0, 2, 1, "longer than 1 MiB");
    batch_close();
    text[6] = ','; /* now it is the header */
    batch_bytes(w, "t.csv", text, sizeof text);
    assert_int_equal(batch_load(w, NULL, "t.csv", NULL), MINTU_STATUS_INPUT);
    assert_int_equal(w->error.line, 1);
    batch_close();
    batch_bytes(w, "t.csv", "", 0);
    assert_int_equal(batch_load(w, NULL, "t.csv", NULL), MINTU_STATUS_INPUT);
    assert_non_null(strstr(w->error.text, "empty"));
    batch_close();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(blank_lines_of_one_column_are_rows, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(lists_have_no_header, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(bad_rows_are_told_and_spoil_nothing, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(many_problems_are_counted, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(encodings_are_detected, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(huge_lines_are_told, world_set_up, world_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
