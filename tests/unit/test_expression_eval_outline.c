/* within and distance. Metres are those that MapLibre's own implementation gives for the same expression and feature. */
#include "test_style_helper.h"

#include <math.h>

static char *evaluate(const char *expression, const char *geometry, const char *tile)
{
    const mintu_style_eval_options options = {.geometry = geometry, .tile = tile};
    mintu_error error = {0};
    char *text = NULL;
    if (mintu_style_eval(expression, &options, &error, &text) != MINTU_STATUS_OK)
        fail_msg("%s: %s", expression, error.text);
    return text;
}

static void expect_within(const char *area, const char *geometry, bool inside)
{
    char expression[512];
    snprintf(expression, sizeof expression, "[\"within\",%s]", area);
    char *text = evaluate(expression, geometry, NULL);
    if (strcmp(text, inside ? "true" : "false") != 0)
        fail_msg("%s of %s: %s", expression, geometry, text);
    free(text);
}

static void expect_metres(const char *target, const char *geometry, const char *tile, double metres)
{
    char expression[512];
    snprintf(expression, sizeof expression, "[\"distance\",%s]", target);
    char *text = evaluate(expression, geometry, tile);
    double found = strtod(text, NULL);
    if (!(fabs(found - metres) <= 1e-6 * metres + 1e-9))
        fail_msg("%s of %s: expected %.9g, got %s", expression, geometry, metres, text);
    free(text);
}

#define POINT(x, y) "{\"type\":\"Point\",\"coordinates\":[" #x "," #y "]}"
#define SQUARE      "[[0,0],[4,0],[4,4],[0,4],[0,0]]"
#define HOLE        "[[1,1],[1,2],[2,2],[2,1],[1,1]]"
#define RING        "{\"type\":\"Polygon\",\"coordinates\":[" SQUARE "," HOLE "]}"

static void test_within_points(void **state)
{
    (void)state;
    expect_within(RING, POINT(3, 3), true);
    expect_within(RING, POINT(1.5, 1.5), false);
    expect_within(RING, POINT(5, 3), false);
    expect_within(RING, POINT(4, 2), false); /* on the border is outside */
    expect_within(RING, "{\"type\":\"MultiPoint\",\"coordinates\":[[3,3],[5,3]]}", false);
    expect_within("{\"type\":\"Feature\",\"properties\":{},\"geometry\":" RING "}", POINT(3, 3), true);
    expect_within("{\"type\":\"MultiPolygon\",\"coordinates\":[[" SQUARE "],[[[8,8],[9,8],[9,9],[8,9],[8,8]]]]}",
                  POINT(8.5, 8.5), true);
}

static void test_within_lines(void **state)
{
    (void)state;
    expect_within(RING, "{\"type\":\"LineString\",\"coordinates\":[[0.5,0.5],[3,0.5]]}", true);
    expect_within(RING, "{\"type\":\"LineString\",\"coordinates\":[[0.5,1.5],[3,1.5]]}", false); /* through the hole */
    expect_within(RING, "{\"type\":\"LineString\",\"coordinates\":[[3,3],[5,5]]}", false);
    expect_within(RING, "{\"type\":\"Polygon\",\"coordinates\":[[[3,3],[3.5,3],[3.5,3.5],[3,3]]]}", false); /* no polygons */
}

#define AREA(rings)       "{\"type\":\"Polygon\",\"coordinates\":[" rings "]}"
#define FEATURE(geometry) "{\"type\":\"Feature\",\"properties\":{},\"geometry\":" geometry "}"
#define FEATURES(list)    "{\"type\":\"FeatureCollection\",\"features\":[" list "]}"
#define LINE(positions)   "{\"type\":\"LineString\",\"coordinates\":[" positions "]}"

static mintu_status read_as_file(const char *geojson)
{
    mintu_context *context;
    mintu_layer *layer;
    assert_int_equal(mintu_context_new(NULL, &context), MINTU_STATUS_OK);
    mintu_status status = mintu_layer_parse(context, geojson, NULL, NULL, &layer);
    mintu_layer_free(layer);
    mintu_context_free(context);
    return status;
}

