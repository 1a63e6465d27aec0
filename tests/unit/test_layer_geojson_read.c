#define _DEFAULT_SOURCE
#include "json_texts.h"
#include "test_geo_helper.h"

#include "format/json_scan.h"
#include "layer/layer_value.h"
#include "map/render.h"

enum { TEXT, FILE_OF_IT, STYLE, DOORS }; /* the same text as a text, as a file, and as the data of a style's source */

#define STYLE_BEFORE                                                                                                           \
    "{\"version\": 8, \"name\": \"\xE5\xAE\x89\",\n\"layers\": [], \"sources\": {\n\"s\": {\"type\": \"geojson\", \"data\": "
enum { STYLE_LINES = 2, STYLE_COLUMNS = 33 }; /* before the data */

/* The layer that a style has for its source `s`. */
static mintu_layer *read_style(const char *text, size_t size)
{
    mintu_style *style = NULL;
    mintu_map *map = NULL;
    mintu_layer *layer = NULL;
    if (mintu_style_parse(text, size, "test", &problem, &style) == MINTU_STATUS_OK) {
        assert_good(mintu_map_new(context, style, NULL, &problem, &map));
        if (mintu_map_source_load(map, "s", &problem) == MINTU_STATUS_OK) {
            layer = map->own[0];
            map->own[0] = NULL;
        }
        mintu_map_free(map);
    }
    mintu_style_free(style);
    return layer;
}

static mintu_layer *read_inside(const char *text, size_t size)
{
    mintu_buffer whole = {0};
    mintu_buffer_text(&whole, STYLE_BEFORE);
    mintu_buffer_add(&whole, text, size);
    mintu_buffer_text(&whole, "}}}");
    mintu_layer *layer = read_style(whole.data, whole.size);
    mintu_buffer_free(&whole);
    return layer;
}

static mintu_layer *read_any(const char *text, size_t size, int door)
{
    mintu_layer *layer = NULL;
    memset(&problem, 0, sizeof problem);
    if (door == STYLE)
        return read_inside(text, size);
    if (door == TEXT) {
        mintu_layer_parse(context, text, "test", &problem, &layer);
        return layer;
    }
    const char *path = inside("in.geojson");
    FILE *out = fopen(path, "wb");
    assert_int_equal(fwrite(text, 1, size, out), size);
    assert_int_equal(fclose(out), 0);
    mintu_layer_load(context, path, NULL, &problem, &layer);
    return layer;
}

static mintu_layer *read_good(const char *text)
{
    mintu_layer *layer = read_any(text, strlen(text), TEXT);
    if (!layer)
        fail_msg("%s: %s", text, problem.text);
    return layer;
}

#define FEATURE(properties, geometry) "{\"type\":\"Feature\",\"properties\":" properties ",\"geometry\":" geometry "}"
#define POINT                         "{\"type\":\"Point\",\"coordinates\":[118.5,25]}"

static void values_of_a_property_are_json(void **state)
{
    (void)state;
    for (size_t i = 0; i < JSON_TEXTS; i++)
        for (int door = 0; door < DOORS; door++) {
            const json_text *text = &json_texts[i];
            mintu_buffer whole = {0};
            mintu_buffer_text(&whole, "{\"type\":\"Feature\",\"properties\":{\"v\":");
            mintu_buffer_add(&whole, text->text, text->size);
            mintu_buffer_text(&whole, "},\"geometry\":null}");
            if (door == TEXT && strlen(whole.data) != whole.size) /* a text of C ends at the NUL */
                whole.size = strlen(whole.data);
            mintu_layer *layer = read_any(whole.data, whole.size, door);
            if ((layer != NULL) != text->good)
                fail_msg("%d %zu %s: %s", door, i, text->text, problem.text);
            if (!layer && problem.line < 1)
                fail_msg("%zu %s: %d %d %s", i, text->text, problem.line, problem.column, problem.text);
            mintu_layer_free(layer);
            mintu_buffer_free(&whole);
        }
}

/* None of them is GeoJSON, so that all are refused, those that are JSON as well. */
static void whole_texts_are_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < JSON_TEXTS; i++)
        for (int door = FILE_OF_IT; door < DOORS; door++)
            assert_null(read_any(json_texts[i].text, json_texts[i].size, door));
}

