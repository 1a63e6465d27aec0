#include "label/label.h"
#include "label/label_choice.h"
#include "label/label_collision.h"
#include "label/label_gather.h"
#include "label/label_symbols.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static mintu_context *context;

/* A scene of points in px: one "metre" is one px, so that no projection is needed. */
typedef struct fixture {
    mintu_drawing drawing;
    mintu_labels labels;
    mintu_plot plot;
    mintu_style *style;
    mintu_layer *layer;
    mintu_findings findings;
    mintu_error error;
} fixture;

static void open_scene(fixture *f, const char *layers, double side)
{
    char text[2000];
    snprintf(text, sizeof text,
             "{\"version\":8,\"sources\":{\"p\":{\"type\":\"geojson\",\"data\":\"mintu:p\"}},\"layers\":[%s]}", layers);
    assert_int_equal(mintu_style_parse(text, strlen(text), "test", &f->error, &f->style), MINTU_STATUS_OK);
    assert_int_equal(mintu_layer_new(context, "p", &f->error, &f->layer), MINTU_STATUS_OK);
    assert_int_equal(mintu_layer_field_add(f->layer, "name", MINTU_FIELD_TYPE_TEXT, &f->error), MINTU_STATUS_OK);
    f->drawing =
        (mintu_drawing){.context = context, .style = f->style, .lang = "zh", .findings = &f->findings, .error = &f->error};
    f->drawing.page =
        (mintu_page){.frame = {0, 0, side, side}, .metres = {0, 0}, .px_per_metre = 1, .zoom = 8, .unit = 1, .scale = 1e6};
    assert_int_equal(mintu_text_open(&f->drawing.text, &f->findings, &f->error), MINTU_STATUS_OK);
}

static void add_point(fixture *f, double x, double y, const char *name)
{
    assert_int_equal(mintu_layer_append(f->layer, &f->error), MINTU_STATUS_OK);
    size_t row = mintu_layer_count(f->layer) - 1;
    assert_int_equal(mintu_layer_text_set(f->layer, row, 0, name, &f->error), MINTU_STATUS_OK);
    assert_int_equal(mintu_layer_point_set(f->layer, row, x / 10, y / 10, &f->error), MINTU_STATUS_OK);
}

static void place(fixture *f)
{
    assert_int_equal(mintu_plot_load(&f->plot, context, f->layer, &f->error), MINTU_STATUS_OK);
    for (size_t i = 0; i < 2 * f->plot.vertex_count; i++)
        f->plot.xy[i] *= 10;
    for (size_t i = 0; i < f->plot.row_count; i++) {
        f->plot.rows[i].spot[0] *= 10;
        f->plot.rows[i].spot[1] *= 10;
    }
    mintu_plot_place(&f->plot, &f->drawing.page);
    f->drawing.plots = &f->plot;
    f->drawing.plot_count = 1;
    assert_int_equal(mintu_labels_open(&f->labels, &f->drawing), MINTU_STATUS_OK);
    mintu_labels_add_symbols(&f->labels);
    mintu_labels_gather(&f->labels);
    mintu_labels_choose(&f->labels);
    assert_int_equal(mintu_memory_failures(), 0);
}

static void close_scene(fixture *f)
{
    mintu_labels_free(&f->labels);
    mintu_text_free(&f->drawing.text);
    mintu_plot_free(&f->plot);
    mintu_style_free(f->style);
    mintu_layer_free(f->layer);
    mintu_findings_clear(&f->findings);
}

static const char CIRCLES[] = "{\"id\":\"c\",\"type\":\"circle\",\"source\":\"p\",\"paint\":{\"circle-radius\":3}},";
static const char NAMES[] = "{\"id\":\"n\",\"type\":\"symbol\",\"source\":\"p\",\"layout\":{\"text-field\":[\"get\",\"name\"],"
                            "\"text-font\":[\"Noto Sans CJK SC Regular\"],\"text-size\":9,\"text-padding\":0.8},"
                            "\"metadata\":{\"mintu:automatic-places\":true}}";
static const char REQUIRED[] =
    "{\"id\":\"n\",\"type\":\"symbol\",\"source\":\"p\",\"layout\":{\"text-field\":[\"get\",\"name\"],"
    "\"text-font\":[\"Noto Sans CJK SC Regular\"],\"text-size\":9,\"text-padding\":0.8},"
    "\"metadata\":{\"mintu:required\":true,\"mintu:automatic-places\":true}}";

