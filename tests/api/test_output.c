#define _DEFAULT_SOURCE
#include "unit/test_base_helper.h"

#include "base/folder.h"

#include <mintu/layer.h>
#include <mintu/output.h>

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>

static mintu_error problem;

static bool has_mark(const char *path)
{
    char mark[600];
    snprintf(mark, sizeof mark, "%s/mark", path);
    return access(mark, F_OK) == 0;
}

static const mintu_folder_kind kind = {"a marked folder", has_mark};

/* Outputs of all kinds in the making, in one folder. */
typedef struct making {
    mintu_output *file;
    mintu_folder *made, *replaced;
} making;

static void begin(making *work)
{
    put_text(inside("a.txt"), "old");
    assert_int_equal(mkdir(inside("r"), 0700), 0);
    put_text(inside("r/mark"), "old");
    assert_int_equal(mintu_output_open(inside("a.txt"), &problem, &work->file), MINTU_STATUS_OK);
    assert_int_equal(mintu_output_write(work->file, "half", 4, &problem), MINTU_STATUS_OK);
    assert_int_equal(mintu_folder_open(inside("d"), NULL, &problem, &work->made), MINTU_STATUS_OK);
    assert_int_equal(mintu_folder_open(inside("r"), &kind, &problem, &work->replaced), MINTU_STATUS_OK);
    char path[512];
    snprintf(path, sizeof path, "%s/mark", mintu_folder_path(work->made));
    put_text(path, "half");
}

/* Writes one file over and over, until that is no longer possible. */
static void *write_on(void *count)
{
    mintu_output *output;
    mintu_error own;
    const char *path = inside("loop.txt");
    while (mintu_output_open(path, &own, &output) == MINTU_STATUS_OK) {
        mintu_output_write(output, "whole", 5, &own);
        if (mintu_output_commit(output, &own) == MINTU_STATUS_OK)
            atomic_fetch_add((atomic_int *)count, 1);
    }
    return NULL;
}

/* Once for the process: what is begun goes, and nothing is begun or finished afterwards. */
static void what_is_abandoned_leaves_nothing(void **state)
{
    (void)state;
    making work;
    mintu_output *output;
    mintu_folder *made;
    pthread_t thread;
    atomic_int count = 0;
    begin(&work);
    assert_int_equal(pthread_create(&thread, NULL, write_on, &count), 0);
    while (atomic_load(&count) < 10)
        sched_yield();
    mintu_outputs_abandon();
    assert_int_equal(pthread_join(thread, NULL), 0);
    assert_int_equal(count_files(folder), 3);
    assert_int_equal(mintu_output_commit(work.file, &problem), MINTU_STATUS_OUTPUT);
    assert_int_equal(mintu_folder_commit(work.made, &problem), MINTU_STATUS_OUTPUT);
    assert_int_equal(mintu_folder_commit(work.replaced, &problem), MINTU_STATUS_OUTPUT);
    assert_int_equal(mintu_output_open(inside("b.txt"), &problem, &output), MINTU_STATUS_OUTPUT);
    assert_int_equal(mintu_folder_open(inside("e"), NULL, &problem, &made), MINTU_STATUS_OUTPUT);
    expect_text(inside("a.txt"), "old");
    expect_text(inside("r/mark"), "old");
    expect_text(inside("loop.txt"), "whole");
    assert_int_equal(count_files(folder), 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test_setup_teardown(what_is_abandoned_leaves_nothing, set_up, tear_down)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
