#include "test_gazetteer_package.h"

#include "gazetteer/place_rows.h"

#include <math.h>

static const mintu_field fields[] = {
    {"a", MINTU_FIELD_TYPE_TEXT}, {"b", MINTU_FIELD_TYPE_REAL}, {"c", MINTU_FIELD_TYPE_INTEGER}};

static void fills_in_the_order_of_fields(void **state)
{
    world *w = *state;
    mintu_layer *layer;
    assert_int_equal(mintu_rows_new(w->context, "t", fields, 3, &w->error, &layer), MINTU_STATUS_OK);
    mintu_row row = mintu_row_append(layer, &w->error);
    mintu_row_text(&row, "x");
    mintu_row_number(&row, NAN);
    mintu_row_number(&row, 3);
    mintu_row_point(&row, 110, 20);
    assert_int_equal(row.status, MINTU_STATUS_OK);
    assert_string_equal(mintu_layer_text(layer, 0, 0), "x");
    assert_true(mintu_layer_is_null(layer, 0, 1));
    assert_true(mintu_layer_number(layer, 0, 2) == 3);
    row = mintu_row_append(layer, &w->error);
    MINTU_ROW_TEXTS(&row, "y");
    MINTU_ROW_NUMBERS(&row, 0.5, NAN);
    assert_string_equal(mintu_layer_text(layer, 1, 0), "y");
    assert_true(mintu_layer_number(layer, 1, 1) == 0.5);
    assert_true(mintu_layer_is_null(layer, 1, 2));
    mintu_row_point(&row, NAN, NAN);
    double point[2];
    bool found;
    assert_int_equal(mintu_layer_point(w->context, layer, 1, point, &found, &w->error), MINTU_STATUS_OK);
    assert_false(found);
    mintu_layer_free(layer);
}

static void keeps_the_first_failure(void **state)
{
    world *w = *state;
    mintu_layer *layer;
    assert_int_equal(mintu_rows_new(w->context, "t", fields, 3, &w->error, &layer), MINTU_STATUS_OK);
    mintu_row row = mintu_row_append(layer, &w->error);
    mintu_row_text(&row, "\xFF");
    mintu_row_number(&row, 1);
    assert_int_equal(row.status, MINTU_STATUS_INPUT);
    assert_true(mintu_layer_is_null(layer, 0, 1));
    mintu_layer_free(layer);
}

static void notes_are_copied_where_they_are(void **state)
{
    world *w = *state;
    static const char *const keys[] = {"source", "credit", "rows"};
    mintu_layer *from, *to;
    assert_int_equal(mintu_rows_new(w->context, "from", fields, 3, &w->error, &from), MINTU_STATUS_OK);
    assert_int_equal(mintu_rows_new(w->context, "to", fields, 3, &w->error, &to), MINTU_STATUS_OK);
    assert_int_equal(mintu_layer_note_set(from, "source", "a notice", &w->error), MINTU_STATUS_OK);
    assert_int_equal(mintu_layer_note_set(from, "other", "stays", &w->error), MINTU_STATUS_OK);
    assert_int_equal(mintu_layer_note_set(to, "credit", "kept", &w->error), MINTU_STATUS_OK);
    assert_int_equal(mintu_layer_note_count(from, "rows", 0, &w->error), MINTU_STATUS_OK);
    assert_int_equal(mintu_layer_notes_copy(to, from, keys, 3, &w->error), MINTU_STATUS_OK);
    assert_string_equal(mintu_layer_note(to, "source"), "a notice");
    assert_string_equal(mintu_layer_note(to, "credit"), "kept");
    assert_string_equal(mintu_layer_note(to, "rows"), "0");
    assert_null(mintu_layer_note(to, "other"));
    mintu_layer_free(from);
    mintu_layer_free(to);
}

static void a_row_takes_the_geometry_of_another(void **state)
{
    world *w = *state;
    static const char text[] =
        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"a\":\"x\"},"
        "\"geometry\":{\"type\":\"Point\",\"coordinates\":[110,20]}},{\"type\":\"Feature\","
        "\"properties\":{\"a\":\"x\"},\"geometry\":null}]}";
    mintu_layer *from, *to;
    double point[2];
    bool found;
    assert_int_equal(mintu_layer_parse(w->context, text, "<test>", &w->error, &from), MINTU_STATUS_OK);
    assert_int_equal(mintu_rows_new(w->context, "to", fields, 3, &w->error, &to), MINTU_STATUS_OK);
    for (size_t i = 0; i < 2; i++) {
        mintu_row row = mintu_row_append(to, &w->error);
        mintu_row_shape(&row, from, i);
        assert_int_equal(row.status, MINTU_STATUS_OK);
        assert_int_equal(mintu_layer_point(w->context, to, i, point, &found, &w->error), MINTU_STATUS_OK);
        assert_int_equal(found, i == 0);
    }
    assert_int_equal(mintu_layer_field_count_text(from, "a", "x"), 2);
    assert_int_equal(mintu_layer_field_count_text(from, "a", "y"), 0);
    assert_int_equal(mintu_layer_field_count_text(from, "none", "x"), 0);
    mintu_layer_free(from);
    mintu_layer_free(to);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(fills_in_the_order_of_fields, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(keeps_the_first_failure, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(notes_are_copied_where_they_are, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(a_row_takes_the_geometry_of_another, world_set_up, world_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