static void values_keep_their_types(void **state)
{
    (void)state;
    mintu_layer *layer = read_good("{\"type\":\"FeatureCollection\",\"features\":[" FEATURE(
        "{\"t\":\"2014/11/01\",\"i\":3,\"r\":1,\"b\":true,\"l\":[1, {\"a\":null}],\"m\":5,\"n\":null}",
        "null") "," FEATURE("{\"m\":\"n/a\",\"r\":0.5,\"b\":false}", "null") "]}");
    static const mintu_field_type types[] = {MINTU_FIELD_TYPE_TEXT,    MINTU_FIELD_TYPE_INTEGER, MINTU_FIELD_TYPE_REAL,
                                             MINTU_FIELD_TYPE_BOOLEAN, MINTU_FIELD_TYPE_JSON,    MINTU_FIELD_TYPE_ANY,
                                             MINTU_FIELD_TYPE_TEXT};
    static const char *const texts[] = {"2014/11/01", "3", "1", "true", "[1, {\"a\":null}]", "5", ""};
    assert_int_equal(mintu_layer_field_count(layer), 7);
    for (size_t i = 0; i < 7; i++) {
        assert_int_equal(mintu_layer_field_type(layer, i), types[i]);
        assert_string_equal(mintu_layer_text(layer, 0, i), texts[i]);
    }
    assert_int_equal(mintu_layer_value_type(layer, 0, 5), MINTU_FIELD_TYPE_INTEGER);
    assert_int_equal(mintu_layer_value_type(layer, 1, 5), MINTU_FIELD_TYPE_TEXT);
    assert_true(mintu_layer_has(layer, 0, 6) && mintu_layer_is_null(layer, 0, 6));
    assert_false(mintu_layer_has(layer, 1, 6));
    mintu_layer_free(layer);
}

static void ids_stay_what_they_are(void **state)
{
    (void)state;
    mintu_layer *layer = read_good("{\"type\":\"FeatureCollection\",\"features\":["
                                   "{\"type\":\"Feature\",\"id\":1,\"properties\":{},\"geometry\":null},"
                                   "{\"type\":\"Feature\",\"id\":\"a\",\"properties\":{},\"geometry\":null},"
                                   "{\"type\":\"Feature\",\"properties\":{},\"geometry\":null}]}");
    bool number;
    assert_string_equal(mintu_layer_id(layer, 0, &number), "1");
    assert_true(number);
    assert_string_equal(mintu_layer_id(layer, 1, &number), "a");
    assert_false(number);
    assert_null(mintu_layer_id(layer, 2, &number));
    assert_string_equal(mintu_layer_text(layer, 1, (size_t)mintu_layer_field_find(layer, "id")), "a");
    assert_false(mintu_layer_is_property(layer, 1, (size_t)mintu_layer_field_find(layer, "id")));
    mintu_layer_free(layer);
}

