#define _POSIX_C_SOURCE 200809L
#include <mintu/catalogue.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static mintu_context *context;
static mintu_gazetteer *gazetteer;
static mintu_error problem;

static int set_up(void **state)
{
    (void)state;
    return mintu_context_new(&problem, &context) ||
           mintu_gazetteer_open(context, getenv("MINTU_GEODATA"), &problem, &gazetteer);
}

static int tear_down(void **state)
{
    (void)state;
    mintu_gazetteer_free(gazetteer);
    mintu_context_free(context);
    return 0;
}

/* Layers of progress need a table of reports. */
static const char *write_reports(void)
{
    static char path[64];
    snprintf(path, sizeof path, "reports-%ld.csv", (long)getpid());
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs("task,state\n6,done\n", file);
    assert_int_equal(fclose(file), 0);
    return path;
}

static void every_name_is_a_layer(void **state)
{
    (void)state;
    const mintu_catalogue_options given = {.progress = write_reports(), .on = 20150101};
    size_t count = mintu_catalogue_count(gazetteer);
    assert_true(count > mintu_gazetteer_layer_count(gazetteer));
    for (size_t i = 0; i < count; i++) {
        mintu_layer *layer = NULL;
        const char *name = mintu_catalogue_name(gazetteer, i);
        assert_true(name[0] && mintu_catalogue_title(gazetteer, i)[0]);
        for (size_t k = 0; k < i; k++)
            assert_string_not_equal(name, mintu_catalogue_name(gazetteer, k));
        bool progress = strncmp(name, "progress-", 9) == 0;
        if (progress)
            assert_int_equal(mintu_catalogue_layer(context, gazetteer, name, NULL, &problem, &layer), MINTU_STATUS_USAGE);
        if (mintu_catalogue_layer(context, gazetteer, name, progress ? &given : NULL, &problem, &layer) != MINTU_STATUS_OK)
            fail_msg("%s: %s", name, problem.text);
        if (mintu_layer_field_count(layer) + mintu_layer_count(layer) == 0)
            fail_msg("%s", name);
        mintu_layer_free(layer);
    }
    unlink(given.progress);
    assert_null(mintu_catalogue_name(gazetteer, count));
    assert_null(mintu_catalogue_title(gazetteer, count));
}

static void unknown_names_are_usage(void **state)
{
    (void)state;
    mintu_layer *layer = (mintu_layer *)1;
    assert_int_equal(mintu_catalogue_layer(context, gazetteer, "nothing", NULL, &problem, &layer), MINTU_STATUS_USAGE);
    assert_null(layer);
}

static void options_choose(void **state)
{
    (void)state;
    mintu_layer *all, *one;
    const mintu_catalogue_options options = {.agency = "省住建厅"};
    assert_int_equal(mintu_catalogue_layer(context, gazetteer, "join", NULL, &problem, &all), MINTU_STATUS_OK);
    assert_int_equal(mintu_catalogue_layer(context, gazetteer, "join", &options, &problem, &one), MINTU_STATUS_OK);
    assert_true(mintu_layer_count(one) > 0 && mintu_layer_count(one) < mintu_layer_count(all));
    mintu_layer_free(all);
    mintu_layer_free(one);
}

static void fields_have_types_and_units(void **state)
{
    (void)state;
    mintu_layer *layer, *fields;
    assert_int_equal(mintu_catalogue_layer(context, gazetteer, "greenway-connectors", NULL, &problem, &layer), MINTU_STATUS_OK);
    assert_int_equal(mintu_catalogue_fields(context, layer, &problem, &fields), MINTU_STATUS_OK);
    assert_int_equal(mintu_layer_count(fields), mintu_layer_field_count(layer));
    size_t length = (size_t)mintu_layer_field_find(layer, "length_m"), line = (size_t)mintu_layer_field_find(layer, "line");
    assert_string_equal(mintu_layer_text(fields, length, 0), "length_m");
    assert_string_equal(mintu_layer_text(fields, length, 1), "real");
    assert_string_equal(mintu_layer_text(fields, length, 2), "m");
    assert_string_equal(mintu_layer_text(fields, line, 1), "text");
    assert_string_equal(mintu_layer_text(fields, line, 2), "");
    mintu_layer_free(fields);
    mintu_layer_free(layer);
}

static void greenways_have_an_input(void **state)
{
    (void)state;
    mintu_greenway_input *input;
    mintu_greenway_query query = {.places = "pilots"};
    assert_int_equal(mintu_greenway_input_new(context, gazetteer, &query, &problem, &input), MINTU_STATUS_OK);
    const mintu_greenway_options *options = mintu_greenway_input_options(input);
    assert_true(mintu_layer_count(options->places) > 0 && mintu_layer_count(options->lines) > 0 && options->land);
    assert_null(options->barriers);
    assert_int_equal(options->as_of, mintu_gazetteer_as_of(gazetteer));
    mintu_greenway_input_free(input);
    query.places = "/no/such/file.geojson";
    assert_int_equal(mintu_greenway_input_new(context, gazetteer, &query, &problem, &input), MINTU_STATUS_INPUT);
    assert_null(input);
    mintu_greenway_input_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_name_is_a_layer), cmocka_unit_test(unknown_names_are_usage),
                                       cmocka_unit_test(options_choose), cmocka_unit_test(fields_have_types_and_units),
                                       cmocka_unit_test(greenways_have_an_input)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
