#include "canvas/text_letters.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static mintu_text text;
static mintu_findings findings;
static const mintu_text_style STYLE = {.font = "Noto Sans CJK SC Regular", .size = 20, .line_height = 1.2};

static int set_up(void **state)
{
    mintu_error error = {0};
    (void)state;
    return mintu_text_open(&text, &findings, &error) == MINTU_STATUS_OK ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    mintu_text_free(&text);
    mintu_findings_clear(&findings);
    return 0;
}

static void ideographs_are_one_em_wide_and_high(void **state)
{
    (void)state;
    const mintu_run *run = mintu_text_run(&text, mintu_text_shape(&text, &STYLE, "水头镇"));
    assert_true(fabs(run->width - 60) < 0.1);
    assert_true(fabs(run->height - 20) < 0.1);
    assert_true(run->ink.x0 >= -1 && run->ink.x1 <= 61 && run->ink.y0 >= -1 && run->ink.y1 <= 21);
}

static void the_same_text_is_shaped_once(void **state)
{
    (void)state;
    size_t first = mintu_text_shape(&text, &STYLE, "金井镇"), again = mintu_text_shape(&text, &STYLE, "金井镇");
    mintu_text_style larger = STYLE;
    larger.size = 21;
    assert_int_equal(first, again);
    assert_int_not_equal(first, mintu_text_shape(&text, &larger, "金井镇"));
}

static void letter_spacing_stands_between_the_letters_only(void **state)
{
    (void)state;
    mintu_text_style spaced = STYLE;
    spaced.spacing = 0.5;
    const mintu_run *run = mintu_text_run(&text, mintu_text_shape(&text, &spaced, "福建省"));
    assert_true(fabs(run->width - 80) < 0.2);
}

static void broken_lines_are_balanced(void **state)
{
    (void)state;
    mintu_text_style narrow = STYLE;
    narrow.width = 140;
    narrow.balanced = true;
    const mintu_run *run = mintu_text_run(&text, mintu_text_shape(&text, &narrow, "香港特别行政区域"));
    assert_int_equal(pango_layout_get_line_count(run->layout), 2);
    assert_true(fabs(run->width - 80) < 1);
    assert_true(fabs(run->height - (20 + 24)) < 0.5);
}

/* No line begins with a closing bracket, and no Latin word is cut. */
static void lines_break_where_both_scripts_allow(void **state)
{
    (void)state;
    mintu_text_style narrow = STYLE;
    narrow.width = 80;
    narrow.balanced = true;
    const mintu_run *run = mintu_text_run(&text, mintu_text_shape(&text, &narrow, "一二三四（五六）"));
    for (int i = 0; i < pango_layout_get_line_count(run->layout); i++) {
        const PangoLayoutLine *line = pango_layout_get_line_readonly(run->layout, i);
        const char *start = pango_layout_get_text(run->layout) + pango_layout_line_get_start_index((PangoLayoutLine *)line);
        assert_true(strncmp(start, "）", 3) != 0);
    }
    run = mintu_text_run(&text, mintu_text_shape(&text, &narrow, "Wuyishan National Park"));
    assert_int_equal(pango_layout_get_line_count(run->layout), 3);
    assert_true(run->width > 80); /* the longest word is wider than was asked for */
}

/* The baseline of a browser is 10/24 em below the middle of the line, and lines are as far apart as asked for. */
static void the_web_sets_its_own_baselines(void **state)
{
    (void)state;
    mintu_text_style web = STYLE;
    web.web = true;
    web.size = 24;
    const mintu_run *run = mintu_text_run(&text, mintu_text_shape(&text, &web, "一行"));
    assert_int_equal(run->line_count, 1);
    assert_true(fabs(run->height - 24) < 0.01 && fabs(run->lines[0].baseline - run->height / 2 - 10) < 0.01);
    web.align = MINTU_TEXT_ALIGN_RIGHT;
    run = mintu_text_run(&text, mintu_text_shape(&text, &web, "三二一\n一"));
    assert_int_equal(run->line_count, 2);
    assert_true(fabs(run->lines[1].baseline - run->lines[0].baseline - 1.2 * 24) < 0.01);
    assert_true(fabs(run->lines[0].x) < 0.1 && fabs(run->lines[1].x - 48) < 0.1);
}

