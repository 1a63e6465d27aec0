#define _DEFAULT_SOURCE
#include "base/context.h"
#include "gdal/ogr.h"
#include "layer/layer_data.h"
#include "test_geo_helper.h"

static const char towns[] = "{\"type\":\"FeatureCollection\",\"features\":["
                            "{\"type\":\"Feature\",\"properties\":{\"a\":\"A\",\"b\":1},\"geometry\":{\"type\":\"LineString\","
                            "\"coordinates\":[[118,25],[118,26],[118,27]]}},"
                            "{\"type\":\"Feature\",\"properties\":{\"a\":\"B\",\"b\":2},\"geometry\":null}]}";
static const char topology[] =
    "{\"type\":\"Topology\",\"arcs\":[[[118,25],[118,26]]],\"objects\":{\"a\":{\"type\":"
    "\"GeometryCollection\",\"geometries\":[{\"type\":\"LineString\",\"arcs\":[0],\"properties\":{}}]}}}";
static const char gpx[] = "<gpx version=\"1.1\" creator=\"x\"><wpt lat=\"26\" lon=\"118\"><name>A</name></wpt></gpx>";
static const char drawing[] =
    "0\nSECTION\n2\nHEADER\n9\n$ACADVER\n1\nAC1015\n0\nENDSEC\n0\nSECTION\n2\nTABLES\n0\nENDSEC\n0\nSECTION\n2\nBLOCKS\n"
    "0\nENDSEC\n0\nSECTION\n2\nENTITIES\n0\nLINE\n8\n0\n10\n118\n20\n26\n11\n119\n21\n26\n0\nENDSEC\n0\nEOF\n";

/* Read with the limit at @p most, refused with it one lower, saying which. */
static void holds(const char *name, const char *text, size_t *limit, size_t most, const char *words)
{
    mintu_layer *layer = NULL;
    const char *path = write_text(name, text);
    size_t usual = *limit;
    *limit = most;
    if (mintu_layer_load(context, path, NULL, &problem, &layer) != MINTU_STATUS_OK)
        fail_msg("%s with a limit of %zu %s: %s", name, most, words, problem.text);
    mintu_layer_free(layer);
    *limit = most - 1;
    assert_int_equal(mintu_layer_load(context, path, NULL, &problem, &layer), MINTU_STATUS_INPUT);
    assert_null(layer);
    char number[32];
    snprintf(number, sizeof number, " %zu ", most - 1);
    if (!strstr(problem.text, words) || !strstr(problem.text, number))
        fail_msg("\"%s\" or%sis not in: %s", words, number, problem.text);
    *limit = usual;
}

static void fields_and_memory(void **state)
{
    (void)state;
    holds("towns.geojson", towns, &context->limits.fields, 2, "fields");
    holds("fields.csv", "name,lon,lat\nA,118,26\n", &context->limits.fields, 3, "fields");
    /* two features of 200, four values of 16, two texts of 33, a line of 3 * 16 bytes and a part of 100 */
    holds("towns.geojson", towns, &context->limits.layer, 2 * 200 + 4 * 16 + 2 * 33 + 3 * 16 + 100, "bytes as a layer");
}

static void files_that_grow(void **state)
{
    (void)state;
    holds("towns.topojson", topology, &context->limits.positions, 3, "positions");
    holds("towns.topojson", topology, &context->limits.topology, sizeof topology - 1, "bytes of TopoJSON");
    holds("towns.gpx", gpx, &context->limits.depth, 3, "elements in each other");
    holds("towns.gpx", gpx, &context->limits.unpacked, sizeof gpx - 1, "bytes of XML");
    holds("towns.dxf", drawing, &context->limits.drawing, 11, "entities and positions");
}

static void sheets(void **state)
{
    (void)state;
    mintu_layer *layer = make_layer();
    assert_good(mintu_layer_field_add(layer, "name", MINTU_FIELD_TYPE_TEXT, &problem));
    assert_good(mintu_layer_field_add(layer, "other", MINTU_FIELD_TYPE_TEXT, &problem));
    for (size_t row = 0; row < 3; row++) {
        assert_good(mintu_layer_append(layer, &problem));
        assert_good(mintu_layer_text_set(layer, row, 0, "A", &problem));
        assert_good(mintu_layer_text_set(layer, row, 1, "BC", &problem));
    }
    char path[256];
    snprintf(path, sizeof path, "%s", inside("sheet.xlsx"));
    assert_good(mintu_layer_write(context, layer, path, NULL, &problem));
    mintu_layer_free(layer);
    const size_t lowest[] = {7, 1, 100}; /* of cells, files, bytes: fewer than are there */
    size_t *limits[] = {&context->limits.cells, &context->limits.members, &context->limits.unpacked};
    const char *const words[] = {"cells", "files in its archive", "bytes"};
    for (size_t i = 0; i < 3; i++) {
        size_t usual = *limits[i];
        *limits[i] = lowest[i];
        assert_int_equal(mintu_layer_load(context, path, NULL, &problem, &layer), MINTU_STATUS_INPUT);
        assert_non_null(strstr(problem.text, words[i]));
        *limits[i] = usual;
    }
    assert_good(mintu_layer_load(context, path, NULL, &problem, &layer));
    assert_int_equal(mintu_layer_count(layer), 3);
    mintu_layer_free(layer);
}

/* A view that takes a million steps, with not a second to spare and with the usual ones. */
static void a_database_has_its_time(void **state)
{
    (void)state;
    static const char *const make[] = {
        "CREATE VIEW v AS WITH c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 100000) SELECT max(x) AS n FROM c",
        "INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('v', 'attributes', 'v')"};
    mintu_layer *layer = make_layer();
    assert_good(mintu_layer_field_add(layer, "name", MINTU_FIELD_TYPE_TEXT, &problem));
    assert_good(mintu_layer_append(layer, &problem));
    char path[256];
    snprintf(path, sizeof path, "%s", inside("view.gpkg"));
    assert_good(mintu_layer_write(context, layer, path, NULL, &problem));
    mintu_layer_free(layer);
    GDALDatasetH dataset = GDALOpenEx(path, GDAL_OF_VECTOR | GDAL_OF_UPDATE, NULL, NULL, NULL);
    assert_non_null(dataset);
    for (size_t i = 0; i < sizeof make / sizeof *make; i++)
        GDALDatasetReleaseResultSet(dataset, GDALDatasetExecuteSQL(dataset, make[i], NULL, NULL));
    GDALClose(dataset);
    size_t usual = context->limits.seconds;
    context->limits.seconds = 0;
    assert_int_equal(mintu_layer_load(context, path, "v", &problem, &layer), MINTU_STATUS_INPUT);
    assert_non_null(strstr(problem.text, "more than 0 seconds"));
    context->limits.seconds = usual;
    assert_good(mintu_layer_load(context, path, "v", &problem, &layer));
    assert_int_equal(mintu_layer_count(layer), 1);
    mintu_layer_free(layer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(fields_and_memory), cmocka_unit_test(files_that_grow),
                                       cmocka_unit_test(sheets), cmocka_unit_test(a_database_has_its_time)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
