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
    mintu_geocode_options_init(&options);
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
    is(b->then, "金井", "?");
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
    is(b->now, "梅列区", "350402");
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
        for (int level = 0; level <= (int)place->level; level++)
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_of_the_notice),          cmocka_unit_test(shared_names_are_refused),
        cmocka_unit_test(other_provinces_are_no_match), cmocka_unit_test(names_of_the_day),
        cmocka_unit_test(every_place_finds_itself),
    };
    return cmocka_run_group_tests(tests, open_bench, close_bench);
}