static void sections_have_their_own_size(void **state)
{
    (void)state;
    const mintu_text_section sections[] = {{.end = 3, .scale = 2}, {.end = 6, .scale = 1, .rise = 3.0 / 24}};
    mintu_text_style web = STYLE;
    web.web = true;
    web.sections = sections;
    web.section_count = 2;
    size_t plain = mintu_text_shape(&text, &STYLE, "大小"), index = mintu_text_shape(&text, &web, "大小");
    assert_int_not_equal(index, plain);
    const mintu_run *run = mintu_text_run(&text, index);
    assert_true(fabs(run->width - 60) < 0.1);
    assert_true(fabs(run->height - (2 * 1.2 * 20 - 0.2 * 20)) < 0.01); /* of lines twice as high */
    mintu_text_split(&text, &web, index);
    run = mintu_text_run(&text, index);
    assert_int_equal(run->letter_count, 2);
    assert_true(fabs(run->letters[0].middle - 20) < 0.1 && fabs(run->letters[1].middle - 50) < 0.1);
    assert_true(fabs(mintu_text_run(&text, run->letters[0].run)->width - 40) < 0.1);
}

static void clusters_are_told_in_reading_order(void **state)
{
    size_t count;
    (void)state;
    mintu_text_cluster *clusters = mintu_text_clusters(&text, mintu_text_shape(&text, &STYLE, "一b\nc"), &count);
    assert_int_equal(count, 4);
    assert_true(clusters[0].end == 3 && clusters[1].start == 3 && clusters[2].start == 4 && clusters[3].end == 6);
    assert_true(fabs(clusters[0].width - 20) < 0.1 && clusters[2].width == 0 && clusters[3].line == 1);
    free(clusters);
}

static void columns_are_one_em_wide(void **state)
{
    (void)state;
    mintu_text_style column = STYLE;
    column.vertical = true;
    const mintu_run *run = mintu_text_run(&text, mintu_text_shape(&text, &column, "太姥山镇"));
    assert_true(fabs(run->width - 80) < 0.5); /* along the column: it is drawn turned */
    assert_true(fabs(run->height - 20) < 0.1);
    assert_true(run->ink.y0 >= -1 && run->ink.y1 <= 21);
}

/* A column of ideographs stays whole; where letters or digits stand upright in it each has one em. */
static void digits_stand_upright_in_a_column(void **state)
{
    (void)state;
    mintu_text_style web = STYLE, column = STYLE;
    web.web = column.web = column.vertical = true;
    size_t rows = mintu_text_shape(&text, &web, "太姥山"), whole = mintu_text_shape(&text, &column, "太姥山");
    mintu_text_split_column(&text, &column, whole, rows);
    assert_null(mintu_text_run(&text, whole)->letters);
    rows = mintu_text_shape(&text, &web, "12号\n楼");
    whole = mintu_text_shape(&text, &column, "12号\n楼");
    mintu_text_split_column(&text, &column, whole, rows);
    const mintu_run *run = mintu_text_run(&text, whole);
    assert_int_equal(run->letter_count, 4);
    assert_true(run->letters[0].upright && run->letters[1].upright && !run->letters[2].upright);
    assert_true(fabs(run->letters[1].middle - 30) < 0.01 && fabs(run->width - 60) < 0.01);
    assert_true(fabs(run->letters[3].middle - 10) < 0.01 && fabs(run->letters[3].across - run->letters[0].across - 24) < 0.01);
}

static void letters_stand_at_equal_distances(void **state)
{
    (void)state;
    mintu_text_style spaced = STYLE;
    size_t count;
    spaced.spacing = 0.6;
    size_t run = mintu_text_shape(&text, &spaced, "九龙江 溪");
    assert_null(mintu_text_run(&text, run)->letters);
    mintu_text_split(&text, &spaced, run);
    const mintu_text_letter *letters = mintu_text_run(&text, run)->letters;
    count = mintu_text_run(&text, run)->letter_count;
    assert_int_equal(count, 4); /* no letter for the space */
    assert_true(fabs(letters[0].middle - 10) < 0.2);
    assert_true(fabs(letters[1].middle - letters[0].middle - 32) < 0.2);
    assert_true(fabs(letters[2].middle - letters[1].middle - 32) < 0.2);
    assert_true(fabs(letters[3].middle - (mintu_text_run(&text, run)->width - 10)) < 0.2);
}

