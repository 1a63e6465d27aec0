#include "test_style_helper.h"

#include "style/layout.h"

static mintu_style *parse_layout(const char *layout)
{
    char text[4096];
    snprintf(text, sizeof text, "{\"version\":8,\"sources\":{},\"layers\":[],\"metadata\":{\"mintu:layout\":%s}}", layout);
    return parse_style(text);
}

static void fail_layout(const char *layout, mintu_status status, const char *pointer, const char *message)
{
    char text[4096];
    snprintf(text, sizeof text, "{\"version\":8,\"sources\":{},\"layers\":[],\"metadata\":{\"mintu:layout\":%s}}", layout);
    expect_failure(text, status, pointer, message);
}

static void test_page(void **state)
{
    (void)state;
    const struct {
        const char *layout;
        double width, height;
    } cases[] = {
        {"{}", 0, 0},
        {"{\"page\":{\"size\":\"A3\"}}", 297, 420},
        {"{\"page\":{\"size\":\"A4\",\"orientation\":\"landscape\"}}", 297, 210},
        {"{\"page\":{\"orientation\":\"landscape\"}}", 297, 210},
        {"{\"page\":{\"size\":\"300x200mm\"}}", 300, 200},
        {"{\"page\":{\"size\":\"300x200.5mm\",\"orientation\":\"portrait\"}}", 200.5, 300},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        mintu_style *style = parse_layout(cases[i].layout);
        assert_true(mintu_style_layout(style)->width_mm == cases[i].width);
        assert_true(mintu_style_layout(style)->height_mm == cases[i].height);
        mintu_style_free(style);
    }
}

static void test_texts(void **state)
{
    (void)state;
    mintu_style *style = parse_layout(
        "{\"title\":{\"zh\":\"标题\",\"en\":\"Title\"},\"subtitle\":\"副\",\"source\":{\"en\":"
        "\"Source\"},\"notes\":[\"一\",{\"zh\":\"二\","
        "\"en\":\"Two\"}],\"legend\":{\"anchor\":\"top-left\",\"prefer\":\"bottom-left\",\"title\":{\"zh\":\"图例\",\"en\":"
        "\"Legend\"}},\"scale-bar\":{\"anchor\":"
        "\"none\"},\"extent\":[115,23,121,29],\"scale\":1000000,\"crs\":\"EPSG:4509\","
        "\"graticule\":true,\"page\":{\"margin\":10}}");
    const mintu_layout *layout = mintu_style_layout(style);
    assert_string_equal(mintu_style_layout_text(style, "title", 0, "zh"), "标题");
    assert_string_equal(mintu_style_layout_text(style, "title", 0, "en"), "Title");
    assert_string_equal(mintu_style_layout_text(style, "title", 0, NULL), "标题");
    assert_string_equal(mintu_style_layout_text(style, "subtitle", 0, "en"), "副");
    assert_string_equal(mintu_style_layout_text(style, "source", 0, "zh"), "Source");
    assert_string_equal(mintu_style_layout_text(style, "legend.title", 0, "en"), "Legend");
    assert_string_equal(mintu_style_layout_text(style, "notes", 0, "en"), "一");
    assert_string_equal(mintu_style_layout_text(style, "notes", 1, "en"), "Two");
    assert_null(mintu_style_layout_text(style, "notes", 2, "en"));
    assert_string_equal(layout->legend.anchor, "top-left");
    assert_string_equal(layout->legend.prefer, "bottom-left");
    assert_string_equal(layout->scale_bar.anchor, "none");
    assert_string_equal(layout->north_arrow.anchor, "");
    assert_string_equal(layout->crs, "EPSG:4509");
    assert_true(layout->extent[2] == 121 && layout->scale == 1e6 && layout->graticule && layout->margin_mm == 10);
    mintu_style_free(style);
}

static void test_positions(void **state)
{
    (void)state;
    mintu_style *style = parse_layout("{\"legend\":{\"position\":[12.5,40]},\"scale-bar\":{\"anchor\":\"bottom\"},"
                                      "\"north-arrow\":{\"anchor\":\"right\",\"position\":[0,0]}}");
    const mintu_layout *layout = mintu_style_layout(style);
    assert_true(layout->legend.given && layout->legend.x_mm == 12.5 && layout->legend.y_mm == 40);
    assert_false(layout->scale_bar.given || layout->inset.given);
    assert_string_equal(layout->scale_bar.anchor, "bottom");
    assert_true(layout->north_arrow.given && layout->north_arrow.x_mm == 0);
    assert_string_equal(layout->north_arrow.anchor, "right");
    mintu_style_free(style);
}

static void test_absent(void **state)
{
    (void)state;
    mintu_style *style = parse_style("{\"version\":8,\"layers\":[]}");
    assert_null(mintu_style_layout_text(style, "title", 0, "zh"));
    assert_string_equal(mintu_style_layout(style)->crs, "");
    mintu_style_free(style);
}

static void test_refusals(void **state)
{
    (void)state;
    const mintu_status no = MINTU_STATUS_UNSUPPORTED, bad = MINTU_STATUS_INPUT;
    fail_layout("{\"titel\":\"x\"}", no, "/metadata/mintu:layout/titel", "did you mean \"title\"");
    fail_layout("{\"page\":{\"colour\":1}}", no, "/mintu:layout/page/colour", "not supported");
    fail_layout("{\"page\":{\"size\":\"A9\"}}", bad, "/page/size", "210x297mm");
    fail_layout("{\"page\":{\"size\":\"0x297mm\"}}", bad, "/page/size", "between 20 and 5000");
    fail_layout("{\"page\":{\"margin\":-1}}", bad, "/page/margin", "between 0 and 200");
    fail_layout("{\"extent\":[121,23,115,29]}", bad, "/extent", "west, south, east, north");
    fail_layout("{\"extent\":[1,2,3]}", bad, "/extent", "west, south, east, north");
    fail_layout("{\"scale\":0}", bad, "/scale", "1:N");
    fail_layout("{\"legend\":{\"anchor\":\"middle\"}}", bad, "/legend/anchor", "top-left");
    fail_layout("{\"legend\":{\"prefer\":\"none\"}}", bad, "/legend/prefer", "top-left");
    fail_layout("{\"legend\":{\"prefer\":\"top\"}}", bad, "/legend/prefer", "bottom-left or bottom-right");
    fail_layout("{\"inset\":{\"position\":[1]}}", bad, "/inset/position", "[x, y] in millimetres");
    fail_layout("{\"scale-bar\":{\"position\":[1,-2]}}", bad, "/scale-bar/position", "[x, y] in millimetres");
    fail_layout("{\"north-arrow\":{\"position\":\"top\"}}", bad, "/north-arrow/position", "[x, y] in millimetres");
    fail_layout("{\"legend\":5}", bad, "/legend", "object");
    fail_layout("{\"notes\":[\"a\",5]}", bad, "/mintu:layout/notes/1: ", "string");
    fail_layout("{\"title\":{}}", bad, "/title", "\"zh\" or \"en\"");
    fail_layout("[]", bad, "/metadata/mintu:layout", "object");
    expect_failure("{\"version\":8,\"layers\":[],\"metadata\":{\"mintu:layuot\":{}}}", no, "/metadata/mintu:layuot",
                   "mintu:layout");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_page), cmocka_unit_test(test_texts),
                                       cmocka_unit_test(test_positions), cmocka_unit_test(test_absent),
                                       cmocka_unit_test(test_refusals)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
