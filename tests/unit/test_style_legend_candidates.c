#include "style/legend_candidates.h"
#include "style/style_layer.h"
#include "test_style_helper.h"

/* The made-up features in their order, as JSON with a line each; every one counts, the first ROOM are kept. */
enum { ROOM = 64 };
typedef struct list {
    mintu_buffer lines;
    size_t count, stop; /* stop: the one after which no more is wanted; 0: never */
} list;

static bool take(const json_t *properties, void *user)
{
    list *out = user;
    if (++out->count <= ROOM) {
        char *line = json_dumps(properties, JSON_COMPACT | JSON_REAL_PRECISION(17));
        mintu_buffer_format(&out->lines, "%s\n", line);
        free(line);
    }
    return out->count != out->stop;
}

static list list_of(const char *color, size_t stop)
{
    mintu_buffer members = {0};
    list out = {.stop = stop};
    mintu_error error = {0};
    mintu_style *style = NULL;
    mintu_buffer_format(&members,
                        "{\"version\":8,\"sources\":{\"s\":{\"type\":\"geojson\",\"data\":\"mintu:counties\"}},\"layers\":[{"
                        "\"id\":\"a\",\"type\":\"fill\",\"source\":\"s\",\"paint\":{\"fill-color\":%s}}]}",
                        color);
    if (mintu_style_parse(members.data, members.size, "<test>", &error, &style) != MINTU_STATUS_OK)
        fail_msg("%s", error.text);
    mintu_candidates_each(mintu_style_layer_at(style, 0)->properties[MINTU_PROPERTY_FILL_COLOR], take, &out);
    mintu_style_free(style);
    mintu_buffer_free(&members);
    return out;
}

static void expect(const char *color, const char *lines)
{
    list found = list_of(color, 0);
    assert_string_equal(found.lines.data, lines);
    mintu_buffer_free(&found.lines);
}

static void each_label_is_tried_and_what_is_none(void **state)
{
    (void)state;
    expect("[\"match\",[\"get\",\"kind\"],\"a\",\"#f00\",\"b\",\"#0f0\",\"#00f\"]",
           "{\"kind\":\"a\"}\n{\"kind\":\"*\"}\n{\"kind\":\"b\"}\n{}\n");
    expect("[\"match\",[\"get\",\"n\"],3,\"#f00\",\"#00f\"]", "{\"n\":3}\n{\"n\":2}\n{\"n\":4}\n{}\n");
    expect("[\"case\",[\"==\",[\"get\",\"open\"],true],\"#f00\",\"#00f\"]", "{\"open\":true}\n{\"open\":false}\n{}\n");
    expect("[\"case\",[\"in\",[\"get\",\"kind\"],[\"literal\",[\"x\",\"y\"]]],\"#f00\",\"#00f\"]",
           "{\"kind\":\"x\"}\n{\"kind\":\"*\"}\n{\"kind\":\"y\"}\n{}\n");
}

/* A number at which the look changes, one below it and one above it. */
static void limits_are_tried_with_what_lies_about_them(void **state)
{
    (void)state;
    expect("[\"step\",[\"get\",\"n\"],\"#f00\",10,\"#0f0\",2000,\"#00f\"]",
           "{\"n\":10}\n{\"n\":9}\n{\"n\":11}\n{\"n\":2000}\n{\"n\":1999}\n{\"n\":2002}\n{}\n");
    expect("[\"interpolate\",[\"linear\"],[\"get\",\"n\"],0,\"#f00\",1,\"#00f\"]",
           "{\"n\":0}\n{\"n\":-1}\n{\"n\":1}\n{\"n\":2}\n{}\n");
    expect("[\"step\",[\"get\",\"n\"],\"#f00\",0.5,\"#00f\"]", "{\"n\":0.5}\n{\"n\":0.25}\n{\"n\":0.50049999999999994}\n{}\n");
    expect("[\"step\",[\"get\",\"n\"],\"#f00\",-0.5,\"#00f\"]", "{\"n\":-0.5}\n{\"n\":-1.5}\n{\"n\":-0.4995}\n{}\n");
    expect("[\"case\",[\"<\",[\"get\",\"n\"],3],\"#f00\",\"#00f\"]", "{\"n\":3}\n{\"n\":2}\n{\"n\":4}\n{}\n");
    expect("[\"case\",[\">\",5,[\"get\",\"n\"]],\"#f00\",\"#00f\"]", "{\"n\":5}\n{\"n\":4}\n{\"n\":6}\n{}\n");
    expect("[\"step\",[\"get\",\"n\"],\"#f00\",1e-5,\"#00f\"]",
           "{\"n\":1.0000000000000001e-5}\n{\"n\":5.0000000000000004e-6}\n{\"n\":1.1000000000000001e-5}\n{}\n");
    expect("[\"step\",[\"get\",\"n\"],\"#f00\",1e15,\"#00f\"]",
           "{\"n\":1000000000000000.0}\n{\"n\":999999999999999}\n{\"n\":1001000000000000.0}\n{}\n");
}

