/* The public header mintu/style.h. */
#include <mintu/style.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char STYLE[] =
    "{\n"
    "  \"version\": 8,\n"
    "  \"name\": \"试点\",\n"
    "  \"center\": [118, 26], \"zoom\": 7, \"sprite\": \"x\", \"glyphs\": \"{fontstack}/{range}\",\n"
    "  \"metadata\": {\"editor\": {\"any\": 1}},\n"
    "  \"sources\": {\n"
    "    \"bundled\": {\"type\": \"geojson\", \"data\": \"mintu:counties\"},\n"
    "    \"file\": {\"type\": \"geojson\", \"data\": \"towns.geojson\", \"attribution\": \"z\"},\n"
    "    \"layer\": {\"type\": \"geojson\", \"data\": \"data/towns.gpkg|layername=towns\"},\n"
    "    \"inline\": {\"type\": \"geojson\", \"data\": {\"type\": \"FeatureCollection\", \"features\": []}}\n"
    "  },\n"
    "  \"layers\": [{\"id\": \"ground\", \"type\": \"background\"}]\n"
    "}\n";

static void test_parse(void **state)
{
    (void)state;
    mintu_error error;
    mintu_style *style = NULL;
    assert_int_equal(mintu_style_parse(STYLE, strlen(STYLE), "maps/pilots.json", &error, &style), MINTU_STATUS_OK);
    assert_string_equal(mintu_style_name(style), "试点");
    assert_int_equal(mintu_style_source_count(style), 4);
    const char *const expected[4][2] = {
        {"bundled", "mintu:counties"}, {"file", "maps/towns.geojson"}, {"layer", "maps/data/towns.gpkg"}, {"inline", "{"}};
    for (size_t i = 0; i < 4; i++) {
        const char *data = mintu_style_source_data(style, i);
        assert_string_equal(mintu_style_source_name(style, i), expected[i][0]);
        assert_int_equal(strncmp(data, expected[i][1], i < 3 ? strlen(data) + 1 : 1), 0);
    }
    assert_null(mintu_style_source_layer(style, 1));
    assert_string_equal(mintu_style_source_layer(style, 2), "towns");
    assert_null(mintu_style_source_name(style, 4));
    assert_null(mintu_style_source_data(style, 4));
    assert_null(mintu_style_source_layer(style, 4));
    mintu_style_free(style);
    mintu_style_free(NULL);
}

static void expect(const char *text, mintu_status status, const char *message, int line, int column)
{
    mintu_error error = {0};
    mintu_style *style = NULL;
    assert_int_equal(mintu_style_parse(text, strlen(text), "a.json", &error, &style), status);
    assert_null(style);
    assert_string_equal(error.source, "a.json");
    if (!strstr(error.text, message) || error.line != line || error.column != column)
        fail_msg("expected \"%s\" at %d:%d, got at %d:%d: %s", message, line, column, error.line, error.column, error.text);
}

static void test_places(void **state)
{
    (void)state;
    const mintu_status no = MINTU_STATUS_UNSUPPORTED, bad = MINTU_STATUS_INPUT;
    expect("{\"version\": 8,\n \"layers\": [}", bad, "reading JSON", 2, 13);
    expect("[]", bad, "must be an object", 1, 1);
    expect("{\n  \"layers\": []\n}", bad, "\"version\": 8", 1, 1);
    expect("{\n  \"version\": 7,\n  \"layers\": []\n}", no, "/version", 2, 14);
    expect("{\"version\": 8,\n\"layers\": [],\n\"light\": 1}", bad, "/light", 3, 10);
    expect("{\"version\": 8}", bad, "no \"layers\"", 1, 1);
    expect("{\"version\": 8, \"layers\": {}}", bad, "/layers", 1, 26);
    expect("{\"version\": 8, \"layers\": [\n{\"type\": \"fill\"}]}", bad, "no \"id\"", 2, 1);
    expect("{\"version\": 8, \"sources\": {\"a\": {\"type\": \"geojson\", \"data\": \"a.gpkg|layername=\"}}, \"layers\": []}",
           bad, "names no layer", 1, 61);
    expect("{\"version\": 8, \"sources\": {\"a\": {\"type\": \"geojson\", \"data\": \"a.gpkg|layername=b|subset=c\"}}, "
           "\"layers\": [{\"id\": \"a\", \"type\": \"fill\", \"source\": \"a\"}]}",
           no, "FILE|layername=NAME", 1, 61);
    expect("{\"version\": 8, \"layers\": [\n{\"id\": \"a\", \"type\": \"rasterr\"}]}", bad, "/layers/0/type", 2, 21);
    expect("{\"version\": 8, \"layers\": [\n{\"id\": \"a\", \"type\": \"fil\"}]}", bad, "did you mean \"fill\"?", 2, 21);
    expect("{\"version\": 8, \"layers\": [\n{\"id\": \"a\", \"type\": \"fill\", \"source\": \"x\"}]}", bad, "no source \"x\"",
           2, 39);
    expect(
        "{\"version\": 8, \"layers\": [{\"id\": \"a\", \"type\": \"background\"},\n{\"id\": \"a\", \"type\": \"background\"}]}",
        bad, "must be unique", 2, 8);
    expect("{\"version\": 8, \"layers\": [{\"id\": \"a\", \"type\": \"background\",\n\"minzoom\": 25}]}", bad,
           "between 0 and 24", 2, 12);
    expect("{\"version\": 8, \"layers\": [{\"id\": \"a\", \"type\": \"background\",\n\"ref\": \"b\"}]}", no, "/layers/0/ref", 2,
           8);
    expect("{\"version\": 8, \"layers\": [], \"sources\": {\"s\":\n{\"type\": \"vectr\"}}}", bad, "/sources/s/type", 2, 10);
    expect("{\"version\": 8, \"layers\": [], \"sources\": {\"s\":\n{\"type\": \"geojson\"}}}", bad, "needs a member \"data\"",
           2, 1);
    expect("{\"version\": 8, \"layers\": [{\"id\": \"a\", \"type\": \"fill\", \"source\": \"s\"}], \"sources\": "
           "{\"s\":\n{\"type\": \"geojson\", \"data\": \"https://a.b/c\"}}}",
           no, "fetches nothing", 2, 29);
    expect("{\"version\": 8, \"layers\": [{\"id\": \"a\", \"type\": \"fill\", \"source\": \"s\"}], \"sources\": "
           "{\"s\":\n{\"type\": \"geojson\", \"data\": \"a\", \"cluster\": true}}}",
           no, "/sources/s/cluster", 2, 45);
}

