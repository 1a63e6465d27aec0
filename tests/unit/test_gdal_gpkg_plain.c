#define _DEFAULT_SOURCE
#include "gdal/gpkg_plain.h"

#include "base/context.h"
#include "test_geo_helper.h"

#include <sqlite3.h>

/* A layer with a field of each type that is plain, rows without values, and notes, in a file of its own. */
static const char *write_places(const char *name)
{
    static const mintu_field_type types[] = {MINTU_FIELD_TYPE_TEXT, MINTU_FIELD_TYPE_INTEGER, MINTU_FIELD_TYPE_REAL,
                                             MINTU_FIELD_TYPE_BOOLEAN};
    mintu_layer *layer = make_layer();
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        char field[] = "a \"0\" 镇";
        field[3] = (char)('0' + i);
        assert_good(mintu_layer_field_add(layer, field, types[i], &problem));
    }
    add_point(layer, 118.1234567891, 25);
    assert_good(mintu_layer_text_set(layer, 0, 0, "水头镇", &problem));
    assert_good(mintu_layer_number_set(layer, 0, 1, -7, &problem));
    assert_good(mintu_layer_number_set(layer, 0, 2, 0.1, &problem));
    assert_good(mintu_layer_boolean_set(layer, 0, 3, true, &problem));
    assert_good(mintu_layer_append(layer, &problem));
    assert_good(mintu_layer_note_set(layer, "as-of", "2014-11-20", &problem));
    assert_good(mintu_layer_note_set(layer, "source", "a: b, <c> & \"d\"", &problem));
    const char *path = inside(name);
    assert_good(mintu_layer_write(context, layer, path, NULL, &problem));
    mintu_layer_free(layer);
    return path;
}

/* The triggers of the index call functions of GDAL's; for them every geometry is empty here. */
static void give_one(sqlite3_context *call, int count, sqlite3_value **values)
{
    (void)count, (void)values;
    sqlite3_result_int(call, 1);
}

static void change(const char *path, const char *sql)
{
    static const char *const functions[] = {"ST_IsEmpty", "ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY"};
    sqlite3 *database;
    assert_int_equal(sqlite3_open(path, &database), SQLITE_OK);
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
        assert_int_equal(sqlite3_create_function(database, functions[i], 1, SQLITE_UTF8, NULL, give_one, NULL, NULL),
                         SQLITE_OK);
    if (sqlite3_exec(database, sql, NULL, NULL, NULL) != SQLITE_OK)
        fail_msg("%s: %s", sql, sqlite3_errmsg(database));
    sqlite3_close(database);
}

static mintu_layer *read_plain(const char *path)
{
    mintu_layer *layer = (mintu_layer *)1;
    assert_good(mintu_gpkg_plain_read(context, path, NULL, &problem, &layer));
    return layer;
}

static mintu_buffer as_text(mintu_layer *layer, const char *name)
{
    const char *path = inside(name);
    assert_non_null(layer);
    assert_good(mintu_layer_write(context, layer, path, NULL, &problem));
    mintu_layer_free(layer);
    return read_text(path);
}

/* A log beside a file leaves it to GDAL, and an empty one changes nothing. */
static mintu_layer *read_by_gdal(const char *path)
{
    char log[300];
    mintu_layer *layer;
    snprintf(log, sizeof log, "%s-journal", path);
    FILE *file = fopen(log, "w");
    assert_non_null(file);
    fclose(file);
    assert_null(read_plain(path));
    assert_good(mintu_layer_load(context, path, NULL, &problem, &layer));
    unlink(log);
    return layer;
}

static void reads_what_gdal_reads(void **state)
{
    (void)state;
    char path[256];
    snprintf(path, sizeof path, "%s", write_places("places.gpkg"));
    mintu_buffer own = as_text(read_plain(path), "own.geojson"), other = as_text(read_by_gdal(path), "gdal.geojson");
    assert_non_null(strstr(own.data, "水头镇"));
    assert_non_null(strstr(own.data, "2014-11-20"));
    assert_string_equal(own.data, other.data);
    mintu_buffer_free(&own);
    mintu_buffer_free(&other);
}

