#define _DEFAULT_SOURCE
#include "test_geo_helper.h"

static mintu_layer *load(const char *path)
{
    mintu_layer *layer = NULL;
    memset(&problem, 0, sizeof problem);
    if (mintu_layer_load(context, path, NULL, &problem, &layer) != MINTU_STATUS_OK)
        fail_msg("%s: %s", path, problem.text);
    return layer;
}

/* Loading fails, says the file, and the text holds @p words. */
static void refuse(const char *path, const char *words)
{
    mintu_layer *layer = (mintu_layer *)1;
    memset(&problem, 0, sizeof problem);
    assert_int_equal(mintu_layer_load(context, path, NULL, &problem, &layer), MINTU_STATUS_INPUT);
    assert_null(layer);
    assert_string_equal(problem.source, path);
    if (!strstr(problem.text, words))
        fail_msg("\"%s\" is not in: %s", words, problem.text);
}

static void reads_geojson_with_types_and_notes(void **state)
{
    (void)state;
    const char *path = write_text(
        "in.geojson", "{\"type\":\"FeatureCollection\",\"name\":\"towns\",\"title\":\"T\",\"n\":3,\"features\":["
                      "{\"type\":\"Feature\",\"properties\":{\"code\":\"0350\",\"n\":7,\"x\":1.5,\"day\":\"2014-11-20\","
                      "\"tags\":[\"a\",\"b\"]},\"geometry\":{\"type\":\"Point\",\"coordinates\":[118,25,9]}},"
                      "{\"type\":\"Feature\",\"properties\":{},\"geometry\":null}]}");
    mintu_layer *layer = load(path);
    assert_string_equal(mintu_layer_name(layer), "towns");
    assert_string_equal(mintu_layer_note(layer, "title"), "T");
    assert_null(mintu_layer_note(layer, "n"));
    assert_int_equal(mintu_layer_field_type(layer, (size_t)mintu_layer_field_find(layer, "n")), MINTU_FIELD_TYPE_INTEGER);
    assert_int_equal(mintu_layer_field_type(layer, (size_t)mintu_layer_field_find(layer, "x")), MINTU_FIELD_TYPE_REAL);
    assert_string_equal(mintu_layer_text(layer, 0, (size_t)mintu_layer_field_find(layer, "code")), "0350");
    assert_string_equal(mintu_layer_text(layer, 0, (size_t)mintu_layer_field_find(layer, "day")), "2014-11-20");
    assert_string_equal(mintu_layer_text(layer, 0, (size_t)mintu_layer_field_find(layer, "tags")), "[\"a\",\"b\"]");
    assert_true(mintu_layer_is_null(layer, 1, 0));
    assert_int_equal(mintu_layer_geometry_type(layer), MINTU_GEOMETRY_TYPE_POINT);
    mintu_layer_free(layer);
}

static void reads_csv_with_positions_and_codes(void **state)
{
    (void)state;
    mintu_layer *layer = load(write_text("in.csv", "code,name,n,x,lon,lat\n350100,A,7,1.5,118.25,25.5\n350200,\"B,C\",,,,\n"));
    double place[2];
    bool found;
    assert_int_equal(mintu_layer_field_type(layer, 0), MINTU_FIELD_TYPE_TEXT);
    assert_int_equal(mintu_layer_field_type(layer, 2), MINTU_FIELD_TYPE_INTEGER);
    assert_string_equal(mintu_layer_text(layer, 0, 0), "350100");
    assert_string_equal(mintu_layer_text(layer, 1, 1), "B,C");
    assert_true(mintu_layer_is_null(layer, 1, 2));
    assert_good(mintu_layer_point(context, layer, 0, place, &found, &problem));
    assert_true(found && place[0] == 118.25 && place[1] == 25.5);
    mintu_layer_free(layer);
}

/* EPSG:4548 is CGCS2000 in zones of 3 degrees; 700260.6444, 2878367.1826 is 119 E, 26 N. */
static void brings_projected_files_to_degrees(void **state)
{
    (void)state;
    const char *path =
        write_text("plane.geojson", "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":"
                                    "\"urn:ogc:def:crs:EPSG::4548\"}},\"features\":[{\"type\":\"Feature\",\"properties\":{},"
                                    "\"geometry\":{\"type\":\"Point\",\"coordinates\":[700260.6444,2878367.1826]}}]}");
    mintu_layer *layer = load(path);
    double place[2];
    bool found;
    assert_good(mintu_layer_point(context, layer, 0, place, &found, &problem));
    assert_true(fabs(place[0] - 119) < 1e-8 && fabs(place[1] - 26) < 1e-8);
    mintu_layer_free(layer);
}

static void cgcs2000_is_wgs84(void **state)
{
    (void)state;
    const char *path =
        write_text("cgcs.geojson", "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":"
                                   "\"urn:ogc:def:crs:EPSG::4490\"}},\"features\":[{\"type\":\"Feature\",\"properties\":{},"
                                   "\"geometry\":{\"type\":\"Point\",\"coordinates\":[119.125,26.5]}}]}");
    mintu_layer *layer = load(path);
    double bounds[4];
    bool found;
    assert_good(mintu_layer_bounds(layer, bounds, &found, &problem));
    assert_true(found && bounds[0] == 119.125 && bounds[1] == 26.5);
    mintu_layer_free(layer);
}

static void layers_are_chosen_by_name(void **state)
{
    (void)state;
    mintu_layer *layer = NULL;
    const char *path = write_text("a.geojson", "{\"type\":\"FeatureCollection\",\"name\":\"towns\",\"features\":[]}");
    assert_good(mintu_layer_load(context, path, "towns", &problem, &layer));
    assert_int_equal(mintu_layer_count(layer), 0);
    mintu_layer_free(layer);
    assert_int_equal(mintu_layer_load(context, path, "cities", &problem, &layer), MINTU_STATUS_INPUT);
    assert_non_null(strstr(problem.text, "the file has: towns"));
    assert_null(layer);
}

static void bad_files_are_refused(void **state)
{
    (void)state;
    refuse("/no/such/file.gpkg", "no such file");
    refuse(write_text("empty.geojson", ""), "is empty");
    refuse(write_text("cut.geojson", "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Fea"), "there is the end");
    refuse(write_text("noise.gpkg", "this is no database, whatever its name says"), "cannot be read");
    refuse(write_text("noise.txt", "nothing to see here"), "cannot be read");
    refuse(write_text("metres.csv", "name,lon,lat\nA,500000,2800000\n"), "no reference system");
}

static void bad_geometries_name_the_feature(void **state)
{
    (void)state;
    static const char head[] = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"name\":"
                               "\"good\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}},{\"type\":\"Feature\","
                               "\"properties\":{\"name\":\"bad\"},\"geometry\":%s}]}";
    char text[600];
    snprintf(text, sizeof text, head, "{\"type\":\"Point\",\"coordinates\":[1e999,2]}");
    refuse(write_text("infinite.geojson", text), "feature 2 (bad)");
    snprintf(text, sizeof text, head, "{\"type\":\"Point\",\"coordinates\":[500000,2800000]}");
    refuse(write_text("metres.geojson", text), "500000");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_geojson_with_types_and_notes), cmocka_unit_test(reads_csv_with_positions_and_codes),
        cmocka_unit_test(brings_projected_files_to_degrees),  cmocka_unit_test(cgcs2000_is_wgs84),
        cmocka_unit_test(layers_are_chosen_by_name),          cmocka_unit_test(bad_files_are_refused),
        cmocka_unit_test(bad_geometries_name_the_feature),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
