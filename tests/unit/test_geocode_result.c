#include "test_gazetteer_package.h"

#include "format/csv_field.h"
#include "geocode/result.h"

#include <math.h>

static void fields_of_csv_are_quoted(void **state)
{
    (void)state;
    static const char *const cases[][2] = {{"a", "a"},           {"", ""},          {"a,b", "\"a,b\""}, {"a\"b", "\"a\"\"b\""},
                                           {"a\nb", "\"a\nb\""}, {"\"", "\"\"\"\""}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        mintu_buffer line = {0};
        mintu_buffer_text(&line, "");
        mintu_csv_field(cases[i][0], &line);
        assert_string_equal(line.data, cases[i][1]);
        mintu_buffer_free(&line);
    }
}

static void names_of_both_times_are_told_when_asked_for(void **state)
{
    world *w = *state;
    mintu_geocode_options options;
    mintu_geocoder *geocoder;
    mintu_layer *layer;
    static const char *const names[] = {"龙江区", "龙门"};
    options = (mintu_geocode_options){0};
    options.both_names = true;
    assert_int_equal(mintu_geocoder_new(w->gazetteer, &options, &w->error, &geocoder), MINTU_STATUS_OK);
    assert_int_equal(mintu_result_count(geocoder), MINTU_RESULTS_BOTH);
    assert_int_equal(mintu_geocoder_layer(w->context, geocoder, names, 2, &w->error, &layer), MINTU_STATUS_OK);
    assert_string_equal(world_text(layer, 0, "name"), "龙江县");
    assert_string_equal(world_text(layer, 0, "name_now"), "龙江区");
    assert_string_equal(world_text(layer, 0, "code"), "990103");
    assert_string_equal(world_text(layer, 0, "code_then"), "990121");
    assert_string_equal(world_text(layer, 1, "name_now"), "");
    mintu_layer_free(layer);
    mintu_geocoder_free(geocoder);
}

static void lines_and_rows_say_the_same(void **state)
{
    world *w = *state;
    mintu_geocoder *geocoder;
    mintu_match match;
    mintu_buffer line = {0};
    assert_int_equal(mintu_geocoder_new(w->gazetteer, NULL, &w->error, &geocoder), MINTU_STATUS_OK);
    assert_int_equal(mintu_geocoder_match(geocoder, "东城龙门", &w->error, &match), MINTU_STATUS_OK);
    match.context = true;
    assert_int_equal(mintu_result_write(geocoder, "a\xFF", &match, &w->error, &line), MINTU_STATUS_OK);
    assert_string_equal(line.data,
                        ",a\xEF\xBF\xBD,matched,龙门镇,township,990102001,东城区,甲州市,110.4,20.4,town,short+context,0.9,,");
    mintu_buffer_free(&line);
    mintu_geocoder_free(geocoder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields_of_csv_are_quoted),
        cmocka_unit_test_setup_teardown(names_of_both_times_are_told_when_asked_for, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(lines_and_rows_say_the_same, world_set_up, world_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
