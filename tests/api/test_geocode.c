/* The geocoder on the bundled package; skipped without MINTU_GEODATA. */
#include "unit/test_gazetteer_package.h"

typedef struct bench {
    mintu_context *context;
    mintu_gazetteer *gazetteer;
    mintu_geocoder *now, *then;
    mintu_error error;
} bench;

static int open_bench(void **state)
{
    static bench shared;
    const char *dir = getenv("MINTU_GEODATA");
    shared = (bench){0};
    *state = &shared;
    if (!dir)
        return 0;
    mintu_geocode_options options;
    options = (mintu_geocode_options){0};
    assert_int_equal(mintu_context_new(&shared.error, &shared.context), MINTU_STATUS_OK);
    assert_int_equal(mintu_gazetteer_open(shared.context, dir, &shared.error, &shared.gazetteer), MINTU_STATUS_OK);
    assert_int_equal(mintu_geocoder_new(shared.gazetteer, NULL, &shared.error, &shared.then), MINTU_STATUS_OK);
    options.as_of = 20230630;
    assert_int_equal(mintu_geocoder_new(shared.gazetteer, &options, &shared.error, &shared.now), MINTU_STATUS_OK);
    return 0;
}

static int close_bench(void **state)
{
    bench *b = *state;
    mintu_geocoder_free(b->now);
    mintu_geocoder_free(b->then);
    mintu_gazetteer_free(b->gazetteer);
    mintu_context_free(b->context);
    return 0;
}

/* Expects a code; "?" ambiguous, "" unmatched. */
static void is(const mintu_geocoder *geocoder, const char *name, const char *expected)
{
    mintu_match match;
    mintu_error error;
    assert_int_equal(mintu_geocoder_match(geocoder, name, &error, &match), MINTU_STATUS_OK);
    const char *found = match.status == MINTU_MATCH_STATUS_MATCHED     ? match.place->code
                        : match.status == MINTU_MATCH_STATUS_AMBIGUOUS ? "?"
                                                                       : "";
    if (strcmp(found, expected) != 0)
        fail_msg("%s is \"%s\", expected \"%s\"", name, found, expected);
}

static void names_of_the_notice(void **state)
{
    bench *b = *state;
    if (!b->gazetteer)
        skip();
    is(b->then, "水头", "350583119");
    is(b->then, "安溪龙门", "350524107");
    is(b->then, "龙门（安溪）", "350524107");
    is(b->then, "杜浔（古雷）", "350623104");
    is(b->then, "太姥山（秦屿）", "350982104");
    is(b->then, "秦屿镇", "350982104");
    is(b->then, "尤溪洋中", "350426103");
    is(b->then, "永定县高陂镇", "350803104");
    is(b->then, "永定区高陂镇", "350803104");
    is(b->then, "龙海市角美镇", "350604101");
    is(b->then, "福建省泉州市安溪县龙门镇", "350524107");
    is(b->then, "泉州安溪", "350524");
}

static void shared_names_are_refused(void **state)
{
    bench *b = *state;
    if (!b->gazetteer)
        skip();
    is(b->then, "龙门", "?");
    is(b->then, "洋中", "?");
    is(b->then, "和平", "?");
    is(b->then, "古田", "?"); /* a county, and a town of another county */
    is(b->then, "金井", "350582106");
    is(b->then, "金门县", "350527"); /* its only township-level unit has its name */
}

static void other_provinces_are_no_match(void **state)
{
    bench *b = *state;
    if (!b->gazetteer)
        skip();
    is(b->then, "浙江省水头镇", "");
    is(b->then, "平阳县水头镇", "");
    is(b->then, "永春龙门", "");
    is(b->then, "晋江水头镇", "");
    is(b->then, "龙门县", "");
    is(b->then, "龙门（永春）", "");
}

static void names_of_the_day(void **state)
{
    bench *b = *state;
    if (!b->gazetteer)
        skip();
    is(b->then, "三元区", "350403");
    is(b->now, "三元区", "350404");
    is(b->now, "永定县", "350803");
    is(b->now, "梅列区", "350404");
    is(b->now, "梅列区陈大镇", "350404100");
    is(b->now, "三元区陈大镇", "350404100");
    is(b->now, "沙县", "350405");
    is(b->now, "長樂區", "350112");
    is(b->now, "福州長樂", "350112");
}

/* Every unit is found by its full path, and never becomes another by its name alone. */
static void every_place_finds_itself(void **state)
{
    bench *b = *state;
    if (!b->gazetteer)
        skip();
    for (size_t i = 0; i < mintu_gazetteer_count(b->gazetteer); i++) {
        const mintu_place *place = mintu_gazetteer_place(b->gazetteer, i);
        char full[256] = "";
        if (!mintu_gazetteer_then(b->gazetteer, place, 20230630).in_force)
            continue;
        for (int level = MINTU_LEVEL_PROVINCE; level <= (int)place->level; level++)
            strcat(full, mintu_gazetteer_within(b->gazetteer, place, (mintu_level)level, 20230630)->name);
        is(b->now, full, place->code);
        is(b->now, place->code, place->code);
        mintu_match match;
        assert_int_equal(mintu_geocoder_match(b->now, place->name, &b->error, &match), MINTU_STATUS_OK);
        if (match.status == MINTU_MATCH_STATUS_MATCHED && match.place != place &&
            mintu_gazetteer_within(b->gazetteer, place, match.place->level, 20230630) != match.place)
            fail_msg("%s %s became %s", place->code, place->name, match.place->code);
    }
}

