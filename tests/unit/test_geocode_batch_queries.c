#include "test_geocode_batch.h"

static void usual_names_of_columns_are_found(void **state)
{
    world *w = *state;
    batch_open(w, NULL, "t.csv", "no,NAME\n1,太山镇\n", NULL);
    assert_string_equal(mintu_batch_query(the_batch, 0), "太山镇");
    batch_close();
    batch_open(w, NULL, "t.csv", "县,乡镇\n白石县,太山镇\n", NULL);
    assert_string_equal(mintu_batch_query(the_batch, 0), "太山镇");
    batch_close();
    batch_open(w, NULL, "t.csv", "whatever\n太山镇\n", NULL); /* the only one */
    assert_string_equal(mintu_batch_query(the_batch, 0), "太山镇");
    batch_close();
}

static void columns_can_be_joined(void **state)
{
    world *w = *state;
    mintu_batch_options options = {.field = "县,镇"};
    batch_open(w, NULL, "t.csv", "镇,县\n龙门,东城区\n太山镇,\n,\n", &options);
    assert_string_equal(mintu_batch_query(the_batch, 0), "东城区,龙门");
    assert_string_equal(mintu_batch_query(the_batch, 1), "太山镇");
    assert_string_equal(mintu_batch_query(the_batch, 2), "");
    assert_int_equal(mintu_batch_status_count(the_batch, MINTU_MATCH_STATUS_MATCHED), 2);
    batch_close();
    batch_open(w, NULL, "t.csv", "\"县,镇\",县,镇\n太山镇,a,b\n", &options); /* a column of this very name */
    assert_string_equal(mintu_batch_query(the_batch, 0), "太山镇");
    batch_close();
}

static void missing_columns_are_told(void **state)
{
    world *w = *state;
    mintu_batch_options options = {.field = "县,镇"};
    world_write(w, "t.csv", "甲,县\n1,2\n");
    assert_int_equal(batch_load(w, NULL, "t.csv", &options), MINTU_STATUS_INPUT);
    assert_non_null(strstr(w->error.text, "no column is called \"镇\""));
    assert_non_null(strstr(w->error.text, "甲, 县"));
    batch_close();
    assert_int_equal(batch_load(w, NULL, "t.csv", NULL), MINTU_STATUS_INPUT);
    assert_non_null(strstr(w->error.text, "say which one holds the names"));
    batch_close();
    assert_int_equal(w->error.line, 1);
    assert_int_equal(w->error.column, 1);
    world_write(w, "t.csv", "甲,,,,,县\n1\n");
    batch_close();
    assert_int_equal(batch_load(w, NULL, "t.csv", NULL), MINTU_STATUS_INPUT);
    assert_non_null(strstr(w->error.text, ": 甲, 县"));
    batch_close();
    world_write(w, "t.csv", "甲,县\n1,2\n");
    options.field = "甲,县,甲,县,甲";
    assert_int_equal(batch_load(w, NULL, "t.csv", &options), MINTU_STATUS_USAGE);
    batch_close();
}

static void long_names_are_told(void **state)
{
    world *w = *state;
    static char text[31000] = "name\n太山镇\n";
    memset(text + strlen(text), 'x', 30000);
    batch_open(w, NULL, "t.csv", text, NULL);
    assert_int_equal(mintu_batch_status_count(the_batch, MINTU_MATCH_STATUS_UNMATCHED), 1);
    batch_problem(0, 3, 1, "a name of 30000 bytes is none");
    batch_close();
    snprintf(text, sizeof text, "no,name\n1,太山镇\n2,%0300d\n3,%0400d\n4,龙门\n", 0, 0);
    batch_open(w, NULL, "t.csv", text, NULL);
    batch_problem(0, 3, 3, "a name of 300 bytes is none");
    batch_problem(1, 4, 3, "a name of 400 bytes is none");
    assert_int_equal(mintu_batch_problem_total(the_batch), 2);
    batch_close();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(usual_names_of_columns_are_found, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(columns_can_be_joined, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(missing_columns_are_told, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(long_names_are_told, world_set_up, world_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
