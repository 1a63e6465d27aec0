/* The steps of a scan on an invented province: what is read, joined, listed, accepted and resolved. */
#include "test_gazetteer_package.h"

#include "scan/scan_join.h"
#include "scan/scan_list.h"
#include "scan/scan_parts.h"
#include "scan/scan_read.h"

/* What the scan of a text finds, as `text=code:evidence` separated by spaces; ? is ambiguous and ! unmatched. */
static void finds(const world *w, unsigned roster, const char *text, const char *expected)
{
    mintu_geocode_options options;
    mintu_geocoder *geocoder;
    mintu_scan *scan;
    mintu_error error;
    mintu_buffer found = {0};
    options = (mintu_geocode_options){0};
    options.rosters = roster;
    assert_int_equal(mintu_geocoder_new(w->gazetteer, &options, &error, &geocoder), MINTU_STATUS_OK);
    assert_int_equal(mintu_scan_text(geocoder, text, strlen(text), &error, &scan), MINTU_STATUS_OK);
    mintu_buffer_text(&found, "");
    for (size_t i = 0; i < mintu_scan_count(scan); i++) {
        const mintu_mention *m = mintu_scan_mention(scan, i);
        mintu_buffer_text(&found, i ? " " : "");
        mintu_buffer_add(&found, text + m->byte_start, m->byte_end - m->byte_start);
        mintu_buffer_format(&found, "=%s%s%s",
                            m->match.place                                    ? m->match.place->code
                            : m->match.status == MINTU_MATCH_STATUS_AMBIGUOUS ? "?"
                                                                              : "!",
                            m->evidence ? ":" : "", mintu_evidence_text(m->evidence));
    }
    if (strcmp(found.data, expected) != 0)
        fail_msg("%s\n  found    \"%s\"\n  expected \"%s\"", text, found.data, expected);
    mintu_buffer_free(&found);
    mintu_scan_free(scan);
    mintu_geocoder_free(geocoder);
}

static void longest_name_wins(void **state)
{
    finds(*state, 0, "测试省甲州市东城区龙门镇开会。", "测试省甲州市东城区龙门镇=990102001:parent");
    finds(*state, 0, "石圳畲族乡和石圳乡。", "石圳畲族乡=990221002:unique 石圳乡=990221002:context");
    finds(*state, 0, "龙江县与龙江区是一个地方。", "龙江县=990103:unique 龙江区=990103:unique");
}

static void short_names_wait_for_evidence(void **state)
{
    finds(*state, 0, "大龙江间，小龙门里，太山很高。", "");
    finds(*state, 0, "在龙江召开会议。", "龙江=990103:unique");
    finds(*state, 0, "龙江、乙州两地。", "龙江=990103:unique 乙州=990200:unique");
    finds(*state, 0, "龙江的经验。乙州经验。", "乙州=990200:unique");
    finds(*state, 0, "太山、陈家等2个镇。", "太山=990221003:unique 陈家=990104001:unique");
    finds(*state, 0, "太山、陈家等地。", "");
    finds(*state, 0, "太山镇、陈家开会。", "太山镇=990221003:unique 陈家=990104001:unique");
    finds(*state, 0, "白石县（太山、无名）。", "白石县=990221:unique 太山=990221003:unique 无名=990221004:unique");
}

static void words_that_may_be_names_weigh_against_a_list(void **state)
{
    finds(*state, 0, "今天，龙江、某某、乙州。", "龙江=990103:unique 乙州=990200:unique");
    finds(*state, 0, "今天，龙江、某某、某地、乙州。", "乙州=990200:unique"); /* a prefecture's name is no other word */
}

static void units_of_one_level_side_by_side_are_two(void **state)
{
    finds(*state, 0, "白石县龙江县。", "白石县=990221:unique 龙江县=990103:unique");
}

static void places_named_elsewhere_are_known(void **state)
{
    finds(*state, 0, "龙江区很大。今年起推动龙江振奋。", "龙江区=990103:unique 龙江=990103:unique");
    finds(*state, 0, "今年起推动龙江振奋。", "");
}

static void context_settles_shared_names(void **state)
{
    finds(*state, 0, "龙门镇和龙门街道。", "龙门镇=990102001:unique 龙门街道=990103001:unique");
    finds(*state, 0, "龙门、太山等2个镇。", "龙门=990102001:context 太山=990221003:unique");
    finds(*state, 0, "龙门、太山等2个乡镇。", "龙门=? 太山=990221003:unique");
    finds(*state, 0, "甲州市的东城区。", "甲州市=990100:unique 东城区=990102:context");
    finds(*state, 0, "甲州市开会。东城区也开会。", "甲州市=990100:unique 东城区=?");
    finds(*state, 0, "龙江区的龙门、陈家等2个乡镇。", "龙江区=990103:unique 龙门=990103001:context 陈家=990104001:unique");
    finds(*state, 0, "东城龙门（甲州）。", "东城龙门（甲州）=990102001:parent");
    finds(*state, WORLD_CITIES, "龙门、太山等2个乡镇。", "龙门=990102001:roster 太山=990221003:unique");
    finds(*state, WORLD_CITIES, "在龙门召开。", "龙门=990102001:roster");
}

/* A county and a town of another county in one prefecture that have one name. */
static int set_up_shared_name(void **state)
{
    static const char shared[] = "990221,海滨区,alias,,,,\n990202001,海滨区,alias,,,,\n";
    static world w;
    char names[sizeof world_names + sizeof shared];
    world_make(&w);
    snprintf(names, sizeof names, "%s%s", world_names, shared);
    world_write(&w, "place_names.csv", names);
    assert_int_equal(world_open(&w), MINTU_STATUS_OK);
    *state = &w;
    return 0;
}