/* Two lines lie on both sides of the middle, each centred. */
static void letters_of_several_lines_keep_to_their_lines(void **state)
{
    (void)state;
    mintu_text_style style = STYLE;
    style.line_height = 1.5;
    style.align = MINTU_TEXT_ALIGN_CENTER;
    size_t run = mintu_text_shape(&text, &style, "福建\nA");
    mintu_text_split(&text, &style, run);
    const mintu_text_letter *letters = mintu_text_run(&text, run)->letters;
    assert_int_equal(mintu_text_run(&text, run)->letter_count, 3);
    assert_true(fabs(letters[0].across + 0.75 * style.size) < 0.2 && fabs(letters[1].across + 0.75 * style.size) < 0.2);
    assert_true(fabs(letters[2].across - 0.75 * style.size) < 0.2);
    assert_true(fabs(letters[2].middle - mintu_text_run(&text, run)->width / 2) < 0.5);
    assert_true(letters[0].upright && letters[1].upright && !letters[2].upright);
    assert_true(mintu_text_is_upright("No. 1 号") && !mintu_text_is_upright("No. 1"));
}

static void a_glyph_that_no_font_has_is_a_finding(void **state)
{
    (void)state;
    mintu_findings_clear(&findings);
    mintu_text_shape(&text, &STYLE, "镇\xF3\xB0\x80\x80"); /* U+F0000, private use */
    mintu_text_shape(&text, &STYLE, "没有缺字");
    assert_int_equal(findings.count, 1);
    assert_non_null(strstr(findings.lines[0], "glyph missing: U+F0000 (\xF3\xB0\x80\x80) in \"镇"));
}

/* 骨 has another form in the Japanese font; the language of the context, not the locale, decides when the font is a fallback. */
static void fallback_fonts_are_simplified_chinese(void **state)
{
    (void)state;
    mintu_text_style none = STYLE;
    none.font = "No Such Font";
    const mintu_run *run = mintu_text_run(&text, mintu_text_shape(&text, &none, "骨"));
    PangoLayoutIter *iterator = pango_layout_get_iter(run->layout);
    PangoFontDescription *used = pango_font_describe(pango_layout_iter_get_run_readonly(iterator)->item->analysis.font);
    assert_string_equal(pango_font_description_get_family(used), "Noto Sans CJK SC");
    pango_font_description_free(used);
    pango_layout_iter_free(iterator);
    assert_string_equal(pango_language_to_string(pango_context_get_language(text.context)), "zh-cn");
}

static void a_font_that_is_not_installed_is_a_finding(void **state)
{
    (void)state;
    mintu_text_style asked = STYLE;
    size_t before = text.findings->count;
    asked.asked = true;
    asked.font = "Noto Sans CJK SC Bold,sans-serif";
    mintu_text_shape(&text, &asked, "甲乙");
    assert_int_equal(text.findings->count, before);
    asked.font = "No Such Font Bold,Noto Sans CJK SC";
    mintu_text_shape(&text, &asked, "甲乙");
    mintu_text_shape(&text, &asked, "丙丁");
    assert_int_equal(text.findings->count, before + 1);
    assert_non_null(strstr(text.findings->lines[before], "\"No Such Font\"; \"Noto Sans CJK SC\" is used"));
}

static void findings_are_told_once(void **state)
{
    (void)state;
    mintu_findings list = {0};
    mintu_findings_add(&list, "a %d", 1);
    mintu_findings_add(&list, "a %d", 1);
    mintu_findings_add(&list, "a %d", 2);
    assert_int_equal(list.count, 2);
    mintu_findings_clear(&list);
    assert_int_equal(list.count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ideographs_are_one_em_wide_and_high),
        cmocka_unit_test(the_same_text_is_shaped_once),
        cmocka_unit_test(letter_spacing_stands_between_the_letters_only),
        cmocka_unit_test(broken_lines_are_balanced),
        cmocka_unit_test(lines_break_where_both_scripts_allow),
        cmocka_unit_test(the_web_sets_its_own_baselines),
        cmocka_unit_test(sections_have_their_own_size),
        cmocka_unit_test(clusters_are_told_in_reading_order),
        cmocka_unit_test(columns_are_one_em_wide),
        cmocka_unit_test(digits_stand_upright_in_a_column),
        cmocka_unit_test(letters_stand_at_equal_distances),
        cmocka_unit_test(letters_of_several_lines_keep_to_their_lines),
        cmocka_unit_test(a_glyph_that_no_font_has_is_a_finding),
        cmocka_unit_test(fallback_fonts_are_simplified_chinese),
        cmocka_unit_test(a_font_that_is_not_installed_is_a_finding),
        cmocka_unit_test(findings_are_told_once),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