static const mintu_box *chosen_box(const fixture *f, size_t index)
{
    const mintu_label *label = &f->labels.labels[index];
    return label->chosen == MINTU_UNPLACED ? NULL : &f->labels.candidates[label->chosen].box;
}

static size_t count_placed(const fixture *f)
{
    size_t placed = 0;
    for (size_t i = 0; i < f->labels.count; i++)
        placed += chosen_box(f, i) != NULL;
    return placed;
}

/* Three hundred names where perhaps half have room: none may meet another, a symbol, or the frame. */
static void crowded_labels_never_meet(void **state)
{
    (void)state;
    fixture f = {0};
    char layers[1200], name[40];
    unsigned seed = 12345;
    snprintf(layers, sizeof layers, "%s%s", CIRCLES, NAMES);
    open_scene(&f, layers, 400);
    for (int i = 0; i < 300; i++) {
        seed = seed * 1103515245u + 12345u;
        double x = (seed >> 16) % 400;
        seed = seed * 1103515245u + 12345u;
        double y = (seed >> 16) % 400;
        snprintf(name, sizeof name, "镇%d", i);
        add_point(&f, x - 200, y - 200, name);
    }
    place(&f);
    assert_true(count_placed(&f) > 100);
    assert_true(count_placed(&f) < 300);
    for (size_t i = 0; i < f.labels.count; i++) {
        const mintu_box *box = chosen_box(&f, i);
        if (!box)
            continue;
        assert_true(mintu_box_within(box, &f.drawing.page.frame));
        for (size_t j = i + 1; j < f.labels.count; j++)
            assert_false(chosen_box(&f, j) && mintu_box_meets(box, chosen_box(&f, j)));
        for (size_t j = 0; j < f.plot.row_count; j++) /* a square within each circle */
            assert_false(mintu_box_meets(box, &(mintu_box){f.plot.xy[2 * j] - 2, f.plot.xy[2 * j + 1] - 2, f.plot.xy[2 * j] + 2,
                                                           f.plot.xy[2 * j + 1] + 2}));
    }
    close_scene(&f);
}

static void the_first_place_is_right_of_the_symbol(void **state)
{
    (void)state;
    fixture f = {0};
    char layers[1200];
    snprintf(layers, sizeof layers, "%s%s", CIRCLES, NAMES);
    open_scene(&f, layers, 400);
    add_point(&f, 0, 0, "水头镇");
    place(&f);
    const mintu_box *box = chosen_box(&f, 0);
    assert_non_null(box);
    assert_true(box->x0 >= 203 && box->x0 < 206);
    assert_true(box->y0 < 200 && box->y1 > 200);
    close_scene(&f);
}

static void a_label_at_the_right_edge_goes_left(void **state)
{
    (void)state;
    fixture f = {0};
    char layers[1200];
    snprintf(layers, sizeof layers, "%s%s", CIRCLES, NAMES);
    open_scene(&f, layers, 400);
    add_point(&f, 190, 0, "水头镇");
    place(&f);
    assert_non_null(chosen_box(&f, 0));
    assert_true(chosen_box(&f, 0)->x1 <= 387);
    close_scene(&f);
}

static void furniture_is_kept_clear(void **state)
{
    (void)state;
    fixture f = {0};
    open_scene(&f, NAMES, 100);
    add_point(&f, 0, 0, "水头镇");
    assert_int_equal(mintu_labels_open(&f.labels, &f.drawing), MINTU_STATUS_OK);
    assert_int_equal(mintu_plot_load(&f.plot, context, f.layer, &f.error), MINTU_STATUS_OK);
    mintu_plot_place(&f.plot, &f.drawing.page);
    f.drawing.plots = &f.plot;
    f.drawing.plot_count = 1;
    mintu_collision_add(&f.labels.collision, &(mintu_obstacle){.box = {0, 0, 100, 100}, .owner = MINTU_UNPLACED});
    mintu_labels_gather(&f.labels);
    mintu_labels_choose(&f.labels);
    assert_int_equal(f.labels.count, 1);
    assert_null(chosen_box(&f, 0));
    assert_int_equal(f.findings.count, 0); /* not required, so nobody is told */
    close_scene(&f);
}

