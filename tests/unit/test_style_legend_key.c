#include "legend_colors.h"
#include "style/legend_derive.h"
#include "style/legend_key.h"
#include "style/property_value.h"
#include "style/style_layer.h"
#include "test_style_helper.h"

#include <math.h>

static mintu_context *context;

/* A feature of the tests: the number n (NAN: none) and the text kind (NULL: none). */
typedef struct feature {
    double n;
    const char *kind;
} feature;

static mintu_layer *make_features(const feature *features, size_t count)
{
    mintu_error error = {0};
    mintu_layer *layer = NULL;
    assert_int_equal(mintu_layer_new(context, "s", &error, &layer), MINTU_STATUS_OK);
    assert_int_equal(mintu_layer_field_add(layer, "n", MINTU_FIELD_TYPE_REAL, &error), MINTU_STATUS_OK);
    assert_int_equal(mintu_layer_field_add(layer, "kind", MINTU_FIELD_TYPE_TEXT, &error), MINTU_STATUS_OK);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(mintu_layer_append(layer, &error), MINTU_STATUS_OK);
        if (!isnan(features[i].n))
            mintu_layer_number_set(layer, i, 0, features[i].n, &error);
        if (features[i].kind)
            mintu_layer_text_set(layer, i, 1, features[i].kind, &error);
    }
    return layer;
}

static mintu_style *make_style(const char *type, const char *paint, const char *legend)
{
    char members[4096];
    snprintf(members, sizeof members, "\"paint\":{%s},\"metadata\":{\"mintu:legend\":{\"label\":\"l\"%s%s}}", paint,
             *legend ? "," : "", legend);
    return parse_layer(type, members);
}

static mintu_key *make_key(const mintu_style *style, size_t part, const mintu_layer *features, const char *lang)
{
    const mintu_property *derived;
    const mintu_style_layer *layer = mintu_style_layer_at(style, 0);
    assert_true(mintu_style_legend_derived(layer, &derived) > part);
    mintu_key *key = mintu_key_new(layer, derived[part], &(mintu_style_scope){.zoom = 8});
    mintu_style_scope scope = {.zoom = 8, .layer = features};
    assert_non_null(key);
    for (scope.row = 0; features && scope.row < mintu_layer_count(features); scope.row++)
        assert_true(mintu_key_add(key, &scope, true, true));
    assert_true(mintu_key_finish(key, lang));
    return key;
}

/* The labels of a key, with / between them; of what varies <tick tick>. */
static void expect_labels(const mintu_key *key, const char *labels)
{
    mintu_buffer text = {0};
    for (size_t i = 0; i < mintu_key_count(key); i++) {
        const mintu_key_entry *entry = mintu_key_at(key, i);
        mintu_buffer_format(&text, "%s%s", i ? "/" : "", entry->label);
        for (size_t j = 0; j < entry->value_count; j++)
            mintu_buffer_format(&text, "%s%s%s", j ? " " : "<", entry->ticks[j], j + 1 == entry->value_count ? ">" : "");
    }
    assert_string_equal(text.data ? text.data : "", labels);
    mintu_buffer_free(&text);
}

/* The colour of a class for its made-up feature. */
static void expect_color(const mintu_style *style, const mintu_key *key, size_t index, unsigned rgb)
{
    mintu_style_scope scope = {.zoom = 8, .properties = mintu_key_at(key, index)->properties};
    mintu_color color = mintu_style_color(mintu_style_layer_at(style, 0), MINTU_PROPERTY_FILL_COLOR, &scope);
    unsigned found =
        (unsigned)lround(color.red * 255) << 16 | (unsigned)lround(color.green * 255) << 8 | (unsigned)lround(color.blue * 255);
    mintu_style_scope_free(&scope);
    assert_int_equal(found, rgb);
}

