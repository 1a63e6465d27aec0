#include "style/property_value.h"
#include "style/state.h"
#include "style/style_layer.h"
#include "test_style_helper.h"

static const char NAMES[] =
    "{\"version\":8,\"state\":{\"lang\":{\"default\":\"zh\"},\"size\":{\"default\":9}},\"sources\":{\"s\":{\"type\":"
    "\"geojson\","
    "\"data\":\"mintu:counties\"}},\"layers\":[{\"id\":\"a\",\"type\":\"symbol\",\"source\":\"s\",\"layout\":{\"text-field\":"
    "[\"case\",[\"==\",[\"global-state\",\"lang\"],\"en\"],[\"get\",\"name_en\"],[\"get\",\"name\"]],\"text-size\":"
    "[\"global-state\",\"size\"]}}]}";

/* The document's default, unless the scope has a value of its own; one document serves both. */
static void the_scope_goes_before_the_default(void **state)
{
    (void)state;
    mintu_style *style = parse_style(NAMES);
    const mintu_style_layer *layer = mintu_style_layer_at(style, 0);
    mintu_style_scope scope = {.properties = "{\"name\":\"水头镇\",\"name_en\":\"Shuitou\"}"};
    assert_string_equal(mintu_style_string(layer, MINTU_PROPERTY_TEXT_FIELD, &scope), "水头镇");
    scope.state = "{\"lang\":\"en\"}";
    assert_string_equal(mintu_style_string(layer, MINTU_PROPERTY_TEXT_FIELD, &scope), "Shuitou");
    assert_true(mintu_style_number(layer, MINTU_PROPERTY_TEXT_SIZE, &scope) == 9);
    scope.state = "{\"lang\":\"zh\",\"size\":12}";
    assert_string_equal(mintu_style_string(layer, MINTU_PROPERTY_TEXT_FIELD, &scope), "水头镇");
    assert_true(mintu_style_number(layer, MINTU_PROPERTY_TEXT_SIZE, &scope) == 12);
    assert_true(is_constant(layer, MINTU_PROPERTY_TEXT_SIZE));
    mintu_style_scope_free(&scope);
    assert_string_equal(mintu_style_state_text(style, "lang"), "zh");
    assert_null(mintu_style_state_text(style, "size"));
    assert_null(mintu_style_state_text(style, "other"));
    mintu_style_free(style);
}

#define WITH_STATE(json) "{\"version\":8,\"state\":" json ",\"sources\":{},\"layers\":[]}"

static void what_is_not_declared_is_null(void **state)
{
    (void)state;
    mintu_style *style =
        parse_layer("symbol", "\"layout\":{\"text-field\":[\"coalesce\",[\"global-state\",\"lang\"],\"none\"]}");
    mintu_style_scope scope = {0};
    assert_string_equal(mintu_style_string(mintu_style_layer_at(style, 0), MINTU_PROPERTY_TEXT_FIELD, &scope), "none");
    mintu_style_scope_free(&scope);
    mintu_style_free(style);
    mintu_style_free(parse_style(WITH_STATE("{\"lang\":{}}")));
    mintu_style_free(parse_style(WITH_STATE("{\"lang\":\"zh\"}")));
}

static void visibility_is_by_the_scope(void **state)
{
    (void)state;
    mintu_style *style =
        parse_style("{\"version\":8,\"sources\":{},\"layers\":[{\"id\":\"b\",\"type\":\"background\",\"layout\":{"
                    "\"visibility\":[\"coalesce\",[\"global-state\",\"gone\"],\"none\"]}}]}");
    mintu_style_scope scope = {0};
    assert_false(mintu_style_layer_shown(mintu_style_layer_at(style, 0), &scope));
    scope.state = "{\"gone\":\"visible\"}";
    assert_true(mintu_style_layer_shown(mintu_style_layer_at(style, 0), &scope));
    mintu_style_scope_free(&scope);
    mintu_style_free(style);
    expect_layer_failure("line", "\"layout\":{\"visibility\":[\"get\",\"v\"]}", MINTU_STATUS_INPUT,
                         "/layers/0/layout/visibility", "cannot depend on the feature");
}

static void a_state_is_an_object_with_a_default(void **state)
{
    (void)state;
    expect_failure(WITH_STATE("5"), MINTU_STATUS_INPUT, "/state", "object");
    expect_failure(WITH_STATE("{\"lang\":{\"default\":1,\"x\":1}}"), MINTU_STATUS_UNSUPPORTED, "/state/lang/x",
                   "not supported");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_scope_goes_before_the_default), cmocka_unit_test(what_is_not_declared_is_null),
        cmocka_unit_test(visibility_is_by_the_scope), cmocka_unit_test(a_state_is_an_object_with_a_default)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
