#define _DEFAULT_SOURCE
#include "format/csv.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static char path[64];

static mintu_status load(const char *text, size_t size, mintu_error *error, mintu_table **table)
{
    strcpy(path, "/tmp/mintu-test-XXXXXX");
    int file = mkstemp(path);
    assert_true(file >= 0 && write(file, text, size) == (ssize_t)size);
    close(file);
    mintu_status status = mintu_table_load(path, error, table);
    unlink(path);
    return status;
}

static void expect_failure(const char *text, size_t size, int line, const char *says)
{
    mintu_error error = {0};
    mintu_table *table;
    assert_int_equal(load(text, size, &error, &table), MINTU_STATUS_INPUT);
    assert_null(table);
    assert_string_equal(error.source, path);
    assert_int_equal(error.line, line);
    assert_non_null(strstr(error.text, says));
}

static void test_reads_fields_and_lines(void **state)
{
    (void)state;
    static const char text[] = "\xEF\xBB\xBF"
                               "code,name\r\n1,\"a \"\"b\"\"\nc\"\r\n2,水头\n";
    mintu_error error = {0};
    mintu_table *table;
    assert_int_equal(load(text, sizeof text - 1, &error, &table), MINTU_STATUS_OK);
    assert_int_equal(mintu_table_count(table), 2);
    assert_int_equal(mintu_table_column_count(table), 2);
    assert_int_equal(mintu_table_column_find(table, "code"), 0);
    assert_int_equal(mintu_table_column_find(table, "none"), -1);
    assert_string_equal(mintu_table_text(table, 0, 1), "a \"b\"\nc");
    assert_string_equal(mintu_table_text(table, 1, 1), "水头");
    assert_int_equal(mintu_table_line(table, 0), 2);
    assert_int_equal(mintu_table_line(table, 1), 4); /* the row before it has a line feed in a field */
    mintu_table_free(table);
}

/* A column is found by its own name, whatever stands in the cells. */
static void test_a_cell_is_no_name(void **state)
{
    (void)state;
    mintu_table *table;
    assert_int_equal(load("a,b,c\nc,a,x\nb,y,b\n", 18, NULL, &table), MINTU_STATUS_OK);
    assert_int_equal(mintu_table_column_find(table, "a"), 0);
    assert_int_equal(mintu_table_column_find(table, "b"), 1);
    assert_int_equal(mintu_table_column_find(table, "c"), 2);
    assert_int_equal(mintu_table_column_find(table, "x"), -1);
    assert_int_equal(mintu_table_column_find(table, "y"), -1);
    mintu_table_free(table);
}

static void test_last_line_may_lack_its_end(void **state)
{
    (void)state;
    mintu_table *table;
    assert_int_equal(load("a,b\n1,2", 7, NULL, &table), MINTU_STATUS_OK);
    assert_string_equal(mintu_table_text(table, 0, 1), "2");
    mintu_table_free(table);
}

static void test_names_the_line_of_each_fault(void **state)
{
    (void)state;
    expect_failure("a,b\n1,2\n1,2,3\n", 14, 3, "3 fields, expected the header's 2");
    expect_failure("a,b\n1,\"2\n3\n", 11, 2, "never closed");
    expect_failure("a,b\n1,\"2\"x\n", 11, 2, "quotes");
    expect_failure("a,b\n1,\xFF\n", 8, 2, "UTF-8");
    expect_failure("a,b\n1,2\n\0,4\n", 12, 3, "NUL");
    expect_failure("", 0, 0, "empty");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reads_fields_and_lines),
        cmocka_unit_test(test_a_cell_is_no_name),
        cmocka_unit_test(test_last_line_may_lack_its_end),
        cmocka_unit_test(test_names_the_line_of_each_fault),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
