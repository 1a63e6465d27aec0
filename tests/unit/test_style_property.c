/* Defaults, ranges, what an evaluation error gives, and what is refused in layout and paint. */
#define _POSIX_C_SOURCE 200809L
#include "style/property.h"
#include "style/property_name.h"
#include "style/property_value.h"
#include "style/spec_table.h"
#include "style/style_layer.h"
#include "test_style_helper.h"

static void test_table(void **state)
{
    (void)state;
    for (int i = 0; i < MINTU_PROPERTY_END; i++) {
        const mintu_property_spec *spec = mintu_property_spec_of((mintu_property)i);
        assert_non_null(spec->name);
        assert_true(spec->least <= spec->most);
        assert_int_equal(mintu_property_find(spec->name, spec->layer, spec->layout), i);
        const char *type = mintu_layer_type_text(spec->layer);
        char group[32];
        snprintf(group, sizeof group, "%s_%s", spec->layout ? "layout" : "paint", type);
        const mintu_spec *row = mintu_spec_find(mintu_spec_rows(group), spec->name);
        assert_non_null(row);
        /* Print may have less than the specification, never more. */
        assert_true(!(spec->flags & MINTU_PROPERTY_DATA) || (row->flags & MINTU_SPEC_DATA));
        assert_true(!(spec->flags & MINTU_PROPERTY_MIXED) || (row->flags & MINTU_SPEC_MIXED));
        /* Anchors with offsets are those of text-anchor, which the specification does not name again. */
        for (size_t k = 0; spec->kind != MINTU_PROPERTY_KIND_ANCHORED && spec->values && spec->values[k]; k++)
            assert_true(mintu_spec_lists(row->values, spec->values[k]));
        assert_true(spec->kind != MINTU_PROPERTY_KIND_ENUM || mintu_property_takes(spec, spec->texts[0]));
    }
}

static void test_defaults(void **state)
{
    (void)state;
    mintu_style *style = parse_layer("symbol", "");
    const mintu_style_layer *layer = mintu_style_layer_at(style, 0);
    mintu_style_scope scope = {0};
    const char *fonts[4];
    double offset[4] = {9, 9, 9, 9};
    assert_true(mintu_style_number(layer, MINTU_PROPERTY_TEXT_SIZE, &scope) == 16);
    assert_true(mintu_style_number(layer, MINTU_PROPERTY_TEXT_LINE_HEIGHT, &scope) == 1.2);
    assert_string_equal(mintu_style_string(layer, MINTU_PROPERTY_TEXT_ANCHOR, &scope), "center");
    assert_string_equal(mintu_style_string(layer, MINTU_PROPERTY_TEXT_FIELD, &scope), "");
    assert_int_equal(mintu_style_strings(layer, MINTU_PROPERTY_TEXT_FONT, &scope, fonts, 4), 2);
    assert_string_equal(fonts[0], "Open Sans Regular");
    assert_int_equal(mintu_style_strings(layer, MINTU_PROPERTY_TEXT_VARIABLE_ANCHOR, &scope, fonts, 4), 0);
    assert_int_equal(mintu_style_numbers(layer, MINTU_PROPERTY_TEXT_OFFSET, &scope, offset, 4), 2);
    assert_true(offset[0] == 0 && offset[1] == 0 && offset[2] == 9);
    assert_false(mintu_style_boolean(layer, MINTU_PROPERTY_TEXT_ALLOW_OVERLAP, &scope));
    assert_false(mintu_style_is_set(layer, MINTU_PROPERTY_SYMBOL_SORT_KEY));
    assert_true(is_constant(layer, MINTU_PROPERTY_TEXT_SIZE));
    assert_true(mintu_style_color(layer, MINTU_PROPERTY_TEXT_HALO_COLOR, &scope).alpha == 0);
    mintu_style_scope_free(&scope);
    mintu_style_free(style);
}

static void test_outline(void **state)
{
    (void)state;
    mintu_style *style = parse_layer("fill", "\"paint\":{\"fill-color\":[\"get\",\"c\"]}");
    const mintu_style_layer *layer = mintu_style_layer_at(style, 0);
    mintu_style_scope scope = {.properties = "{\"c\":\"#ff0000\"}"};
    assert_false(is_constant(layer, MINTU_PROPERTY_FILL_OUTLINE_COLOR));
    assert_true(mintu_style_color(layer, MINTU_PROPERTY_FILL_OUTLINE_COLOR, &scope).red == 1);
    assert_true(mintu_style_boolean(layer, MINTU_PROPERTY_FILL_ANTIALIAS, &scope));
    mintu_style_scope_free(&scope);
    mintu_style_free(style);
}