/* One decided name beside a shared one says nothing about it; two of one level say that it is of that level. */
static void two_names_of_one_level_speak_for_a_third(void **state)
{
    finds(*state, 0, "在海滨区开会。", "海滨区=?");
    finds(*state, 0, "在龙江县、海滨区开会。", "龙江县=990103:unique 海滨区=?");
    finds(*state, 0, "在陈家镇、海滨区开会。", "陈家镇=990104001:unique 海滨区=?");
    finds(*state, 0, "在龙江县、北江区、海滨区开会。", "龙江县=990103:unique 北江区=990105:unique 海滨区=990221:context");
    finds(*state, 0, "在陈家镇、龙门镇、海滨区开会。",
          "陈家镇=990104001:unique 龙门镇=990102001:unique 海滨区=990202001:context");
    finds(*state, 0, "在陈家镇、龙江县、海滨区开会。", "陈家镇=990104001:unique 龙江县=990103:unique 海滨区=?");
}

/* The same of the prefecture in which all decided names of a list lie. */
static void two_names_in_one_prefecture_speak_for_a_third(void **state)
{
    finds(*state, 0, "在龙江县、东城区开会。", "龙江县=990103:unique 东城区=?");
    finds(*state, 0, "在龙江县、北江区、东城区开会。", "龙江县=990103:unique 北江区=990105:unique 东城区=990102:context");
    finds(*state, 0, "在龙江县、白石县、东城区开会。", "龙江县=990103:unique 白石县=990221:unique 东城区=?");
}

static void foreign_parents_are_unmatched(void **state)
{
    finds(*state, 0, "外地县太山镇。", "太山镇=!");
    finds(*state, 0, "龙江区太山镇。", "龙江区=990103:unique 太山镇=!");
    finds(*state, 0, "太山镇（龙江）。", "太山镇（龙江）=!");
}

static mintu_scan_table table;

static mintu_scan_work *work_of(world *w, const char *text)
{
    static mintu_geocoder *geocoder;
    static mintu_scan_work work;
    static mintu_scan scan;
    mintu_geocoder_free(geocoder);
    assert_int_equal(mintu_geocoder_new(w->gazetteer, NULL, &w->error, &geocoder), MINTU_STATUS_OK);
    scan = (mintu_scan){.text = text, .size = strlen(text)};
    work = (mintu_scan_work){.geocoder = geocoder, .scan = &scan, .text = text, .size = strlen(text)};
    assert_int_equal(mintu_scan_table_build(&geocoder->index, &geocoder->elsewhere, &w->error, &table), MINTU_STATUS_OK);
    work.table = &table;
    assert_true(mintu_scan_read(&work));
    if (!text[0]) { /* the last call */
        mintu_geocoder_free(geocoder);
        geocoder = NULL;
    }
    return &work;
}

static void close_work(mintu_scan_work *work)
{
    mintu_scan_table_free(&table);
    free(work->hits);
    free(work->lists);
    free(work->items);
    free(work->candidates.items);
}

static void reading_keeps_only_what_may_be_a_name(void **state)
{
    mintu_scan_work *work = work_of(*state, "小太山间，中龙江镇里，大和平乡镇，太山镇。");
    assert_int_equal(work->hit_count, 1);
    assert_true(work->hits[0].full);
    close_work(work);
    work = work_of(*state, "");
    assert_int_equal(work->hit_count, 0);
    close_work(work);
}

static void joining_widens_the_span(void **state)
{
    mintu_scan_work *work = work_of(*state, "在白石太山（秦山）开会");
    assert_true(mintu_scan_join(work));
    assert_int_equal(work->hit_count, 1);
    assert_int_equal(work->hits[0].start, 3);
    assert_int_equal(work->hits[0].name, 9);
    assert_true(work->hits[0].parented && work->hits[0].firm);
    close_work(work);
    close_work(work_of(*state, ""));
}

static void lists_hold_names_and_words(void **state)
{
    mintu_scan_work *work = work_of(*state, "选择丙丁、太山、戊己、龙门等4个镇，陈家镇");
    assert_true(mintu_scan_join(work) && mintu_scan_list_up(work));
    assert_int_equal(work->hit_count, 3);
    assert_int_equal(work->list_count, 1);
    assert_int_equal(work->lists[0].count, 2);
    assert_int_equal(work->lists[0].items, 2);
    assert_int_equal(work->lists[0].others, 0);
    assert_int_equal(work->lists[0].ending.stated, 4);
    assert_int_equal(work->hits[2].list, SIZE_MAX);
    close_work(work);
    work = work_of(*state, "龙江改造项目、太山镇，乙州");
    assert_true(mintu_scan_join(work) && mintu_scan_list_up(work));
    assert_true(work->list_count >= 1 && work->lists[0].tails);
    close_work(work);
    close_work(work_of(*state, ""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(longest_name_wins),
        cmocka_unit_test(short_names_wait_for_evidence),
        cmocka_unit_test(words_that_may_be_names_weigh_against_a_list),
        cmocka_unit_test(units_of_one_level_side_by_side_are_two),
        cmocka_unit_test(places_named_elsewhere_are_known),
        cmocka_unit_test(context_settles_shared_names),
        cmocka_unit_test_setup_teardown(two_names_of_one_level_speak_for_a_third, set_up_shared_name, world_tear_down),
        cmocka_unit_test(two_names_in_one_prefecture_speak_for_a_third),
        cmocka_unit_test(foreign_parents_are_unmatched),
        cmocka_unit_test(reading_keeps_only_what_may_be_a_name),
        cmocka_unit_test(joining_widens_the_span),
        cmocka_unit_test(lists_hold_names_and_words),
    };
    return cmocka_run_group_tests(tests, world_set_up, world_tear_down);
}
