/* Scanning texts with the bundled package; skipped without MINTU_GEODATA. */
#include "unit/test_gazetteer_package.h"

typedef struct bench {
    mintu_context *context;
    mintu_gazetteer *gazetteer;
    mintu_geocoder *plain, *roster;
    mintu_error error;
} bench;

static int open_bench(void **state)
{
    static bench shared;
    const char *dir = getenv("MINTU_GEODATA");
    mintu_geocode_options options;
    shared = (bench){0};
    *state = &shared;
    if (!dir)
        return 0;
    options = (mintu_geocode_options){0};
    options.rosters = WORLD_CITIES;
    assert_int_equal(mintu_context_new(&shared.error, &shared.context), MINTU_STATUS_OK);
    assert_int_equal(mintu_gazetteer_open(shared.context, dir, &shared.error, &shared.gazetteer), MINTU_STATUS_OK);
    assert_int_equal(mintu_geocoder_new(shared.gazetteer, NULL, &shared.error, &shared.plain), MINTU_STATUS_OK);
    assert_int_equal(mintu_geocoder_new(shared.gazetteer, &options, &shared.error, &shared.roster), MINTU_STATUS_OK);
    return 0;
}

static int close_bench(void **state)
{
    bench *b = *state;
    mintu_geocoder_free(b->plain);
    mintu_geocoder_free(b->roster);
    mintu_gazetteer_free(b->gazetteer);
    mintu_context_free(b->context);
    return 0;
}

static mintu_scan *scan_with(const mintu_geocoder *geocoder, const char *text)
{
    mintu_scan *scan = NULL;
    mintu_error error = {0};
    if (mintu_scan_text(geocoder, text, strlen(text), &error, &scan) != MINTU_STATUS_OK)
        fail_msg("%s: %s", text, error.text);
    return scan;
}

/* One mention as `text=code:evidence`, where the code of an ambiguous one is ? and of an unmatched one !. */
static void describe(const mintu_scan *scan, size_t i, char *out, size_t room)
{
    size_t size;
    const char *text = mintu_scan_bytes(scan, &size);
    const mintu_mention *m = mintu_scan_mention(scan, i);
    const char *code = m->match.place ? m->match.place->code : m->match.status == MINTU_MATCH_STATUS_AMBIGUOUS ? "?" : "!";
    snprintf(out, room, "%.*s=%s%s%s", (int)(m->byte_end - m->byte_start), text + m->byte_start, code, m->evidence ? ":" : "",
             mintu_evidence_text(m->evidence));
}

/* Expects exactly these mentions, separated by spaces. */
static void finds_with(const mintu_geocoder *geocoder, const char *text, const char *expected)
{
    char found[4096] = "";
    mintu_scan *scan = scan_with(geocoder, text);
    for (size_t i = 0; i < mintu_scan_count(scan); i++) {
        size_t used = strlen(found);
        if (i)
            found[used++] = ' ';
        describe(scan, i, found + used, sizeof found - used);
    }
    mintu_scan_free(scan);
    if (strcmp(found, expected) != 0)
        fail_msg("%s\n  found    \"%s\"\n  expected \"%s\"", text, found, expected);
}

#define FINDS(text, expected)                                                                                                  \
    do {                                                                                                                       \
        const bench *b_ = *state;                                                                                              \
        if (!b_->gazetteer)                                                                                                    \
            skip();                                                                                                            \
        finds_with(b_->plain, text, expected);                                                                                 \
    } while (0)

static void ordinary_words_are_no_places(void **state)
{
    FINDS("加强城市、县城、重点镇、中心镇和集镇建设，推进城镇化。", "");
    FINDS("扩大田间管理面积，完善大田间作制度。", "");
    FINDS("加快推进永安全面发展，实现长治久安，保障平安建设。", "");
    FINDS("色彩、光泽、质感都很好，心态平和，环境和平。", "");
    FINDS("对光泽度、平和性没有要求。", "");
    FINDS("高山植被、白沙滩、中山装、长安街，东南平均气温。", "");
    FINDS("他吃三明治，用马尾松，看石狮子，走福州路，住永安村。", "");
    FINDS("建设镇级财政金库，完善建设镇村公路，推动联合镇政府共同治理。", "");
    FINDS("海岛乡村振兴，和平乡镇企业，城东城南连片发展。", "");
    FINDS("北京、上海、洛阳、长春、桂林等地。", "");
    FINDS("水头在上升，金井很深。", "");
}

