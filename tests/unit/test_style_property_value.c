/* Styles on features: filters, fields, legends, and how fast it goes. */
#define _POSIX_C_SOURCE 200809L
#include "style/legend_rule.h"
#include "style/property_value.h"
#include "style/style_layer.h"
#include "test_style_helper.h"

#include <time.h>

static mintu_context *context;

static int set_up(void **state)
{
    (void)state;
    return mintu_context_new(NULL, &context) == MINTU_STATUS_OK ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    mintu_context_free(context);
    return 0;
}

/* Rows with name t<i>, pop i, kind town or city by turns; every fifth has no kind. */
static mintu_layer *make_layer(size_t rows)
{
    mintu_layer *layer = NULL;
    char name[32];
    assert_int_equal(mintu_layer_new(context, "places", NULL, &layer), MINTU_STATUS_OK);
    assert_int_equal(mintu_layer_field_add(layer, "name", MINTU_FIELD_TYPE_TEXT, NULL), MINTU_STATUS_OK);
    assert_int_equal(mintu_layer_field_add(layer, "pop", MINTU_FIELD_TYPE_REAL, NULL), MINTU_STATUS_OK);
    assert_int_equal(mintu_layer_field_add(layer, "kind", MINTU_FIELD_TYPE_TEXT, NULL), MINTU_STATUS_OK);
    for (size_t i = 0; i < rows; i++) {
        snprintf(name, sizeof name, "t%zu", i);
        mintu_layer_append(layer, NULL);
        mintu_layer_point_set(layer, i, 118, 26, NULL);
        mintu_layer_text_set(layer, i, 0, name, NULL);
        mintu_layer_number_set(layer, i, 1, (double)i, NULL);
        if (i % 5)
            mintu_layer_text_set(layer, i, 2, i % 2 ? "town" : "city", NULL);
    }
    return layer;
}

static void test_rows(void **state)
{
    (void)state;
    mintu_layer *features = make_layer(10);
    mintu_style *style = parse_layer(
        "symbol", "\"filter\":[\"all\",[\"==\",[\"geometry-type\"],\"Point\"],[\"has\",\"kind\"]],\"layout\":{\"text-field\":"
                  "[\"concat\",[\"get\",\"name\"],\"/\",[\"get\",\"pop\"]],\"text-size\":[\"+\",1,[\"get\",\"pop\"]]}");
    const mintu_style_layer *layer = mintu_style_layer_at(style, 0);
    mintu_style_scope scope = {.layer = features, .row = 0};
    assert_false(mintu_style_layer_accepts(layer, &scope));
    for (scope.row = 1; scope.row < 5; scope.row++)
        assert_true(mintu_style_layer_accepts(layer, &scope));
    scope.row = 7;
    assert_string_equal(mintu_style_string(layer, MINTU_PROPERTY_TEXT_FIELD, &scope), "t7/7");
    assert_true(mintu_style_number(layer, MINTU_PROPERTY_TEXT_SIZE, &scope) == 8);
    mintu_style_scope_clear(&scope);
    mintu_style_scope_free(&scope);
    mintu_style_free(style);
    mintu_layer_free(features);
}

static void sides_are(const char *value, double top, double right, double bottom, double left)
{
    char text[300];
    double sides[4];
    mintu_style_scope scope = {.zoom = 8};
    snprintf(text, sizeof text, "\"layout\":{\"icon-padding\":%s}", value);
    mintu_style *style = parse_layer("symbol", text);
    mintu_style_sides(mintu_style_layer_at(style, 0), MINTU_PROPERTY_ICON_PADDING, &scope, sides);
    assert_true(sides[0] == top && sides[1] == right && sides[2] == bottom && sides[3] == left);
    mintu_style_scope_free(&scope);
    mintu_style_free(style);
}

static void test_sides(void **state)
{
    (void)state;
    sides_are("5", 5, 5, 5, 5);
    sides_are("[5]", 5, 5, 5, 5);
    sides_are("[1,2]", 1, 2, 1, 2);
    sides_are("[1,2,3]", 1, 2, 3, 2);
    sides_are("[1,2,3,4]", 1, 2, 3, 4);
    sides_are("[\"literal\",[1,2,3,4]]", 1, 2, 3, 4);
    sides_are("[\"step\",[\"zoom\"],1,4,7]", 7, 7, 7, 7);
    sides_are("[\"get\",\"none\"]", 2, 2, 2, 2); /* the default where an expression gives nothing */
}

