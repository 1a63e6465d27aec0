#define _DEFAULT_SOURCE
#include "test_geo_helper.h"

#include <jansson.h>

/* Writes the layer and returns the text. */
static mintu_buffer write_layer(const mintu_layer *layer)
{
    const char *path = inside("out.geojson");
    assert_good(mintu_layer_write(context, layer, path, NULL, &problem));
    return read_text(path);
}

static json_t *parse(const mintu_buffer *text)
{
    json_t *root = json_loadb(text->data, text->size, JSON_REJECT_DUPLICATES, NULL);
    assert_non_null(root);
    return root;
}

static void whole_text_is_fixed(void **state)
{
    (void)state;
    mintu_layer *layer = make_layer();
    assert_good(mintu_layer_field_add(layer, "name", MINTU_FIELD_TYPE_TEXT, &problem));
    assert_good(mintu_layer_field_add(layer, "n", MINTU_FIELD_TYPE_INTEGER, &problem));
    assert_good(mintu_layer_field_add(layer, "x", MINTU_FIELD_TYPE_REAL, &problem));
    add_point(layer, 119.123456789, -26.5);
    assert_good(mintu_layer_text_set(layer, 0, 0, "a \"b\"\n\\c 闽", &problem));
    assert_good(mintu_layer_number_set(layer, 0, 1, -7, &problem));
    assert_good(mintu_layer_number_set(layer, 0, 2, 0.1, &problem));
    assert_good(mintu_layer_append(layer, &problem));
    assert_good(mintu_layer_note_set(layer, "title", "图", &problem));
    assert_good(mintu_layer_note_set(layer, "as-of", "2014-11-20", &problem));
    mintu_buffer text = write_layer(layer);
    assert_string_equal(text.data,
                        "{\"type\":\"FeatureCollection\",\n\"name\":\"test\",\n\"title\":\"图\",\n\"as-of\":\"2014-11-20\",\n"
                        "\"bbox\":[119.1234568,-26.5,119.1234568,-26.5],\n\"features\":[\n"
                        "{\"type\":\"Feature\",\"properties\":{\"name\":\"a \\\"b\\\"\\n\\\\c 闽\",\"n\":-7,\"x\":0.1},"
                        "\"geometry\":{\"type\":\"Point\",\"coordinates\":[119.1234568,-26.5]}},\n"
                        "{\"type\":\"Feature\",\"properties\":{\"name\":null,\"n\":null,\"x\":null},\"geometry\":null}\n]}\n");
    mintu_buffer_free(&text);
    mintu_layer_free(layer);
}

static void nothing_has_no_bbox(void **state)
{
    (void)state;
    mintu_layer *layer = make_layer();
    mintu_buffer text = write_layer(layer);
    assert_string_equal(text.data, "{\"type\":\"FeatureCollection\",\n\"name\":\"test\",\n\"features\":[]}\n");
    mintu_buffer_free(&text);
    mintu_layer_free(layer);
}

static double ring_turn(const json_t *ring)
{
    double sum = 0;
    for (size_t i = 0; i + 1 < json_array_size(ring); i++) {
        const json_t *a = json_array_get(ring, i), *b = json_array_get(ring, i + 1);
        sum += json_number_value(json_array_get(a, 0)) * json_number_value(json_array_get(b, 1)) -
               json_number_value(json_array_get(b, 0)) * json_number_value(json_array_get(a, 1));
    }
    return sum;
}

/* RFC 7946, 3.1.6: outer rings run counter-clockwise, holes clockwise, whatever the layer has. */
static void rings_follow_the_right_hand_rule(void **state)
{
    (void)state;
    mintu_layer *layer = make_layer();
    mintu_shape shape = {.type = MINTU_GEOMETRY_TYPE_POLYGON};
    static const double outer[] = {0, 0, 0, 9, 9, 9, 9, 0, 0, 0}, hole[] = {1, 1, 2, 1, 2, 2, 1, 2, 1, 1};
    for (int part = 0; part < 2; part++) {
        assert_good(mintu_shape_part(&shape, part == 0, &problem));
        for (int i = 0; i < 5; i++)
            assert_good(mintu_shape_vertex(&shape, (part ? hole : outer)[2 * i], (part ? hole : outer)[2 * i + 1], &problem));
    }
    assert_good(mintu_layer_append(layer, &problem));
    assert_good(mintu_layer_shape_set(layer, 0, &shape, &problem));
    mintu_shape_free(&shape);
    mintu_buffer text = write_layer(layer);
    json_t *root = parse(&text);
    json_t *geometry = json_object_get(json_array_get(json_object_get(root, "features"), 0), "geometry");
    json_t *rings = json_object_get(geometry, "coordinates");
    assert_string_equal(json_string_value(json_object_get(geometry, "type")), "Polygon");
    assert_int_equal(json_array_size(rings), 2);
    assert_true(ring_turn(json_array_get(rings, 0)) > 0);
    assert_true(ring_turn(json_array_get(rings, 1)) < 0);
    assert_null(json_object_get(root, "crs"));
    json_decref(root);
    mintu_buffer_free(&text);
    mintu_layer_free(layer);
}