static void full_names_count(void **state)
{
    FINDS("安溪县和上杭县的经验。", "安溪县=350524:unique 上杭县=350823:unique");
    FINDS("福建省泉州市安溪县龙门镇。", "福建省泉州市安溪县龙门镇=350524107:parent");
    FINDS("永定县高陂镇和永定区高陂镇是一个镇。", "永定县高陂镇=350803104:parent 永定区高陂镇=350803104:parent");
    FINDS("漳州台商投资区角美镇。", "漳州台商投资区角美镇=350604101:unique");
    FINDS("在联合镇召开。", "联合镇=350426109:unique");
}

static void parents_belong_to_the_span(void **state)
{
    FINDS("喝安溪龙门的茶。", "安溪龙门=350524107:parent");
    FINDS("龙门（安溪）和龙门(新罗)不同。", "龙门（安溪）=350524107:parent 龙门(新罗)=350802008:parent");
    FINDS("太姥山（秦屿）镇", "太姥山（秦屿）镇=350982104:unique");
    FINDS("推进大田建设。", "大田=?");
}

static void foreign_parents_leave_unmatched(void **state)
{
    FINDS("平阳县水头镇。", "水头镇=!");
    FINDS("浙江省水头镇。", "水头镇=!");
    FINDS("晋江市水头镇。", "晋江市=350582:unique 水头镇=!");
    FINDS("龙门（晋江）。", "龙门（晋江）=!");
    FINDS("江苏省江阴市。", "");
    FINDS("我县水头镇，全市湖头镇。", "水头镇=350583119:unique 湖头镇=350524102:unique");
}

static void short_names_need_evidence(void **state)
{
    FINDS("到长汀考察，从福州出发，位于福清。", "长汀=350821:unique 福州=350100:unique 福清=350181:unique");
    FINDS("推广晋江新型城镇化经验。", "晋江=350582:unique");
    FINDS("指导永安保障房建设、漳浦城中村改造、长汀文化传承试点。", "永安=350481:unique 漳浦=350623:unique 长汀=350821:unique");
    FINDS("厦门和泉州两市。", "厦门=350200:unique 泉州=350500:unique");
    FINDS("福州，厦门，泉州。", "福州=350100:unique 厦门=350200:unique 泉州=350500:unique");
    FINDS("泉州市的水头、官桥等镇。", "泉州市=350500:unique 水头=350583119:unique 官桥=350583118:context");
    FINDS("在龙门调研。", "");
}

static void evidence_decides_in_order(void **state)
{
    const bench *b = *state;
    FINDS("选择龙门、洋中等2个中心镇。", "龙门=350524107:context 洋中=?");
    FINDS("选择水头、金井、安海等3个中心镇。", "水头=350583119:unique 金井=350582106:unique 安海=350582101:unique");
    FINDS("福清、长乐、东山等试点。", "福清=350181:unique 长乐=350112:context 东山=350626:unique");
    FINDS("晋江市（安海、金井）。", "晋江市=350582:unique 安海=350582101:unique 金井=350582106:unique");
    FINDS("尤溪县洋中镇。洋中镇很大。", "尤溪县洋中镇=350426103:parent 洋中镇=350426103:context");
    FINDS("洋中镇很大。", "洋中镇=?");
    finds_with(b->roster, "选择龙门、洋中作为试点。", "龙门=350524107:roster 洋中=350426103:roster");
    finds_with(b->roster, "蕉城区洋中镇。", "蕉城区洋中镇=350902107:parent");
}

static void number_is(const bench *b, const char *text, size_t count, long stated, bool open)
{
    mintu_scan *scan = scan_with(b->plain, text);
    if (mintu_scan_group_count(scan) != 1)
        fail_msg("%s: %zu groups", text, mintu_scan_group_count(scan));
    const mintu_scan_group *group = mintu_scan_group_at(scan, 0);
    if (group->count != count || group->stated != stated || group->open != open)
        fail_msg("%s: %zu names, stated %ld, open %d", text, group->count, group->stated, group->open);
    for (size_t i = 0; i < mintu_scan_count(scan); i++)
        assert_int_equal(mintu_scan_mention(scan, i)->group, 1);
    mintu_scan_free(scan);
}

