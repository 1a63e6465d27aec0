/* Where lists begin and end, and which words stand in them. */
#include "test_gazetteer_package.h"

#include "scan/scan_join.h"
#include "scan/scan_list.h"
#include "scan/scan_parts.h"
#include "scan/scan_read.h"

/* The lists of a text as `names+words+others stated`, joined by |. */
static void lists_are(void **state, const char *text, const char *expected)
{
    world *w = *state;
    mintu_geocoder *geocoder;
    mintu_scan_table table;
    mintu_buffer found = {0};
    assert_int_equal(mintu_geocoder_new(w->gazetteer, NULL, &w->error, &geocoder), MINTU_STATUS_OK);
    assert_int_equal(mintu_scan_table_build(&geocoder->index, &geocoder->elsewhere, &w->error, &table), MINTU_STATUS_OK);
    mintu_scan scan = {.text = text, .size = strlen(text)};
    mintu_scan_work work = {.geocoder = geocoder, .table = &table, .scan = &scan, .text = text, .size = strlen(text)};
    assert_true(mintu_scan_read(&work) && mintu_scan_join(&work) && mintu_scan_list_up(&work));
    for (size_t i = 0; i < work.list_count; i++) {
        const mintu_scan_list *list = &work.lists[i];
        mintu_buffer_format(&found, "%s%zu+%zu+%zu %ld%s", i ? "|" : "", list->count, list->items, list->others,
                            list->ending.stated,
                            list->comma   ? ","
                            : list->tails ? "~"
                                          : "");
        for (size_t n = 0; n < list->items; n++)
            mintu_buffer_format(&found, " %.*s", (int)(work.items[list->item + n].end - work.items[list->item + n].start),
                                text + work.items[list->item + n].start);
    }
    if (strcmp(found.data ? found.data : "", expected) != 0)
        fail_msg("%s\n  found    \"%s\"\n  expected \"%s\"", text, found.data, expected);
    mintu_buffer_free(&found);
    mintu_scan_table_free(&table);
    free(work.hits);
    free(work.lists);
    free(work.items);
    free(work.candidates.items);
    mintu_geocoder_free(geocoder);
}

static void names_and_words_between_separators(void **state)
{
    lists_are(state, "在白石县、龙江县开会。", "2+0+0 -1");
    lists_are(state, "在白石县、某某、龙江县开会。", "2+1+0 -1 某某");
    lists_are(state, "在白石县、某、龙江县开会。", "2+0+1 -1");
    lists_are(state, "在白石县、某某某某某某、龙江县开会。", "2+0+1 -1");
    lists_are(state, "在白石县。龙江县开会。", "");
    lists_are(state, "在白石县，龙江县开会。", "2+0+0 -1,");
    lists_are(state, "在白石县，龙江县、甲州市开会。", "2+0+0 -1");
}

static void words_before_and_behind(void **state)
{
    lists_are(state, "选择某某、白石县、龙江县开会。", "2+1+0 -1 某某");
    lists_are(state, "在白石县、龙江县、某某等3个县。", "2+1+0 3 某某");
    lists_are(state, "3个县：白石县、龙江县。", "2+0+0 3");
    lists_are(state, "太山等2个镇。", "1+0+0 2");
    lists_are(state, "太山镇。", "");
}

/* What stands behind a list's last name is its own up to the next name, which begins something else. */
static void a_list_ends_at_the_next_name(void **state)
{
    lists_are(state, "在白石县、某某龙江县开会。", "");
    lists_are(state, "在太山镇、某某、某地白石县开会。", "1+1+1 -1 某某");
    lists_are(state, "白石县、龙江县、乡下甲州市开会。", "2+0+1 -1");
    lists_are(state, "在太山镇、某某、去龙江县。", "1+1+1 -1 某某");
    lists_are(state, "在白石县、龙江县、某某某某某某、某某。", "2+0+1 -1");
}

/* Nothing of one list is taken into the next. */
static void words_belong_to_one_list(void **state)
{
    lists_are(state, "白石县、龙江县、某某等。甲州市、乙州市开会。", "2+1+0 -1 某某|2+0+0 -1");
    lists_are(state, "白石县某某、龙江县某某开会。", "2+0+0 -1~");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_and_words_between_separators),
        cmocka_unit_test(words_before_and_behind),
        cmocka_unit_test(a_list_ends_at_the_next_name),
        cmocka_unit_test(words_belong_to_one_list),
    };
    return cmocka_run_group_tests(tests, world_set_up, world_tear_down);
}