static void expect_fill(const char *color, const char *legend, const feature *features, size_t count, const char *zh,
                        const char *en)
{
    char paint[2048];
    snprintf(paint, sizeof paint, "\"fill-color\":%s", color);
    mintu_style *style = make_style("fill", paint, legend);
    mintu_layer *layer = features ? make_features(features, count) : NULL;
    for (int english = 0; english < 2; english++) {
        mintu_key *key = make_key(style, 0, layer, english ? "en" : "zh");
        expect_labels(key, english ? en : zh);
        mintu_key_free(key);
    }
    mintu_layer_free(layer);
    mintu_style_free(style);
}

#define FEATURES(...) (const feature[]){__VA_ARGS__}, sizeof((const feature[]){__VA_ARGS__}) / sizeof(feature)
#define NONE          NULL, 0
#define STEP          "[\"step\",[\"get\",\"n\"],\"#aaaaaa\",100,\"#bbbbbb\",200,\"#cccccc\"]"

static void ranges_of_whole_numbers_share_none(void **state)
{
    (void)state;
    expect_fill(STEP, "", FEATURES({0, 0}, {100, 0}, {2000, 0}), "200 及以上/100–199/0–99", "200 and more/100–199/0–99");
    expect_fill(STEP, "\"unit\":{\"zh\":\"亩\",\"en\":\"mu\"}", FEATURES({0, 0}, {150, 0}, {200, 0}),
                "200 亩及以上/100–199 亩/0–99 亩", "200 mu and more/100–199 mu/0–99 mu");
    expect_fill(STEP, "\"order\":\"rising\"", FEATURES({-5, 0}, {100, 0}), "99 及以下/100–199", "99 and less/100–199");
    expect_fill("[\"step\",[\"get\",\"n\"],\"#aaaaaa\",1,\"#bbbbbb\",2,\"#cccccc\"]", "", FEATURES({0, 0}, {1, 0}, {2, 0}),
                "2 及以上/1/0", "2 and more/1/0");
}

static void ranges_of_real_numbers_say_which_end_is_in_them(void **state)
{
    (void)state;
    expect_fill(STEP, "", FEATURES({0.5, 0}, {100, 0}, {200, 0}), "200 及以上/100 至不足 200/不足 100",
                "200 and more/100 to under 200/under 100");
    expect_fill(STEP, "\"bounds\":\"data\"", FEATURES({0.5, 0}, {120, 0}, {130, 0}, {220, 0}), "220/120–130/0.5",
                "220/120–130/0.5");
    expect_fill("[\"case\",[\">\",[\"get\",\"n\"],10],\"#aaaaaa\",[\">\",[\"get\",\"n\"],5],\"#bbbbbb\",\"#cccccc\"]", "",
                FEATURES({0.5, 0}, {7, 0}, {11, 0}), "超过 10/超过 5 至 10/5 及以下", "over 10/over 5 to 10/5 and less");
}

static void numbers_are_written_as_the_style_says(void **state)
{
    (void)state;
    const char *step = "[\"step\",[\"get\",\"n\"],\"#aaaaaa\",1000,\"#bbbbbb\",12345.5,\"#cccccc\"]";
    expect_fill(step, "", FEATURES({0.5, 0}, {20000, 0}), "12,345.5 及以上/不足 1,000", "12,345.5 and more/under 1,000");
    expect_fill(step, "\"format\":{\"decimals\":0,\"thousands\":false}", FEATURES({0.5, 0}), "不足 1000", "under 1000");
}