/* An evaluation error, a word that is none of the values and a number that is none give the default; a number out of range is
 * brought into it. */
static void test_evaluation_error(void **state)
{
    (void)state;
    mintu_style *style = parse_layer("symbol", "\"layout\":{\"text-size\":[\"get\",\"n\"],\"text-anchor\":[\"get\",\"s\"],"
                                               "\"text-field\":[\"get\",\"s\"],\"text-offset\":[\"get\",\"a\"]},"
                                               "\"paint\":{\"text-opacity\":[\"/\",[\"get\",\"n\"],[\"get\",\"zero\"]],"
                                               "\"text-halo-width\":[\"get\",\"n\"]}");
    const mintu_style_layer *layer = mintu_style_layer_at(style, 0);
    mintu_style_scope scope = {.properties = "{\"n\":-3,\"s\":\"left\",\"a\":[1,2],\"zero\":0}"};
    double offset[2];
    assert_true(mintu_style_number(layer, MINTU_PROPERTY_TEXT_SIZE, &scope) == 0);
    assert_true(mintu_style_number(layer, MINTU_PROPERTY_TEXT_OPACITY, &scope) == 1);
    assert_string_equal(mintu_style_string(layer, MINTU_PROPERTY_TEXT_ANCHOR, &scope), "left");
    assert_int_equal(mintu_style_numbers(layer, MINTU_PROPERTY_TEXT_OFFSET, &scope, offset, 2), 2);
    assert_true(offset[0] == 1 && offset[1] == 2);
    scope.properties = "{\"n\":\"big\",\"s\":\"aside\",\"a\":[1,2,3]}";
    assert_true(mintu_style_number(layer, MINTU_PROPERTY_TEXT_SIZE, &scope) == 16);
    assert_string_equal(mintu_style_string(layer, MINTU_PROPERTY_TEXT_ANCHOR, &scope), "center");
    assert_string_equal(mintu_style_string(layer, MINTU_PROPERTY_TEXT_FIELD, &scope), "aside");
    assert_int_equal(mintu_style_numbers(layer, MINTU_PROPERTY_TEXT_OFFSET, &scope, offset, 2), 2);
    assert_true(offset[0] == 0 && offset[1] == 0);
    scope.properties = "{}";
    assert_string_equal(mintu_style_string(layer, MINTU_PROPERTY_TEXT_FIELD, &scope), "");
    mintu_style_scope_free(&scope);
    mintu_style_free(style);
}

static void test_constants(void **state)
{
    (void)state;
    mintu_style *style =
        parse_layer("line", "\"layout\":{\"line-cap\":\"round\"},\"paint\":{\"line-dasharray\":[4,2],\"line-width\":"
                            "[\"interpolate\",[\"linear\"],[\"zoom\"],6,1,10,3],\"line-color\":\"#008000\"}");
    const mintu_style_layer *layer = mintu_style_layer_at(style, 0);
    mintu_style_scope scope = {.zoom = 8};
    double dashes[1];
    assert_true(mintu_style_number(layer, MINTU_PROPERTY_LINE_WIDTH, &scope) == 2);
    assert_true(is_constant(layer, MINTU_PROPERTY_LINE_WIDTH));
    assert_int_equal(mintu_style_numbers(layer, MINTU_PROPERTY_LINE_DASHARRAY, &scope, dashes, 1), 2);
    assert_true(dashes[0] == 4);
    assert_string_equal(mintu_style_string(layer, MINTU_PROPERTY_LINE_CAP, &scope), "round");
    assert_string_equal(mintu_style_string(layer, MINTU_PROPERTY_LINE_JOIN, &scope), "miter");
    mintu_style_scope_free(&scope);
    mintu_style_free(style);
}

