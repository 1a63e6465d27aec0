#include "canvas/drawn_rows.h"
#include "furniture/layout_text.h"
#include "furniture/legend.h"
#include "furniture/legend_gather.h"
#include "furniture/legend_paint.h"
#include "map/map_extent.h"
#include "style/layout.h"
#include "style/style_layer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

static mintu_context *context;

/* Towns at 0 to 5 on a row, one every 10 px, in a frame 100 px wide about the first: "metres" are px. */
typedef struct fixture {
    mintu_drawing drawing;
    mintu_plot plot;
    mintu_style *style;
    mintu_layer *layer;
    mintu_findings findings;
    mintu_error error;
    mintu_legend legend;
} fixture;

static const char STYLE[] =
    "{\"version\":8,\"metadata\":{\"mintu:layout\":{\"subtitle\":{\"zh\":\"{as-of}\",\"en\":\"As of {as-of}, {as-of}\"}}},"
    "\"sources\":{\"p\":{\"type\":\"geojson\",\"data\":\"mintu:p\"}},\"layers\":["
    "{\"id\":\"sea\",\"type\":\"background\",\"metadata\":{\"mintu:legend\":{\"label\":\"海\"}}},"
    "{\"id\":\"ring\",\"type\":\"circle\",\"source\":\"p\",\"metadata\":{\"mintu:legend\":{\"label\":\"试点（{count}/"
    "{stated}）\","
    "\"entries\":[{\"label\":\"甲 {count}\",\"properties\":{\"kind\":\"a\"}},{\"label\":\"乙 "
    "{count}\",\"properties\":{\"kind\":"
    "\"b\"}},{\"label\":\"样\",\"properties\":{\"kind\":\"none\"}},{\"label\":\"\",\"properties\":{}}]}}},"
    "{\"id\":\"dot\",\"type\":\"circle\",\"source\":\"p\",\"metadata\":{\"mintu:legend\":{\"label\":\"都 {count}\"}}},"
    "{\"id\":\"none\",\"type\":\"circle\",\"source\":\"p\",\"filter\":[\"==\",[\"get\",\"kind\"],\"c\"],\"metadata\":{"
    "\"mintu:legend\":{\"label\":\"组\",\"entries\":[{\"label\":\"丙\",\"properties\":{}}]}}}]}";

static void open_scene(fixture *f, double shift)
{
    static const char *const KINDS[] = {"a", "a", "b", "a", "b", "b"};
    *f = (fixture){0};
    assert_int_equal(mintu_style_parse(STYLE, strlen(STYLE), "test", &f->error, &f->style), MINTU_STATUS_OK);
    assert_int_equal(mintu_layer_new(context, "p", &f->error, &f->layer), MINTU_STATUS_OK);
    assert_int_equal(mintu_layer_field_add(f->layer, "kind", MINTU_FIELD_TYPE_TEXT, &f->error), MINTU_STATUS_OK);
    mintu_layer_note_set(f->layer, "stated", "9", &f->error);
    mintu_layer_note_set(f->layer, "as-of", "2014-11-01", &f->error);
    for (size_t i = 0; i < 6; i++) {
        mintu_layer_append(f->layer, &f->error);
        mintu_layer_text_set(f->layer, i, 0, KINDS[i], &f->error);
        mintu_layer_point_set(f->layer, i, 30.0 * (double)i + shift, 0, &f->error);
    }
    assert_int_equal(mintu_plot_load(&f->plot, context, f->layer, &f->error), MINTU_STATUS_OK);
    f->drawing =
        (mintu_drawing){.context = context, .style = f->style, .lang = "zh", .findings = &f->findings, .error = &f->error};
    f->drawing.page = (mintu_page){.frame = {0, 0, 100, 100}, .px_per_metre = 1, .zoom = 8, .unit = 1, .scale = 1e6};
    f->drawing.plots = &f->plot;
    f->drawing.plot_count = 1;
    mintu_plot_place(&f->plot, &f->drawing.page);
    assert_int_equal(mintu_text_open(&f->drawing.text, &f->findings, &f->error), MINTU_STATUS_OK);
}

