#define _DEFAULT_SOURCE
#include "base/output_set.h"
#include "test_geo_helper.h"

#include <sys/stat.h>

static const char *const endings[] = {".aa", ".bb", ".cc", NULL};

static bool holds(const char *path, const char *text)
{
    mintu_buffer read = read_text(path);
    bool same = read.size == strlen(text) && memcmp(read.data, text, read.size) == 0;
    mintu_buffer_free(&read);
    return same;
}

static bool is_there(const char *path)
{
    struct stat there;
    return lstat(path, &there) == 0;
}

static mintu_status write_set(const char *path, mintu_status end)
{
    mintu_output_set *set;
    mintu_status status = mintu_output_set_open(path, endings, &problem, &set);
    if (status != MINTU_STATUS_OK)
        return status;
    assert_good(mintu_output_set_add(set, ".aa", "new a", 5, &problem));
    assert_good(mintu_output_set_add(set, ".bb", "new b", 5, &problem));
    return mintu_output_set_end(set, end, &problem);
}

static void the_old_set_goes_as_a_whole(void **state)
{
    (void)state;
    write_text("s.aa", "old a");
    write_text("s.cc", "old c");
    assert_int_equal(write_set(inside("s.aa"), MINTU_STATUS_INPUT), MINTU_STATUS_INPUT);
    assert_true(holds(inside("s.aa"), "old a") && holds(inside("s.cc"), "old c") && !is_there(inside("s.bb")));
    assert_good(write_set(inside("s.aa"), MINTU_STATUS_OK));
    assert_true(holds(inside("s.aa"), "new a") && holds(inside("s.bb"), "new b") && !is_there(inside("s.cc")));
    assert_false(is_there(inside(".s.aa.mintu-old")));
}

/* Killed before the first file came: the old set is whole again, without what came of the new one, though the next run fails. */
static void a_killed_run_is_undone(void **state)
{
    (void)state;
    mkdir(inside(".k.aa.mintu-old"), 0700);
    write_text(".k.aa.mintu-old/k.aa", "old a");
    write_text(".k.aa.mintu-old/k.cc", "old c");
    write_text("k.bb", "new b");
    assert_int_equal(write_set(inside("k.aa"), MINTU_STATUS_INPUT), MINTU_STATUS_INPUT);
    assert_true(holds(inside("k.aa"), "old a") && holds(inside("k.cc"), "old c") && !is_there(inside("k.bb")));
    assert_false(is_there(inside(".k.aa.mintu-old")));
}

/* Killed after it came: the new set stays. */
static void a_finished_run_is_kept(void **state)
{
    (void)state;
    mkdir(inside(".f.aa.mintu-old"), 0700);
    write_text(".f.aa.mintu-old/f.aa", "old a");
    write_text("f.aa", "newer a");
    assert_int_equal(write_set(inside("f.aa"), MINTU_STATUS_INPUT), MINTU_STATUS_INPUT);
    assert_true(holds(inside("f.aa"), "newer a"));
    assert_false(is_there(inside(".f.aa.mintu-old")));
}

static void what_is_no_file_is_refused(void **state)
{
    (void)state;
    mkdir(inside("d.bb"), 0700);
    assert_int_equal(write_set(inside("d.aa"), MINTU_STATUS_OK), MINTU_STATUS_OUTPUT);
    write_text("real.aa", "old a");
    assert_int_equal(symlink(inside("real.aa"), inside("l.aa")), 0);
    assert_int_equal(write_set(inside("l.aa"), MINTU_STATUS_OK), MINTU_STATUS_OUTPUT);
    assert_true(holds(inside("real.aa"), "old a"));
    assert_int_equal(write_set("-", MINTU_STATUS_OK), MINTU_STATUS_OUTPUT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_old_set_goes_as_a_whole), cmocka_unit_test(a_killed_run_is_undone),
                                       cmocka_unit_test(a_finished_run_is_kept), cmocka_unit_test(what_is_no_file_is_refused)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
