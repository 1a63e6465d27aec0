#define _DEFAULT_SOURCE
#include "test_base_helper.h"

#include "base/error.h"
#include "base/folder.h"

static mintu_error problem;

static bool has_mark(const char *path)
{
    char mark[600];
    snprintf(mark, sizeof mark, "%s/mark", path);
    return access(mark, F_OK) == 0;
}

static const mintu_folder_kind kind = {"a marked folder", has_mark};

static void write_in(const mintu_folder *made, const char *name, const char *text)
{
    char path[512];
    snprintf(path, sizeof path, "%s/%s", mintu_folder_path(made), name);
    put_text(path, text);
}

static void make(const char *path, bool replace, const char *text)
{
    mintu_folder *made;
    if (mintu_folder_open(path, replace ? &kind : NULL, &problem, &made) != MINTU_STATUS_OK)
        fail_msg("%s", problem.text);
    write_in(made, "mark", text);
    assert_int_equal(mintu_folder_commit(made, &problem), MINTU_STATUS_OK);
}

static void expect_refused(const char *path, bool replace, const char *word)
{
    mintu_folder *made;
    assert_int_equal(mintu_folder_open(path, replace ? &kind : NULL, &problem, &made), MINTU_STATUS_OUTPUT);
    assert_null(made);
    assert_string_equal(problem.source, path);
    if (!strstr(problem.text, word))
        fail_msg("\"%s\" does not say \"%s\"", problem.text, word);
}

static void it_comes_whole(void **state)
{
    (void)state;
    mintu_folder *made;
    assert_int_equal(mintu_folder_open(inside("d/"), NULL, &problem, &made), MINTU_STATUS_OK);
    write_in(made, "mark", "new");
    assert_int_equal(access(inside("d"), F_OK), -1);
    assert_int_equal(mintu_folder_commit(made, &problem), MINTU_STATUS_OK);
    expect_text(inside("d/mark"), "new");
    assert_int_equal(count_files(folder), 1);
}

static void what_is_there_is_refused_or_replaced_whole(void **state)
{
    (void)state;
    struct stat there;
    make(inside("d"), false, "old");
    put_text(inside("d/more"), "old");
    assert_int_equal(chmod(inside("d"), 03750), 0);
    put_text(inside("file"), "old");
    expect_refused(inside("d"), false, "replace it whole");
    expect_refused(inside("file"), false, "is there already");
    expect_refused(inside("file"), true, "is a file");
    make(inside("d"), true, "new");
    make(inside("fresh"), true, "new");
    expect_text(inside("d/mark"), "new");
    expect_text(inside("file"), "old");
    assert_int_equal(count_files(inside("d")), 1);
    assert_int_equal(count_files(folder), 3);
    assert_int_equal(stat(inside("d"), &there), 0);
    assert_int_equal(there.st_mode & 07777, 03750);
}

/* Whoever names a wrong folder keeps what is in it. */
static void another_kind_of_folder_stays(void **state)
{
    (void)state;
    assert_int_equal(mkdir(inside("home"), 0700), 0);
    make(inside("home"), true, "new"); /* an empty one has nothing to lose */
    assert_int_equal(unlink(inside("home/mark")), 0);
    put_text(inside("home/letter"), "mine");
    expect_refused(inside("home"), true, "another kind of folder");
    expect_text(inside("home/letter"), "mine");
    expect_refused("/dev/null", true, "pipe or a device");
}

static void a_link_stays(void **state)
{
    (void)state;
    struct stat there;
    make(inside("real"), false, "old");
    assert_int_equal(symlink("real", inside("link")), 0);
    assert_int_equal(symlink("nowhere", inside("dangling")), 0);
    make(inside("link"), true, "new");
    expect_text(inside("real/mark"), "new");
    assert_int_equal(lstat(inside("link"), &there), 0);
    assert_true(S_ISLNK(there.st_mode));
    expect_refused(inside("dangling"), true, "nowhere, where nothing is");
}

static void discard_leaves_what_was_there(void **state)
{
    (void)state;
    mintu_folder *made;
    make(inside("d"), false, "old");
    assert_int_equal(mintu_folder_open(inside("d"), &kind, &problem, &made), MINTU_STATUS_OK);
    write_in(made, "mark", "half");
    mintu_folder_discard(made);
    mintu_folder_discard(NULL);
    expect_text(inside("d/mark"), "old");
    assert_int_equal(count_files(folder), 1);
}

