#define _DEFAULT_SOURCE
#include "base/context.h"
#include "geometry/coverage.h"
#include "geometry/polygon.h"
#include "unit/test_geo_helper.h"

#include <mintu/context.h>

static char heard[256];
static int heard_count;

static void hear(const char *text, void *user)
{
    snprintf(heard, sizeof heard, "%s", text);
    ++*(int *)user;
}

static void made_and_freed(void **state)
{
    (void)state;
    mintu_context *one = NULL, *two = NULL;
    assert_good(mintu_context_new(&problem, &one));
    assert_good(mintu_context_new(NULL, &two));
    assert_non_null(one);
    assert_ptr_not_equal(one, two);
    mintu_context_free(one);
    mintu_context_free(two);
    mintu_context_free(NULL);
}

/* Overlapping squares are a repair that a listener hears of; without a listener the same works silently. */
static void repairs_are_noticed(void **state)
{
    (void)state;
    for (int turn = 0; turn < 2; turn++) {
        mintu_layer *layer = make_layer();
        add_box(layer, 0, 0, 2, 2);
        add_box(layer, 1, 0, 3, 2);
        mintu_context_notice_set(context, turn ? NULL : hear, turn ? NULL : &heard_count);
        assert_good(mintu_polygon_coverage(context, layer, &problem));
        mintu_layer_free(layer);
    }
    assert_int_equal(heard_count, 1);
    assert_non_null(strstr(heard, "1 overlap"));
}

static void a_long_notice_is_cut_at_a_character(void **state)
{
    (void)state;
    char text[2000] = "";
    for (int i = 0; i < 600; i++)
        memcpy(text + 3 * i, "\xE9\x97\xBD", 4);
    mintu_context_notice_set(context, hear, &heard_count);
    mintu_context_notice(context, "%s", text);
    mintu_context_notice_set(context, NULL, NULL);
    assert_true(strlen(heard) >= 200);
    assert_memory_equal(heard, text, 200);
}

/* Says how far it is, and stops when it is told to. */
static bool hear_progress(double done, const char *doing, void *user)
{
    size_t *left = user;
    assert_true(doing[0] && !(done < 0) && !(done > 1));
    return (*left)-- > 1;
}

static void what_runs_is_told_and_can_be_ended(void **state)
{
    (void)state;
    static const char text[] = "{\"type\":\"Feature\",\"properties\":{},\"geometry\":null}";
    mintu_layer *layer = NULL, *kept = NULL;
    mintu_bytes bytes = {0};
    size_t left = 100;
    mintu_context_progress_set(context, hear_progress, &left);
    assert_good(mintu_layer_parse(context, text, "test", &problem, &kept));
    assert_true(left < 100);
    left = 1;
    assert_int_equal(mintu_layer_parse(context, text, "test", &problem, &layer), MINTU_STATUS_CANCELLED);
    assert_null(layer);
    mintu_context_progress_set(context, NULL, NULL);
    mintu_context_cancel(context, true);
    assert_int_equal(mintu_layer_parse(context, text, "test", &problem, &layer), MINTU_STATUS_CANCELLED);
    assert_int_equal(mintu_layer_write_bytes(context, kept, NULL, &problem, &bytes), MINTU_STATUS_CANCELLED);
    assert_null(bytes.data);
    assert_string_equal(mintu_layer_text(kept, 0, 0), ""); /* a layer stays what it is */
    mintu_context_cancel(context, false);
    assert_good(mintu_layer_write_bytes(context, kept, NULL, &problem, &bytes));
    assert_true(bytes.size > 0 && bytes.data[0] == '{');
    mintu_bytes_free(&bytes);
    mintu_bytes_free(&bytes);
    mintu_layer_free(kept);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(made_and_freed), cmocka_unit_test(repairs_are_noticed),
                                       cmocka_unit_test(what_runs_is_told_and_can_be_ended),
                                       cmocka_unit_test(a_long_notice_is_cut_at_a_character)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