static void values_have_words(void **state)
{
    (void)state;
    const char *match = "[\"match\",[\"get\",\"kind\"],[\"a\",\"b\"],\"#aaaaaa\",\"c\",\"#bbbbbb\",\"#cccccc\"]";
    expect_fill(match, "", FEATURES({1, "a"}, {1, "c"}, {1, "x"}), "a、b/c/其他", "a, b/c/Other");
    expect_fill(match, "\"labels\":{\"a\":{\"zh\":\"甲\",\"en\":\"A\"},\"kind=c\":\"C\"},\"other\":\"rest\"",
                FEATURES({1, "a"}, {1, "c"}, {1, "x"}), "甲/C/rest", "A/C/rest");
    expect_fill(match, "\"no-data\":\"?\"", FEATURES({1, "b"}, {1, 0}), "a、b/?", "a, b/?");
    expect_fill("[\"match\",[\"get\",\"n\"],[1,2],\"#aaaaaa\",\"#bbbbbb\"]", "", FEATURES({1, 0}, {3, 0}), "1、2/其他",
                "1, 2/Other");
    expect_fill(STEP, "\"labels\":{\"<100\":\"few\",\"n=200\":\"many\"}", FEATURES({0, 0}, {300, 0}), "many/few", "many/few");
}

/* What decides is taken from tests of every kind, and from what earlier tests left over. */
static void cases_are_told_by_their_tests(void **state)
{
    (void)state;
    expect_fill("[\"case\",[\"<\",[\"get\",\"n\"],10],\"#aaaaaa\",[\"<\",[\"get\",\"n\"],20],\"#bbbbbb\",\"#cccccc\"]", "",
                FEATURES({0, 0}, {10, 0}, {20, 0}), "20 及以上/10–19/0–9", "20 and more/10–19/0–9");
    expect_fill("[\"case\",[\"all\",[\">=\",[\"get\",\"n\"],10],[\"<=\",[\"get\",\"n\"],15]],\"#aaaaaa\",\"#cccccc\"]", "",
                FEATURES({0, 0}, {12, 0}), "10–15/其他", "10–15/Other");
    expect_fill(
        "[\"case\",[\"in\",[\"get\",\"kind\"],[\"literal\",[\"a\",\"b\"]]],\"#aaaaaa\",[\"==\",[\"get\",\"kind\"],\"c\"],"
        "\"#bbbbbb\",\"#cccccc\"]",
        "", FEATURES({0, "b"}, {0, "c"}, {0, "d"}), "a、b/c/其他", "a, b/c/Other");
    expect_fill(
        "[\"case\",[\"any\",[\"==\",[\"get\",\"kind\"],\"a\"],[\"==\",[\"get\",\"kind\"],\"b\"]],\"#aaaaaa\",\"#cccccc\"]", "",
        FEATURES({0, "b"}, {0, "d"}), "a、b/其他", "a, b/Other");
    expect_fill("[\"case\",[\"!\",[\"has\",\"n\"]],\"#aaaaaa\",[\"==\",[\"get\",\"kind\"],\"a\"],\"#bbbbbb\"," STEP "]", "",
                FEATURES({NAN, 0}, {5, "a"}, {100, "x"}), "100–199/a/无资料", "100–199/a/No data");
    expect_fill("[\"match\",[\"get\",\"kind\"],\"a\"," STEP ",\"#dddddd\"]", "", FEATURES({5, "a"}, {100, "a"}, {100, "x"}),
                "a，100–199/a，0–99/其他", "a, 100–199/a, 0–99/Other");
    expect_fill("[\"match\",[\"get\",\"kind\"],\"a\"," STEP ",\"b\"," STEP ",\"#dddddd\"]", "",
                FEATURES({5, "b"}, {5, "a"}, {100, "b"}, {100, "a"}), "a，100–199/a，0–99/b，100–199/b，0–99",
                "a, 100–199/a, 0–99/b, 100–199/b, 0–99");
}

