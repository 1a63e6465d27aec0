#include "test_geocode_batch.h"

static const char *written(world *w)
{
    char path[512];
    batch_path(w, "out.csv", path);
    assert_int_equal(mintu_batch_write(the_batch, path, &w->error), MINTU_STATUS_OK);
    return batch_text(w, "out.csv");
}

static void columns_are_kept_and_answers_added(void **state)
{
    world *w = *state;
    mintu_batch_options options = {.field = "地名"};
    batch_open(w, NULL, "t.csv", "code;地名;note;mintu_code\nA;东城龙门;\"x;\"\"y\"\"\nz\";1\nB;龙门\n", &options);
    assert_string_equal(written(w),
                        "code,地名,note,mintu_code,query,status,name,level,mintu_code_2,county,prefecture,lon,lat,"
                        "precision,match,score,candidates,rest\n"
                        "A,东城龙门,\"x;\"\"y\"\"\nz\",1,东城龙门,matched,龙门镇,township,990102001,东城区,甲州市,110.4,"
                        "20.4,town,short,0.9,,\n"
                        "B,龙门,,,龙门,ambiguous,,,,,,,,,short,0.882,龙门镇@东城区|龙门街道@龙江县,\n");
    batch_close();
}

static void layers_have_the_same(void **state)
{
    world *w = *state;
    mintu_layer *layer;
    double point[2];
    bool found;
    mintu_batch_options options = {.field = "地名"};
    batch_open(w, NULL, "t.csv", "name,,地名,地名\n1,2,东城龙门,3\n", &options);
    assert_int_equal(mintu_batch_layer(w->context, the_batch, &w->error, &layer), MINTU_STATUS_OK);
    assert_int_equal(mintu_layer_field_count(layer), 18);
    assert_string_equal(mintu_layer_field_name(layer, 1), "column_2");
    assert_string_equal(mintu_layer_field_name(layer, 3), "地名_2");
    assert_string_equal(world_text(layer, 0, "name"), "1");
    assert_string_equal(world_text(layer, 0, "mintu_name"), "龙门镇");
    assert_string_equal(world_text(layer, 0, "score"), "0.9");
    assert_int_equal(mintu_layer_point(w->context, layer, 0, point, &found, &w->error), MINTU_STATUS_OK);
    assert_true(found);
    mintu_layer_free(layer);
    batch_close();
}

static void types_of_other_files_are_kept(void **state)
{
    world *w = *state;
    mintu_layer *layer;
    char path[512];
    batch_path(w, "in.gpkg", path);
    assert_int_equal(mintu_layer_new(w->context, "in", &w->error, &layer), MINTU_STATUS_OK);
    mintu_layer_field_add(layer, "地名", MINTU_FIELD_TYPE_TEXT, &w->error);
    mintu_layer_field_add(layer, "人口", MINTU_FIELD_TYPE_INTEGER, &w->error);
    for (int row = 0; row < 2; row++) {
        mintu_layer_append(layer, &w->error);
        mintu_layer_text_set(layer, (size_t)row, 0, row ? "太山镇" : "龙门", &w->error);
    }
    mintu_layer_number_set(layer, 1, 1, 1234, &w->error);
    assert_int_equal(mintu_layer_write(w->context, layer, path, NULL, &w->error), MINTU_STATUS_OK);
    mintu_layer_free(layer);
    assert_int_equal(batch_load(w, NULL, "in.gpkg", NULL), MINTU_STATUS_OK);
    assert_int_equal(mintu_batch_layer(w->context, the_batch, &w->error, &layer), MINTU_STATUS_OK);
    int field = mintu_layer_field_find(layer, "人口");
    assert_int_equal(mintu_layer_field_type(layer, (size_t)field), MINTU_FIELD_TYPE_INTEGER);
    assert_true(mintu_layer_is_null(layer, 0, (size_t)field));
    assert_string_equal(mintu_layer_text(layer, 1, (size_t)field), "1234");
    assert_string_equal(world_text(layer, 1, "code"), "990221003");
    mintu_layer_free(layer);
    assert_non_null(strstr(written(w), "\n太山镇,1234,太山镇,matched,"));
    batch_close();
}

/* What no layer can have is written as CSV all the same. */
static void many_columns_are_for_csv_alone(void **state)
{
    world *w = *state;
    static char text[60000] = "name";
    mintu_layer *layer;
    for (int i = 0; i < MINTU_BATCH_COLUMNS; i++)
        snprintf(text + strlen(text), sizeof text - strlen(text), ",c%d", i);
    strcat(text, "\n太山镇\n");
    batch_open(w, NULL, "t.csv", text, NULL);
    assert_int_equal(mintu_batch_layer(w->context, the_batch, &w->error, &layer), MINTU_STATUS_INPUT);
    assert_null(layer);
    assert_non_null(strstr(written(w), ",太山镇,matched,"));
    assert_int_equal(mintu_batch_write(the_batch, "/no/such/folder/o.csv", &w->error), MINTU_STATUS_OUTPUT);
    batch_close();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(columns_are_kept_and_answers_added, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(layers_have_the_same, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(types_of_other_files_are_kept, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(many_columns_are_for_csv_alone, world_set_up, world_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
