#define _DEFAULT_SOURCE
#include "test_geo_helper.h"

static void add_path(mintu_shape *shape, bool outer, const double *xy, size_t count)
{
    assert_good(mintu_shape_part(shape, outer, &problem));
    for (size_t i = 0; i < count; i++)
        assert_good(mintu_shape_vertex(shape, xy[2 * i], xy[2 * i + 1], &problem));
}

static void goes_both_ways(void **state)
{
    (void)state;
    mintu_layer *layer = make_layer();
    mintu_shape shape = {.type = MINTU_GEOMETRY_TYPE_POLYGON}, back = {0};
    add_path(&shape, true, (double[]){0, 0, 9, 0, 9, 9, 0, 9, 0, 0}, 5);
    add_path(&shape, false, (double[]){1, 1, 1, 2, 2, 2, 2, 1, 1, 1}, 5);
    add_path(&shape, true, (double[]){20, 0, 21, 0, 21, 1, 20, 0}, 4);
    assert_good(mintu_layer_append(layer, &problem));
    assert_good(mintu_layer_shape_set(layer, 0, &shape, &problem));
    assert_good(mintu_layer_shape(layer, 0, &back, &problem));
    assert_int_equal(back.type, MINTU_GEOMETRY_TYPE_POLYGON);
    assert_int_equal(back.part_count, 3);
    assert_int_equal(back.vertex_count, 14);
    assert_memory_equal(back.xy, shape.xy, 14 * 2 * sizeof(double));
    assert_memory_equal(back.starts, ((size_t[]){0, 5, 10, 14}), 4 * sizeof(size_t));
    assert_memory_equal(back.outer, ((unsigned char[]){1, 0, 1}), 3);
    mintu_shape_free(&shape);
    mintu_shape_free(&back);
    mintu_layer_free(layer);
}

static void lines_and_points_have_parts(void **state)
{
    (void)state;
    mintu_layer *layer = make_layer();
    mintu_shape shape = {.type = MINTU_GEOMETRY_TYPE_LINE}, back = {0};
    add_path(&shape, true, (double[]){0, 0, 1, 1}, 2);
    add_path(&shape, true, (double[]){5, 5, 6, 6, 7, 5}, 3);
    assert_good(mintu_layer_append(layer, &problem));
    assert_good(mintu_layer_shape_set(layer, 0, &shape, &problem));
    assert_good(mintu_layer_shape(layer, 0, &back, &problem));
    assert_int_equal(back.part_count, 2);
    assert_int_equal(back.starts[2], 5);
    mintu_shape_clear(&shape);
    shape.type = MINTU_GEOMETRY_TYPE_POINT;
    add_path(&shape, true, (double[]){3, 4}, 1);
    add_path(&shape, true, (double[]){5, 6}, 1);
    assert_good(mintu_layer_shape_set(layer, 0, &shape, &problem));
    assert_good(mintu_layer_shape(layer, 0, &back, &problem));
    assert_int_equal(back.type, MINTU_GEOMETRY_TYPE_POINT);
    assert_int_equal(back.part_count, 2);
    assert_true(back.xy[2] == 5 && back.xy[3] == 6);
    mintu_shape_free(&shape);
    mintu_shape_free(&back);
    mintu_layer_free(layer);
}

static void no_geometry_is_no_parts(void **state)
{
    (void)state;
    mintu_layer *layer = make_layer();
    mintu_shape shape = {0};
    add_box(layer, 0, 0, 1, 1);
    assert_good(mintu_layer_shape_set(layer, 0, &shape, &problem));
    assert_good(mintu_layer_shape(layer, 0, &shape, &problem));
    assert_int_equal(shape.type, MINTU_GEOMETRY_TYPE_NONE);
    assert_int_equal(shape.part_count, 0);
    assert_int_equal(mintu_layer_shape(layer, 1, &shape, &problem), MINTU_STATUS_USAGE);
    assert_int_equal(mintu_layer_shape_set(layer, 1, &shape, &problem), MINTU_STATUS_USAGE);
    mintu_shape_free(&shape);
    mintu_layer_free(layer);
}

static void no_number_names_the_feature(void **state)
{
    (void)state;
    mintu_layer *layer = make_layer();
    mintu_shape shape = {.type = MINTU_GEOMETRY_TYPE_POINT};
    assert_good(mintu_layer_field_add(layer, "name", MINTU_FIELD_TYPE_TEXT, &problem));
    assert_good(mintu_layer_append(layer, &problem));
    assert_good(mintu_layer_text_set(layer, 0, 0, "Null Island", &problem));
    add_path(&shape, true, (double[]){(double)NAN, 0}, 1);
    assert_int_equal(mintu_layer_shape_set(layer, 0, &shape, &problem), MINTU_STATUS_INPUT);
    assert_non_null(strstr(problem.text, "feature 1 (Null Island)"));
    shape.type = MINTU_GEOMETRY_TYPE_MIXED;
    shape.xy[0] = 1;
    assert_int_equal(mintu_layer_shape_set(layer, 0, &shape, &problem), MINTU_STATUS_USAGE);
    mintu_shape_free(&shape);
    mintu_layer_free(layer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(goes_both_ways), cmocka_unit_test(lines_and_points_have_parts),
                                       cmocka_unit_test(no_geometry_is_no_parts),
                                       cmocka_unit_test(no_number_names_the_feature)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