static void missing_values_are_no_data(void **state)
{
    (void)state;
    /* as mintu classify --step writes it */
    expect_fill("[\"case\",[\"all\",[\"==\",[\"typeof\",[\"get\",\"n\"]],\"number\"],[\">=\",[\"get\",\"n\"],0],[\"<=\",["
                "\"get\",\"n\"],"
                "300]]," STEP ",\"#d9d9d9\"]",
                "", FEATURES({0, 0}, {300, 0}, {NAN, 0}), "200–300/0–99/无资料", "200–300/0–99/No data");
    expect_fill("[\"step\",[\"coalesce\",[\"get\",\"n\"],-1],\"#aaaaaa\",0,\"#bbbbbb\",10,\"#cccccc\"]", "",
                FEATURES({0, 0}, {300, 0}, {NAN, 0}), "10 及以上/0–9/无资料", "10 and more/0–9/No data");
    /* the expression fails, so the map draws the default */
    expect_fill(STEP, "", FEATURES({0, 0}, {NAN, 0}), "0–99/无资料", "0–99/No data");
    expect_fill("[\"case\",[\"==\",[\"get\",\"n\"],null],\"#aaaaaa\",\"#bbbbbb\"]", "", FEATURES({NAN, 0}, {1, 0}),
                "其他/无资料", "Other/No data");
    /* nor are they among the others of a list */
    expect_fill("[\"match\",[\"get\",\"kind\"],\"a\",\"#aaaaaa\",\"#bbbbbb\"]", "", FEATURES({1, "a"}, {1, "NA"}, {1, 0}),
                "a/其他/无资料", "a/Other/No data");
}

static void computed_inputs_are_told_by_their_field(void **state)
{
    (void)state;
    expect_fill("[\"step\",[\"/\",[\"get\",\"n\"],100],\"#aaaaaa\",1,\"#bbbbbb\",2,\"#cccccc\"]", "",
                FEATURES({0, 0}, {100, 0}, {200, 0}), "200 及以上/100–199/0–99", "200 and more/100–199/0–99");
    expect_fill(
        "[\"let\",\"x\",[\"sqrt\",[\"to-number\",[\"get\",\"n\"]]],[\"step\",[\"var\",\"x\"],\"#aaaaaa\",10,\"#bbbbbb\"]]", "",
        FEATURES({0, 0}, {100, 0}), "100 及以上/0–99", "100 and more/0–99");
    expect_fill("[\"step\",[\"-\",0,[\"get\",\"n\"]],\"#aaaaaa\",-10,\"#bbbbbb\"]", "", FEATURES({5, 0}, {11, 0}),
                "11 及以上/0–10", "11 and more/0–10");
}

static void ramps_have_the_stops_for_ticks(void **state)
{
    (void)state;
    expect_fill("[\"interpolate\",[\"linear\"],[\"get\",\"n\"],0,\"#000000\",50,\"#ff0000\"]", "\"unit\":\"m\"",
                FEATURES({0, 0}, {7, 0}), "<0 m 50 m>", "<0 m 50 m>");
    expect_fill("[\"case\",[\"<\",[\"get\",\"n\"],0],\"#123456\",[\"interpolate-hcl\",[\"cubic-bezier\",0.4,0,0.6,1],[\"sqrt\","
                "[\"get\","
                "\"n\"]],0,\"#000000\",5,\"#ff0000\",10,\"#ffffff\"]]",
                "\"labels\":{\"<0\":\"below\"}", FEATURES({-1, 0}, {7, 0}), "<0 25 100>/below", "<0 25 100>/below");
}

/* Without features every way through the expression has its class, and the feature made up for it takes that way. */
static void made_up_features_have_the_colours_of_their_classes(void **state)
{
    (void)state;
    mintu_style *style =
        make_style("fill", "\"fill-color\":[\"case\",[\"==\",[\"get\",\"apart\"],1],\"#000001\"," STEP "]", "");
    mintu_key *key = make_key(style, 0, NULL, "en");
    expect_labels(key, "200 and more/100 to under 200/under 100/1");
    const unsigned colors[] = {0xcccccc, 0xbbbbbb, 0xaaaaaa, 0x000001};
    for (size_t i = 0; i < 4; i++)
        expect_color(style, key, i, colors[i]);
    mintu_color found[8];
    const mintu_style_layer *layer = mintu_style_layer_at(style, 0);
    assert_int_equal(key_colors(layer, MINTU_PROPERTY_FILL_COLOR, &(mintu_style_scope){.zoom = 8}, found, 8), 4);
    assert_true(fabs(found[0].red - 0.8) < 1e-9 && found[3].blue < 0.01);
    mintu_key_free(key);
    mintu_style_free(style);
}