static void test_refusals(void **state)
{
    (void)state;
    const mintu_status no = MINTU_STATUS_UNSUPPORTED, bad = MINTU_STATUS_INPUT;
    expect_layer_failure("fill", "\"paint\":{\"fill-colr\":\"red\"}", bad, "/layers/0/paint/fill-colr",
                         "did you mean \"fill-color\"?");
    expect_layer_failure("fill", "\"paint\":{\"fill-pattern\":\"x\"}", no, "/layers/0/paint/fill-pattern", "mintu:hatch-0");
    expect_layer_failure("fill", "\"paint\":{\"fill-layer-blend\":\"multiply\"}", no, "/layers/0/paint/fill-layer-blend",
                         "print does not support");
    expect_layer_failure("line", "\"paint\":{\"line-offset\":1e9}", no, "is 1e+09", "in print");
    expect_layer_failure("line", "\"paint\":{\"line-color\":\"{c}\"}", bad, "takes no {tokens}", "[\"get\",\"c\"]");
    expect_layer_failure("line", "\"paint\":{\"line-width-transition\":{\"delay\":-1}}", bad, "delay", "at least 0");
    expect_layer_failure("line", "\"layout\":{\"line-sort-key\":[\"feature-state\",\"a\"]}", bad, "feature-state", "layout");
    expect_layer_failure("line", "\"paint\":{\"line-cap\":\"round\"}", bad, "layout property", "move it there");
    expect_layer_failure("line", "\"paint\":{\"fill-color\":\"red\"}", bad, "no paint property", "line layer");
    expect_layer_failure("line", "\"paint\":{\"line-width\":\"1\"}", bad, "/layers/0/paint/line-width", "of type string");
    expect_layer_failure("line", "\"paint\":{\"line-width\":-1}", bad, "is -1", "at least 0");
    expect_layer_failure("line", "\"paint\":{\"line-opacity\":1.5}", bad, "is 1.5", "between 0 and 1");
    expect_layer_failure("line", "\"paint\":{\"line-color\":5}", bad, "of type number", "color");
    expect_layer_failure("line", "\"paint\":{\"line-color\":null}", bad, "line-color", "null");
    expect_layer_failure("line", "\"layout\":{\"line-cap\":\"rond\"}", bad, "butt, round, square", "\"rond\"");
    expect_layer_failure("fill", "\"paint\":{\"fill-antialias\":[\"get\",\"c\"]}", bad, "cannot depend on the feature",
                         "/layers/0/paint");
    expect_layer_failure("line", "\"paint\":{\"line-width\":[\"line-progress\"]}", no, "/layers/0/paint/line-width",
                         "line-gradient");
    expect_layer_failure("line", "\"paint\":{\"line-dasharray\":[1,-2]}", no, "between 0 and", "line-dasharray");
    expect_layer_failure("line", "\"layout\":{\"visibility\":\"hidden\"}", bad, "visible", "none");
    expect_layer_failure("symbol", "\"layout\":{\"text-offset\":[1]}", bad, "array of 2 items", "has 1");
    expect_layer_failure("symbol", "\"layout\":{\"text-field\":[\"format\",[\"image\",\"a\"],{}]}", no, "Images in a text",
                         "icon-image");
    expect_layer_failure("line", "\"paint\":{\"line-width\":[\"+\",1,[\"gett\",\"x\"]]}", bad, "/layers/0/paint/line-width/2/0",
                         "gett");
}

/* Every property of the specification of the layer types that print draws: one that print does not draw is no finding with its
 * default, and never valid with what it cannot be. */
static size_t check_properties(const char *type, bool layout)
{
    char group[32], members[400];
    size_t read = 0;
    snprintf(group, sizeof group, "%s_%s", layout ? "layout" : "paint", type);
    for (const mintu_spec *row = mintu_spec_rows(group); row->name; row++) {
        const char *block = layout ? "layout" : "paint";
        bool drawn = mintu_property_find(row->name, mintu_layer_type_find(type), layout) != MINTU_PROPERTY_END;
        read += drawn;
        snprintf(members, sizeof members, "\"%s\":{\"%s\":%s}", block, row->name, row->usual ? row->usual : "1");
        if (!drawn && row->usual)
            mintu_style_free(parse_layer(type, members));
        snprintf(members, sizeof members, "\"%s\":{\"%s\":{\"a\":1}}", block, row->name);
        expect_layer_failure(type, members, MINTU_STATUS_INPUT, row->name, "reading the style");
    }
    return read;
}

static void test_specification(void **state)
{
    (void)state;
    size_t read = 0;
    for (int i = 0; i < MINTU_LAYER_TYPE_END; i++)
        for (int layout = 0; layout < 2; layout++)
            read += check_properties(mintu_layer_type_text((mintu_layer_type)i), layout);
    assert_int_equal(read, MINTU_PROPERTY_END); /* nothing is read that the specification does not have */
}

