#include "test_gazetteer_package.h"

#include "geocode/match.h"

/* Answers to names that are given together, joined by blanks: codes, with a + when the others decided; ? and - for the rest. */
static void together(world *w, const mintu_geocode_options *options, const char *const *names, const char *expected)
{
    mintu_geocoder *geocoder;
    mintu_layer *layer;
    size_t count = 0;
    char shown[512] = "";
    while (names[count])
        count++;
    assert_int_equal(mintu_geocoder_new(w->gazetteer, options, &w->error, &geocoder), MINTU_STATUS_OK);
    assert_int_equal(mintu_geocoder_layer(w->context, geocoder, names, count, &w->error, &layer), MINTU_STATUS_OK);
    for (size_t row = 0; row < count; row++) {
        const char *status = world_text(layer, row, "status");
        strcat(shown, row ? " " : "");
        strcat(shown, strcmp(status, "matched") == 0     ? world_text(layer, row, "code")
                      : strcmp(status, "ambiguous") == 0 ? "?"
                                                         : "-");
        strcat(shown, strstr(world_text(layer, row, "match"), "+context") ? "+" : "");
    }
    if (strcmp(shown, expected) != 0)
        fail_msg("\"%s\", expected \"%s\"", shown, expected);
    mintu_layer_free(layer);
    mintu_geocoder_free(geocoder);
}

static void two_places_of_a_county_decide(void **state)
{
    world *w = *state;
    mintu_geocode_options options;
    options = (mintu_geocode_options){0};
    static const char *const names[] = {"龙门", "龙江县", "龙江县龙门", NULL};
    together(w, &options, names, "? 990103 990103001");
    options.context = true;
    together(w, &options, names, "990103001+ 990103 990103001");
    static const char *const one[] = {"龙门", "龙江县", "龙江县", NULL}; /* the same place twice is one */
    together(w, &options, one, "? 990103 990103");
    static const char *const both[] = {"龙门", "龙江县", "龙江县龙门", "甲州东城区", NULL};
    together(w, &options, both, "? 990103 990103001 990102"); /* 2 against 1 */
    static const char *const other[] = {"龙门", "白石县", "太山镇", NULL};
    together(w, &options, other, "? 990221 990221003");
}

static void three_places_of_a_prefecture_decide(void **state)
{
    world *w = *state;
    mintu_geocode_options options;
    options = (mintu_geocode_options){0};
    options.context = true;
    static const char *const names[] = {"和平", "白石县", "太山镇", "石圳", NULL};
    together(w, &options, names, "990202001+ 990221 990221003 990221002");
    static const char *const fewer[] = {"和平", "白石县", "太山镇", NULL};
    together(w, &options, fewer, "? 990221 990221003");
}

static void what_is_not_certain_has_no_vote(void **state)
{
    world *w = *state;
    mintu_geocode_options options;
    options = (mintu_geocode_options){0};
    options.context = true;
    static const char *const fuzzy[] = {"龙门", "甲州隆江县", "龙江县", NULL};
    together(w, &options, fuzzy, "? 990103 990103");
    options.rosters = WORLD_CITIES; /* it decides where the others do not, and casts no votes */
    static const char *const roster[] = {"龙门", "龙门", "龙江县", NULL};
    together(w, &options, roster, "990102001 990102001 990103");
    static const char *const before[] = {"龙门", "龙江县", "龙江县龙门", NULL};
    together(w, &options, before, "990103001+ 990103 990103001"); /* before the roster */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(two_places_of_a_county_decide, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(three_places_of_a_prefecture_decide, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(what_is_not_certain_has_no_vote, world_set_up, world_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