/* What is refused as a file is refused as an argument and as the feature's geometry, and what is read there is read here. */
static void test_verdict_of_files(void **state)
{
    (void)state;
    static const struct {
        const char *geojson;
        mintu_status status;
    } cases[] = {
        {AREA(SQUARE), MINTU_STATUS_OK},
        {AREA("[[0,0],[4,0],[4,4],[0,4]]"), MINTU_STATUS_OK}, /* an open ring is closed */
        {AREA("[[0,0],[4,0],[0,0]]"), MINTU_STATUS_INPUT},
        {AREA("[[0,0],[4,0],[4,4],[0]]"), MINTU_STATUS_INPUT},
        {AREA("[[0,0],[4,0],[4,91],[0,0]]"), MINTU_STATUS_INPUT},
        {AREA("[[0,0],[4,0],[4,\"4\"],[0,0]]"), MINTU_STATUS_INPUT},
        {AREA("[[0,0],[4,0],[4,012],[0,0]]"), MINTU_STATUS_INPUT},
        {AREA("[[0,0],[4,0],[4,NaN],[0,0]]"), MINTU_STATUS_INPUT},
        {AREA("[[0,0],[4,0],[4,1e999],[0,0]]"), MINTU_STATUS_INPUT},
        {"{\"type\":\"Polygon\"}", MINTU_STATUS_INPUT},
        {"{\"type\":\"Polygon\",\"coordinates\":{}}", MINTU_STATUS_INPUT},
        {"{\"type\":\"Polygon\",\"coordinates\":[" SQUARE "],\"coordinates\":[" SQUARE "]}", MINTU_STATUS_INPUT},
        {"{\"type\":\"Circle\",\"coordinates\":[" SQUARE "]}", MINTU_STATUS_INPUT},
        {"{\"coordinates\":[" SQUARE "]}", MINTU_STATUS_INPUT},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const mintu_style_eval_options feature = {.geometry = cases[i].geojson};
        char expression[512], *text = NULL;
        mintu_error error = {0};
        const bool good = cases[i].status == MINTU_STATUS_OK;
        if (read_as_file(cases[i].geojson) != cases[i].status)
            fail_msg("as a file: %s", cases[i].geojson);
        for (int within = 0; within < 2; within++) {
            snprintf(expression, sizeof expression, "[\"%s\",%s]", within ? "within" : "distance", cases[i].geojson);
            if (mintu_style_eval(expression, NULL, &error, &text) != cases[i].status)
                fail_msg("%s: %s", expression, error.text);
            free(text);
        }
        if (mintu_style_eval("1", &feature, &error, &text) != (good ? MINTU_STATUS_OK : MINTU_STATUS_USAGE))
            fail_msg("feature %s: %s", cases[i].geojson, error.text);
        free(text);
    }
}

/* What has no geometry adds nothing; what is GeoJSON and no area is still told as such. */
static void test_features(void **state)
{
    (void)state;
    expect_within(FEATURES("{\"type\":\"Feature\",\"properties\":{},\"geometry\":null}," FEATURE(AREA(SQUARE))), POINT(3, 3),
                  true);
    expect_within(FEATURES(FEATURE(LINE("[0,0],[9,9]")) "," FEATURE(AREA(SQUARE))), POINT(3, 3), true);
    expect_within(AREA("[[0,0],[4,0],[4,4],[0,4]]"), POINT(0.5, 2), true);
    const mintu_status bad = MINTU_STATUS_INPUT;
    fails("[\"within\"," FEATURES(FEATURE(LINE("[0,0],[9,9]"))) "]", NULL, NULL, bad, "that contains polygon geometry type.");
    fails("[\"within\"," FEATURES("{\"type\":\"feature\"}") "]", NULL, NULL, bad, "of the type Feature");
    fails("[\"distance\"," LINE("[0,0]") "]", NULL, NULL, bad, "a line needs two positions");
    fails("[\"all\",true,[\"within\"," AREA("[[0,0],[4,0],[0,0]]") "]]", NULL, NULL, bad, "at /2: 'within' expression");
    fails("[\"within\"," FEATURE("{\"type\":\"GeometryCollection\",\"geometries\":[" AREA(SQUARE) "]}") "]", NULL, NULL, bad,
          "GeometryCollection");
}

/* Beyond the date line the feature is brought round to the area. */
static void test_within_date_line(void **state)
{
    (void)state;
    const char *area = "{\"type\":\"Polygon\",\"coordinates\":[[[-185,60],[-175,60],[-175,65],[-185,65],[-185,60]]]}";
    expect_within(area, POINT(177, 62.5), true);
    expect_within(area, POINT(-178, 62.5), true);
    expect_within(area, POINT(170, 62.5), false);
}

