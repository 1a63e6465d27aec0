/* The version of the headers, of the library that runs, and their order. */
#include <mintu/mintu.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>

#if !MINTU_VERSION_AT_LEAST(MINTU_VERSION_MAJOR, MINTU_VERSION_MINOR, MINTU_VERSION_PATCH) || MINTU_VERSION_AT_LEAST(999, 0, 0)
#error "the check of versions at compile time is wrong"
#endif

static void library_and_headers_agree(void **state)
{
    (void)state;
    char text[32];
    snprintf(text, sizeof text, "%d.%d.%d", MINTU_VERSION_MAJOR, MINTU_VERSION_MINOR, MINTU_VERSION_PATCH);
    assert_string_equal(MINTU_VERSION_STRING, text);
    assert_string_equal(mintu_version(), text);
    assert_int_equal(mintu_version_number(), MINTU_VERSION_NUMBER);
}

static void later_versions_are_greater(void **state)
{
    (void)state;
    static const int rising[] = {MINTU_VERSION_NUMBER_OF(0, 1, 0),   MINTU_VERSION_NUMBER_OF(0, 1, 1),
                                 MINTU_VERSION_NUMBER_OF(0, 1, 999), MINTU_VERSION_NUMBER_OF(0, 2, 0),
                                 MINTU_VERSION_NUMBER_OF(1, 0, 0),   MINTU_VERSION_NUMBER_OF(1, 999, 999),
                                 MINTU_VERSION_NUMBER_OF(2, 0, 0)};
    for (size_t i = 1; i < sizeof rising / sizeof *rising; i++)
        assert_true(rising[i] > rising[i - 1]);
}

/* Programs that are built with these headers count on it until the next major version: new members take the place of reserved ones. */
static void structs_keep_their_size(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        size_t size, promised;
    } sizes[] = {
        {"mintu_error", sizeof(mintu_error), 1072},
        {"mintu_match", sizeof(mintu_match), 200},
        {"mintu_location", sizeof(mintu_location), 64},
        {"mintu_classes", sizeof(mintu_classes), 416},
        {"mintu_datum_check", sizeof(mintu_datum_check), 112},
        {"mintu_reverse_summary", sizeof(mintu_reverse_summary), 336},
        {"mintu_table_options", sizeof(mintu_table_options), 64},
        {"mintu_batch_options", sizeof(mintu_batch_options), 64},
        {"mintu_write_options", sizeof(mintu_write_options), 80},
        {"mintu_places_query", sizeof(mintu_places_query), 72},
        {"mintu_boundaries_options", sizeof(mintu_boundaries_options), 112},
        {"mintu_catalogue_options", sizeof(mintu_catalogue_options), 64},
        {"mintu_greenway_query", sizeof(mintu_greenway_query), 96},
        {"mintu_classify_options", sizeof(mintu_classify_options), 56},
        {"mintu_quota_options", sizeof(mintu_quota_options), 80},
        {"mintu_map_options", sizeof(mintu_map_options), 208},
        {"mintu_geocode_options", sizeof(mintu_geocode_options), 64},
        {"mintu_reverse_options", sizeof(mintu_reverse_options), 104},
        {"mintu_style_changes", sizeof(mintu_style_changes), 264},
        {"mintu_style_eval_options", sizeof(mintu_style_eval_options), 112},
        {"mintu_summary_query", sizeof(mintu_summary_query), 88},
        {"mintu_join_query", sizeof(mintu_join_query), 72},
        {"mintu_tasks_query", sizeof(mintu_tasks_query), 96},
        {"mintu_greenway_options", sizeof(mintu_greenway_options), 136},
        {"mintu_greenway_change", sizeof(mintu_greenway_change), 88},
        {"mintu_bytes", sizeof(mintu_bytes), 16},
        {"mintu_nearest_hit", sizeof(mintu_nearest_hit), 32},
        {"mintu_place_then", sizeof(mintu_place_then), 32},
    };
    if (sizeof(void *) != 8)
        skip();
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        if (sizes[i].size != sizes[i].promised)
            fail_msg("%s has %zu bytes instead of %zu", sizes[i].name, sizes[i].size, sizes[i].promised);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(library_and_headers_agree),
                                       cmocka_unit_test(later_versions_are_greater), cmocka_unit_test(structs_keep_their_size)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
