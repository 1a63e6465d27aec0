#define _DEFAULT_SOURCE
#include "test_base_helper.h"

static void missing_file_is_named(void **state)
{
    (void)state;
    mintu_buffer buffer = {0};
    mintu_error error = {0};
    assert_int_equal(
        mintu_file_read(inside("none"), "reading a test", (mintu_file_bounds){MINTU_MEBIBYTES(64), true}, &error, &buffer),
        MINTU_STATUS_INPUT);
    assert_string_equal(error.source, inside("none"));
    mintu_buffer_free(&buffer);
}

static mintu_status read_within(const char *path, size_t most, bool streams, mintu_buffer *out, mintu_error *error)
{
    return mintu_file_read(path, "reading a test", (mintu_file_bounds){most, streams}, error, out);
}

static void a_file_may_have_just_its_limit(void **state)
{
    (void)state;
    mintu_buffer text = {0};
    mintu_error error = {0};
    put_text(inside("eight"), "12345678");
    assert_int_equal(read_within(inside("eight"), 8, false, &text, &error), MINTU_STATUS_OK);
    assert_string_equal(text.data, "12345678");
    assert_int_equal(read_within(inside("eight"), 7, false, &text, &error), MINTU_STATUS_INPUT);
    assert_non_null(strstr(error.text, "7 bytes"));
    mintu_buffer_free(&text);
}

/* A sparse file of 1 TiB, and a device without an end: neither is read into memory to find out. */
static void no_more_is_read_than_the_limit(void **state)
{
    (void)state;
    mintu_buffer text = {0};
    mintu_error error = {0};
    put_text(inside("sparse"), "");
    if (truncate(inside("sparse"), (off_t)1 << 40) != 0)
        skip();
    assert_int_equal(read_within(inside("sparse"), MINTU_MEBIBYTES(1), false, &text, &error), MINTU_STATUS_INPUT);
    assert_non_null(strstr(error.text, "1 MiB"));
    assert_true(text.capacity < 4096);
    assert_int_equal(read_within("/dev/zero", MINTU_MEBIBYTES(1), true, &text, &error), MINTU_STATUS_INPUT);
    assert_true(text.capacity <= MINTU_MEBIBYTES(4));
    mintu_buffer_free(&text);
}

/* Nobody writes into the pipe: whoever waited for it would not come back. */
static void what_a_document_names_is_regular(void **state)
{
    (void)state;
    mintu_buffer text = {0};
    mintu_error error = {0};
    assert_int_equal(mkfifo(inside("pipe"), 0600), 0);
    assert_int_equal(symlink("pipe", inside("to-pipe")), 0);
    const char *const paths[] = {inside("pipe"), inside("to-pipe"), "/dev/zero", folder};
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        error = (mintu_error){0};
        assert_int_equal(read_within(paths[i], 1, false, &text, &error), MINTU_STATUS_INPUT);
        assert_non_null(strstr(error.text, "a pipe or a device"));
    }
    mintu_buffer_free(&text);
}

static void one_file_has_several_names(void **state)
{
    (void)state;
    put_text(inside("a"), "same");
    put_text(inside("b"), "same");
    assert_int_equal(link(inside("a"), inside("hard")), 0);
    assert_int_equal(symlink("a", inside("soft")), 0);
    assert_true(mintu_file_same(inside("a"), inside("hard")));
    assert_true(mintu_file_same(inside("soft"), inside("hard")));
    assert_false(mintu_file_same(inside("a"), inside("b")));
    assert_false(mintu_file_same(inside("none"), inside("none")));
}

static void paths(void **state)
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(missing_file_is_named),          cmocka_unit_test(a_file_may_have_just_its_limit),
        cmocka_unit_test(no_more_is_read_than_the_limit), cmocka_unit_test(what_a_document_names_is_regular),
        cmocka_unit_test(one_file_has_several_names),     cmocka_unit_test(paths),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
