#define _DEFAULT_SOURCE
#include "test_geo_helper.h"

#include <fcntl.h>

static mintu_layer *make_places(void)
{
    mintu_layer *layer = make_layer();
    assert_good(mintu_layer_field_add(layer, "code", MINTU_FIELD_TYPE_TEXT, &problem));
    assert_good(mintu_layer_field_add(layer, "x", MINTU_FIELD_TYPE_REAL, &problem));
    add_point(layer, 118.5, 25);
    assert_good(mintu_layer_text_set(layer, 0, 0, "0350583119", &problem));
    assert_good(mintu_layer_number_set(layer, 0, 1, 0.1, &problem));
    add_point(layer, 119.5, 26);
    assert_good(mintu_layer_text_set(layer, 1, 0, "=1+1", &problem));
    assert_good(mintu_layer_append(layer, &problem));
    assert_good(mintu_layer_text_set(layer, 2, 0, "2014-11-01", &problem));
    assert_good(mintu_layer_note_set(layer, "source", "a: b, <c> & \"d\"", &problem));
    return layer;
}

/* Text that looks like a number, a formula or a day is text. */
static void check_codes(const mintu_layer *back)
{
    int code = mintu_layer_field_find(back, "code");
    assert_true(code >= 0);
    assert_int_equal(mintu_layer_count(back), 3);
    assert_int_equal(mintu_layer_field_type(back, (size_t)code), MINTU_FIELD_TYPE_TEXT);
    const char *const texts[] = {"0350583119", "=1+1", "2014-11-01"};
    for (size_t text = 0; text < 3; text++) {
        bool found = false;
        for (size_t row = 0; row < 3; row++)
            found = found || strcmp(mintu_layer_text(back, row, (size_t)code), texts[text]) == 0;
        assert_true(found);
    }
}

static void workbook_keeps_text_positions_and_notes(void **state)
{
    (void)state;
    mintu_layer *layer = make_places(), *back;
    assert_good(mintu_layer_write(context, layer, inside("out.xlsx"), NULL, &problem));
    assert_good(mintu_layer_load(context, inside("out.xlsx"), NULL, &problem, &back));
    check_codes(back);
    assert_true(mintu_layer_number(back, 0, (size_t)mintu_layer_field_find(back, "lon")) == 118.5);
    assert_true(mintu_layer_is_null(back, 2, (size_t)mintu_layer_field_find(back, "lat")));
    mintu_layer_free(back);
    assert_good(mintu_layer_load(context, inside("out.xlsx"), "notes", &problem, &back));
    assert_string_equal(mintu_layer_text(back, mintu_layer_count(back) - 1, 1), "a: b, <c> & \"d\"");
    mintu_layer_free(back);
    mintu_layer_free(layer);
}

/* XML has no way to write some characters; a workbook with them would open nowhere. */
static void workbook_with_unfit_characters_opens(void **state)
{
    (void)state;
    mintu_layer *layer = make_layer(), *back;
    assert_good(mintu_layer_field_add(layer, "a\xEF\xBF\xBF", MINTU_FIELD_TYPE_TEXT, &problem));
    add_point(layer, 118.5, 25);
    assert_good(mintu_layer_text_set(layer, 0, 0, "x\xEF\xBF\xBEy\x01", &problem));
    assert_good(mintu_layer_note_set(layer, "source", "\xEF\xBF\xBE", &problem));
    assert_good(mintu_layer_write(context, layer, inside("unfit.xlsx"), NULL, &problem));
    assert_good(mintu_layer_load(context, inside("unfit.xlsx"), NULL, &problem, &back));
    assert_string_equal(mintu_layer_field_name(back, 0), "a\xEF\xBF\xBD");
    assert_string_equal(mintu_layer_text(back, 0, 0), "x\xEF\xBF\xBDy\xEF\xBF\xBD");
    mintu_layer_free(back);
    mintu_layer_free(layer);
}