static void what_the_page_does_not_show_is_left_out_or_kept(void **state)
{
    (void)state;
    expect_fill(STEP, "", FEATURES({100, 0}), "100–199", "100–199");
    expect_fill(STEP, "\"empty\":\"keep\"", FEATURES({100, 0}), "200 及以上/100–199/0–99", "200 and more/100–199/0–99");
}

/* Sizes: round numbers of the page; the numbers themselves when they are few. Colours first, since these are looked for first. */
static void sizes_show_numbers_of_the_page(void **state)
{
    (void)state;
    feature many[40];
    for (size_t i = 0; i < 40; i++)
        many[i] = (feature){7 + 11 * (double)i, i % 2 ? "a" : "b"};
    mintu_layer *layers[] = {make_features(many, 40), make_features(FEATURES({100, "a"}, {400, "b"})),
                             make_features(FEATURES({123, "a"}, {234, "b"}, {345, "b"}, {870, "b"})),
                             make_features(FEATURES({823, "a"}, {834, "b"}, {845, "b"}, {870, "b"}))};
    const char *ticks[] = {"<8 100 400>", "<100 400>", "<200 400 800>", "<840 860>"};
    mintu_style *style =
        make_style("circle",
                   "\"circle-radius\":[\"*\",2,[\"sqrt\",[\"get\",\"n\"]]],\"circle-color\":[\"match\",[\"get\","
                   "\"kind\"],\"a\",\"#ff0000\",\"#0000ff\"],\"circle-stroke-color\":[\"match\",[\"get\",\"kind\"],"
                   "\"a\",\"#ffffff\",\"#000000\"]",
                   "");
    const mintu_property *derived;
    assert_int_equal(mintu_style_legend_derived(mintu_style_layer_at(style, 0), &derived), 2);
    for (size_t i = 0; i < sizeof layers / sizeof *layers; i++) {
        mintu_key *colors = make_key(style, 0, layers[i], "en"), *sizes = make_key(style, 1, layers[i], "en");
        expect_labels(colors, "a/Other");
        expect_labels(sizes, ticks[i]);
        assert_int_equal(mintu_key_at(sizes, 0)->kind, MINTU_KEY_SIZES);
        assert_non_null(strstr(mintu_key_sample(sizes, 0, 64), "\"n\":64"));
        mintu_key_free(colors);
        mintu_key_free(sizes);
        mintu_layer_free(layers[i]);
    }
    mintu_style_free(style);
}

/* The style is good, but for the legend of its layer, which is said to be left out. */
static void expect_gap(const char *members, const char *says)
{
    mintu_style *style = parse_layer("fill", members);
    const mintu_style_layer *layer = mintu_style_layer_at(style, 0);
    const mintu_property *derived;
    const char *gap = mintu_style_legend_gap(layer);
    assert_non_null(gap);
    if (!strstr(gap, says))
        fail_msg("expected \"%s\" in: %s", says, gap);
    assert_int_equal(mintu_style_legend_derived(layer, &derived), 0);
    mintu_style_free(style);
}

