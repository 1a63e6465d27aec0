/* Cross-tables: on random layers every total is the sum of its cells, and the distances are those of a plain double loop. */
#include <mintu/mintu.h>

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static unsigned seed = 5;
static unsigned chance(unsigned below)
{
    seed = seed * 1664525u + 1013904223u;
    return (seed >> 8) % below;
}

static mintu_context *context;
static mintu_error error;

static double number(const mintu_layer *layer, size_t row, const char *field)
{
    int at = mintu_layer_field_find(layer, field);
    assert_true(at >= 0);
    return mintu_layer_number(layer, row, (size_t)at);
}

/* Fields code, region, kind, mu; a tenth of mu is null. */
static mintu_layer *random_layer(size_t count)
{
    mintu_layer *layer;
    assert_int_equal(mintu_layer_new(context, "random", &error, &layer), MINTU_STATUS_OK);
    assert_int_equal(mintu_layer_field_add(layer, "code", MINTU_FIELD_TYPE_TEXT, &error), MINTU_STATUS_OK);
    assert_int_equal(mintu_layer_field_add(layer, "region", MINTU_FIELD_TYPE_TEXT, &error), MINTU_STATUS_OK);
    assert_int_equal(mintu_layer_field_add(layer, "kind", MINTU_FIELD_TYPE_TEXT, &error), MINTU_STATUS_OK);
    assert_int_equal(mintu_layer_field_add(layer, "mu", MINTU_FIELD_TYPE_INTEGER, &error), MINTU_STATUS_OK);
    for (size_t i = 0; i < count; i++) {
        static const char *const kinds[] = {"town", "", "total"};
        char text[32];
        assert_int_equal(mintu_layer_append(layer, &error), MINTU_STATUS_OK);
        snprintf(text, sizeof text, "%zu", i);
        mintu_layer_text_set(layer, i, 0, text, &error);
        snprintf(text, sizeof text, "r%u", chance(5));
        mintu_layer_text_set(layer, i, 1, text, &error);
        mintu_layer_text_set(layer, i, 2, kinds[chance(3)], &error);
        if (chance(10))
            mintu_layer_number_set(layer, i, 3, chance(1000), &error);
        mintu_layer_point_set(layer, i, 116 + chance(4000) / 1000.0, 24 + chance(4000) / 1000.0, &error);
    }
    return layer;
}

static void totals_are_sums(void **state)
{
    (void)state;
    size_t empties = 0;
    for (int round = 0; round < 60; round++) {
        size_t count = chance(50), missing = 0;
        double sum = 0, rows = 0, share = 0, features = 0;
        mintu_layer *layer = random_layer(count), *table;
        mintu_summary_query query = {.rows = "region", .columns = "kind", .measure = MINTU_SUMMARY_SUM, .field = "mu"};
        assert_int_equal(mintu_summary_make(context, layer, &query, &error, &table), MINTU_STATUS_OK);
        for (size_t i = 0; i < count; i++) {
            bool none = mintu_layer_is_null(layer, i, 3);
            missing += none;
            sum += none ? 0 : mintu_layer_number(layer, i, 3);
        }
        size_t last = mintu_layer_count(table) - 1, first = 1;
        size_t end = (size_t)mintu_layer_field_find(table, "total");
        assert_string_equal(mintu_layer_text(table, last, 0), "total");
        for (size_t row = 0; row <= last; row++) {
            double cells = 0;
            bool empty = number(table, row, "features") > 0 && number(table, row, "features") == number(table, row, "no_data");
            for (size_t field = first; field < end; field++)
                cells += mintu_layer_is_null(table, row, field) ? 0 : mintu_layer_number(table, row, field);
            assert_int_equal(mintu_layer_is_null(table, row, end), empty); /* no data is not zero */
            assert_true(empty || cells == number(table, row, "total"));
            empties += empty;
            rows += row < last && !empty ? number(table, row, "total") : 0;
            features += row < last ? number(table, row, "features") : 0;
            share += row < last && sum > 0 && !empty ? number(table, row, "share") : 0;
        }
        assert_true(rows == sum && (mintu_layer_is_null(table, last, end) || number(table, last, "total") == sum));
        assert_true(features == (double)count && number(table, last, "no_data") == (double)missing);
        assert_true(sum == 0 || fabs(share - 100) < 1e-9);
        mintu_layer_free(table);
        mintu_layer_free(layer);
    }
    assert_true(empties > 0);
}