static void test_load(void **state)
{
    (void)state;
    mintu_error error = {0};
    mintu_style *style = NULL;
    assert_int_equal(mintu_style_load("no/such/style.json", &error, &style), MINTU_STATUS_INPUT);
    assert_non_null(strstr(error.text, "reading the style"));
    assert_null(style);
}

/* Counts the findings and keeps the last pointer. */
static void hear(const mintu_error *finding, void *user)
{
    assert_non_null(strstr(finding->text, "/layers/0/"));
    assert_int_equal(finding->line, 1);
    *(int *)user += finding->status == MINTU_STATUS_UNSUPPORTED ? 100 : 1;
}

static void test_check(void **state)
{
    (void)state;
    const char *path = "api_style_check.json";
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs("{\"version\":8,\"sources\":{},\"layers\":[{\"id\":\"a\",\"type\":\"background\",\"paint\":{\"x\":1,"
          "\"background-opacity\":3,\"background-color\":\"nocolour\"}}]}",
          file);
    fclose(file);
    mintu_error error = {0};
    int sum = 0;
    assert_int_equal(mintu_style_check(path, hear, &sum, &error), MINTU_STATUS_INPUT);
    assert_int_equal(sum, 3);
    assert_non_null(strstr(error.text, "paint/x"));
    assert_int_equal(mintu_style_check(path, NULL, NULL, NULL), MINTU_STATUS_INPUT);
    remove(path);
    assert_int_equal(mintu_style_check(path, hear, &sum, &error), MINTU_STATUS_INPUT);
    assert_int_equal(sum, 3);
}

static void test_eval(void **state)
{
    (void)state;
    mintu_error error = {0};
    char *text = NULL;
    mintu_style_eval_options options = {.type = "number", .properties = "{\"pop\": 40}", .state = "{\"k\": 2}"};
    assert_int_equal(mintu_style_eval("[\"*\", [\"get\", \"pop\"], [\"global-state\", \"k\"]]", &options, &error, &text),
                     MINTU_STATUS_OK);
    assert_string_equal(text, "80");
    free(text);
    assert_int_equal(mintu_style_eval("\"a\"", NULL, &error, &text), MINTU_STATUS_OK);
    assert_string_equal(text, "\"a\"");
    free(text);
    assert_int_equal(mintu_style_eval("[\"+\",\n 1, \"a\"]", &options, &error, &text), MINTU_STATUS_INPUT);
    assert_int_equal(error.line, 2);
    assert_int_equal(error.column, 5);
    assert_null(text);
    options.properties = "{";
    assert_int_equal(mintu_style_eval("1", &options, &error, &text), MINTU_STATUS_USAGE);
    assert_int_equal(error.status, MINTU_STATUS_USAGE);
    options = (mintu_style_eval_options){.type = "array<foo>"};
    assert_int_equal(mintu_style_eval("1", &options, &error, &text), MINTU_STATUS_USAGE);
    options = (mintu_style_eval_options){.type = "padding"};
    assert_int_equal(mintu_style_eval("1", &options, &error, &text), MINTU_STATUS_OK);
    assert_string_equal(text, "[1,1,1,1]");
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_parse), cmocka_unit_test(test_places), cmocka_unit_test(test_load),
                                       cmocka_unit_test(test_check), cmocka_unit_test(test_eval)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