static void stated_numbers_are_read(void **state)
{
    const bench *b = *state;
    if (!b->gazetteer)
        skip();
    number_is(b, "选择水头、安海、角美等3个中心镇。", 3, 3, true);
    number_is(b, "选择水头、安海、角美等十五个中心镇。", 3, 15, true);
    number_is(b, "水头、安海……等１５个镇", 2, 15, true);
    number_is(b, "水头等15个中心镇", 1, 15, true);
    number_is(b, "选择水头、甲乙、安海等3个中心镇。", 3, 3, true);
    number_is(b, "厦门、泉州两市签约", 2, 2, false);
    number_is(b, "3个县（市）：永安、漳浦、长汀。", 3, 3, false);
    number_is(b, "指导永安保障房建设、漳浦城中村改造、长汀文化传承。", 3, -1, false);
    number_is(b, "永安、漳浦、长汀等10家企业", 3, -1, true);
    number_is(b, "永安、漳浦、长汀2014年起", 3, -1, false);
}

static void unknown_names_of_a_list_are_told(void **state)
{
    FINDS("选择甲乙、水头、安海等3个中心镇。", "甲乙=! 水头=350583119:unique 安海=350582101:unique");
    FINDS("选择水头、甲乙、安海等3个中心镇。", "水头=350583119:unique 甲乙=! 安海=350582101:unique");
    FINDS("选择水头、安海、甲乙等3个中心镇。", "水头=350583119:unique 安海=350582101:unique 甲乙=!");
}

static void spans_are_exact(void **state)
{
    const bench *b = *state;
    if (!b->gazetteer)
        skip();
    mintu_scan *scan = scan_with(b->plain, "第一行。\nab，在晋江市人民政府开会！完。");
    assert_int_equal(mintu_scan_count(scan), 1);
    const mintu_mention *m = mintu_scan_mention(scan, 0);
    assert_int_equal(m->byte_start, 21);
    assert_int_equal(m->byte_end, 30);
    assert_int_equal(m->char_start, 9);
    assert_int_equal(m->char_end, 12);
    assert_int_equal(m->line, 2);
    assert_int_equal(m->column, 5);
    assert_int_equal(m->sentence_start, 13);
    assert_int_equal(m->sentence_end, 51);
    assert_true(m->organisation);
    assert_int_equal(m->group, 0);
    assert_null(mintu_scan_mention(scan, 1));
    mintu_scan_free(scan);
}

static void bad_bytes_are_counted(void **state)
{
    static const char text[] = "\xEF\xBB\xBF晋江市\xFF\xFE（石狮市\n\0德化县）b)\n\xE9\xBE安溪县";
    const bench *b = *state;
    mintu_scan *scan;
    mintu_error error;
    if (!b->gazetteer)
        skip();
    assert_int_equal(mintu_scan_text(b->plain, text, sizeof text - 1, &error, &scan), MINTU_STATUS_OK);
    assert_int_equal(mintu_scan_count(scan), 4);
    assert_int_equal(mintu_scan_invalid(scan), 4);
    assert_int_equal(mintu_scan_problem_total(scan, MINTU_SCAN_PROBLEM_UTF8), 2);
    assert_int_equal(mintu_scan_problem_total(scan, MINTU_SCAN_PROBLEM_NUL), 1);
    assert_int_equal(mintu_scan_problem_total(scan, MINTU_SCAN_PROBLEM_BRACKET), 0);
    assert_int_equal(mintu_scan_problem_total(scan, MINTU_SCAN_PROBLEM_END), 0);
    assert_int_equal(mintu_scan_problem_count(scan), 3);
    const mintu_scan_problem *problem = mintu_scan_problem_at(scan, 0);
    assert_int_equal(problem->kind, MINTU_SCAN_PROBLEM_UTF8);
    assert_int_equal(problem->byte_start, 12);
    assert_int_equal(problem->byte_end, 14);
    assert_int_equal(problem->line, 1);
    assert_int_equal(problem->column, 5);
    problem = mintu_scan_problem_at(scan, 2);
    assert_int_equal(problem->line, 3);
    assert_int_equal(problem->column, 1);
    assert_null(mintu_scan_problem_at(scan, 3));
    mintu_scan_free(scan);
}

static void brackets_without_partner_are_told(void **state)
{
    const bench *b = *state;
    if (!b->gazetteer)
        skip();
    mintu_scan *scan = scan_with(b->plain, "龙门镇（安溪。）\n1）和（一）\n\n（安溪县\n\n德化县）");
    assert_int_equal(mintu_scan_problem_total(scan, MINTU_SCAN_PROBLEM_BRACKET), 2);
    assert_int_equal(mintu_scan_problem_at(scan, 0)->line, 4);
    assert_int_equal(mintu_scan_problem_at(scan, 0)->column, 1);
    assert_int_equal(mintu_scan_problem_at(scan, 1)->line, 6);
    assert_int_equal(mintu_scan_problem_at(scan, 1)->column, 4);
    assert_int_equal(mintu_scan_invalid(scan), 0);
    mintu_scan_free(scan);
}