static void geometries_are_read_or_refused(void **state)
{
    (void)state;
    static const struct {
        const char *geometry;
        size_t parts, vertices; /* 0, 0: none */
    } good[] = {
        {POINT, 1, 1},
        {"{\"coordinates\":[118.5,25,7,8],\"type\":\"Point\"}", 1, 1},
        {"{\"type\":\"Point\",\"coordinates\":[]}", 0, 0},
        {"{\"type\":\"MultiPoint\",\"coordinates\":[[1,2],[3,4]]}", 2, 2},
        {"{\"type\":\"LineString\",\"coordinates\":[[1,2],[3,4],[5,6]]}", 1, 3},
        {"{\"type\":\"MultiLineString\",\"coordinates\":[[[1,2],[3,4]],[],[[5,6],[7,8]]]}", 2, 4},
        {"{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[4,0],[4,4],[0,0]],[[1,1],[2,1],[2,2],[1,1]]]}", 2, 8},
        {"{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[4,0],[4,4]]]}", 1, 4}, /* closed */
        {"{\"type\":\"MultiPolygon\",\"coordinates\":[]}", 0, 0},
        {"{\"type\":\"MultiPolygon\",\"coordinates\":[[[[0,0],[4,0],[4,4],[0,0]]],[[[9,9],[9,8],[8,8],[9,9]]]]}", 2, 8},
        {"{\"type\":\"GeometryCollection\",\"geometries\":[" POINT ",{\"type\":\"MultiPoint\",\"coordinates\":[[1,2]]}]}", 2,
         2},
        {"{\"type\":\"GeometryCollection\",\"geometries\":[]}", 0, 0},
        {"null", 0, 0},
    };
    static const char *const bad[] = {"{}",
                                      "[]",
                                      "1",
                                      "\"Point\"",
                                      "{\"type\":\"Circle\",\"coordinates\":[1,2]}",
                                      "{\"type\":\"Point\"}",
                                      "{\"coordinates\":[1,2]}",
                                      "{\"type\":\"point\",\"coordinates\":[1,2]}",
                                      "{\"type\":1,\"coordinates\":[1,2]}",
                                      "{\"type\":\"Point\",\"coordinates\":[1]}",
                                      "{\"type\":\"Point\",\"coordinates\":null}",
                                      "{\"type\":\"Point\",\"coordinates\":[\"1\",\"2\"]}",
                                      "{\"type\":\"Point\",\"coordinates\":[1,null]}",
                                      "{\"type\":\"Point\",\"coordinates\":[[1,2]]}",
                                      "{\"type\":\"Point\",\"coordinates\":{\"x\":1}}",
                                      "{\"type\":\"Point\",\"coordinates\":[1,2],\"coordinates\":[3,4]}",
                                      "{\"type\":\"Point\",\"coordinates\":[1e400,2]}",
                                      "{\"type\":\"LineString\",\"coordinates\":[[1,2]]}",
                                      "{\"type\":\"LineString\",\"coordinates\":[1,2]}",
                                      "{\"type\":\"LineString\",\"coordinates\":[[1,2],[]]}",
                                      "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,1]]]}",
                                      "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,1],[0,0]]]}",
                                      "{\"type\":\"Polygon\",\"coordinates\":[[0,0],[1,1],[0,0]]}",
                                      "{\"type\":\"MultiPolygon\",\"coordinates\":[[[0,0],[1,1],[1,0],[0,0]]]}",
                                      "{\"type\":\"GeometryCollection\"}",
                                      "{\"type\":\"GeometryCollection\",\"geometries\":[null]}"};
    char text[600];
    mintu_shape shape = {0};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        snprintf(text, sizeof text, FEATURE("{}", "%s"), good[i].geometry);
        mintu_layer *layer = read_good(text);
        assert_good(mintu_layer_shape(layer, 0, &shape, &problem));
        assert_int_equal(shape.part_count, good[i].parts);
        assert_int_equal(shape.vertex_count, good[i].vertices);
        mintu_layer_free(layer);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        snprintf(text, sizeof text,
                 "{\"type\":\"FeatureCollection\",\"features\":[" FEATURE("{}", "null") ",\n" FEATURE("{}", "%s") "]}", bad[i]);
        for (int door = 0; door < DOORS; door++) {
            if (read_any(text, strlen(text), door))
                fail_msg("%d: %s", door, bad[i]);
            assert_int_equal(problem.line, door == STYLE ? 2 + STYLE_LINES : 2);
            if (!strstr(problem.text, "feature 2"))
                fail_msg("%s: %s", bad[i], problem.text);
        }
    }
    mintu_shape_free(&shape);
}

/* A doubled name, a NUL by its number, numbers of many digits and lists as they are written: what jansson would refuse or change. */
static void values_of_all_doors_agree(void **state)
{
    (void)state;
    static const char text[] = FEATURE("{\"v\":1,\"v\":2,\"a\\u0000b\":\"c\\u0000d\",\"big\":123456789012345678901234567890,"
                                       "\"l\":[ 1.0, {\"k\":1,\"k\":2}],\"s\":\"\\ud83d\"}",
                                       "{\"type\":\"Point\",\"coordinates\":[118.123456789012345,25]}");
    static const char *const values[] = {"2",
                                         "c\xEF\xBF\xBD"
                                         "d",
                                         "1.2345678901234568e+29", "[ 1.0, {\"k\":1,\"k\":2}]", "\xEF\xBF\xBD"};
    for (int door = 0; door < DOORS; door++) {
        mintu_layer *layer = read_any(text, sizeof text - 1, door);
        if (!layer)
            fail_msg("%d: %s", door, problem.text);
        assert_int_equal(mintu_layer_field_count(layer), 5);
        assert_string_equal(mintu_layer_field_name(layer, 1), "a\xEF\xBF\xBD"
                                                              "b");
        for (size_t i = 0; i < 5; i++)
            assert_string_equal(mintu_layer_text(layer, 0, i), values[i]);
        mintu_layer_free(layer);
    }
}