/* Layers of pixels: what the sources of the web's need in print. */
static void test_pixels(void **state)
{
    (void)state;
    static const char *const SOURCES[][3] = {
        {"raster", "\"tiles\":[\"https://a/{z}/{x}/{y}.png\"]", "/sources/s/tiles"},
        {"raster", "\"url\":\"https://a/b.json\"", "/sources/s/url"},
        {"raster", "\"minzoom\":1", "/sources/s"},
        {"image", "\"url\":\"data:image/png;base64,AA\",\"coordinates\":[[0,1],[1,1],[1,0],[0,0]]", "/sources/s/url"},
        {"image", "\"url\":\"a.png\",\"coordinates\":[[0,1],[1,0],[1,1],[0,0]]", "/sources/s/coordinates"},
    };
    char text[400];
    for (size_t i = 0; i < sizeof SOURCES / sizeof *SOURCES; i++) {
        snprintf(text, sizeof text,
                 "{\"version\":8,\"sources\":{\"s\":{\"type\":\"%s\",%s}},\"layers\":[{\"id\":\"a\",\"type\":\"raster\","
                 "\"source\":\"s\"}]}",
                 SOURCES[i][0], SOURCES[i][1]);
        expect_failure(text, MINTU_STATUS_UNSUPPORTED, SOURCES[i][2], "print");
    }
    mintu_style_free(parse_layer("hillshade", "\"paint\":{\"hillshade-illumination-direction\":[270,315],"
                                              "\"hillshade-shadow-color\":[\"literal\",[\"red\",\"#00f\"]]}"));
    expect_layer_failure(
        "hillshade",
        "\"paint\":{\"hillshade-illumination-direction\":[\"step\",[\"zoom\"],[\"literal\",[1,2]],5,[\"literal\",[3]]]}",
        MINTU_STATUS_UNSUPPORTED, "in print", "written outright");
    mintu_style *style =
        parse_style("{\"version\":8,\"metadata\":{\"mintu:files\":{\"s\":\"b.tif\"}},\"sources\":{\"s\":{\"type\":"
                    "\"raster\",\"tiles\":[\"https://a/{z}\"]}},\"layers\":[{\"id\":\"a\",\"type\":\"raster\","
                    "\"source\":\"s\"}]}");
    assert_string_equal(mintu_style_source_file(style, 0), "b.tif");
    mintu_style_free(style);
    /* Nobody misses a file for what is hidden. */
    style = parse_style("{\"version\":8,\"sources\":{\"s\":{\"type\":\"raster\",\"tiles\":[\"https://a/{z}\"]}},\"layers\":[{"
                        "\"id\":\"a\",\"type\":\"raster\",\"source\":\"s\",\"layout\":{\"visibility\":\"none\"}}]}");
    assert_int_equal(mintu_style_layer_count(style), 0);
    mintu_style_free(style);
    expect_failure("{\"version\":8,\"metadata\":{\"mintu:files\":{\"t\":\"b.tif\"}},\"sources\":{},\"layers\":[]}",
                   MINTU_STATUS_INPUT, "/metadata/mintu:files/t", "there is no source");
}

/* Layer types, source types and members of a style that only a running map has a use for. */
static void test_specification_members(void **state)
{
    (void)state;
    static const char *const LAYERS[][2] = {{"color-relief", "raster-dem"}, {"heatmap", "geojson"}};
    static const char *const SOURCES[] = {"vector", "raster", "raster-dem"};
    static const char *const MEMBERS[] = {"light", "sky", "terrain", "projection", "font-faces"};
    char text[400];
    for (size_t i = 0; i < sizeof LAYERS / sizeof *LAYERS; i++) {
        snprintf(text, sizeof text,
                 "{\"version\":8,\"sources\":{\"s\":{\"type\":\"%s\"%s}},\"layers\":[{\"id\":\"a\",\"type\":\"%s\","
                 "\"source\":\"s\"}]}",
                 LAYERS[i][1], i == 1 ? ",\"data\":\"a.geojson\"" : ",\"url\":\"a.tif\"", LAYERS[i][0]);
        expect_failure(text, MINTU_STATUS_UNSUPPORTED, "/layers/0/type", LAYERS[i][0]);
    }
    expect_layer_failure("sky", "", MINTU_STATUS_INPUT, "/layers/0/type", "sky");
    expect_failure(
        "{\"version\":8,\"sources\":{\"s\":{\"type\":\"geojson\",\"data\":\"mintu:counties\"}},\"layers\":[{\"id\":\"a\","
        "\"type\":\"hillshade\",\"source\":\"s\"}]}",
        MINTU_STATUS_INPUT, "/layers/0/source", "raster-dem");
    for (size_t i = 0; i < sizeof SOURCES / sizeof *SOURCES; i++) {
        snprintf(text, sizeof text, "{\"version\":8,\"sources\":{\"s\":{\"type\":\"%s\"}},\"layers\":[]}", SOURCES[i]);
        mintu_style_free(parse_style(text));
    }
    expect_failure("{\"version\":8,\"sources\":{\"s\":{\"type\":\"vector\"}},\"layers\":[{\"id\":\"a\",\"type\":\"fill\","
                   "\"source\":\"s\",\"source-layer\":\"l\"}]}",
                   MINTU_STATUS_UNSUPPORTED, "/layers/0/source", "vector");
    for (size_t i = 0; i < sizeof MEMBERS / sizeof *MEMBERS; i++) {
        snprintf(text, sizeof text, "{\"version\":8,\"sources\":{},\"layers\":[],\"%s\":{}}", MEMBERS[i]);
        mintu_style_free(parse_style(text));
        snprintf(text, sizeof text, "{\"version\":8,\"sources\":{},\"layers\":[],\"%s\":{\"a\":1}}", MEMBERS[i]);
        expect_failure(text, MINTU_STATUS_INPUT, MEMBERS[i], "reading the style");
    }
}