static void what_lies_beneath_the_furniture_is_told(void **state)
{
    (void)state;
    fixture f = {0};
    char layers[1200];
    snprintf(layers, sizeof layers, "%s%s", CIRCLES, REQUIRED);
    open_scene(&f, layers, 400);
    add_point(&f, 0, 0, "水头镇");
    add_point(&f, 100, 0, "安海镇");
    assert_int_equal(mintu_labels_open(&f.labels, &f.drawing), MINTU_STATUS_OK);
    assert_int_equal(mintu_plot_load(&f.plot, context, f.layer, &f.error), MINTU_STATUS_OK);
    for (size_t i = 0; i < 2 * f.plot.vertex_count; i++)
        f.plot.xy[i] *= 10;
    f.plot.rows[0].spot[0] *= 10, f.plot.rows[1].spot[0] *= 10;
    mintu_plot_place(&f.plot, &f.drawing.page);
    f.drawing.plots = &f.plot;
    f.drawing.plot_count = 1;
    mintu_collision_add(&f.labels.collision,
                        &(mintu_obstacle){.box = {150, 150, 250, 250}, .owner = MINTU_UNPLACED, .piece = "legend"});
    mintu_labels_add_symbols(&f.labels);
    mintu_labels_gather(&f.labels);
    mintu_labels_choose(&f.labels);
    assert_int_equal(f.findings.count, 2);
    assert_non_null(strstr(f.findings.lines[0], "1 symbol of layer \"c\" lies beneath the legend"));
    assert_non_null(strstr(f.findings.lines[1], "\"水头镇\" of layer \"n\""));
    assert_non_null(strstr(f.findings.lines[1], "beneath the legend"));
    close_scene(&f);
}

static void required_labels_move_out_on_leaders(void **state)
{
    (void)state;
    fixture f = {0};
    char layers[1200], name[40];
    size_t leaders = 0;
    snprintf(layers, sizeof layers, "%s%s", CIRCLES, REQUIRED);
    open_scene(&f, layers, 500);
    for (int i = 0; i < 12; i++) {
        snprintf(name, sizeof name, "同一处%d", i);
        add_point(&f, 2.0 * (i % 4), 2.0 * (i / 4), name);
    }
    place(&f);
    assert_int_equal(count_placed(&f), 12);
    for (size_t i = 0; i < 12; i++)
        leaders += f.labels.candidates[f.labels.labels[i].chosen].leader;
    assert_true(leaders > 0);
    assert_int_equal(f.findings.count, 0);
    close_scene(&f);
}

static void required_labels_without_room_are_findings(void **state)
{
    (void)state;
    fixture f = {0};
    char layers[1200];
    snprintf(layers, sizeof layers, "%s%s", CIRCLES, REQUIRED);
    open_scene(&f, layers, 40);
    for (int i = 0; i < 12; i++)
        add_point(&f, 0, 0, i == 11 ? "最后" : "名称很长很长");
    place(&f);
    assert_true(f.findings.count > 0);
    assert_non_null(strstr(f.findings.lines[0], "required label not placed: \"名称很长很长\" of layer \"n\""));
    close_scene(&f);
}

static void small_sort_keys_go_first(void **state)
{
    (void)state;
    fixture f = {0};
    open_scene(&f,
               "{\"id\":\"n\",\"type\":\"symbol\",\"source\":\"p\",\"layout\":{\"text-field\":[\"get\",\"name\"],\"text-"
               "anchor\":\"center\","
               "\"text-size\":9,\"symbol-sort-key\":[\"match\",[\"get\",\"name\"],\"乙\",1,2]}}",
               100);
    add_point(&f, 0, 0, "甲");
    add_point(&f, 1, 0, "乙");
    place(&f);
    assert_int_equal(count_placed(&f), 1);
    for (size_t i = 0; i < 2; i++)
        if (chosen_box(&f, i))
            assert_int_equal(f.labels.labels[i].row, 1);
    close_scene(&f);
}

static void turned_labels_take_the_room_of_their_turn(void **state)
{
    (void)state;
    fixture f = {0};
    open_scene(&f,
               "{\"id\":\"n\",\"type\":\"symbol\",\"source\":\"p\",\"layout\":{\"text-field\":[\"get\",\"name\"],"
               "\"text-anchor\":\"center\",\"text-font\":[\"Noto Sans CJK SC Regular\"],\"text-size\":10,\"text-padding\":0,"
               "\"text-rotate\":90}}",
               200);
    add_point(&f, 0, 0, "水头镇");
    place(&f);
    const mintu_box *box = chosen_box(&f, 0);
    assert_non_null(box);
    assert_true(box->y1 - box->y0 > 29 && box->y1 - box->y0 < 33);
    assert_true(box->x1 - box->x0 > 10 && box->x1 - box->x0 < 13);
    close_scene(&f);
}

