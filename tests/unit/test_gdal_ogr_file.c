#define _DEFAULT_SOURCE
#include "test_geo_helper.h"

#include "base/context.h"
#include "gdal/ogr_file.h"
#include "gdal/ogr_write.h"
#include "geometry/handle.h"

/* A driver that goes wrong in its own way. */
static bool write_layer(GDALDatasetH dataset, const mintu_layer *layer, size_t most)
{
    mintu_layer fewer = *layer;
    fewer.count = most;
    OGRLayerH out = mintu_ogr_layer(dataset, &fewer, NULL);
    return out && mintu_ogr_rows(out, &fewer);
}

static bool drop_the_last_row(GDALDatasetH dataset, const mintu_layer *layer)
{
    return write_layer(dataset, layer, layer->count - 1);
}

static bool say_an_error(GDALDatasetH dataset, const mintu_layer *layer)
{
    CPLError(CE_Failure, CPLE_FileIO, "the first words");
    CPLError(CE_Failure, CPLE_FileIO, "more words");
    CPLError(CE_Warning, CPLE_FileIO, "a warning");
    return write_layer(dataset, layer, layer->count);
}

static bool fail_without_a_word(GDALDatasetH dataset, const mintu_layer *layer)
{
    (void)dataset;
    (void)layer;
    return false;
}

static mintu_status write_with(bool (*fill)(GDALDatasetH, const mintu_layer *))
{
    mintu_layer *layer = make_layer();
    mintu_output *output;
    mintu_ogr_format format = {.driver = "GPKG", .ending = "gpkg", .doing = "testing", .fill = fill};
    assert_good(mintu_layer_field_add(layer, "x", MINTU_FIELD_TYPE_TEXT, &problem));
    assert_good(mintu_layer_append(layer, &problem));
    assert_good(mintu_layer_append(layer, &problem));
    assert_good(mintu_output_open(inside("out.gpkg"), &problem, &output));
    assert_good(mintu_gdal_begin("testing", &problem));
    mintu_status status = mintu_ogr_file_write(&format, layer, "out.gpkg", output, &problem);
    mintu_gdal_end();
    mintu_output_discard(output);
    mintu_layer_free(layer);
    return status;
}

static void what_the_driver_did_wrong_is_seen(void **state)
{
    (void)state;
    assert_int_equal(write_with(drop_the_last_row), MINTU_STATUS_DEFECT);
    assert_non_null(strstr(problem.text, "1 of 2 rows"));
    assert_int_equal(write_with(say_an_error), MINTU_STATUS_OUTPUT);
    assert_non_null(strstr(problem.text, "the first words"));
    assert_int_equal(write_with(fail_without_a_word), MINTU_STATUS_OUTPUT);
    char **left = VSIReadDirRecursive("/vsimem/");
    assert_int_equal(CSLCount(left), 0);
    CSLDestroy(left);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_the_driver_did_wrong_is_seen)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
