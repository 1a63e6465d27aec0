#define _DEFAULT_SOURCE
#include "test_base_helper.h"

static mintu_error problem;

static mintu_output *open_output(const char *path)
{
    mintu_output *output = NULL;
    if (mintu_output_open(path, &problem, &output) != MINTU_STATUS_OK)
        fail_msg("%s", problem.text);
    return output;
}

static void write_text(const char *path, const char *text)
{
    mintu_output *output = open_output(path);
    assert_int_equal(mintu_output_write(output, text, strlen(text), NULL), MINTU_STATUS_OK);
    assert_int_equal(mintu_output_commit(output, NULL), MINTU_STATUS_OK);
}

static void expect_refused(const char *path, const char *word)
{
    mintu_output *output;
    assert_int_equal(mintu_output_open(path, &problem, &output), MINTU_STATUS_OUTPUT);
    assert_null(output);
    assert_string_equal(problem.source, path);
    if (!strstr(problem.text, word))
        fail_msg("\"%s\" does not say \"%s\"", problem.text, word);
}

static void commit_replaces(void **state)
{
    (void)state;
    write_text(inside("a.txt"), "old");
    assert_int_equal(chmod(inside("a.txt"), 0640), 0);
    bool root = chown(inside("a.txt"), 1234, 2345) == 0;
    write_text(inside("a.txt"), "new");
    expect_text(inside("a.txt"), "new");
    struct stat there;
    assert_int_equal(stat(inside("a.txt"), &there), 0);
    assert_int_equal(there.st_mode & 0777, 0640);
    assert_true(!root || (there.st_uid == 1234 && there.st_gid == 2345));
    assert_int_equal(count_files(folder), 1);
}

static void a_new_file_has_the_permissions_of_any(void **state)
{
    (void)state;
    mode_t mask = umask(027);
    write_text(inside("a.txt"), "new");
    umask(mask);
    struct stat there;
    assert_int_equal(stat(inside("a.txt"), &there), 0);
    assert_int_equal(there.st_mode & 0777, 0640);
}

/* Pieces of all sizes about the buffer's come out whole and in their order. */
static void pieces_add_up(void **state)
{
    (void)state;
    static const size_t sizes[] = {1, 65535, 2, 65536, 65537, 0, 200000, 7};
    static unsigned char bytes[200000];
    mintu_output *output = open_output(inside("a.bin"));
    unsigned char next = 0;
    size_t total = 0;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        for (size_t j = 0; j < sizes[i]; j++)
            bytes[j] = next++;
        total += sizes[i];
        assert_int_equal(mintu_output_write(output, bytes, sizes[i], NULL), MINTU_STATUS_OK);
    }
    assert_int_equal(mintu_output_commit(output, NULL), MINTU_STATUS_OK);
    mintu_buffer text = {0};
    assert_int_equal(
        mintu_file_read(inside("a.bin"), "reading a test", (mintu_file_bounds){MINTU_MEBIBYTES(64), true}, NULL, &text),
        MINTU_STATUS_OK);
    assert_int_equal(text.size, total);
    for (size_t i = 0; i < total; i++)
        if ((unsigned char)text.data[i] != (unsigned char)i)
            fail_msg("byte %zu is wrong", i);
    mintu_buffer_free(&text);
}

static void discard_keeps_the_old_file(void **state)
{
    (void)state;
    write_text(inside("b.txt"), "old");
    mintu_output *output = open_output(inside("b.txt"));
    mintu_output_write(output, "half", 4, NULL);
    mintu_output_discard(output);
    mintu_output_discard(NULL);
    output = open_output(inside("b.txt"));
    assert_int_equal(mintu_output_end(output, MINTU_STATUS_INPUT, NULL), MINTU_STATUS_INPUT);
    assert_int_equal(mintu_output_end(NULL, MINTU_STATUS_MEMORY, NULL), MINTU_STATUS_MEMORY);
    expect_text(inside("b.txt"), "old");
    assert_int_equal(count_files(folder), 1);
    assert_int_equal(mintu_output_end(open_output(inside("b.txt")), MINTU_STATUS_OK, NULL), MINTU_STATUS_OK);
    expect_text(inside("b.txt"), "");
}