static void a_column_named_total_keeps_apart(void **state)
{
    (void)state;
    mintu_layer *layer = random_layer(60), *table;
    mintu_summary_query query = {.rows = "region", .columns = "kind"};
    assert_int_equal(mintu_summary_make(context, layer, &query, &error, &table), MINTU_STATUS_OK);
    assert_true(mintu_layer_field_find(table, "total_") >= 0 && mintu_layer_field_find(table, "(none)") >= 0);
    assert_true(number(table, mintu_layer_count(table) - 1, "total") == 60);
    mintu_layer_free(table);
    mintu_layer_free(layer);
}

/* On one meridian neighbours are those next in latitude; a degree at the equator is 110.5744 km (WGS 84). */
static void neighbours_are_other_places(void **state)
{
    (void)state;
    static const double latitudes[] = {0, 1, 1, 3};
    static const char *const codes[] = {"a", "b", "b", "c"};
    mintu_layer *layer, *table;
    assert_int_equal(mintu_layer_new(context, "line", &error, &layer), MINTU_STATUS_OK);
    mintu_layer_field_add(layer, "code", MINTU_FIELD_TYPE_TEXT, &error);
    for (size_t i = 0; i < 4; i++) {
        mintu_layer_append(layer, &error);
        mintu_layer_text_set(layer, i, 0, codes[i], &error);
        mintu_layer_point_set(layer, i, 118, latitudes[i], &error);
    }
    assert_int_equal(mintu_summary_make(context, layer, &(mintu_summary_query){.rows = "code"}, &error, &table),
                     MINTU_STATUS_OK);
    assert_true(fabs(number(table, 0, "neighbour_km") - 110.5744) < 1e-3);
    assert_true(fabs(number(table, 1, "neighbour_km") - 110.5744) < 1e-3);
    assert_true(fabs(number(table, 2, "neighbour_km") - 221.15) < 0.1);
    assert_string_equal(mintu_layer_note(table, "places"), "3");
    mintu_layer_free(table);
    mintu_layer_free(layer);
}

/* Haversine on a sphere, within 0.7 % of the ellipsoid. */
static double sphere(const double *a, const double *b)
{
    const double degree = acos(-1.0) / 180;
    double lat = sin((b[1] - a[1]) * degree / 2), lon = sin((b[0] - a[0]) * degree / 2);
    return 2 * 6371.0088 * asin(sqrt(lat * lat + cos(a[1] * degree) * cos(b[1] * degree) * lon * lon));
}

static void neighbours_are_those_of_a_double_loop(void **state)
{
    (void)state;
    enum { COUNT = 300 };
    static double at[COUNT][2];
    mintu_layer *layer = random_layer(COUNT), *table;
    for (size_t i = 0; i < COUNT; i++) {
        bool found;
        assert_int_equal(mintu_layer_point(context, layer, i, at[i], &found, &error), MINTU_STATUS_OK);
    }
    assert_int_equal(mintu_summary_make(context, layer, &(mintu_summary_query){.rows = "code"}, &error, &table),
                     MINTU_STATUS_OK);
    for (size_t i = 0; i < COUNT; i++) {
        double least = INFINITY;
        for (size_t k = 0; k < COUNT; k++)
            least = k == i ? least : fmin(least, sphere(at[i], at[k]));
        assert_true(fabs(number(table, i, "neighbour_km") - least) <= 0.007 * least + 1e-6);
    }
    mintu_layer_free(table);
    mintu_layer_free(layer);
}

static void wrong_questions_are_refused(void **state)
{
    (void)state;
    mintu_layer *layer = random_layer(120), *table;
    const mintu_summary_query queries[] = {{.rows = "nothing"},
                                           {.rows = NULL},
                                           {.rows = "region", .columns = "nothing"},
                                           {.rows = "region", .columns = "code"},
                                           {.rows = "region", .measure = MINTU_SUMMARY_SUM},
                                           {.rows = "region", .measure = MINTU_SUMMARY_SUM, .field = "kind"},
                                           {.rows = "region", .measure = MINTU_SUMMARY_KM},
                                           {.rows = "region", .measure = MINTU_SUMMARY_END}};
    for (size_t i = 0; i < sizeof queries / sizeof queries[0]; i++) {
        assert_int_equal(mintu_summary_make(context, layer, &queries[i], &error, &table), MINTU_STATUS_USAGE);
        assert_null(table);
    }
    mintu_layer_free(layer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(totals_are_sums), cmocka_unit_test(a_column_named_total_keeps_apart),
                                       cmocka_unit_test(neighbours_are_other_places),
                                       cmocka_unit_test(neighbours_are_those_of_a_double_loop),
                                       cmocka_unit_test(wrong_questions_are_refused)};
    assert_int_equal(mintu_context_new(&error, &context), MINTU_STATUS_OK);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    mintu_context_free(context);
    return failed;
}
