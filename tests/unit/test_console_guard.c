/* What a command may write: nothing that it reads, nothing twice, by whatever name; and the files beside a file. */
#define _DEFAULT_SOURCE
#include "console/arguments.h"
#include "console/guard.h"
#include "console/guard_sides.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

const cli_command *const cli_commands[] = {NULL};

static const cli_command command = {.name = "draw",
                                    .options = {{"output", 'o', "FILE", "Write there"}, {"layer", 0, "LAYER", "Of this"}},
                                    .files = {{"", CLI_READ, NULL}, {"layer", CLI_READ_LAYER, NULL}},
                                    .operands_max = -1};
static mintu_error error;

static mintu_status guard(const char *output, const char *layer, const char *operand, const cli_file *more)
{
    const char *const operands[] = {operand};
    cli_arguments arguments = {
        .command = &command, .values = {output, layer}, .operands = operands, .operand_count = operand != NULL};
    error = (mintu_error){0};
    return cli_guard(&arguments, more, more != NULL, &error);
}

static void make(const char *name)
{
    FILE *file = fopen(name, "wb");
    assert_non_null(file);
    fclose(file);
}

static int enter(void **state)
{
    static char dir[] = "/tmp/mintu-guard-XXXXXX";
    *state = dir;
    if (!mkdtemp(dir) || chdir(dir) != 0 || setenv("MINTU_DATA", dir, 1) != 0)
        return -1;
    make("a.csv");
    make("x.shp");
    make("x.dbf");
    return symlink("a.csv", "link.csv");
}

static int leave(void **state)
{
    static const char *const names[] = {"a.csv", "x.shp", "x.dbf", "link.csv"};
    for (int i = 0; i < 4; i++)
        unlink(names[i]);
    return chdir("/") == 0 ? rmdir(*state) : -1;
}

static void an_input_is_not_an_output(void **state)
{
    (void)state;
    assert_int_equal(guard("b.csv", NULL, "a.csv", NULL), MINTU_STATUS_OK);
    assert_int_equal(guard("a.csv", NULL, "a.csv", NULL), MINTU_STATUS_USAGE);
    assert_non_null(strstr(error.text, "a.csv"));
    assert_int_equal(guard("./a.csv", NULL, "a.csv", NULL), MINTU_STATUS_USAGE);
    assert_int_equal(guard("link.csv", NULL, "a.csv", NULL), MINTU_STATUS_USAGE);
    assert_int_equal(guard("a.csv", NULL, "link.csv", NULL), MINTU_STATUS_USAGE);
}

static void a_layers_name_is_no_file(void **state)
{
    (void)state;
    assert_int_equal(guard("pilots", "pilots", NULL, NULL), MINTU_STATUS_OK);
    assert_int_equal(guard("./pilots.csv", "pilots.csv", NULL, NULL), MINTU_STATUS_USAGE);
}

static void what_stands_beside_a_table_is_read_with_it(void **state)
{
    (void)state;
    assert_int_equal(guard("x.dbf", NULL, "x.shp", NULL), MINTU_STATUS_USAGE);
    assert_int_equal(guard("y.dbf", NULL, "x.shp", NULL), MINTU_STATUS_OK);
}

static void nothing_is_written_twice(void **state)
{
    (void)state;
    const cli_file report = {"the report", "out.csv", CLI_WRITE}, other = {"the report", "other.csv", CLI_WRITE};
    assert_int_equal(guard("out.csv", NULL, NULL, &report), MINTU_STATUS_USAGE);
    assert_int_equal(guard("out.csv", NULL, NULL, &other), MINTU_STATUS_OK);
}

static void sides_of_a_file(void **state)
{
    (void)state;
    assert_int_equal(cli_side_count("a.geojson"), 0);
    assert_int_equal(cli_side_count("folder.shp/a"), 0);
    assert_int_equal(cli_side_count("a.SHP"), 24); /* twelve endings, small and in capitals */
    char *small = cli_side_path("dir/a.mif", 1), *large = cli_side_path("dir/a.mif", 3);
    assert_string_equal(small, "dir/a.mid");
    assert_string_equal(large, "dir/a.MID");
    free(small);
    free(large);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_input_is_not_an_output),
        cmocka_unit_test(a_layers_name_is_no_file),
        cmocka_unit_test(what_stands_beside_a_table_is_read_with_it),
        cmocka_unit_test(nothing_is_written_twice),
        cmocka_unit_test(sides_of_a_file),
    };
    return cmocka_run_group_tests(tests, enter, leave);
}
