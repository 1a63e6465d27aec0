#include "test_gazetteer_package.h"

#include "gazetteer/package_tables.h"

#include <math.h>

static void points_at_a_cell_behind_quotes_and_line_feeds(void **state)
{
    world *w = *state;
    char path[512];
    mintu_table *table;
    world_write(w, "t.csv", "a,b,c\n1,\"x, \"\"y\"\"\nz\",bad\n");
    snprintf(path, sizeof path, "%s/t.csv", w->dir);
    assert_int_equal(mintu_table_load(path, &w->error, &table), MINTU_STATUS_OK);
    mintu_where first = mintu_cell_where(table, 0, 0), last = mintu_cell_where(table, 0, 2);
    assert_int_equal(first.line, 2);
    assert_int_equal(first.column, 1);
    assert_int_equal(last.line, 3);
    assert_int_equal(last.column, 4);
    mintu_table_free(table);
}

static void reads_numbers_and_dates(void **state)
{
    world *w = *state;
    char path[512];
    mintu_table *table;
    double number;
    int date;
    world_write(w, "t.csv", "n,d\n1.5,2015-02-09\n,\nx,2015-02-30\n0x10,1\n");
    snprintf(path, sizeof path, "%s/t.csv", w->dir);
    assert_int_equal(mintu_table_load(path, &w->error, &table), MINTU_STATUS_OK);
    assert_int_equal(mintu_cell_number(table, 0, 0, &w->error, &number), MINTU_STATUS_OK);
    assert_true(number == 1.5);
    assert_int_equal(mintu_cell_date(table, 0, 1, &w->error, &date), MINTU_STATUS_OK);
    assert_int_equal(date, 20150209);
    assert_int_equal(mintu_cell_number(table, 1, 0, &w->error, &number), MINTU_STATUS_OK);
    assert_true(isnan(number));
    assert_int_equal(mintu_cell_date(table, 1, 1, &w->error, &date), MINTU_STATUS_OK);
    assert_int_equal(date, 0);
    assert_int_equal(mintu_cell_number(table, 2, 0, &w->error, &number), MINTU_STATUS_INPUT);
    assert_int_equal(w->error.line, 4);
    assert_int_equal(mintu_cell_date(table, 2, 1, &w->error, &date), MINTU_STATUS_INPUT);
    assert_int_equal(w->error.column, 3);
    assert_int_equal(mintu_cell_number(table, 3, 0, &w->error, &number), MINTU_STATUS_INPUT);
    mintu_table_free(table);
}

static void names_a_missing_column(void **state)
{
    world *w = *state;
    world_write(w, "pilot_cities.csv", "no,kode\n1,2\n");
    mintu_gazetteer_free(w->gazetteer);
    assert_int_equal(world_open(w), MINTU_STATUS_INPUT);
    assert_non_null(strstr(w->error.source, "pilot_cities.csv"));
    assert_int_equal(w->error.line, 1);
    assert_non_null(strstr(w->error.text, "`code`"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(points_at_a_cell_behind_quotes_and_line_feeds, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(reads_numbers_and_dates, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(names_a_missing_column, world_set_up, world_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