static void a_link_stays(void **state)
{
    (void)state;
    struct stat there;
    put_text(inside("real.txt"), "old");
    assert_int_equal(symlink("real.txt", inside("link.txt")), 0);
    write_text(inside("link.txt"), "new");
    expect_text(inside("real.txt"), "new");
    assert_int_equal(lstat(inside("link.txt"), &there), 0);
    assert_true(S_ISLNK(there.st_mode));
}

static void what_is_no_place_for_a_file_is_refused(void **state)
{
    (void)state;
    mintu_output *output;
    assert_int_equal(symlink("nowhere/a.txt", inside("dangling")), 0);
    assert_int_equal(mkfifo(inside("pipe"), 0600), 0);
    expect_refused(inside("dangling"), "nowhere/a.txt, where nothing is");
    expect_refused(folder, "Is a directory");
    expect_refused(inside("new/"), "Is a directory");
    expect_refused(inside("none/d.txt"), "No such file");
    expect_refused("", "No such file");
    assert_int_equal(mintu_output_open_file(inside("pipe"), &problem, &output), MINTU_STATUS_OUTPUT);
    assert_non_null(strstr(problem.text, "pipe or a device"));
    assert_int_equal(mintu_output_open_file("-", &problem, &output), MINTU_STATUS_OUTPUT);
    assert_int_equal(mintu_output_open_file("/dev/full", &problem, &output), MINTU_STATUS_OUTPUT);
    assert_int_equal(count_files(folder), 2);
}

static void pipes_and_devices_are_written_in_place(void **state)
{
    (void)state;
    struct stat there;
    char text[8] = "";
    assert_int_equal(mkfifo(inside("pipe"), 0600), 0);
    int reader = open(inside("pipe"), O_RDONLY | O_NONBLOCK);
    write_text(inside("pipe"), "sent");
    assert_int_equal(read(reader, text, sizeof text), 4);
    close(reader);
    assert_string_equal(text, "sent");
    assert_int_equal(stat(inside("pipe"), &there), 0);
    assert_true(S_ISFIFO(there.st_mode));
    write_text("/dev/null", "gone");
    mintu_output *output = open_output("/dev/full");
    assert_int_equal(mintu_output_write(output, "x", 1, NULL), MINTU_STATUS_OK); /* not yet sent */
    assert_int_equal(mintu_output_commit(output, &problem), MINTU_STATUS_OUTPUT);
    assert_non_null(strstr(problem.text, "No space left"));
}

/* Another program that cuts the file in the making: what is on the disk is not what was written. */
static void a_file_that_is_short_does_not_take_its_place(void **state)
{
    (void)state;
    put_text(inside("c.txt"), "old");
    static const char text[100000] = "x";
    mintu_output *output = open_output(inside("c.txt"));
    assert_int_equal(mintu_output_write(output, text, sizeof text, NULL), MINTU_STATUS_OK);
    int cut = 0;
    for (int descriptor = 3; descriptor < 64; descriptor++) {
        struct stat there;
        int flags = fcntl(descriptor, F_GETFL);
        if (flags >= 0 && (flags & O_ACCMODE) == O_WRONLY && fstat(descriptor, &there) == 0 && S_ISREG(there.st_mode))
            cut += ftruncate(descriptor, 10) == 0;
    }
    assert_true(cut > 0);
    assert_int_equal(mintu_output_commit(output, &problem), MINTU_STATUS_OUTPUT);
    expect_text(inside("c.txt"), "old");
    assert_int_equal(count_files(folder), 1);
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(commit_replaces),
        IN_FOLDER(a_new_file_has_the_permissions_of_any),
        IN_FOLDER(pieces_add_up),
        IN_FOLDER(discard_keeps_the_old_file),
        IN_FOLDER(a_link_stays),
        IN_FOLDER(what_is_no_place_for_a_file_is_refused),
        IN_FOLDER(pipes_and_devices_are_written_in_place),
        IN_FOLDER(a_file_that_is_short_does_not_take_its_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