/* A field that is only asked for is a number, true, false or not there; the last field changes fastest. */
static void fields_are_combined(void **state)
{
    (void)state;
    expect("[\"case\",[\"has\",\"a\"],\"#f00\",\"#00f\"]", "{\"a\":1}\n{\"a\":true}\n{\"a\":false}\n{}\n");
    expect("[\"match\",[\"get\",\"k\"],\"a\",\"#f00\",[\"case\",[\"==\",[\"get\",\"o\"],true],\"#0f0\",\"#00f\"]]",
           "{\"k\":\"a\",\"o\":true}\n{\"k\":\"a\",\"o\":false}\n{\"k\":\"a\"}\n{\"k\":\"*\",\"o\":true}\n{\"k\":\"*\",\"o\":"
           "false}\n"
           "{\"k\":\"*\"}\n{\"o\":true}\n{\"o\":false}\n{}\n");
}

/* Of two fields in one number the second stands at 1, and the first is what the number asks for. */
static void a_number_of_two_fields_is_reached_by_the_first(void **state)
{
    (void)state;
    expect("[\"step\",[\"+\",[\"get\",\"a\"],[\"get\",\"b\"]],\"#f00\",5,\"#00f\"]",
           "{\"a\":4,\"b\":1}\n{\"a\":4}\n{\"a\":3,\"b\":1}\n{\"a\":3}\n{\"a\":5,\"b\":1}\n{\"a\":5}\n{\"b\":1}\n{}\n");
}

static void what_wants_no_more_gets_no_more(void **state)
{
    (void)state;
    list found = list_of("[\"case\",[\"has\",\"a\"],\"#f00\",\"#00f\"]", 2);
    assert_int_equal(found.count, 2);
    mintu_buffer_free(&found.lines);
}

/* "case" over @p count fields, of which each is asked for alone. */
static list list_of_fields(int count)
{
    mintu_buffer text = {0};
    mintu_buffer_text(&text, "[\"case\"");
    for (int i = 0; i < count; i++)
        mintu_buffer_format(&text, ",[\"==\",[\"get\",\"f%d\"],\"x\"],\"#0%d0\"", i, i);
    mintu_buffer_text(&text, ",\"#fff\"]");
    list found = list_of(text.data, 0);
    mintu_buffer_free(&text);
    return found;
}

/* Eight fields, a ninth is passed over; 20000 features, and no more. */
static void fields_and_features_have_limits(void **state)
{
    (void)state;
    const size_t counts[] = {729, 2187, 6561, 6561}; /* "x", "*" and none, for each field */
    for (int fields = 6; fields < 10; fields++) {
        list found = list_of_fields(fields);
        assert_int_equal(found.count, counts[fields - 6]);
        assert_int_equal(strstr(found.lines.data, "\"f7\"") != NULL, fields > 7);
        assert_null(strstr(found.lines.data, "\"f8\""));
        mintu_buffer_free(&found.lines);
    }
    mintu_buffer text = {0};
    mintu_buffer_text(&text, "[\"case\"");
    for (int i = 0; i < 8; i++)
        mintu_buffer_format(&text, ",[\"has\",\"f%d\"],\"#0%d0\"", i, i);
    mintu_buffer_text(&text, ",\"#fff\"]");
    list found = list_of(text.data, 0); /* four values of each field: 65536 combinations */
    assert_int_equal(found.count, 20000);
    mintu_buffer_free(&found.lines);
    mintu_buffer_free(&text);
}

/* Of 20000 parts of an expression the last is seen, the one behind it is not. */
static void parts_have_a_limit(void **state)
{
    (void)state;
    for (int more = 0; more < 2; more++) {
        mintu_buffer text = {0};
        mintu_buffer_text(&text, "[\"case\",[\"any\""); /* two parts */
        for (int i = 0; i < 19997 + more; i++)
            mintu_buffer_text(&text, ",[\"has\",\"a\"]");
        mintu_buffer_text(&text, ",[\"has\",\"b\"]],\"#f00\",\"#00f\"]");
        list found = list_of(text.data, 0);
        assert_int_equal(found.count, more ? 4 : 16);
        mintu_buffer_free(&found.lines);
        mintu_buffer_free(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_label_is_tried_and_what_is_none),
        cmocka_unit_test(limits_are_tried_with_what_lies_about_them),
        cmocka_unit_test(fields_are_combined),
        cmocka_unit_test(a_number_of_two_fields_is_reached_by_the_first),
        cmocka_unit_test(what_wants_no_more_gets_no_more),
        cmocka_unit_test(fields_and_features_have_limits),
        cmocka_unit_test(parts_have_a_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
