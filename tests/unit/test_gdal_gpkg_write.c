#define _DEFAULT_SOURCE
#include "test_geo_helper.h"

#include <locale.h>
#include <sqlite3.h>

static mintu_layer *make_places(void)
{
    mintu_layer *layer = make_layer();
    assert_good(mintu_layer_field_add(layer, "code", MINTU_FIELD_TYPE_TEXT, &problem));
    assert_good(mintu_layer_field_add(layer, "n", MINTU_FIELD_TYPE_INTEGER, &problem));
    assert_good(mintu_layer_field_add(layer, "x", MINTU_FIELD_TYPE_REAL, &problem));
    add_point(layer, 118.1234567891, 25);
    assert_good(mintu_layer_text_set(layer, 0, 0, "0350", &problem));
    assert_good(mintu_layer_number_set(layer, 0, 1, 9007199254740993.0, &problem));
    assert_good(mintu_layer_number_set(layer, 0, 2, 0.1, &problem));
    assert_good(mintu_layer_append(layer, &problem));
    assert_good(mintu_layer_note_set(layer, "as-of", "2014-11-20", &problem));
    assert_good(mintu_layer_note_set(layer, "source", "a: b, <c> & \"d\"", &problem));
    return layer;
}

static void comes_back_the_same(void **state)
{
    (void)state;
    mintu_layer *layer = make_places(), *back;
    const char *path = inside("out.gpkg");
    assert_good(mintu_layer_write(context, layer, path, NULL, &problem));
    assert_good(mintu_layer_load(context, path, "test", &problem, &back));
    assert_int_equal(mintu_layer_count(back), 2);
    assert_int_equal(mintu_layer_field_count(back), 3);
    assert_string_equal(mintu_layer_text(back, 0, 0), "0350");
    assert_string_equal(mintu_layer_text(back, 0, 1), mintu_layer_text(layer, 0, 1));
    assert_true(mintu_layer_number(back, 0, 2) == 0.1);
    assert_true(mintu_layer_is_null(back, 1, 0) && mintu_layer_is_null(back, 1, 2));
    double place[2];
    bool found;
    assert_good(mintu_layer_point(context, back, 0, place, &found, &problem));
    assert_true(found && place[0] == 118.1234567891 && place[1] == 25);
    assert_good(mintu_layer_point(context, back, 1, place, &found, &problem));
    assert_false(found);
    assert_string_equal(mintu_layer_note(back, "as-of"), "2014-11-20");
    assert_string_equal(mintu_layer_note(back, "source"), "a: b, <c> & \"d\"");
    mintu_layer_free(back);
    mintu_layer_free(layer);
}

/* Positions may have a height, so that the file is GDAL's to read. */
static void allow_heights(const char *path)
{
    sqlite3 *database;
    assert_int_equal(sqlite3_open(path, &database), SQLITE_OK);
    assert_int_equal(sqlite3_exec(database, "UPDATE gpkg_geometry_columns SET z = 2", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(database);
}

/* GDAL's driver may load SpatiaLite, which sets the locale's numbers to those of C. */
static void the_locale_of_the_host_stays(void **state)
{
    (void)state;
    mintu_layer *layer = make_places(), *back;
    const char *path = inside("locale.gpkg");
    assert_non_null(setlocale(LC_ALL, "C.UTF-8"));
    assert_good(mintu_layer_write(context, layer, path, NULL, &problem));
    assert_string_equal(setlocale(LC_NUMERIC, NULL), "C.UTF-8");
    allow_heights(path);
    assert_good(mintu_layer_load(context, path, "test", &problem, &back));
    assert_string_equal(setlocale(LC_NUMERIC, NULL), "C.UTF-8");
    assert_non_null(setlocale(LC_ALL, "C"));
    mintu_layer_free(back);
    mintu_layer_free(layer);
}

static void equal_layers_are_equal_bytes(void **state)
{
    (void)state;
    mintu_layer *layer = make_places();
    const char *first = inside("first.gpkg"), *second = inside("second.gpkg");
    assert_good(mintu_layer_write(context, layer, first, NULL, &problem));
    usleep(20000); /* past the milliseconds that the format holds */
    assert_good(mintu_layer_write(context, layer, second, NULL, &problem));
    mintu_buffer one = read_text(first), two = read_text(second);
    assert_int_equal(one.size, two.size);
    assert_memory_equal(one.data, two.data, one.size);
    assert_null(strstr(one.data, ".gpkg-journal"));
    mintu_buffer_free(&one);
    mintu_buffer_free(&two);
    mintu_layer_free(layer);
}

/* Fields may be called as GeoPackage's own columns are. */
static void own_columns_keep_their_names(void **state)
{
    (void)state;
    mintu_layer *layer = make_layer(), *back;
    assert_good(mintu_layer_field_add(layer, "fid", MINTU_FIELD_TYPE_TEXT, &problem));
    assert_good(mintu_layer_field_add(layer, "geom", MINTU_FIELD_TYPE_TEXT, &problem));
    add_box(layer, 0, 0, 1, 1);
    assert_good(mintu_layer_text_set(layer, 0, 0, "x", &problem));
    assert_good(mintu_layer_text_set(layer, 0, 1, "y", &problem));
    assert_good(mintu_layer_write(context, layer, inside("own.gpkg"), NULL, &problem));
    assert_good(mintu_layer_load(context, inside("own.gpkg"), NULL, &problem, &back));
    assert_string_equal(mintu_layer_text(back, 0, 0), "x");
    assert_string_equal(mintu_layer_text(back, 0, 1), "y");
    assert_int_equal(mintu_layer_geometry_type(back), MINTU_GEOMETRY_TYPE_POLYGON);
    mintu_layer_free(back);
    mintu_layer_free(layer);
}

static void standard_output_is_refused(void **state)
{
    (void)state;
    mintu_layer *layer = make_places();
    mintu_write_options options = {.format = "gpkg"};
    assert_int_equal(mintu_layer_write(context, layer, "-", &options, &problem), MINTU_STATUS_USAGE);
    assert_non_null(strstr(problem.text, "geojson, json or csv"));
    mintu_layer_free(layer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(comes_back_the_same), cmocka_unit_test(equal_layers_are_equal_bytes),
                                       cmocka_unit_test(the_locale_of_the_host_stays),
                                       cmocka_unit_test(own_columns_keep_their_names),
                                       cmocka_unit_test(standard_output_is_refused)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