/* What looks at a line again and again does not end on 4 MB; under AddressSanitizer, which is slow, only memory is looked at. */
#ifdef __SANITIZE_ADDRESS__
enum { LONG_LINE = 100000 };
#else
enum { LONG_LINE = 4000000 };
#endif

static void long_lines_are_read_once(void **state)
{
    static const char *const parts[] = {"、甲乙", "水头、",   "（",   "（水头", "）",          "安溪龙门",
                                        "安溪",   "在晋江，", "\xE9", "龙门镇", "3个县：永安", "水头等3个"};
    const bench *b = *state;
    if (!b->gazetteer)
        skip();
    char *text = malloc(LONG_LINE);
    assert_non_null(text);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        size_t size = strlen(parts[i]);
        for (size_t at = 0; at < LONG_LINE; at += size)
            memcpy(text + at, parts[i], size < LONG_LINE - at ? size : LONG_LINE - at);
        mintu_scan *scan;
        mintu_error error;
        assert_int_equal(mintu_scan_text(b->plain, text, LONG_LINE, &error, &scan), MINTU_STATUS_OK);
        mintu_scan_free(scan);
    }
    free(text);
}

static void empty_text_has_no_places(void **state)
{
    const bench *b = *state;
    if (!b->gazetteer)
        skip();
    mintu_scan *scan = scan_with(b->plain, "");
    assert_int_equal(mintu_scan_count(scan), 0);
    assert_int_equal(mintu_scan_group_count(scan), 0);
    assert_null(mintu_scan_group_at(scan, 0));
    mintu_scan_free(scan);
    mintu_scan_free(NULL);
    assert_string_equal(mintu_evidence_text(MINTU_EVIDENCE_CONTEXT), "context");
    assert_string_equal(mintu_evidence_text(MINTU_EVIDENCE_END), "");
}

static void layers_hold_the_answers(void **state)
{
    const bench *b = *state;
    mintu_layer *mentions, *groups;
    mintu_error error;
    if (!b->gazetteer)
        skip();
    mintu_scan *scan = scan_with(b->plain, "选择水头、洋中、安海等4个中心镇。");
    assert_int_equal(mintu_scan_layer(b->context, b->plain, scan, &error, &mentions), MINTU_STATUS_OK);
    assert_int_equal(mintu_layer_count(mentions), 3);
    assert_string_equal(world_text(mentions, 0, "text"), "水头");
    assert_string_equal(world_text(mentions, 0, "name"), "水头镇");
    assert_string_equal(world_text(mentions, 0, "county"), "南安市");
    assert_string_equal(world_text(mentions, 0, "evidence"), "unique");
    assert_string_equal(world_text(mentions, 0, "group_stated"), "4");
    assert_string_equal(world_text(mentions, 0, "sentence"), "选择水头、洋中、安海等4个中心镇。");
    assert_string_equal(world_text(mentions, 1, "status"), "ambiguous");
    assert_string_equal(world_text(mentions, 1, "candidates"), "洋中镇@尤溪县|洋中镇@蕉城区");
    assert_string_equal(world_text(mentions, 2, "char_start"), "8");
    assert_int_equal(mintu_scan_group_layer(b->context, scan, &error, &groups), MINTU_STATUS_OK);
    assert_int_equal(mintu_layer_count(groups), 1);
    assert_string_equal(world_text(groups, 0, "status"), "mismatch");
    assert_string_equal(world_text(groups, 0, "count"), "3");
    assert_string_equal(world_text(groups, 0, "stated"), "4");
    assert_string_equal(world_text(groups, 0, "text"), "水头、洋中、安海");
    mintu_layer_free(groups);
    mintu_layer_free(mentions);
    mintu_scan_free(scan);
}

