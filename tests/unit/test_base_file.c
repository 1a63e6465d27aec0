#define _DEFAULT_SOURCE
#include "test_base_helper.h"

static void missing_file_is_named(void **state)
{
    (void)state;
    mintu_buffer buffer = {0};
    mintu_error error = {0};
    assert_int_equal(mintu_file_read(inside("none"), "reading a test", &error, &buffer), MINTU_STATUS_INPUT);
    assert_string_equal(error.source, inside("none"));
    mintu_buffer_free(&buffer);
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
        cmocka_unit_test(missing_file_is_named),
        cmocka_unit_test(one_file_has_several_names),
        cmocka_unit_test(paths),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