/* Length of a township's name without its type, here by the roster's own types; 0 without one. */
static size_t stem_size(const char *name)
{
    static const char *const types[] = {"街道", "镇", "乡"};
    for (size_t i = 0; i < 3; i++) {
        size_t size = strlen(name), type = strlen(types[i]);
        if (size >= type + 6 && strcmp(name + size - type, types[i]) == 0)
            return size - type;
    }
    return 0;
}

static size_t counties_of(const bench *b, const char *name, size_t size, bool full)
{
    const char *parents[16];
    size_t count = 0;
    for (size_t i = 0; i < mintu_gazetteer_count(b->gazetteer); i++) {
        const mintu_place *place = mintu_gazetteer_place(b->gazetteer, i);
        bool same = place->level == MINTU_LEVEL_TOWNSHIP && (full ? strlen(place->name) : stem_size(place->name)) == size &&
                    memcmp(place->name, name, size) == 0;
        same = same && mintu_gazetteer_then(b->gazetteer, place, 20230630).in_force;
        for (size_t p = 0; same && p < count; p++)
            same = strcmp(parents[p], place->parent) != 0;
        if (same && count < 16)
            parents[count++] = place->parent;
    }
    return count;
}

/* Every name that townships of several counties share is ambiguous alone, and matched behind its county. The numbers are those of
 * the roster of 2023. */
static void all_shared_names(void **state)
{
    bench *b = *state;
    if (!b->gazetteer)
        skip();
    static const struct {
        bool full;
        size_t stated;
    } kinds[] = {{true, 49}, {false, 78}};
    for (size_t kind = 0; kind < 2; kind++) {
        double shared = 0;
        for (size_t i = 0; i < mintu_gazetteer_count(b->gazetteer); i++) {
            const mintu_place *place = mintu_gazetteer_place(b->gazetteer, i);
            char name[64], path[128];
            size_t size = kinds[kind].full ? strlen(place->name) : stem_size(place->name);
            if (place->level != MINTU_LEVEL_TOWNSHIP || size == 0 ||
                !mintu_gazetteer_then(b->gazetteer, place, 20230630).in_force)
                continue;
            size_t counties = counties_of(b, place->name, size, kinds[kind].full);
            if (counties < 2)
                continue;
            shared += 1 / (double)counties;
            snprintf(name, sizeof name, "%.*s", (int)size, place->name);
            snprintf(path, sizeof path, "%s%s", mintu_gazetteer_find(b->gazetteer, place->parent)->name, name);
            is(b->now, name, "?");
            mintu_match match;
            assert_int_equal(mintu_geocoder_match(b->now, path, &b->error, &match), MINTU_STATUS_OK);
            if (match.status == MINTU_MATCH_STATUS_MATCHED)
                assert_string_equal(match.place->code, place->code);
            else if (kinds[kind].full) /* 岚城 may be a 街道 and a 乡 of one county, but a full name is one unit */
                fail_msg("%s is %s", path, mintu_match_status_text(match.status));
        }
        assert_int_equal((size_t)(shared + 0.5), kinds[kind].stated);
    }
}

static void latin_names(void **state)
{
    bench *b = *state;
    if (!b->gazetteer)
        skip();
    is(b->now, "Shuǐtóu Zhèn", "350583119");
    is(b->now, "Shuitou Town", "350583119");
    is(b->now, "Nan'an", "350583");
    is(b->now, "Shuitou, Nan'an", "350583119");
    is(b->now, "Anxi Xian Longmen Zhen", "350524107");
    is(b->now, "Longmen Town, Anxi County, Quanzhou, Fujian Province, P.R. China", "350524107");
    is(b->now, "Changle Shi", "350112");
    is(b->now, "Xiamen", "350200"); /* before 硖门畲族乡, which is read so too */
    is(b->now, "Xiamen City", "350200");
    is(b->now, "Fuzhou, Jiangxi", "");
    is(b->now, "Longmen, Yongchun", "");
}

static void zones_and_former_units(void **state)
{
    bench *b = *state;
    if (!b->gazetteer)
        skip();
    is(b->now, "漳州台商投资区角美镇", "350604101");
    is(b->now, "漳州市台商投资区角美镇", "350604101");
    is(b->now, "泉州台商投资区张坂镇", "350521106");
    is(b->now, "泉州台商投资区", "?");
    is(b->now, "平潭综合实验区", "350128");
    is(b->now, "平潭综合实验区金井镇", "350128107");
    is(b->now, "澳前镇", "350128001");
    is(b->now, "莆田县", "?");
    is(b->now, "莆田县黄石镇", "350304101");
    is(b->now, "永定县洪山乡", "350803116");
    is(b->now, "文武砂镇", "350112005");
    is(b->then, "文武砂街道", "350112005");
}

static void variants_and_slips(void **state)
{
    bench *b = *state;
    if (!b->gazetteer)
        skip();
    is(b->now, "赛歧镇", "350981100");
    is(b->now, "福安賽歧", "350981100");
    is(b->now, "南安市水投镇", "350583119");
    is(b->now, "水投镇", "?");
    is(b->now, "南安市水头乡", "350583119");
    is(b->now, "平阳县水头镇", "");
    is(b->now, "温州市", "");
    is(b->now, "苍南县", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_of_the_notice),
        cmocka_unit_test(shared_names_are_refused),
        cmocka_unit_test(other_provinces_are_no_match),
        cmocka_unit_test(names_of_the_day),
        cmocka_unit_test(every_place_finds_itself),
        cmocka_unit_test(all_shared_names),
        cmocka_unit_test(latin_names),
        cmocka_unit_test(zones_and_former_units),
        cmocka_unit_test(variants_and_slips),
    };
    return cmocka_run_group_tests(tests, open_bench, close_bench);
}
