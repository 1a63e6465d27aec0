#define _DEFAULT_SOURCE
#include "test_base_helper.h"

#include <sys/file.h>
#include <sys/wait.h>

static void a_folder_is_made_and_goes(void **state)
{
    (void)state;
    mintu_temporary temporary;
    assert_true(mintu_temporary_folder(&temporary, inside("a.gpkg")));
    assert_non_null(strstr(temporary.path, "/.a.gpkg.mintu-"));
    assert_int_equal(count_files(folder), 1);
    mintu_temporary_close(&temporary);
    mintu_temporary_close(&temporary);
    assert_int_equal(count_files(folder), 0);
}

static void a_file_takes_its_place(void **state)
{
    (void)state;
    mintu_temporary temporary;
    put_text(inside("a"), "old");
    assert_true(mintu_temporary_file(&temporary, inside("a")));
    assert_int_equal(write(temporary.descriptor, "new", 3), 3);
    assert_true(mintu_temporary_place(&temporary, inside("a")));
    mintu_temporary_close(&temporary);
    expect_text(inside("a"), "new");
    assert_int_equal(count_files(folder), 1);
}

static void a_failed_place_leaves_nothing(void **state)
{
    (void)state;
    mintu_temporary temporary;
    assert_int_equal(mkdir(inside("a"), 0700), 0); /* a file cannot replace a folder */
    assert_true(mintu_temporary_file(&temporary, inside("a")));
    assert_false(mintu_temporary_place(&temporary, inside("a")));
    mintu_temporary_close(&temporary);
    assert_int_equal(count_files(folder), 1);
}

/* What a killed run left: a file and a folder with files, without a lock. */
static void leave_stale(void)
{
    put_text(inside(".a.csv.mintu-abc123"), "half");
    assert_int_equal(mkdir(inside(".a.csv.mintu-zzzzzz"), 0700), 0);
    put_text(inside(".a.csv.mintu-zzzzzz/b"), "half");
}

static void the_next_run_clears_what_a_killed_one_left(void **state)
{
    (void)state;
    mintu_temporary temporary;
    leave_stale();
    assert_true(mintu_temporary_file(&temporary, inside("a.csv")));
    mintu_temporary_close(&temporary);
    assert_int_equal(count_files(folder), 0);
}

static void it_clears_nothing_else(void **state)
{
    (void)state;
    static const char *const names[] = {".b.csv.mintu-abc123", ".a.csv.mintu-abc12",  ".a.csv.mintu-abc1234",
                                        ".a.csv.mintu-ABC123", "a.csv.mintu-abc123",  ".a.csv.mintu-old",
                                        ".a.csv.mintu-abc12.", ".a.csv.mintu-abc123~"};
    enum { COUNT = sizeof names / sizeof *names };
    mintu_temporary temporary;
    for (int i = 0; i < COUNT; i++)
        put_text(inside(names[i]), "mine");
    assert_int_equal(symlink(".b.csv.mintu-abc123", inside(".a.csv.mintu-linked")), 0);
    assert_int_equal(mkfifo(inside(".a.csv.mintu-pipe00"), 0600), 0);
    assert_true(mintu_temporary_file(&temporary, inside("a.csv")));
    mintu_temporary_close(&temporary);
    for (int i = 0; i < COUNT; i++)
        expect_text(inside(names[i]), "mine");
    assert_int_equal(count_files(folder), COUNT + 2);
}

/* What a living process or another output of this one is making has a lock. */
static void it_leaves_what_is_being_made(void **state)
{
    (void)state;
    mintu_temporary one, other, third;
    assert_true(mintu_temporary_folder(&one, inside("a.csv")));
    assert_true(mintu_temporary_folder(&other, inside("a.csv")));
    assert_int_equal(count_files(folder), 2);
    pid_t child = fork();
    if (child == 0)
        _exit(mintu_temporary_file(&third, inside("a.csv")) && count_files(folder) >= 2 ? 0 : 1);
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    assert_int_equal(access(one.path, F_OK), 0);
    assert_int_equal(access(other.path, F_OK), 0);
    mintu_temporary_close(&one);
    mintu_temporary_close(&other);
}

/* A name that is as long as a name may be still has its temporary one, cut at a whole character. */
static void long_names_are_cut(void **state)
{
    (void)state;
    mintu_temporary temporary;
    char name[256] = "";
    for (int i = 0; i < 85; i++)
        memcpy(name + 3 * i, "\xE9\x97\xBD", 4);
    assert_true(mintu_temporary_folder(&temporary, inside(name)));
    assert_int_equal(count_files(folder), 1);
    char *base = strrchr(temporary.path, '/') + 1;
    assert_int_equal((strlen(base) - strlen(".") - strlen(".mintu-XXXXXX")) % 3, 0);
    mintu_temporary_close(&temporary);
}

static void a_folder_that_is_not_there_fails(void **state)
{
    (void)state;
    mintu_temporary temporary;
    assert_false(mintu_temporary_file(&temporary, inside("none/a")));
    assert_false(mintu_temporary_folder(&temporary, inside("none/a")));
    mintu_temporary_close(&temporary);
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(a_folder_is_made_and_goes),
        IN_FOLDER(a_file_takes_its_place),
        IN_FOLDER(a_failed_place_leaves_nothing),
        IN_FOLDER(the_next_run_clears_what_a_killed_one_left),
        IN_FOLDER(it_clears_nothing_else),
        IN_FOLDER(it_leaves_what_is_being_made),
        IN_FOLDER(long_names_are_cut),
        IN_FOLDER(a_folder_that_is_not_there_fails),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