/* Each change makes a file that is not plain, and GDAL reads it, or refuses it with a reason. */
static void leaves_the_rest_to_gdal(void **state)
{
    (void)state;
    static const char *const changes[] = {
        "update gpkg_geometry_columns set z = 1",
        "update gpkg_spatial_ref_sys set organization_coordsys_id = 4548",
        "update gpkg_spatial_ref_sys set organization = 'NONE'",
        "alter table test add column day date",
        "alter table test add column t text(3)",
        "create table more (n integer)",
        "update gpkg_contents set data_type = 'attributes'",
        "alter table test rename to old; create view test as select * from old",
        "update test set \"a \"\"0\"\" 镇\" = x'ff'",
        "update test set \"a \"\"1\"\" 镇\" = 'seven'",
        "update gpkg_metadata set metadata = '<GDALMultiDomainMetadata><Metadata domain=\"x\"/></GDALMultiDomainMetadata>'",
        "update gpkg_metadata set metadata = '<!DOCTYPE a [<!ENTITY b "
        "\"c\">]><GDALMultiDomainMetadata><Metadata/></GDALMultiDomainMetadata>'",
        "update gpkg_metadata set metadata = 'no XML'",
        "insert into gpkg_extensions values ('test', 'geom', 'gpkg_geom_CIRCULARSTRING', '', 'read-write')",
    };
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        char path[256];
        snprintf(path, sizeof path, "%s", write_places("changed.gpkg"));
        mintu_layer *before = read_plain(path);
        assert_non_null(before);
        mintu_layer_free(before);
        change(path, changes[i]);
        if (read_plain(path))
            fail_msg("read as plain: %s", changes[i]);
        unlink(path);
    }
}

static void leaves_damaged_geometries_to_gdal(void **state)
{
    (void)state;
    static const char *const blobs[] = {"x''",
                                        "x'4750'",
                                        "x'47500001E6100000'",
                                        "x'47500021E610000001010000000000000000000000'",
                                        "x'4750000FE610000001010000000000000000000000'",
                                        "'text'",
                                        "x'47500001E6100000010100000000000000000000000000F07F0000000000000000'"};
    for (size_t i = 0; i < sizeof blobs / sizeof *blobs; i++) {
        char path[256], sql[256];
        snprintf(path, sizeof path, "%s", write_places("geometry.gpkg"));
        snprintf(sql, sizeof sql, "update test set geom = %s", blobs[i]);
        change(path, sql);
        if (read_plain(path))
            fail_msg("read as plain: %s", blobs[i]);
        unlink(path);
    }
}

/* Whatever byte is damaged: it is read, or left to GDAL, and nothing else. */
static void survives_damaged_bytes(void **state)
{
    (void)state;
    char path[256];
    snprintf(path, sizeof path, "%s", write_places("whole.gpkg"));
    mintu_buffer whole = read_text(path);
    for (size_t at = 0; at < whole.size; at += 97) {
        const char *damaged = inside("damaged.gpkg");
        FILE *file = fopen(damaged, "wb");
        assert_non_null(file);
        whole.data[at] = (char)~whole.data[at];
        assert_int_equal(fwrite(whole.data, 1, whole.size, file), whole.size);
        whole.data[at] = (char)~whole.data[at];
        fclose(file);
        mintu_layer *layer = NULL;
        mintu_status status = mintu_gpkg_plain_read(context, damaged, NULL, &problem, &layer);
        assert_true(status == MINTU_STATUS_OK || status == MINTU_STATUS_INPUT);
        mintu_layer_free(layer);
    }
    mintu_buffer_free(&whole);
}

static void keeps_the_limits(void **state)
{
    (void)state;
    mintu_context *small;
    mintu_layer *layer;
    assert_good(mintu_context_new(&problem, &small));
    small->limits.layer = 100;
    assert_int_equal(mintu_gpkg_plain_read(small, write_places("limit.gpkg"), NULL, &problem, &layer), MINTU_STATUS_INPUT);
    assert_null(layer);
    assert_non_null(strstr(problem.text, "100 bytes as a layer in memory"));
    mintu_context_free(small);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_gdal_reads),
        cmocka_unit_test(leaves_the_rest_to_gdal),
        cmocka_unit_test(leaves_damaged_geometries_to_gdal),
        cmocka_unit_test(survives_damaged_bytes),
        cmocka_unit_test(keeps_the_limits),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
