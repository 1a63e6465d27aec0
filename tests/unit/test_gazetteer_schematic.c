#include "test_gazetteer_package.h"

#include "gazetteer/schematic.h"
#include "geometry/locator.h"
#include "geometry/polygon.h"

#include <math.h>

static const mintu_layer *make(world *w, int date)
{
    const mintu_layer *layer;
    mintu_units_query query = {"counties", MINTU_LEVEL_COUNTY, date};
    if (mintu_schematic_polygons(w->context, w->gazetteer, &query, &w->error, &layer) != MINTU_STATUS_OK)
        fail_msg("%s", w->error.text);
    return layer;
}

static void covers_the_outline_once(void **state)
{
    world *w = *state;
    const mintu_layer *layer = make(w, 20141101);
    double sum = 0;
    for (size_t row = 0; row < mintu_layer_count(layer); row++)
        sum += world_area(layer, row);
    assert_int_equal(mintu_layer_count(layer), 6);
    assert_true(fabs(sum - 6) < 1e-6);
    assert_non_null(mintu_layer_note(layer, "schematic"));
}

static void every_town_lies_in_its_county(void **state)
{
    world *w = *state;
    const mintu_layer *layer = make(w, 20230101);
    mintu_locator *locator;
    assert_int_equal(mintu_layer_count(layer), 5);
    assert_int_equal(mintu_locator_new(w->context, layer, &w->error, &locator), MINTU_STATUS_OK);
    for (size_t i = 0; i < mintu_gazetteer_count(w->gazetteer); i++) {
        const mintu_place *place = mintu_gazetteer_place(w->gazetteer, i);
        long row;
        if (place->level != MINTU_LEVEL_TOWNSHIP || strcmp(place->precision, "town") != 0)
            continue;
        assert_int_equal(mintu_locator_find(locator, place->lon, place->lat, &row, &w->error), MINTU_STATUS_OK);
        assert_true(row >= 0);
        assert_string_equal(world_text(layer, (size_t)row, "code"), place->parent);
    }
    mintu_locator_free(locator);
}

static void hear(const char *text, void *user)
{
    snprintf(user, 256, "%s", text);
}

/* 白石县 loses its towns' points, and its seat moves to a town of another county. */
static void says_which_county_has_no_point(void **state)
{
    world *w = *state;
    char places[4096], heard[256] = "", *at;
    snprintf(places, sizeof places, "%s", world_places);
    while ((at = strstr(places, "112.5,21.5")))
        memcpy(at, "112.4,20.6", 10);
    for (at = places; (at = strstr(at, ",990221,")) != NULL; at++)
        if (strstr(at, "town,attested"))
            memcpy(strstr(at, "town,attested"), "seat", 4);
    world_write(w, "places.csv", places);
    mintu_gazetteer_free(w->gazetteer);
    assert_int_equal(world_open(w), MINTU_STATUS_OK);
    mintu_context_notice_set(w->context, hear, heard);
    const mintu_layer *layer = make(w, 20230101);
    assert_int_equal(mintu_layer_count(layer), 4);
    assert_non_null(strstr(heard, "白石县"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(covers_the_outline_once, world_set_up_base, world_tear_down),
        cmocka_unit_test_setup_teardown(every_town_lies_in_its_county, world_set_up_base, world_tear_down),
        cmocka_unit_test_setup_teardown(says_which_county_has_no_point, world_set_up_base, world_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
