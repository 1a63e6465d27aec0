#define _DEFAULT_SOURCE
#include "base/file.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static char folder[] = "/tmp/mintu-test-XXXXXX";

static char *inside(const char *name)
{
    static char path[256];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

static size_t count_files(void)
{
    size_t count = 0;
    DIR *directory = opendir(folder);
    while (readdir(directory))
        count++;
    closedir(directory);
    return count - 2;
}

static void write_text(const char *path, const char *text)
{
    mintu_output *output;
    assert_int_equal(mintu_output_open(path, NULL, &output), MINTU_STATUS_OK);
    assert_int_equal(mintu_output_write(output, text, strlen(text), NULL), MINTU_STATUS_OK);
    assert_int_equal(mintu_output_commit(output, NULL), MINTU_STATUS_OK);
}

static void expect_text(const char *path, const char *text)
{
    mintu_buffer buffer = {0};
    assert_int_equal(mintu_file_read(path, "reading a test", NULL, &buffer), MINTU_STATUS_OK);
    assert_string_equal(buffer.data, text);
    mintu_buffer_free(&buffer);
}

static void test_commit_replaces(void **state)
{
    (void)state;
    write_text(inside("a.txt"), "old");
    write_text(inside("a.txt"), "new");
    expect_text(inside("a.txt"), "new");
    assert_int_equal(count_files(), 1);
    unlink(inside("a.txt"));
}

static void test_discard_keeps_the_old_file(void **state)
{
    (void)state;
    mintu_output *output;
    write_text(inside("b.txt"), "old");
    assert_int_equal(mintu_output_open(inside("b.txt"), NULL, &output), MINTU_STATUS_OK);
    assert_true(count_files() <= 2); /* the new file may have no name yet */
    mintu_output_write(output, "half", 4, NULL);
    mintu_output_discard(output);
    expect_text(inside("b.txt"), "old");
    assert_int_equal(count_files(), 1);
    unlink(inside("b.txt"));
}

static void test_temporary_keeps_the_ending(void **state)
{
    (void)state;
    mintu_output *output;
    assert_int_equal(mintu_output_open(inside("c.gpkg"), NULL, &output), MINTU_STATUS_OK);
    const char *name = mintu_output_temporary(output);
    assert_string_equal(name + strlen(name) - 5, ".gpkg");
    mintu_output_discard(output);
}

static void test_folder_as_target_is_refused(void **state)
{
    (void)state;
    mintu_output *output;
    mintu_error error = {0};
    assert_int_equal(mintu_output_open(folder, &error, &output), MINTU_STATUS_OUTPUT);
    assert_null(output);
    assert_string_equal(error.source, folder);
}

static void test_missing_folder_is_named(void **state)
{
    (void)state;
    mintu_output *output;
    mintu_error error = {0};
    assert_int_equal(mintu_output_open(inside("none/d.txt"), &error, &output), MINTU_STATUS_OUTPUT);
    assert_non_null(strstr(error.text, "No such file"));
}

static void test_missing_file_is_named(void **state)
{
    (void)state;
    mintu_buffer buffer = {0};
    mintu_error error = {0};
    assert_int_equal(mintu_file_read(inside("none"), "reading a test", &error, &buffer), MINTU_STATUS_INPUT);
    assert_string_equal(error.source, inside("none"));
    mintu_buffer_free(&buffer);
}

static void test_paths(void **state)
{
    (void)state;
    char *joined = mintu_path_join("a", "b"), *absolute = mintu_path_join("a", "/b"), *parent = mintu_path_folder("x/y/z.json"),
         *none = mintu_path_folder("z.json"), *root = mintu_path_folder("/z");
    assert_string_equal(joined, "a/b");
    assert_string_equal(absolute, "/b");
    assert_string_equal(parent, "x/y");
    assert_string_equal(none, ".");
    assert_string_equal(root, "/");
    free(joined);
    free(absolute);
    free(parent);
    free(none);
    free(root);
}

static int remove_folder(void **state)
{
    (void)state;
    return rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_commit_replaces),
        cmocka_unit_test(test_discard_keeps_the_old_file),
        cmocka_unit_test(test_temporary_keeps_the_ending),
        cmocka_unit_test(test_folder_as_target_is_refused),
        cmocka_unit_test(test_missing_folder_is_named),
        cmocka_unit_test(test_missing_file_is_named),
        cmocka_unit_test(test_paths),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
