#define _POSIX_C_SOURCE 200809L

#include <mintu/mintu.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <png.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static mintu_context *context;
static char folder[] = "/tmp/mintu-map-XXXXXX";

typedef struct picture {
    unsigned width, height;
    unsigned char *rgb;
} picture;

static char *in_folder(const char *name)
{
    static char path[200];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static mintu_style *parse(const char *text)
{
    mintu_error error = {0};
    mintu_style *style = NULL;
    if (mintu_style_parse(text, strlen(text), "test", &error, &style) != MINTU_STATUS_OK)
        fail_msg("%s", error.text);
    return style;
}

/* The square of 1° about 117°E 26°N as a layer, or with a point at its centre. */
static mintu_layer *load(const char *json)
{
    mintu_error error = {0};
    mintu_layer *layer = NULL;
    char *path = in_folder("in.geojson");
    FILE *stream = fopen(path, "w");
    assert_non_null(stream);
    fputs(json, stream);
    fclose(stream);
    if (mintu_layer_load(context, path, NULL, &error, &layer) != MINTU_STATUS_OK)
        fail_msg("%s", error.text);
    return layer;
}

static const char SQUARE[] = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"name\":"
                             "\"a\"},\"geometry\":{\"type\":\"Polygon\","
                             "\"coordinates\":[[[116.5,25.5],[117.5,25.5],[117.5,26.5],[116.5,26.5],[116.5,25.5]]]}}]}";
static const char POINT[] =
    "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"name\":\"水头镇\"},"
    "\"geometry\":{\"type\":\"Point\",\"coordinates\":[117,26]}}]}";
static const char CENTRE_LINE[] = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{},"
                                  "\"geometry\":{\"type\":\"LineString\","
                                  "\"coordinates\":[[117,24],[117,25],[117,27],[117,28]]}}]}";

#define STYLE(layout, layers)                                                                                                  \
    "{\"version\":8,\"metadata\":{\"mintu:layout\":{\"scale-bar\":{\"anchor\":\"none\"},\"north-arrow\":{\"anchor\":"          \
    "\"none\"}" layout "}},\"sources\":{\"s\":{\"type\":\"geojson\",\"data\":\"s.geojson\"}},\"layers\":[" layers "]}"

static const mintu_map_options SMALL = {
    .width_mm = 100, .height_mm = 100, .dpi = 254, .scale = 2000000, .extent = {116.5, 25.5, 117.5, 26.5}};

static mintu_status render(const char *style_text, const char *data, const mintu_map_options *options, const char *name,
                           mintu_map_format format)
{
    mintu_error error = {0};
    mintu_style *style = parse(style_text);
    mintu_layer *layer = load(data);
    mintu_map *map;
    assert_int_equal(mintu_map_new(context, style, options, &error, &map), MINTU_STATUS_OK);
    assert_int_equal(mintu_map_source_set(map, "s", layer, &error), MINTU_STATUS_OK);
    mintu_status status = mintu_map_render(map, in_folder(name), format, &error);
    if (status > MINTU_STATUS_FINDINGS)
        print_message("%s\n", error.text);
    mintu_map_free(map);
    mintu_layer_free(layer);
    mintu_style_free(style);
    return status;
}

static picture read_png(const char *name)
{
    png_image image = {.version = PNG_IMAGE_VERSION};
    picture result;
    assert_true(png_image_begin_read_from_file(&image, in_folder(name)));
    image.format = PNG_FORMAT_RGB;
    result.width = image.width;
    result.height = image.height;
    result.rgb = malloc(PNG_IMAGE_SIZE(image));
    assert_non_null(result.rgb);
    assert_true(png_image_finish_read(&image, NULL, result.rgb, 0, NULL));
    return result;
}

static unsigned pixel(const picture *image, unsigned x, unsigned y)
{
    const unsigned char *rgb = image->rgb + 3 * ((size_t)y * image->width + x);
    return (unsigned)rgb[0] << 16 | (unsigned)rgb[1] << 8 | rgb[2];
}

/* Where the middle of the map frame is: the frame is the darkest rectangle; the map's centre is its centre. */
static void find_centre(const picture *image, unsigned *x, unsigned *y)
{
    unsigned top = 0, bottom = image->height - 1;
    *x = image->width / 2;
    while (pixel(image, 100, top) == 0xffffff)
        top++;
    while (pixel(image, 100, bottom) == 0xffffff || bottom > image->height - 20)
        bottom--;
    unsigned first = top;
    /* the neat line below is the last row that is dark for a long way */
    for (bottom = image->height - 1; bottom > first; bottom--)
        if (pixel(image, 100, bottom) != 0xffffff && pixel(image, 300, bottom) == pixel(image, 100, bottom) &&
            pixel(image, 700, bottom) == pixel(image, 100, bottom) && pixel(image, 517, bottom) == pixel(image, 100, bottom))
            break;
    *y = (first + bottom) / 2;
}

static void fills_cover_what_they_should(void **state)
{
    (void)state;
    unsigned x, y;
    assert_int_equal(
        render(STYLE("", "{\"id\":\"b\",\"type\":\"background\",\"paint\":{\"background-color\":\"#204060\"}},"
                         "{\"id\":\"f\",\"type\":\"fill\",\"source\":\"s\",\"paint\":{\"fill-color\":\"#ff8000\"}}"),
               SQUARE, &SMALL, "fill.png", MINTU_MAP_FORMAT_PNG),
        MINTU_STATUS_OK);
    picture image = read_png("fill.png");
    assert_int_equal(image.width, 1000);
    assert_int_equal(image.height, 1000);
    find_centre(&image, &x, &y);
    assert_int_equal(pixel(&image, x, y), 0xff8000);
    /* 1° of latitude is 110.77 km, 55.4 mm at 1:2,000,000, 554 px at 254 dpi; 1° of longitude 100.2 km, 501 px */
    assert_int_equal(pixel(&image, x, y - 274), 0xff8000);
    assert_int_equal(pixel(&image, x, y - 280), 0x204060);
    assert_int_equal(pixel(&image, x - 247, y), 0xff8000);
    assert_int_equal(pixel(&image, x - 254, y), 0x204060);
    assert_int_equal(pixel(&image, x + 247, y), 0xff8000);
    assert_int_equal(pixel(&image, x + 254, y), 0x204060);
    assert_int_equal(pixel(&image, 2, 2), 0xffffff); /* the margin stays white */
    free(image.rgb);
}

static void lines_have_their_width_on_paper(void **state)
{
    (void)state;
    unsigned x, y, black = 0;
    assert_int_equal(
        render(
            STYLE(
                "",
                "{\"id\":\"b\",\"type\":\"background\",\"paint\":{\"background-color\":\"#ffff00\"}},"
                "{\"id\":\"l\",\"type\":\"line\",\"source\":\"s\",\"paint\":{\"line-color\":\"#0000ff\",\"line-width\":9.6}}"),
            CENTRE_LINE, &SMALL, "line.png", MINTU_MAP_FORMAT_PNG),
        MINTU_STATUS_OK);
    picture image = read_png("line.png");
    find_centre(&image, &x, &y);
    for (unsigned column = x - 60; column < x + 60; column++)
        black += pixel(&image, column, y) == 0x0000ff;
    assert_in_range(black, 24, 26); /* 9.6 px are 0.1 inch, 25.4 px at 254 dpi */
    assert_int_equal(pixel(&image, x, y), 0x0000ff);
    assert_int_equal(pixel(&image, x + 15, y), 0xffff00);
    free(image.rgb);
}

static void circles_have_their_radius_and_stroke(void **state)
{
    (void)state;
    unsigned x, y;
    assert_int_equal(render(STYLE("", "{\"id\":\"c\",\"type\":\"circle\",\"source\":\"s\",\"paint\":{\"circle-color\":\"#"
                                      "ff0000\",\"circle-radius\":19.2,"
                                      "\"circle-stroke-width\":9.6,\"circle-stroke-color\":\"#00ff00\"}}"),
                            POINT, &SMALL, "circle.png", MINTU_MAP_FORMAT_PNG),
                     MINTU_STATUS_OK);
    picture image = read_png("circle.png");
    find_centre(&image, &x, &y);
    assert_int_equal(pixel(&image, x, y), 0xff0000);
    assert_int_equal(pixel(&image, x + 47, y), 0xff0000); /* radius 50.8 px */
    assert_int_equal(pixel(&image, x + 55, y), 0x00ff00); /* stroke to 76.2 px */
    assert_int_equal(pixel(&image, x, y - 72), 0x00ff00);
    assert_int_equal(pixel(&image, x, y - 80), 0xffffff);
    free(image.rgb);
}

static const char DOT_AND_NAME[] =
    STYLE(",\"title\":\"试点\",\"source\":\"通知\"",
          "{\"id\":\"c\",\"type\":\"circle\",\"source\":\"s\"},{\"id\":\"n\",\"type\":\"symbol\",\"source\":\"s\",\"layout\":"
          "{\"text-field\":[\"get\",\"name\"],\"text-font\":[\"Noto Sans CJK SC Bold\"],\"text-size\":12},"
          "\"metadata\":{\"mintu:required\":true}}");

static char *slurp(const char *name, size_t *size)
{
    FILE *stream = fopen(in_folder(name), "rb");
    assert_non_null(stream);
    fseek(stream, 0, SEEK_END);
    *size = (size_t)ftell(stream);
    rewind(stream);
    char *data = malloc(*size + 1);
    assert_non_null(data);
    assert_int_equal(fread(data, 1, *size, stream), *size);
    data[*size] = '\0';
    fclose(stream);
    return data;
}

static bool holds(const char *data, size_t size, const char *part, size_t part_size)
{
    for (size_t i = 0; i + part_size <= size; i++)
        if (memcmp(data + i, part, part_size) == 0)
            return true;
    return false;
}

static void png_says_its_resolution_and_where_it_is_from(void **state)
{
    (void)state;
    size_t size;
    mintu_map_options options = SMALL;
    options.dpi = 300;
    assert_int_equal(render(DOT_AND_NAME, POINT, &options, "meta.png", MINTU_MAP_FORMAT_PNG), MINTU_STATUS_OK);
    char *data = slurp("meta.png", &size);
    static const char DENSITY[] = "pHYs\x00\x00\x2e\x23\x00\x00\x2e\x23\x01"; /* 11811 a metre */
    assert_true(holds(data, size, DENSITY, sizeof DENSITY - 1));
    assert_true(holds(data, size, "试点", strlen("试点")));
    assert_true(holds(data, size, "通知", strlen("通知")));
    assert_true(holds(data, size, "1:2,000,000", 11));
    assert_true(holds(data, size, "IEND\xae\x42\x60\x82", 8));
    free(data);
    picture image = read_png("meta.png");
    assert_int_equal(image.width, 1181);
    free(image.rgb);
}

static void the_same_input_gives_the_same_bytes(void **state)
{
    (void)state;
    static const mintu_map_format FORMATS[] = {MINTU_MAP_FORMAT_PNG, MINTU_MAP_FORMAT_SVG, MINTU_MAP_FORMAT_PDF};
    for (size_t i = 0; i < 3; i++) {
        size_t one_size, two_size;
        assert_int_equal(render(DOT_AND_NAME, POINT, &SMALL, "one", FORMATS[i]), MINTU_STATUS_OK);
        assert_int_equal(render(DOT_AND_NAME, POINT, &SMALL, "two", FORMATS[i]), MINTU_STATUS_OK);
        char *one = slurp("one", &one_size), *two = slurp("two", &two_size);
        assert_int_equal(one_size, two_size);
        assert_memory_equal(one, two, one_size);
        if (i == 2)
            assert_false(holds(one, one_size, "CreationDate", 12));
        if (i == 1)
            assert_non_null(strstr(one, "map-title\">试点</title>"));
        free(one);
        free(two);
    }
}

static void labels_without_room_are_findings(void **state)
{
    (void)state;
    static const char MANY[] = "{\"type\":\"FeatureCollection\",\"features\":["
                               "{\"type\":\"Feature\",\"properties\":{\"name\":\"一个非常长的地名一个非常长的地名\"},"
                               "\"geometry\":{\"type\":\"Point\",\"coordinates\":[117,26]}}]}";
    mintu_error error = {0};
    mintu_map_options options = {
        .width_mm = 30, .height_mm = 30, .dpi = 96, .scale = 2000000, .extent = {116.5, 25.5, 117.5, 26.5}};
    mintu_style *style =
        parse(STYLE("", "{\"id\":\"n\",\"type\":\"symbol\",\"source\":\"s\",\"layout\":{\"text-field\":[\"get\",\"name\"],"
                        "\"text-size\":16,\"text-max-width\":40},\"metadata\":{\"mintu:required\":true}}"));
    mintu_layer *layer = load(MANY);
    mintu_map *map;
    assert_int_equal(mintu_map_new(context, style, &options, &error, &map), MINTU_STATUS_OK);
    assert_int_equal(mintu_map_source_set(map, "s", layer, &error), MINTU_STATUS_OK);
    assert_int_equal(mintu_map_render(map, in_folder("full.png"), MINTU_MAP_FORMAT_PNG, &error), MINTU_STATUS_FINDINGS);
    assert_int_equal(mintu_map_finding_count(map), 1);
    assert_non_null(strstr(mintu_map_finding(map, 0), "一个非常长的地名"));
    assert_string_equal(mintu_map_finding(map, 1), "");
    assert_int_equal(access(in_folder("full.png"), R_OK), 0);
    assert_true(mintu_map_scale(map) == 2000000);
    mintu_map_free(map);
    mintu_layer_free(layer);
    mintu_style_free(style);
}

/* What becomes of a name far too long for what the page shows of a square. */
static mintu_status draw_long_name(const double extent[4], const mintu_layer *focus)
{
    mintu_error error = {0};
    mintu_map_options options = {.width_mm = 30, .height_mm = 30, .dpi = 96};
    mintu_style *style = parse(STYLE(
        "",
        "{\"id\":\"n\",\"type\":\"symbol\",\"source\":\"s\",\"layout\":{\"text-field\":\"一个非常长的地名一个非常长的地名\","
        "\"text-size\":16,\"text-max-width\":40},\"metadata\":{\"mintu:required\":true}}"));
    mintu_layer *layer = load(SQUARE);
    mintu_map *map;
    for (int i = 0; extent && i < 4; i++)
        options.extent[i] = extent[i];
    assert_int_equal(mintu_map_new(context, style, &options, &error, &map), MINTU_STATUS_OK);
    assert_int_equal(mintu_map_source_set(map, "s", layer, &error), MINTU_STATUS_OK);
    if (focus)
        assert_int_equal(mintu_map_focus_set(map, focus, 0, &error), MINTU_STATUS_OK);
    mintu_status status = mintu_map_render(map, in_folder("long.png"), MINTU_MAP_FORMAT_PNG, &error);
    mintu_map_free(map);
    mintu_layer_free(layer);
    mintu_style_free(style);
    return status;
}

/* A required name is one of what the map is about: not of an area whose middle lies off the page or outside the focus. */
static void what_is_context_needs_no_label(void **state)
{
    (void)state;
    static const char NEIGHBOUR[] = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{},"
                                    "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[117.1,25.9],[117.4,25.9],"
                                    "[117.4,26.1],[117.1,26.1],[117.1,25.9]]]}}]}";
    static const char MIDDLE[] = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{},"
                                 "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[116.9,25.9],[117.2,25.9],"
                                 "[117.2,26.1],[116.9,26.1],[116.9,25.9]]]}}]}";
    assert_int_equal(draw_long_name((double[4]){116.7, 25.7, 117.3, 26.3}, NULL), MINTU_STATUS_FINDINGS);
    assert_int_equal(draw_long_name((double[4]){117.3, 25.7, 117.9, 26.3}, NULL), MINTU_STATUS_OK);
    mintu_layer *focus = load(MIDDLE);
    assert_int_equal(draw_long_name((double[4]){116.7, 25.7, 117.3, 26.3}, focus), MINTU_STATUS_FINDINGS);
    mintu_layer_free(focus);
    focus = load(NEIGHBOUR);
    assert_int_equal(draw_long_name((double[4]){116.7, 25.7, 117.3, 26.3}, focus), MINTU_STATUS_OK);
    mintu_layer_free(focus);
}

static void outputs_that_cannot_be_written_are_told(void **state)
{
    (void)state;
    assert_int_equal(render(DOT_AND_NAME, POINT, &SMALL, "none/a.png", MINTU_MAP_FORMAT_PNG), MINTU_STATUS_OUTPUT);
}

static void put(const char *name, const char *text)
{
    FILE *stream = fopen(in_folder(name), "w");
    assert_non_null(stream);
    fputs(text, stream);
    fclose(stream);
}

/* Which icons a map is drawn from is known only then; neither the map nor what is written beside it takes the place of one. */
static void an_icon_is_not_replaced(void **state)
{
    static const char icon[] = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>";
    (void)state;
    mintu_error error = {0};
    mintu_style *style = NULL;
    mintu_map *map;
    char other[200];
    put("icon.svg", icon);
    put("style.json", STYLE("", "{\"id\":\"i\",\"type\":\"symbol\",\"source\":\"s\",\"layout\":{\"icon-image\":"
                                "[\"concat\",[\"case\",[\"has\",\"name\"],\"icon\",\"none\"],\".svg\"]}}"));
    assert_int_equal(mintu_style_load(in_folder("style.json"), &error, &style), MINTU_STATUS_OK);
    mintu_layer *layer = load(POINT);
    assert_int_equal(mintu_map_new(context, style, &SMALL, &error, &map), MINTU_STATUS_OK);
    assert_int_equal(mintu_map_source_set(map, "s", layer, &error), MINTU_STATUS_OK);
    assert_int_equal(mintu_map_render(map, in_folder("icon.svg"), MINTU_MAP_FORMAT_SVG, &error), MINTU_STATUS_USAGE);
    assert_non_null(strstr(error.text, "icon.svg"));
    assert_int_equal(mintu_map_render(map, in_folder("one"), MINTU_MAP_FORMAT_PNG, &error), MINTU_STATUS_OK);
    remove(in_folder("one"));
    snprintf(other, sizeof other, "%s/../%s/icon.svg", folder, strrchr(folder, '/') + 1);
    assert_int_equal(mintu_map_output_add(map, other, &error), MINTU_STATUS_OK);
    assert_int_equal(mintu_map_render(map, in_folder("one"), MINTU_MAP_FORMAT_PNG, &error), MINTU_STATUS_USAGE);
    assert_int_equal(access(in_folder("one"), F_OK), -1);
    for (int i = 1; i < 16; i++)
        assert_int_equal(mintu_map_output_add(map, "x", &error), MINTU_STATUS_OK);
    assert_int_equal(mintu_map_output_add(map, "x", &error), MINTU_STATUS_USAGE);
    mintu_map_free(map);
    mintu_layer_free(layer);
    mintu_style_free(style);
}

static void wrong_options_are_refused(void **state)
{
    (void)state;
    mintu_error error = {0};
    mintu_map *map = NULL;
    mintu_style *style = parse(DOT_AND_NAME);
    assert_int_equal(mintu_map_new(context, style, &(mintu_map_options){.lang = "fr"}, &error, &map), MINTU_STATUS_USAGE);
    assert_null(map);
    assert_int_equal(mintu_map_new(context, style, &(mintu_map_options){.scale = -1}, &error, &map), MINTU_STATUS_USAGE);
    assert_int_equal(mintu_map_new(context, style, NULL, &error, &map), MINTU_STATUS_OK);
    assert_int_equal(mintu_map_source_set(map, "nothing", NULL, &error), MINTU_STATUS_USAGE);
    assert_non_null(strstr(error.text, "layer"));
    assert_int_equal(mintu_map_render(map, in_folder("a.png"), MINTU_MAP_FORMAT_PNG, &error), MINTU_STATUS_USAGE);
    assert_non_null(strstr(error.text, "\"s\""));
    assert_int_equal(mintu_map_render(map, in_folder("a.png"), MINTU_MAP_FORMAT_END, &error), MINTU_STATUS_USAGE);
    mintu_map_free(map);
    mintu_style_free(style);
    mintu_map_options huge = {.width_mm = 1000, .height_mm = 1000, .dpi = 1200};
    assert_int_equal(render(DOT_AND_NAME, POINT, &huge, "huge.png", MINTU_MAP_FORMAT_PNG), MINTU_STATUS_USAGE);
    assert_int_not_equal(access(in_folder("huge.png"), F_OK), 0);
}

/* A source of pixels has a file, and no layer of one's own. */
static void pixels_are_loaded_and_not_given(void **state)
{
    (void)state;
    static const char TEXT[] =
        "{\"version\":8,\"sources\":{\"p\":{\"type\":\"image\",\"url\":\"none.png\",\"coordinates\":[[0,1],[1,1],"
        "[1,0],[0,0]]}},\"layers\":[{\"id\":\"r\",\"type\":\"raster\",\"source\":\"p\"}]}";
    mintu_error error = {0};
    mintu_map *map = NULL;
    mintu_style *style = parse(TEXT);
    mintu_layer *layer = load(SQUARE);
    assert_int_equal(mintu_map_new(context, style, NULL, &error, &map), MINTU_STATUS_OK);
    assert_int_equal(mintu_map_source_set(map, "p", layer, &error), MINTU_STATUS_USAGE);
    assert_non_null(strstr(error.text, "load it instead"));
    assert_int_equal(mintu_map_source_load(map, "p", &error), MINTU_STATUS_INPUT);
    assert_non_null(strstr(error.text, "there is no such file"));
    mintu_map_free(map);
    mintu_layer_free(layer);
    mintu_style_free(style);
}

static void without_an_extent_the_data_are_fitted(void **state)
{
    (void)state;
    mintu_error error = {0};
    mintu_style *style = parse(STYLE("", "{\"id\":\"f\",\"type\":\"fill\",\"source\":\"s\"}"));
    mintu_layer *layer = load(SQUARE);
    mintu_map *map;
    assert_int_equal(
        mintu_map_new(context, style, &(mintu_map_options){.width_mm = 100, .height_mm = 100, .dpi = 96}, &error, &map),
        MINTU_STATUS_OK);
    assert_true(mintu_map_scale(map) == 0);
    assert_int_equal(mintu_map_source_set(map, "s", layer, &error), MINTU_STATUS_OK);
    assert_int_equal(mintu_map_render(map, in_folder("fit.png"), MINTU_MAP_FORMAT_PNG, &error), MINTU_STATUS_OK);
    assert_true(mintu_map_scale(map) >= 1200000 && mintu_map_scale(map) <= 1800000);
    mintu_map_free(map);
    mintu_layer_free(layer);
    mintu_style_free(style);
}

static int set_up(void **state)
{
    mintu_error error = {0};
    (void)state;
    return mkdtemp(folder) && mintu_context_new(&error, &context) == MINTU_STATUS_OK ? 0 : -1;
}

static int tear_down(void **state)
{
    static const char *const FILES[] = {"in.geojson", "fill.png", "line.png", "circle.png", "meta.png",  "one",
                                        "two",        "full.png", "fit.png",  "icon.svg",   "style.json"};
    (void)state;
    for (size_t i = 0; i < sizeof FILES / sizeof *FILES; i++)
        remove(in_folder(FILES[i]));
    mintu_context_free(context);
    return rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fills_cover_what_they_should),
        cmocka_unit_test(lines_have_their_width_on_paper),
        cmocka_unit_test(circles_have_their_radius_and_stroke),
        cmocka_unit_test(png_says_its_resolution_and_where_it_is_from),
        cmocka_unit_test(the_same_input_gives_the_same_bytes),
        cmocka_unit_test(labels_without_room_are_findings),
        cmocka_unit_test(what_is_context_needs_no_label),
        cmocka_unit_test(outputs_that_cannot_be_written_are_told),
        cmocka_unit_test(an_icon_is_not_replaced),
        cmocka_unit_test(wrong_options_are_refused),
        cmocka_unit_test(pixels_are_loaded_and_not_given),
        cmocka_unit_test(without_an_extent_the_data_are_fitted),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