static void close_scene(fixture *f)
{
    mintu_legend_free(&f->legend);
    mintu_text_free(&f->drawing.text);
    mintu_plot_free(&f->plot);
    mintu_layer_free(f->layer);
    mintu_style_free(f->style);
    mintu_findings_clear(&f->findings);
}

static void expect_rows(const fixture *f, const char *const *labels, size_t count)
{
    assert_int_equal(f->legend.row_count, count);
    for (size_t i = 0; i < count; i++)
        assert_string_equal(pango_layout_get_text(mintu_text_run(&f->drawing.text, f->legend.rows[i].run)->layout), labels[i]);
}

/* In the frame are the towns at 0 and 30: two of kind a. What counts none is left out, with its heading if that stands alone. */
static void the_legend_counts_what_the_frame_holds(void **state)
{
    (void)state;
    static const char *const LABELS[] = {"都 2", "试点（2/9）", "甲 2", "样", "海"};
    fixture f;
    double size[2];
    open_scene(&f, 0);
    mintu_legend_measure(&f.drawing, &f.legend, MINTU_LEGEND_ON_MAP, size);
    expect_rows(&f, LABELS, 5);
    assert_true(f.legend.rows[1].form == MINTU_LEGEND_HEADING && f.legend.rows[1].count == 0 && f.legend.rows[1].gap > 0);
    assert_int_equal(f.legend.rows[2].form, MINTU_LEGEND_LINE);
    assert_int_equal(f.legend.rows[0].count, 2); /* the entry without a label lies beneath the next one's swatch */
    assert_int_equal(f.legend.rows[2].count, 1);
    assert_true(f.legend.rows[4].gap > 0);
    assert_int_equal(mintu_drawing_count(&f.drawing, mintu_style_layer_at(f.style, 1), MINTU_ALL_ENTRIES), 2);
    close_scene(&f);
}

static void an_empty_frame_has_no_lines_and_is_a_finding(void **state)
{
    (void)state;
    static const char *const LABELS[] = {"海"};
    fixture f;
    double size[2];
    open_scene(&f, 0);
    mintu_map_check_extent(&f.drawing);
    assert_int_equal(f.findings.count, 0);
    close_scene(&f);
    open_scene(&f, 51);
    mintu_legend_measure(&f.drawing, &f.legend, MINTU_LEGEND_ON_MAP, size);
    expect_rows(&f, LABELS, 1);
    mintu_map_check_extent(&f.drawing);
    assert_int_equal(f.findings.count, 3);
    assert_non_null(strstr(f.findings.lines[0], "no feature of layer \"ring\""));
    close_scene(&f);
}

static void texts_tell_the_day_of_the_layers(void **state)
{
    (void)state;
    fixture f;
    open_scene(&f, 0);
    char *text = mintu_layout_text(&f.drawing, "subtitle", 0);
    assert_string_equal(text, "2014年11月1日");
    free(text);
    f.drawing.lang = "en";
    text = mintu_layout_text(&f.drawing, "subtitle", 0);
    assert_string_equal(text, "As of 1 November 2014, 1 November 2014");
    free(text);
    assert_null(mintu_layout_text(&f.drawing, "title", 0));
    f.drawing.plot_count = 0;
    text = mintu_layout_expand(&f.drawing, "<{as-of}>", NULL);
    assert_string_equal(text, "<?>");
    assert_int_equal(f.findings.count, 1);
    free(text);
    close_scene(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_legend_counts_what_the_frame_holds),
        cmocka_unit_test(an_empty_frame_has_no_lines_and_is_a_finding),
        cmocka_unit_test(texts_tell_the_day_of_the_layers),
    };
    mintu_error error = {0};
    if (mintu_context_new(&error, &context) != MINTU_STATUS_OK)
        return 1;
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    mintu_context_free(context);
    return failed;
}