/* Two outer rings, the first with a hole: nesting of a MultiPolygon. */
static void multipolygons_nest(void **state)
{
    (void)state;
    mintu_layer *layer = make_layer();
    mintu_shape shape = {.type = MINTU_GEOMETRY_TYPE_POLYGON};
    static const double corners[] = {0, 0, 1, 0, 1, 1, 0, 0};
    for (int part = 0; part < 3; part++) {
        assert_good(mintu_shape_part(&shape, part != 1, &problem));
        double shift = part == 2 ? 10 : 0, size = part == 1 ? 0.1 : 4;
        for (int i = 0; i < 4; i++)
            assert_good(mintu_shape_vertex(&shape, shift + (part == 1 ? 2 : 0) + size * corners[2 * i],
                                           (part == 1 ? 1 : 0) + size * corners[2 * i + 1], &problem));
    }
    assert_good(mintu_layer_append(layer, &problem));
    assert_good(mintu_layer_shape_set(layer, 0, &shape, &problem));
    mintu_shape_free(&shape);
    mintu_buffer text = write_layer(layer);
    json_t *root = parse(&text);
    json_t *polygons =
        json_object_get(json_object_get(json_array_get(json_object_get(root, "features"), 0), "geometry"), "coordinates");
    assert_int_equal(json_array_size(polygons), 2);
    assert_int_equal(json_array_size(json_array_get(polygons, 0)), 2);
    assert_int_equal(json_array_size(json_array_get(polygons, 1)), 1);
    assert_int_equal(json_array_size(json_array_get(json_array_get(polygons, 1), 0)), 4);
    json_decref(root);
    mintu_buffer_free(&text);
    mintu_layer_free(layer);
}

static const char *id_of(const json_t *root, size_t row)
{
    return json_string_value(json_object_get(json_array_get(json_object_get(root, "features"), row), "id"));
}

static void ids_are_codes_when_unique(void **state)
{
    (void)state;
    mintu_layer *layer = make_layer();
    assert_good(mintu_layer_field_add(layer, "code", MINTU_FIELD_TYPE_TEXT, &problem));
    for (size_t row = 0; row < 3; row++) {
        add_point(layer, 1, 1);
        assert_good(mintu_layer_text_set(layer, row, 0, row < 2 ? "350524110" : NULL, &problem));
    }
    mintu_buffer text = write_layer(layer);
    json_t *root = parse(&text);
    assert_null(id_of(root, 0)); /* twice the same code is no id */
    json_decref(root);
    mintu_buffer_free(&text);
    assert_good(mintu_layer_field_add(layer, "kind", MINTU_FIELD_TYPE_TEXT, &problem));
    assert_good(mintu_layer_text_set(layer, 0, 1, "town", &problem));
    assert_good(mintu_layer_text_set(layer, 1, 1, "small-city", &problem));
    text = write_layer(layer);
    root = parse(&text);
    assert_string_equal(id_of(root, 0), "350524110-town");
    assert_string_equal(id_of(root, 1), "350524110-small-city");
    assert_null(id_of(root, 2));
    json_decref(root);
    mintu_buffer_free(&text);
    mintu_layer_free(layer);
}

/* Vertices that are one to 7 decimals are written once, so that a line has no zero step. */
static void rounding_leaves_no_twins(void **state)
{
    (void)state;
    mintu_layer *layer = make_layer();
    mintu_shape shape = {.type = MINTU_GEOMETRY_TYPE_LINE};
    static const double line[] = {0, 0, 1e-9, 0, -1e-9, 1e-9, 1, 1};
    assert_good(mintu_shape_part(&shape, true, &problem));
    for (int i = 0; i < 4; i++)
        assert_good(mintu_shape_vertex(&shape, line[2 * i], line[2 * i + 1], &problem));
    assert_good(mintu_layer_append(layer, &problem));
    assert_good(mintu_layer_shape_set(layer, 0, &shape, &problem));
    mintu_shape_free(&shape);
    mintu_buffer text = write_layer(layer);
    assert_non_null(strstr(text.data, "{\"type\":\"LineString\",\"coordinates\":[[0,0],[1,1]]}"));
    mintu_buffer_free(&text);
    mintu_layer_free(layer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whole_text_is_fixed),       cmocka_unit_test(nothing_has_no_bbox),
        cmocka_unit_test(multipolygons_nest),        cmocka_unit_test(rings_follow_the_right_hand_rule),
        cmocka_unit_test(ids_are_codes_when_unique), cmocka_unit_test(rounding_leaves_no_twins)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