static const char ICONS[] =
    "{\"id\":\"n\",\"type\":\"symbol\",\"source\":\"p\",\"layout\":{\"icon-image\":\"mintu:square\",\"icon-size\":%s}}";

static void open_icons(fixture *f, const char *more)
{
    char layers[1200];
    snprintf(layers, sizeof layers, ICONS, more);
    open_scene(f, layers, 400);
    add_point(f, 0, 0, "甲");
    add_point(f, 20, 0, "乙");
    place(f);
}

static void icons_collide_unless_they_may_overlap(void **state)
{
    (void)state;
    fixture f = {0};
    open_icons(&f, "2");
    assert_true(f.labels.labels[0].icon.placed);
    assert_false(f.labels.labels[1].icon.placed);
    close_scene(&f);
    static const char *const WAYS[] = {"2,\"icon-allow-overlap\":true", "2,\"icon-overlap\":\"cooperative\"",
                                       "2,\"icon-ignore-placement\":true", "2,\"icon-padding\":-4",
                                       "2,\"icon-overlap\":\"always\",\"icon-allow-overlap\":false"};
    for (size_t i = 0; i < sizeof WAYS / sizeof *WAYS; i++) {
        f = (fixture){0};
        open_icons(&f, WAYS[i]);
        assert_true(f.labels.labels[0].icon.placed && f.labels.labels[1].icon.placed);
        close_scene(&f);
    }
}

/* The text of the second point meets the first one's icon, so that both go, unless one is optional. */
static void a_text_and_its_icon_stand_together(void **state)
{
    (void)state;
    static const struct {
        const char *more;
        bool text, icon;
    } CASES[] = {{"", false, false}, {",\"text-optional\":true", false, true}, {",\"text-allow-overlap\":true", true, true}};
    char more[400];
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        fixture f = {0};
        snprintf(more, sizeof more,
                 "1,\"text-field\":[\"get\",\"name\"],\"text-font\":[\"Noto Sans CJK SC Regular\"],"
                 "\"text-anchor\":\"right\",\"text-offset\":[-0.5,0]%s",
                 CASES[i].more);
        open_icons(&f, more);
        assert_non_null(chosen_box(&f, 0));
        assert_true(f.labels.labels[0].icon.placed);
        assert_int_equal(chosen_box(&f, 1) != NULL, CASES[i].text);
        assert_int_equal(f.labels.labels[1].icon.placed, CASES[i].icon);
        close_scene(&f);
    }
}

/* As on the web, circles are in nobody's way, and the centre is the anchor unless another is written. */
static void a_count_stands_in_its_circle(void **state)
{
    (void)state;
    fixture f = {0};
    char layers[1200];
    snprintf(layers, sizeof layers,
             "%s{\"id\":\"n\",\"type\":\"symbol\",\"source\":\"p\",\"layout\":{\"text-field\":[\"get\",\"name\"]}}", CIRCLES);
    open_scene(&f, layers, 400);
    add_point(&f, 0, 0, "12");
    place(&f);
    const mintu_box *box = chosen_box(&f, 0);
    assert_non_null(box);
    assert_true(fabs((box->x0 + box->x1) / 2 - 200) < 0.01 && fabs((box->y0 + box->y1) / 2 - 200) < 0.01);
    close_scene(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(crowded_labels_never_meet),
        cmocka_unit_test(the_first_place_is_right_of_the_symbol),
        cmocka_unit_test(a_label_at_the_right_edge_goes_left),
        cmocka_unit_test(furniture_is_kept_clear),
        cmocka_unit_test(what_lies_beneath_the_furniture_is_told),
        cmocka_unit_test(required_labels_move_out_on_leaders),
        cmocka_unit_test(required_labels_without_room_are_findings),
        cmocka_unit_test(small_sort_keys_go_first),
        cmocka_unit_test(turned_labels_take_the_room_of_their_turn),
        cmocka_unit_test(icons_collide_unless_they_may_overlap),
        cmocka_unit_test(a_text_and_its_icon_stand_together),
        cmocka_unit_test(a_count_stands_in_its_circle),
    };
    mintu_error error = {0};
    if (mintu_context_new(&error, &context) != MINTU_STATUS_OK)
        return 1;
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    mintu_context_free(context);
    return failed;
}