static void test_distance(void **state)
{
    (void)state;
    const char *holed = "{\"type\":\"Polygon\",\"coordinates\":[[[118,25],[119,25],[119,26],[118,26],[118,25]],"
                        "[[118.4,25.4],[118.4,25.6],[118.6,25.6],[118.6,25.4],[118.4,25.4]]]}";
    expect_metres(POINT(118, 26), POINT(118, 27), NULL, 110803.52028156469);
    expect_metres("{\"type\":\"LineString\",\"coordinates\":[[118,25],[118,27]]}", POINT(118.5, 26), NULL, 50058.85747581895);
    expect_metres(holed, POINT(118.5, 25.5), NULL, 10053.772272093513);
    expect_metres(holed, POINT(118.2, 25.5), NULL, 0);
    expect_metres("{\"type\":\"MultiPoint\",\"coordinates\":[[118,26],[119,26]]}",
                  "{\"type\":\"MultiPoint\",\"coordinates\":[[118.9,26.1],[117,26]]}", NULL, 14926.781276097852);
    expect_metres(POINT(118, 26),
                  "{\"type\":\"MultiLineString\",\"coordinates\":[[[117,26.5],[117.5,26.5]],[[118.5,26.5],[119,26.5]]]}", NULL,
                  55397.852328798486);
    expect_metres("{\"type\":\"Polygon\",\"coordinates\":[[[118,25],[119,25],[119,26],[118,26],[118,25]]]}",
                  "{\"type\":\"Polygon\",\"coordinates\":[[[120,25],[121,25],[121,26],[120,26],[120,25]]]}", NULL,
                  100950.09037272485);
    expect_metres(POINT(-179.9, 0), POINT(179.9, 0), NULL, 22263.898136626445);
}

/* On a tile's grid of level 8 a step is 19 m at the equator. */
static void test_distance_on_grid(void **state)
{
    (void)state;
    expect_metres(POINT(118, 26), POINT(118, 26.0001), "8/0/0", 19.391344758313654);
    expect_metres(POINT(118, 26), POINT(118, 26.0001), NULL, 11.07875849289281);
}

static void test_long_lines(void **state)
{
    (void)state;
    mintu_buffer target = {0}, line = {0};
    mintu_buffer_text(&target, "[\"distance\",{\"type\":\"LineString\",\"coordinates\":[");
    mintu_buffer_text(&line, "{\"type\":\"LineString\",\"coordinates\":[");
    for (int i = 0; i < 20000; i++) {
        mintu_buffer_format(&target, "%s[%.5f,26]", i ? "," : "", 110 + i * 0.0005);
        mintu_buffer_format(&line, "%s[%.5f,%.5f]", i ? "," : "", 110 + i * 0.0005, 27 + 0.5 * sin(i));
    }
    mintu_buffer_text(&target, "]}]");
    mintu_buffer_text(&line, "]}");
    char *text = evaluate(target.data, line.data, NULL);
    double found = strtod(text, NULL);
    assert_true(found > 55000 && found < 56000);
    free(text);
    mintu_buffer_free(&target);
    mintu_buffer_free(&line);
}

static void test_bad_geometry(void **state)
{
    (void)state;
    const mintu_status bad = MINTU_STATUS_INPUT;
    fails("[\"within\",5]", NULL, NULL, bad, "valid geojson");
    fails("[\"within\"," POINT(1, 1) "]", NULL, NULL, bad, "polygon geometry");
    fails("[\"within\",{\"type\":\"Polygon\",\"coordinates\":[[0,0]]}]", NULL, NULL, bad, "valid geojson");
    fails("[\"within\",{\"type\":\"FeatureCollection\",\"features\":[]}]", NULL, NULL, bad, "valid geojson");
    fails("[\"distance\",{\"type\":\"GeometryCollection\",\"geometries\":[]}]", NULL, NULL, bad, "valid geojson");
    fails("[\"distance\"]", NULL, NULL, bad, "exactly one argument, but found 0");
    fails("[\"distance\",[" POINT(1, 1) "]]", NULL, NULL, bad, "valid geojson");
    const mintu_style_eval_options options = {.geometry = "{\"type\":\"Point\",\"coordinates\":\"here\"}"};
    mintu_error error = {0};
    char *text = NULL;
    assert_int_equal(mintu_style_eval("1", &options, &error, &text), MINTU_STATUS_USAGE);
    assert_non_null(strstr(error.text, "no GeoJSON"));
    /* Without a geometry nothing is within, and no distance is known. */
    gives("[\"within\"," RING "]", NULL, NULL, "false");
    gives("[\"distance\"," RING "]", NULL, NULL, "null");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_within_points), cmocka_unit_test(test_within_lines),     cmocka_unit_test(test_within_date_line),
        cmocka_unit_test(test_distance),      cmocka_unit_test(test_distance_on_grid), cmocka_unit_test(test_long_lines),
        cmocka_unit_test(test_bad_geometry),  cmocka_unit_test(test_verdict_of_files), cmocka_unit_test(test_features),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