/* Marks the places whose codes stand in a column of a table of the package. */
static size_t mark_codes(const bench *b, const char *name, int column, bool *marks)
{
    char path[512], line[2048];
    size_t count = 0;
    snprintf(path, sizeof path, "%s/%s", getenv("MINTU_GEODATA"), name);
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    while (fgets(line, sizeof line, file)) {
        char *code = line;
        for (int i = 0; i < column && code; i++)
            code = strchr(code, ',') ? strchr(code, ',') + 1 : NULL;
        if (!code || code[0] < '0' || code[0] > '9')
            continue;
        code[strcspn(code, ",\r\n")] = '\0';
        for (size_t i = 0; i < mintu_gazetteer_count(b->gazetteer); i++)
            if (strcmp(mintu_gazetteer_place(b->gazetteer, i)->code, code) == 0) {
                marks[i] = true;
                count++;
            }
    }
    fclose(file);
    return count;
}

/* The notice names the fifteen small cities, the places of named_places.csv, and beside them only the province and its capital
 * in the names of authorities; the list of the fifteen agrees with its number. */
static void notice_is_found_whole(void **state)
{
    const bench *b = *state;
    const char *folder = getenv("MINTU_NOTICE");
    char path[512];
    mintu_scan *scan;
    mintu_error error = {0};
    if (!b->gazetteer || !folder)
        skip();
    size_t places = mintu_gazetteer_count(b->gazetteer), fifteen = 0;
    bool *expected = calloc(places, sizeof *expected), *found = calloc(places, sizeof *found);
    assert_true(expected && found);
    assert_int_equal(mark_codes(b, "pilot_cities.csv", 1, expected), 15);
    assert_true(mark_codes(b, "named_places.csv", 0, expected) > 0);
    snprintf(path, sizeof path, "%s/notice-restored.txt", folder);
    assert_int_equal(mintu_scan_file(b->plain, path, &error, &scan), MINTU_STATUS_OK);
    for (size_t i = 0; i < mintu_scan_count(scan); i++) {
        char text[256];
        const mintu_mention *m = mintu_scan_mention(scan, i);
        describe(scan, i, text, sizeof text);
        if (m->match.status != MINTU_MATCH_STATUS_MATCHED)
            fail_msg("%zu:%zu %s", m->line, m->column, text);
        for (size_t p = 0; p < places; p++)
            if (mintu_gazetteer_place(b->gazetteer, p) == m->match.place) {
                found[p] = true;
                if (!expected[p] && m->match.place->level > MINTU_LEVEL_PREFECTURE)
                    fail_msg("false place %zu:%zu %s", m->line, m->column, text);
            }
    }
    for (size_t p = 0; p < places; p++)
        if (expected[p] && !found[p])
            fail_msg("missed %s", mintu_gazetteer_place(b->gazetteer, p)->name);
    for (size_t i = 0; i < mintu_scan_group_count(scan); i++)
        if (mintu_scan_group_at(scan, i)->stated >= 0) {
            assert_int_equal(mintu_scan_group_at(scan, i)->stated, 15);
            assert_int_equal(mintu_scan_group_at(scan, i)->count, 15);
            fifteen++;
        }
    assert_int_equal(fifteen, 1);
    assert_int_equal(mintu_scan_invalid(scan), 0);
    mintu_scan_free(scan);
    free(expected);
    free(found);
}

static void missing_file_is_named(void **state)
{
    const bench *b = *state;
    mintu_scan *scan;
    mintu_error error = {0};
    if (!b->gazetteer)
        skip();
    assert_int_equal(mintu_scan_file(b->plain, "/nowhere/a.txt", &error, &scan), MINTU_STATUS_INPUT);
    assert_non_null(strstr(error.text, "reading the text"));
    assert_null(scan);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ordinary_words_are_no_places),
        cmocka_unit_test(full_names_count),
        cmocka_unit_test(parents_belong_to_the_span),
        cmocka_unit_test(foreign_parents_leave_unmatched),
        cmocka_unit_test(short_names_need_evidence),
        cmocka_unit_test(evidence_decides_in_order),
        cmocka_unit_test(stated_numbers_are_read),
        cmocka_unit_test(unknown_names_of_a_list_are_told),
        cmocka_unit_test(spans_are_exact),
        cmocka_unit_test(bad_bytes_are_counted),
        cmocka_unit_test(brackets_without_partner_are_told),
        cmocka_unit_test(long_lines_are_read_once),
        cmocka_unit_test(empty_text_has_no_places),
        cmocka_unit_test(layers_hold_the_answers),
        cmocka_unit_test(notice_is_found_whole),
        cmocka_unit_test(missing_file_is_named),
    };
    return cmocka_run_group_tests(tests, open_bench, close_bench);
}
