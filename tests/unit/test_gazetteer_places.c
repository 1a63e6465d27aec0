#include "test_gazetteer_package.h"

#include "gazetteer/gazetteer_data.h"
#include "gazetteer/places.h"

static void reads_all_columns(void **state)
{
    world *w = *state;
    const mintu_place *place = world_place(w, "990221003");
    assert_int_equal(mintu_gazetteer_count(w->gazetteer), 19);
    assert_string_equal(place->name, "太山镇");
    assert_string_equal(place->name_en, "Taishan");
    assert_string_equal(place->type, "town");
    assert_string_equal(place->parent, "990221");
    assert_int_equal(place->level, MINTU_LEVEL_TOWNSHIP);
    assert_true(place->lon == 112.7 && place->lat == 21.7);
    assert_string_equal(place->precision, "town");
    assert_string_equal(place->certainty, "attested");
    assert_string_equal(place->source, "P");
    assert_int_equal(place->rosters, WORLD_BOTH);
    assert_int_equal(world_place(w, "990104")->from, 20210203);
    assert_int_equal(world_place(w, "990105")->to, 20210203);
    assert_null(mintu_gazetteer_find(w->gazetteer, "990999"));
    assert_null(mintu_gazetteer_place(w->gazetteer, 19));
}

static void levels_have_texts(void **state)
{
    (void)state;
    for (int level = MINTU_LEVEL_PROVINCE; level < MINTU_LEVEL_END; level++)
        assert_int_equal(mintu_level_parse(mintu_level_text((mintu_level)level)), level);
    assert_int_equal(mintu_level_parse("village"), MINTU_LEVEL_END);
    assert_string_equal(mintu_level_text(MINTU_LEVEL_END), "");
}

static void periods_begin_inclusive_and_end_exclusive(void **state)
{
    (void)state;
    assert_true(mintu_period_holds(20150209, 0, 20150209));
    assert_false(mintu_period_holds(20150209, 0, 20150208));
    assert_false(mintu_period_holds(0, 20150209, 20150209));
    assert_true(mintu_period_holds(0, 20150209, 20150208));
    assert_true(mintu_period_holds(0, 0, 1));
}

/* Replaces the line of 白石镇 (line 17) and expects the error there. */
static void refuses(world *w, const char *line, int column, const char *says)
{
    char text[4096], *at;
    snprintf(text, sizeof text, "%s", world_places);
    at = strstr(text, "990221001");
    snprintf(at, sizeof text - (size_t)(at - text), "%s\n", line);
    world_write(w, "places.csv", text);
    mintu_gazetteer_free(w->gazetteer);
    assert_int_equal(world_open(w), MINTU_STATUS_INPUT);
    assert_non_null(strstr(w->error.source, "places.csv"));
    assert_int_equal(w->error.line, 17);
    assert_int_equal(w->error.column, column);
    if (!strstr(w->error.text, says))
        fail_msg("\"%s\" does not say \"%s\"", w->error.text, says);
}

static void refuses_wrong_cells(void **state)
{
    world *w = *state;
    refuses(w, ",x,,township,town,990221,1,1,,,,,,", 1, "administrative code");
    refuses(w, "990221001,,,township,town,990221,1,1,,,,,,", 11, "official name");
    refuses(w, "990221001,x,,village,town,990221,1,1,,,,,,", 14, "province, prefecture, county or township");
    refuses(w, "990221001,x,,township,town,990999,1,1,,,,,,", 28, "higher level");
    refuses(w, "990221001,x,,township,town,990102001,1,1,,,,,,", 28, "higher level");
    refuses(w, "990221001,x,,township,town,990221,east,1,,,,,,", 35, "a number");
    refuses(w, "990221001,x,,township,town,990221,181,1,,,,,,", 35, "-180 to 180");
    refuses(w, "990221001,x,,township,town,990221,1,91,,,,,,", 37, "-90 to 90");
    refuses(w, "990221001,x,,township,town,990221,1,,,,,,,", 37, "both coordinates");
    refuses(w, "990221001,x,,township,town,990221,1,1,,,,,2015-2-9,", 43, "a date");
    refuses(w, "990221,x,,township,town,990221,1,1,,,,,,", 1, "no other line");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(reads_all_columns, world_set_up, world_tear_down),
        cmocka_unit_test(levels_have_texts),
        cmocka_unit_test(periods_begin_inclusive_and_end_exclusive),
        cmocka_unit_test_setup_teardown(refuses_wrong_cells, world_set_up, world_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
