#define _DEFAULT_SOURCE
#include "base/path_beneath.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static char root[] = "/tmp/mintu-path-XXXXXX";

static void in_root(const char *name, char path[256])
{
    snprintf(path, 256, "%s/%s", root, name);
}

static void make_file(const char *name)
{
    char path[256];
    in_root(name, path);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fclose(file);
}

static int set_up(void **state)
{
    (void)state;
    char path[256], to[256];
    if (!mkdtemp(root))
        return -1;
    in_root("inside", path);
    mkdir(path, 0700);
    in_root("inside-too", path);
    mkdir(path, 0700);
    make_file("inside/own.csv");
    make_file("inside/a.shp");
    make_file("inside-too/own.csv");
    make_file("outside.csv");
    in_root("outside.csv", to);
    in_root("inside/link.csv", path);
    assert_int_equal(symlink(to, path), 0);
    in_root("inside/a.dbf", path);
    assert_int_equal(symlink(to, path), 0);
    in_root("inside/short.csv", path);
    assert_int_equal(symlink("own.csv", path), 0);
    in_root("inside/pipe", path);
    return mkfifo(path, 0600);
}

static int tear_down(void **state)
{
    (void)state;
    char command[300];
    snprintf(command, sizeof command, "rm -rf '%s'", root);
    return system(command);
}

static void test_names(void **state)
{
    (void)state;
    static const char *const good[] = {"a.csv", "./a.csv", "folder/a.csv", "a..csv", "..a/b", "vsi.csv", "a:b.csv"};
    static const char *const bad[] = {
        "",        "..",       "../a.csv",      "b/../../a", "/etc/passwd",       "/vsicurl/http:/x",
        "/VSIs3/", "/vsimem/", "file:///etc/a", "a/..",      "http://a/b.geojson"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        assert_null(mintu_path_fault(good[i], false));
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_non_null(mintu_path_fault(bad[i], false));
    assert_null(mintu_path_fault("/etc/passwd", true));
    assert_null(mintu_path_fault("../a.csv", true));
    assert_non_null(mintu_path_fault("/vsicurl/http:/x", true));
    assert_non_null(mintu_path_fault("http://a/b", true));
}

static mintu_status check(const char *name)
{
    char folder[256], path[256];
    mintu_error error;
    in_root("inside", folder);
    in_root(name, path);
    return mintu_path_check(folder, path, "reading", &error);
}

static void test_files(void **state)
{
    (void)state;
    assert_int_equal(check("inside/own.csv"), MINTU_STATUS_OK);
    assert_int_equal(check("inside/short.csv"), MINTU_STATUS_OK);
    assert_int_equal(check("inside/missing.csv"), MINTU_STATUS_OK);
    assert_int_equal(check("inside"), MINTU_STATUS_OK);
    assert_int_equal(check("inside/link.csv"), MINTU_STATUS_INPUT);
    assert_int_equal(check("inside/pipe"), MINTU_STATUS_INPUT);
    assert_int_equal(check("inside-too/own.csv"), MINTU_STATUS_INPUT);
    assert_int_equal(check("outside.csv"), MINTU_STATUS_INPUT);
    assert_int_equal(mintu_path_check("/", "/dev/null", "reading", NULL), MINTU_STATUS_INPUT);
    assert_int_equal(mintu_path_check("/", "/proc/self/exe", "reading", NULL), MINTU_STATUS_OK);
}

static void test_siblings(void **state)
{
    (void)state;
    char folder[256], path[256];
    mintu_error error = {0};
    in_root("inside", folder);
    in_root("inside/own.csv", path);
    assert_int_equal(mintu_path_check_siblings(folder, path, "reading", &error), MINTU_STATUS_OK);
    in_root("inside/a.shp", path);
    assert_int_equal(mintu_path_check_siblings(folder, path, "reading", &error), MINTU_STATUS_INPUT);
    assert_non_null(strstr(error.source, "a.dbf"));
    assert_int_equal(mintu_path_check_siblings(folder, folder, "reading", &error), MINTU_STATUS_INPUT);
}

/* What was typed may lie anywhere and be a link; what is read beside it is in its folder. */
static void test_typed(void **state)
{
    (void)state;
    char path[256], to[256];
    mintu_error error = {0};
    in_root("inside/a.shp", path);
    assert_int_equal(mintu_path_check_siblings(NULL, path, "reading", &error), MINTU_STATUS_INPUT);
    assert_non_null(strstr(error.source, "a.dbf"));
    in_root("inside/link.csv", path);
    assert_int_equal(mintu_path_check_siblings(NULL, path, "reading", &error), MINTU_STATUS_OK);
    in_root("inside/missing.csv", path);
    assert_int_equal(mintu_path_check_siblings(NULL, path, "reading", &error), MINTU_STATUS_OK);
    make_file("inside-too/b.shp");
    make_file("inside-too/b.dbf");
    in_root("inside-too/b.pipe", path); /* not a file that is read beside it */
    assert_int_equal(mkfifo(path, 0600), 0);
    in_root("inside-too/b.dbf", to);
    in_root("inside/b.dbf", path);
    assert_int_equal(symlink(to, path), 0);
    in_root("inside-too/b.shp", to);
    in_root("inside/b.shp", path);
    assert_int_equal(symlink(to, path), 0); /* all of them lead to one other folder */
    assert_int_equal(mintu_path_check_siblings(NULL, path, "reading", &error), MINTU_STATUS_OK);
    in_root("inside-too/b.PRJ", path);
    assert_int_equal(mkfifo(path, 0600), 0);
    assert_int_equal(mintu_path_check_siblings(NULL, to, "reading", &error), MINTU_STATUS_INPUT);
    assert_non_null(strstr(error.source, "b.PRJ"));
    in_root("inside", path); /* as a geodatabase: any entry counts */
    assert_int_equal(mintu_path_check_siblings(NULL, path, "reading", &error), MINTU_STATUS_INPUT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_names), cmocka_unit_test(test_files),
                                       cmocka_unit_test(test_siblings), cmocka_unit_test(test_typed)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