static void flatgeobuf_drops_no_row(void **state)
{
    (void)state;
    mintu_layer *layer = make_places(), *back;
    assert_int_equal(mintu_layer_write(context, layer, inside("out.fgb"), NULL, &problem), MINTU_STATUS_OUTPUT);
    assert_non_null(strstr(problem.text, "row 3"));
    assert_good(mintu_layer_point_set(layer, 2, 118, 25, &problem));
    assert_good(mintu_layer_write(context, layer, inside("out.fgb"), NULL, &problem));
    assert_good(mintu_layer_load(context, inside("out.fgb"), NULL, &problem, &back));
    check_codes(back);
    mintu_layer_free(back);
    mintu_layer_free(layer);
}

static void equal_layers_are_equal_bytes(void **state)
{
    static const char *const names[][2] = {{"first.xlsx", "second.xlsx"}, {"first.fgb", "second.fgb"}};
    (void)state;
    mintu_layer *layer = make_places();
    assert_good(mintu_layer_point_set(layer, 2, 118, 25, &problem));
    for (size_t i = 0; i < 2; i++) {
        assert_good(mintu_layer_write(context, layer, inside(names[i][0]), NULL, &problem));
        sleep(2); /* past the two seconds of a zip archive's times */
        assert_good(mintu_layer_write(context, layer, inside(names[i][1]), NULL, &problem));
        mintu_buffer one = read_text(inside(names[i][0])), two = read_text(inside(names[i][1]));
        assert_int_equal(one.size, two.size);
        assert_memory_equal(one.data, two.data, one.size);
        mintu_buffer_free(&one);
        mintu_buffer_free(&two);
    }
    mintu_layer_free(layer);
}

static void any_name_and_standard_output_will_do(void **state)
{
    static const char *const formats[] = {"xlsx", "fgb"};
    (void)state;
    mintu_layer *layer = make_places();
    assert_good(mintu_layer_point_set(layer, 2, 118, 25, &problem));
    for (size_t i = 0; i < 2; i++) {
        mintu_write_options options = {.format = formats[i]};
        assert_good(mintu_layer_write(context, layer, inside("first"), &options, &problem));
        fflush(stdout);
        int kept = dup(STDOUT_FILENO), file = open(inside("second"), O_WRONLY | O_CREAT | O_TRUNC, 0600);
        assert_true(kept >= 0 && file >= 0);
        dup2(file, STDOUT_FILENO);
        mintu_status status = mintu_layer_write(context, layer, "-", &options, &problem);
        dup2(kept, STDOUT_FILENO);
        close(kept);
        close(file);
        assert_good(status);
        mintu_buffer one = read_text(inside("first")), two = read_text(inside("second"));
        assert_int_equal(one.size, two.size);
        assert_memory_equal(one.data, two.data, one.size);
        mintu_buffer_free(&one);
        mintu_buffer_free(&two);
    }
    mintu_layer_free(layer);
}

/* A sheet without columns has no header, and rows without values are rows. */
static void rows_without_values_are_counted(void **state)
{
    (void)state;
    mintu_layer *layer = make_layer();
    add_box(layer, 0, 0, 1, 1);
    add_box(layer, 1, 0, 2, 1);
    assert_good(mintu_layer_write(context, layer, inside("none.xlsx"), NULL, &problem));
    assert_good(mintu_layer_field_add(layer, "x", MINTU_FIELD_TYPE_TEXT, &problem));
    assert_good(mintu_layer_write(context, layer, inside("empty.xlsx"), NULL, &problem));
    mintu_layer_free(layer);
    layer = make_layer();
    assert_good(mintu_layer_field_add(layer, "x", MINTU_FIELD_TYPE_TEXT, &problem));
    assert_good(mintu_layer_write(context, layer, inside("header.xlsx"), NULL, &problem));
    mintu_layer_free(layer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(workbook_keeps_text_positions_and_notes),
        cmocka_unit_test(workbook_with_unfit_characters_opens),
        cmocka_unit_test(flatgeobuf_drops_no_row),
        cmocka_unit_test(equal_layers_are_equal_bytes),
        cmocka_unit_test(any_name_and_standard_output_will_do),
        cmocka_unit_test(rows_without_values_are_counted),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