/* 60 variables, each twice the one before. */
static void expect_bomb_left_out(void)
{
    mintu_buffer bomb = {0};
    mintu_buffer_text(&bomb, "[\"let\",\"v0\",[\"get\",\"n\"],");
    for (int i = 1; i <= 60; i++)
        mintu_buffer_format(&bomb, "[\"let\",\"v%d\",[\"+\",[\"var\",\"v%d\"],[\"var\",\"v%d\"]],", i, i - 1, i - 1);
    mintu_buffer_text(&bomb, "[\"step\",[\"var\",\"v60\"],\"#aaaaaa\",1,\"#bbbbbb\"]");
    for (int i = 0; i <= 60; i++)
        mintu_buffer_text(&bomb, "]");
    mintu_buffer whole = {0};
    mintu_buffer_format(&whole, "\"paint\":{\"fill-color\":%s},\"metadata\":{\"mintu:legend\":{\"label\":\"l\"}}", bomb.data);
    expect_gap(whole.data, "uses too many");
    mintu_buffer_free(&whole);
    mintu_buffer_free(&bomb);
}

static void what_cannot_be_taken_apart_is_left_out_and_told(void **state)
{
    (void)state;
    static const char *const bad[][2] = {
        {"[\"get\",\"color\"]", "takes its value from the feature itself"},
        {"[\"rgb\",[\"get\",\"n\"],0,0]", "takes its value from the feature itself"},
        {"[\"step\",[\"%\",[\"get\",\"n\"],7],\"#aaaaaa\",3,\"#bbbbbb\"]", "cannot be undone"},
        {"[\"case\",[\"any\",[\"<\",[\"get\",\"n\"],1],[\"==\",[\"get\",\"kind\"],\"a\"]],\"#aaaaaa\",\"#bbbbbb\"]",
         "several reasons"},
        {"[\"case\",[\"<\",[\"get\",\"n\"],[\"get\",\"m\"]],\"#aaaaaa\",\"#bbbbbb\"]", "no fixed value"},
        {"[\"interpolate\",[\"linear\"],[\"zoom\"],1," STEP ",9,\"#ffffff\"]", "interpolates between values"},
        {"[\"match\",[\"get\",[\"get\",\"k\"]],\"a\",\"#aaaaaa\",\"#bbbbbb\"]", "computes the name of a field"},
    };
    char members[2048];
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        snprintf(members, sizeof members, "\"paint\":{\"fill-color\":%s},\"metadata\":{\"mintu:legend\":{\"label\":\"l\"}}",
                 bad[i][0]);
        expect_gap(members, bad[i][1]);
        expect_gap(members, "from its \"fill-color\"");
        expect_gap(members, "give the legend \"entries\"");
    }
    expect_bomb_left_out();
    mintu_style_free(make_style("fill", "\"fill-color\":[\"get\",\"color\"]", "\"derive\":false"));
    mintu_style_free(make_style("fill", "\"fill-color\":[\"get\",\"color\"]", "\"entries\":[{\"label\":\"a\"}]"));
    snprintf(members, sizeof members, "\"metadata\":{\"mintu:legend\":{\"derive\":\"fill-color\"}}");
    expect_layer_failure("fill", members, MINTU_STATUS_INPUT, "nothing to derive", "/layers/0/metadata/mintu:legend/derive");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ranges_of_whole_numbers_share_none),
        cmocka_unit_test(ranges_of_real_numbers_say_which_end_is_in_them),
        cmocka_unit_test(numbers_are_written_as_the_style_says),
        cmocka_unit_test(values_have_words),
        cmocka_unit_test(cases_are_told_by_their_tests),
        cmocka_unit_test(missing_values_are_no_data),
        cmocka_unit_test(computed_inputs_are_told_by_their_field),
        cmocka_unit_test(ramps_have_the_stops_for_ticks),
        cmocka_unit_test(made_up_features_have_the_colours_of_their_classes),
        cmocka_unit_test(what_the_page_does_not_show_is_left_out_or_kept),
        cmocka_unit_test(sizes_show_numbers_of_the_page),
        cmocka_unit_test(what_cannot_be_taken_apart_is_left_out_and_told),
    };
    mintu_error error = {0};
    if (mintu_context_new(&error, &context) != MINTU_STATUS_OK)
        return 1;
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    mintu_context_free(context);
    return failed;
}