/* A folder that comes while the new one is made is not replaced unasked. */
static void who_comes_first_stays(void **state)
{
    (void)state;
    mintu_folder *made;
    assert_int_equal(mintu_folder_open(inside("d"), NULL, &problem, &made), MINTU_STATUS_OK);
    assert_int_equal(mkdir(inside("d"), 0700), 0);
    put_text(inside("d/mine"), "mine");
    assert_int_equal(mintu_folder_commit(made, &problem), MINTU_STATUS_OUTPUT);
    expect_text(inside("d/mine"), "mine");
    assert_int_equal(count_files(folder), 1);
}

/* Two runs that replace what the other has made. */
static void who_comes_last_stays_when_replacing(void **state)
{
    (void)state;
    mintu_folder *one, *other;
    assert_int_equal(mintu_folder_open(inside("d"), &kind, &problem, &one), MINTU_STATUS_OK);
    assert_int_equal(mintu_folder_open(inside("d"), &kind, &problem, &other), MINTU_STATUS_OK);
    write_in(one, "mark", "one");
    write_in(other, "mark", "other");
    assert_int_equal(mintu_folder_commit(one, &problem), MINTU_STATUS_OK);
    assert_int_equal(mintu_folder_commit(other, &problem), MINTU_STATUS_OK);
    expect_text(inside("d/mark"), "other");
    assert_int_equal(mintu_folder_open(inside("d"), &kind, &problem, &one), MINTU_STATUS_OK);
    write_in(one, "mark", "one");
    assert_int_equal(rename(inside("d"), inside("away")), 0);
    assert_int_equal(mintu_folder_commit(one, &problem), MINTU_STATUS_OK);
    expect_text(inside("d/mark"), "one");
    assert_int_equal(mintu_folder_open(inside("d"), &kind, &problem, &one), MINTU_STATUS_OK);
    assert_int_equal(unlink(inside("d/mark")), 0); /* it is another kind of folder since */
    put_text(inside("d/mine"), "mine");
    assert_int_equal(mintu_folder_commit(one, &problem), MINTU_STATUS_OUTPUT);
    expect_text(inside("d/mine"), "mine");
    assert_int_equal(count_files(folder), 2);
}

/* A failure names the file as it will be called. */
static void a_failure_tells_the_name(void **state)
{
    (void)state;
    mintu_folder *made;
    char path[512];
    assert_int_equal(mintu_folder_open(inside("d"), NULL, &problem, &made), MINTU_STATUS_OK);
    snprintf(path, sizeof path, "%s/places.csv", mintu_folder_path(made));
    mintu_fail_at(&problem, MINTU_STATUS_OUTPUT, (mintu_where){.source = path}, "full");
    mintu_folder_retell(made, &problem);
    assert_string_equal(problem.source, inside("d/places.csv"));
    mintu_fail_at(&problem, MINTU_STATUS_OUTPUT, (mintu_where){.source = "/tmp"}, "full");
    mintu_folder_retell(made, &problem);
    assert_string_equal(problem.source, "/tmp");
    mintu_folder_discard(made);
}

/* A run without an exchange that was killed with the old folder aside, before and after the new one came. */
static void the_old_folder_comes_back(void **state)
{
    (void)state;
    mintu_folder *made;
    assert_int_equal(mkdir(inside(".d.mintu-old"), 0700), 0);
    put_text(inside(".d.mintu-old/mark"), "old");
    expect_refused(inside("d"), false, "is there already");
    expect_text(inside("d/mark"), "old");
    assert_int_equal(mkdir(inside(".d.mintu-old"), 0700), 0);
    put_text(inside(".d.mintu-old/mark"), "older");
    assert_int_equal(mintu_folder_open(inside("d"), &kind, &problem, &made), MINTU_STATUS_OK);
    mintu_folder_discard(made);
    expect_text(inside("d/mark"), "old");
    assert_int_equal(count_files(folder), 1);
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(it_comes_whole),
        IN_FOLDER(what_is_there_is_refused_or_replaced_whole),
        IN_FOLDER(another_kind_of_folder_stays),
        IN_FOLDER(a_link_stays),
        IN_FOLDER(discard_leaves_what_was_there),
        IN_FOLDER(who_comes_first_stays),
        IN_FOLDER(who_comes_last_stays_when_replacing),
        IN_FOLDER(a_failure_tells_the_name),
        IN_FOLDER(the_old_folder_comes_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