/* Icons are built in; a name from a sprite is refused wherever the value names it outright. */
static void test_icons(void **state)
{
    (void)state;
    mintu_style_free(
        parse_layer("symbol", "\"layout\":{\"icon-image\":[\"match\",[\"get\",\"k\"],\"a\",\"mintu:star\",\"\"]}"));
    mintu_style_free(parse_layer("symbol", "\"layout\":{\"icon-image\":[\"get\",\"airport\"]}"));
    expect_layer_failure("symbol", "\"layout\":{\"icon-image\":\"airport\"}", MINTU_STATUS_UNSUPPORTED,
                         "/layers/0/layout/icon-image", "\"airport\"");
    expect_layer_failure("symbol", "\"layout\":{\"icon-image\":[\"match\",[\"get\",\"k\"],\"a\",\"mintu:star\",\"airport\"]}",
                         MINTU_STATUS_UNSUPPORTED, "/layers/0/layout/icon-image", "\"airport\"");
    expect_layer_failure("symbol",
                         "\"layout\":{\"icon-image\":[\"case\",[\"has\",\"k\"],[\"image\",\"mintu:sun\"],\"mintu:star\"]}",
                         MINTU_STATUS_UNSUPPORTED, "/layers/0/layout/icon-image", "\"mintu:sun\"");
}

static void test_legacy(void **state)
{
    (void)state;
    const mintu_status no = MINTU_STATUS_UNSUPPORTED;
    expect_layer_failure("line", "\"paint\":{\"line-width\":{\"stops\":[[6,1],[10,3]],\"base\":2}}", no, "function object",
                         "[\"interpolate\",[\"exponential\",2],[\"zoom\"],6,1,10,3]");
    expect_layer_failure("line",
                         "\"paint\":{\"line-color\":{\"property\":\"k\",\"type\":\"categorical\",\"stops\":[[\"a\",\"red\"]]}}",
                         no, "/layers/0/paint/line-color", "[\"match\",[\"get\",\"k\"],\"a\",\"red\",\"#000000\"]");
    expect_layer_failure("line", "\"layout\":{\"line-join\":{\"stops\":[[6,\"round\"],[10,\"miter\"]]}}", no, "function",
                         "[\"step\",[\"zoom\"],\"round\",10,\"miter\"]");
    expect_layer_failure("symbol", "\"layout\":{\"text-field\":\"{name} {code}\"}", no, "{tokens}",
                         "[\"concat\",[\"get\",\"name\"],\" \",[\"get\",\"code\"]]");
    expect_layer_failure("line", "\"filter\":[\"==\",\"kind\",\"town\"]", no, "/layers/0/filter",
                         "[\"==\",[\"get\",\"kind\"],\"town\"]");
    expect_layer_failure("line", "\"filter\":[\"all\",[\"!in\",\"k\",1,2],[\"has\",\"$id\"]]", no, "filter",
                         "[\"all\",[\"!\",[\"in\",[\"get\",\"k\"],[\"literal\",[1,2]]]],[\"!=\",[\"id\"],null]]");
    expect_layer_failure("line", "\"filter\":[\"none\",[\"==\",\"$type\",\"Point\"]]", no, "filter",
                         "[\"!\",[\"any\",[\"==\",[\"geometry-type\"],\"Point\"]]]");
    expect_layer_failure("line", "\"filter\":[\"get\",5]", MINTU_STATUS_INPUT, "/layers/0/filter/1", "Expected string");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_table),    cmocka_unit_test(test_defaults),
        cmocka_unit_test(test_outline),  cmocka_unit_test(test_constants),
        cmocka_unit_test(test_refusals), cmocka_unit_test(test_specification),
        cmocka_unit_test(test_pixels),   cmocka_unit_test(test_specification_members),
        cmocka_unit_test(test_icons),    cmocka_unit_test(test_evaluation_error),
        cmocka_unit_test(test_legacy),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