static void depth_is_that_of_values(void **state)
{
    (void)state;
    char list[2 * (MINTU_JSON_DEPTH + 1) + 1], text[1200];
    for (size_t deep = MINTU_JSON_DEPTH; deep <= MINTU_JSON_DEPTH + 1; deep++) {
        memset(list, '[', deep);
        memset(list + deep, ']', deep);
        list[2 * deep] = '\0';
        snprintf(text, sizeof text, "{\"type\":\"FeatureCollection\",\"features\":[" FEATURE("{\"v\":%s}", "null") "]}", list);
        for (int door = 0; door < DOORS; door++) {
            mintu_layer *layer = read_any(text, strlen(text), door);
            assert_int_equal(layer != NULL, deep == MINTU_JSON_DEPTH);
            mintu_layer_free(layer);
        }
    }
}

/* What fails has its place in the style, before, in and behind the data. */
static void places_in_a_style(void **state)
{
    (void)state;
    static const struct {
        const char *text, *message;
        int line, column;
    } cases[] = {
        {STYLE_BEFORE "{\"a\":012}}}}", "there is \"1\"", 3, 40},
        {STYLE_BEFORE "{\"a\":1,\n \"b\": nan}}}}", "expected a value", 4, 7},
        {STYLE_BEFORE "{\"a\":1", "there is the end", 3, 40},
        {STYLE_BEFORE "{\"type\":\"Nothing\"}}}}", "expected GeoJSON", 3, 34},
        {STYLE_BEFORE FEATURE("{}", "\n\n  7") "}}}", "feature 1", 5, 3},
        {STYLE_BEFORE "{\"a\":\"\xE5\xAE\x89\",\n\"b\":[]}, \"x\": ]}}", "reading JSON", 4, 15},
        {STYLE_BEFORE "{\"a\":\"\xE5\xAE\x89\"}, \"x\": ]}}", "reading JSON", 3, 50},
        {STYLE_BEFORE "{\"a\":\"\xC0\"}}}}", "not UTF-8", 3, 40},
        {STYLE_BEFORE FEATURE("{}", "{\"type\":\"Point\",\"coordinates\":[500,95]}") "}}}", "gives degrees", 3, 34},
        {STYLE_BEFORE FEATURE("{}", "null") ",\"data\":{}}}}", "duplicate", 3, 0},
        {STYLE_BEFORE FEATURE("{}", "null") ",\"cluster\":1}}}", "/sources/s/cluster", 3, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        memset(&problem, 0, sizeof problem);
        if (read_style(cases[i].text, strlen(cases[i].text)))
            fail_msg("%s", cases[i].text);
        assert_string_equal(problem.source, "test");
        if (!strstr(problem.text, cases[i].message) || problem.line != cases[i].line ||
            (cases[i].column && problem.column != cases[i].column))
            fail_msg("%zu: %d:%d: %s", i, problem.line, problem.column, problem.text);
    }
}

/* As many rows as kinds, each with the properties and the id, wherever they stand in the feature. */
static void collections_of_several_kinds_are_several_rows(void **state)
{
    (void)state;
    mintu_layer *layer =
        read_good("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"id\":7,\"geometry\":{\"type\":"
                  "\"GeometryCollection\",\"geometries\":[{\"type\":\"LineString\",\"coordinates\":[[1,2],[3,4]]}," POINT
                  "," POINT "]},\"properties\":{\"name\":\"a\"}}," FEATURE("{\"name\":\"b\"}", "null") "]}");
    static const mintu_geometry_type types[] = {MINTU_GEOMETRY_TYPE_POINT, MINTU_GEOMETRY_TYPE_LINE, MINTU_GEOMETRY_TYPE_NONE};
    mintu_shape shape = {0};
    bool number;
    assert_int_equal(mintu_layer_count(layer), 3);
    int name = mintu_layer_field_find(layer, "name");
    for (size_t row = 0; row < 3; row++) {
        assert_good(mintu_layer_shape(layer, row, &shape, &problem));
        assert_int_equal(shape.type, types[row]);
        assert_string_equal(mintu_layer_text(layer, row, (size_t)name), row < 2 ? "a" : "b");
        assert_int_equal(mintu_layer_is_further(layer, row), row == 1);
        if (row < 2)
            assert_string_equal(mintu_layer_id(layer, row, &number), "7");
    }
    mintu_shape_free(&shape);
    mintu_layer_free(layer);
}

static void sequences_collections_and_bare_geometries(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t count;
    } good[] = {{FEATURE("{}", POINT) "\n" FEATURE("{}", POINT) "\n", 2},
                {"\x1E" FEATURE("{}", POINT) "\n\x1E" FEATURE("{}", POINT) "\n", 2},
                {POINT, 1},
                {"\xEF\xBB\xBF" FEATURE("{}", "null"), 1},
                {"{\"features\":[],\"type\":\"FeatureCollection\"}", 0}};
    static const char *const bad[] = {
        FEATURE("{}", POINT) FEATURE("{}", POINT),
        "{\"type\":\"FeatureCollection\"}",
        "{\"type\":\"FeatureCollection\",\"features\":{}}",
        "{\"type\":\"FeatureCollection\",\"features\":[1]}",
        "{\"type\":\"FeatureCollection\",\"features\":[{}]}",
        "{\"type\":\"FeatureCollection\",\"features\":[]}\n{\"type\":\"FeatureCollection\",\"features\":[]}",
        "{\"type\":\"FeatureCollection\",\"features\":[" POINT "]}",
        "{\"type\":\"FeatureCollection\",\"features\":[],\"features\":[]}",
        "{\"type\":\"Feature\",\"properties\":[],\"geometry\":null}",
        "{\"type\":\"Feature\",\"id\":true,\"properties\":{},\"geometry\":null}",
        "{\"type\":\"Nothing\"}",
        "[]"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        for (int door = 0; door < STYLE; door++) { /* in a style it is one object */
            mintu_layer *layer = read_any(good[i].text, strlen(good[i].text), door);
            if (!layer)
                fail_msg("%s: %s", good[i].text, problem.text);
            assert_int_equal(mintu_layer_count(layer), good[i].count);
            mintu_layer_free(layer);
        }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        for (int door = 0; door < DOORS; door++)
            if (read_any(bad[i], strlen(bad[i]), door))
                fail_msg("%s", bad[i]);
}

static void what_was_written_reads_back(void **state)
{
    (void)state;
    const char *text =
        "{\"type\":\"FeatureCollection\",\"name\":\"n\",\"title\":\"T\",\"features\":["
        "{\"type\":\"Feature\",\"id\":7,\"properties\":{\"v\":5,\"l\":[1,\"a\"],\"b\":true,\"z\":null},\"geometry\":" POINT "},"
        "{\"type\":\"Feature\",\"id\":\"x\",\"properties\":{\"v\":\"5\"},\"geometry\":null}]}";
    mintu_layer *layer = read_good(text);
    mintu_buffer out = {0};
    const char *path = inside("out.geojson");
    assert_good(mintu_layer_write(context, layer, path, NULL, &problem));
    assert_good(mintu_file_read(path, "testing", (mintu_file_bounds){1 << 20, false}, &problem, &out));
    assert_non_null(strstr(out.data, "\"id\":7,\"properties\":{\"v\":5,\"l\":[1,\"a\"],\"b\":true,\"z\":null}"));
    assert_non_null(strstr(out.data, "\"id\":\"x\",\"properties\":{\"v\":\"5\"}"));
    mintu_buffer_free(&out);
    mintu_layer_free(layer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(values_of_a_property_are_json),
                                       cmocka_unit_test(whole_texts_are_refused),
                                       cmocka_unit_test(values_keep_their_types),
                                       cmocka_unit_test(ids_stay_what_they_are),
                                       cmocka_unit_test(geometries_are_read_or_refused),
                                       cmocka_unit_test(sequences_collections_and_bare_geometries),
                                       cmocka_unit_test(what_was_written_reads_back),
                                       cmocka_unit_test(values_of_all_doors_agree),
                                       cmocka_unit_test(depth_is_that_of_values),
                                       cmocka_unit_test(places_in_a_style),
                                       cmocka_unit_test(collections_of_several_kinds_are_several_rows)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