static void test_anchored(void **state)
{
    (void)state;
    mintu_anchored out[9];
    mintu_style_scope scope = {.zoom = 8};
    mintu_style *style =
        parse_layer("symbol", "\"layout\":{\"text-variable-anchor-offset\":[\"top\",[0,4],\"bottom-left\",[3,-2.5]]}");
    size_t count =
        mintu_style_anchored(mintu_style_layer_at(style, 0), MINTU_PROPERTY_TEXT_VARIABLE_ANCHOR_OFFSET, &scope, out, 9);
    assert_int_equal(count, 2);
    assert_string_equal(out[1].anchor, "bottom-left");
    assert_true(out[0].offset[1] == 4 && out[1].offset[0] == 3 && out[1].offset[1] == -2.5);
    mintu_style_scope_free(&scope);
    mintu_style_free(style);
}

/* Two layers with their fields in another order, seen through the same scope. */
static void test_field_order(void **state)
{
    (void)state;
    mintu_layer *first = make_layer(1), *second = NULL;
    mintu_layer_new(context, "other", NULL, &second);
    mintu_layer_field_add(second, "pop", MINTU_FIELD_TYPE_INTEGER, NULL);
    mintu_layer_field_add(second, "name", MINTU_FIELD_TYPE_TEXT, NULL);
    mintu_layer_append(second, NULL);
    mintu_layer_text_set(second, 0, 1, "other", NULL);
    mintu_style *style = parse_layer("symbol", "\"layout\":{\"text-field\":[\"get\",\"name\"]}");
    const mintu_style_layer *layer = mintu_style_layer_at(style, 0);
    mintu_style_scope scope = {.layer = first};
    assert_string_equal(mintu_style_string(layer, MINTU_PROPERTY_TEXT_FIELD, &scope), "t0");
    scope.layer = second;
    assert_string_equal(mintu_style_string(layer, MINTU_PROPERTY_TEXT_FIELD, &scope), "other");
    scope.layer = first;
    assert_string_equal(mintu_style_string(layer, MINTU_PROPERTY_TEXT_FIELD, &scope), "t0");
    mintu_style_scope_free(&scope);
    mintu_style_free(style);
    mintu_layer_free(first);
    mintu_layer_free(second);
}

static const char LEGEND[] = "\"paint\":{\"fill-color\":[\"match\",[\"get\",\"kind\"],\"town\",\"#ff0000\",\"#0000ff\"]},"
                             "\"metadata\":{\"mintu:required\":true,\"mintu:legend\":{\"label\":\"类别\",\"entries\":["
                             "{\"label\":{\"zh\":\"镇\",\"en\":\"Towns ({count})\"},\"properties\":{\"kind\":\"town\"}},"
                             "{\"label\":\"城\",\"properties\":{\"kind\":\"city\",\"pop\":2}},"
                             "{\"label\":\"其他\",\"properties\":{\"kind\":null}}]}}";

static void test_legend(void **state)
{
    (void)state;
    mintu_layer *features = make_layer(6);
    mintu_style *style = parse_layer("fill", LEGEND);
    const mintu_style_layer *layer = mintu_style_layer_at(style, 0);
    assert_int_equal(mintu_style_legend_count(layer), 3);
    assert_true(mintu_style_layer_required(layer));
    assert_string_equal(mintu_style_legend_label(layer, "en"), "类别");
    assert_string_equal(mintu_style_legend_entry(layer, 0, "zh").label, "镇");
    assert_string_equal(mintu_style_legend_entry(layer, 0, "en").label, "Towns ({count})");
    assert_string_equal(mintu_style_legend_entry(layer, 1, "en").label, "城");
    mintu_style_scope scope = {.properties = mintu_style_legend_entry(layer, 0, "zh").properties};
    assert_true(mintu_style_color(layer, MINTU_PROPERTY_FILL_COLOR, &scope).red == 1);
    scope.properties = mintu_style_legend_entry(layer, 1, "zh").properties;
    assert_true(mintu_style_color(layer, MINTU_PROPERTY_FILL_COLOR, &scope).blue == 1);
    const bool covered[3][6] = {{0, 1, 0, 1, 0, 0}, {0, 0, 1, 0, 0, 0}, {1, 0, 0, 0, 0, 1}};
    for (size_t entry = 0; entry < 3; entry++)
        for (size_t row = 0; row < 6; row++)
            assert_int_equal(mintu_style_legend_covers(layer, entry, features, row), covered[entry][row]);
    mintu_style_scope_free(&scope);
    mintu_style_free(style);
    mintu_layer_free(features);
}

