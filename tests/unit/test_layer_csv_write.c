#define _DEFAULT_SOURCE
#include "test_geo_helper.h"

#include "format/csv.h"

static mintu_buffer write_layer(const mintu_layer *layer, bool coordinates)
{
    const char *path = inside("out.csv");
    assert_good(mintu_layer_write(context, layer, path, &(mintu_write_options){.coordinates = coordinates}, &problem));
    return read_text(path);
}

static mintu_layer *make_table(void)
{
    mintu_layer *layer = make_layer();
    assert_good(mintu_layer_field_add(layer, "code", MINTU_FIELD_TYPE_TEXT, &problem));
    assert_good(mintu_layer_field_add(layer, "a,b", MINTU_FIELD_TYPE_TEXT, &problem));
    assert_good(mintu_layer_field_add(layer, "n", MINTU_FIELD_TYPE_INTEGER, &problem));
    assert_good(mintu_layer_field_add(layer, "x", MINTU_FIELD_TYPE_REAL, &problem));
    return layer;
}

static void quotes_what_must_be_quoted(void **state)
{
    (void)state;
    mintu_layer *layer = make_table();
    add_point(layer, 118.5, 25);
    assert_good(mintu_layer_text_set(layer, 0, 0, "035", &problem));
    assert_good(mintu_layer_text_set(layer, 0, 1, "say \"hi\",\nplease", &problem));
    assert_good(mintu_layer_number_set(layer, 0, 2, 42, &problem));
    assert_good(mintu_layer_number_set(layer, 0, 3, -0.1234567891, &problem));
    assert_good(mintu_layer_append(layer, &problem));
    mintu_buffer text = write_layer(layer, false);
    assert_string_equal(text.data, "code,\"a,b\",n,x\n035,\"say \"\"hi\"\",\nplease\",42,-0.1234568\n,,,\n");
    mintu_buffer_free(&text);
    text = write_layer(layer, true);
    assert_string_equal(text.data, "code,\"a,b\",n,x,lon,lat\n035,\"say \"\"hi\"\",\nplease\",42,-0.1234568,118.5,25\n,,,,,\n");
    mintu_buffer_free(&text);
    mintu_layer_free(layer);
}

static void an_empty_value_alone_is_quoted(void **state)
{
    (void)state;
    mintu_layer *layer = make_layer();
    mintu_table *table;
    assert_good(mintu_layer_field_add(layer, "only", MINTU_FIELD_TYPE_TEXT, &problem));
    assert_good(mintu_layer_append(layer, &problem));
    mintu_buffer text = write_layer(layer, false);
    assert_string_equal(text.data, "only\n\"\"\n");
    assert_good(mintu_table_load(inside("out.csv"), &problem, &table));
    assert_int_equal(mintu_table_count(table), 1);
    mintu_table_free(table);
    mintu_buffer_free(&text);
    mintu_layer_free(layer);
}

static void polygons_are_well_known_text(void **state)
{
    (void)state;
    mintu_layer *layer = make_layer(), *back;
    assert_good(mintu_layer_field_add(layer, "name", MINTU_FIELD_TYPE_TEXT, &problem));
    add_box(layer, 0, 0, 1, 1.5);
    mintu_buffer text = write_layer(layer, false);
    assert_string_equal(text.data, "name,wkt\n,\"MULTIPOLYGON (((0 0,1 0,1 1.5,0 1.5,0 0)))\"\n");
    mintu_buffer_free(&text);
    assert_good(mintu_layer_load(context, inside("out.csv"), NULL, &problem, &back));
    assert_int_equal(mintu_layer_field_count(back), 1);
    assert_true(fabs(plane_area(back, 0) - 1.5) < 1e-12);
    mintu_layer_free(back);
    mintu_layer_free(layer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(quotes_what_must_be_quoted),
                                       cmocka_unit_test(an_empty_value_alone_is_quoted),
                                       cmocka_unit_test(polygons_are_well_known_text)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