static void test_legend_refusals(void **state)
{
    (void)state;
    const mintu_status no = MINTU_STATUS_UNSUPPORTED, bad = MINTU_STATUS_INPUT;
    expect_layer_failure("fill", "\"metadata\":{\"mintu:legnd\":{}}", no, "/layers/0/metadata/mintu:legnd",
                         "did you mean \"mintu:legend\"");
    expect_layer_failure("fill", "\"metadata\":{\"mintu:legend\":{\"labl\":\"x\"}}", no, "/mintu:legend/labl",
                         "did you mean \"label\"");
    expect_layer_failure("fill", "\"metadata\":{\"mintu:legend\":{\"entries\":[{\"label\":\"a\"},{\"properties\":{}}]}}", bad,
                         "/mintu:legend/entries/1", "no \"label\"");
    expect_layer_failure("fill", "\"metadata\":{\"mintu:legend\":{\"label\":{\"fr\":\"x\"}}}", no, "/mintu:legend/label/fr",
                         "fr");
    expect_layer_failure("fill", "\"metadata\":{\"mintu:legend\":{}}", bad, "/mintu:legend", "neither");
    expect_layer_failure("fill", "\"metadata\":{\"mintu:required\":1}", bad, "mintu:required", "boolean");
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

/* 1,000 features with 10 properties that depend on them; a machine ten times slower than today's must still pass. */
static void test_speed(void **state)
{
    (void)state;
    mintu_layer *features = make_layer(1000);
    mintu_style *style = parse_layer(
        "circle",
        "\"filter\":[\"in\",[\"get\",\"kind\"],[\"literal\",[\"town\",\"city\"]]],\"paint\":{\"circle-color\":[\"match\","
        "[\"get\",\"kind\"],\"town\",\"red\",\"city\",\"blue\",\"black\"],\"circle-radius\":[\"interpolate\",[\"linear\"],"
        "[\"get\",\"pop\"],0,1,1000,9]}");
    const mintu_style_layer *layer = mintu_style_layer_at(style, 0);
    mintu_style_scope scope = {.layer = features};
    double start = now(), sum = 0;
    for (int round = 0; round < 5; round++)
        for (scope.row = 0; scope.row < 1000; scope.row++) {
            sum += mintu_style_number(layer, MINTU_PROPERTY_CIRCLE_RADIUS, &scope);
            sum += mintu_style_color(layer, MINTU_PROPERTY_CIRCLE_COLOR, &scope).red;
            mintu_style_scope_clear(&scope);
        }
    double spent = now() - start;
    print_message("10,000 values in %.2f ms\n", 1e3 * spent);
    assert_true(sum > 20000);
    assert_true(spent < 0.1);
    mintu_style_scope_free(&scope);
    mintu_style_free(style);
    mintu_layer_free(features);
}

static void test_a_run_has_a_limit_of_steps(void **state)
{
    (void)state;
    mintu_style_run run = {.steps = 1000000000};
    const mintu_style style = {.run = &run, .file = "a.json"};
    mintu_error error = {0};
    assert_int_equal(mintu_style_run_end(&style, &error), MINTU_STATUS_OK);
    run.steps++;
    assert_int_equal(mintu_style_run_end(&style, &error), MINTU_STATUS_INPUT);
    assert_non_null(strstr(error.text, "1000000000 steps"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows),   cmocka_unit_test(test_field_order),
        cmocka_unit_test(test_sides),  cmocka_unit_test(test_anchored),
        cmocka_unit_test(test_legend), cmocka_unit_test(test_legend_refusals),
        cmocka_unit_test(test_speed),  cmocka_unit_test(test_a_run_has_a_limit_of_steps),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
