#include "canvas/text.h"

#include "base/error.h"
#include "base/utf8.h"
#include "canvas/svg_text.h"
#include "canvas/text_clean.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Where an ideograph stands about the baseline, em. */
static const double ABOVE_BASELINE = 0.88, BELOW_BASELINE = 0.12;

/* Han characters look different in China and Japan; without this Pango follows the locale. */
static const char LANGUAGE[] = "zh-CN";
static const char FALLBACK[] = "Noto Sans CJK SC,sans-serif";

mintu_status mintu_text_open(mintu_text *text, mintu_findings *findings, mintu_error *error)
{
    *text = (mintu_text){.findings = findings};
    mintu_status status = mintu_cairo_begin("starting Pango", error);
    if (status != MINTU_STATUS_OK)
        return status;
    text->fonts = pango_cairo_font_map_new();
    text->context = text->fonts ? pango_font_map_create_context(text->fonts) : NULL;
    text->columns = text->fonts ? pango_font_map_create_context(text->fonts) : NULL;
    cairo_font_options_t *options = cairo_font_options_create();
    if (!text->context || !text->columns || cairo_font_options_status(options) != CAIRO_STATUS_SUCCESS) {
        mintu_text_free(text);
        return mintu_fail(error, MINTU_STATUS_DEFECT, "starting Pango failed; check that fontconfig finds fonts (fc-list)");
    }
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    PangoContext *both[] = {text->context, text->columns};
    for (int i = 0; i < 2; i++) {
        pango_cairo_context_set_font_options(both[i], options);
        pango_context_set_language(both[i], pango_language_from_string(LANGUAGE));
        pango_context_set_round_glyph_positions(both[i], FALSE);
    }
    pango_context_set_base_gravity(text->columns, PANGO_GRAVITY_EAST);
    cairo_font_options_destroy(options);
    return MINTU_STATUS_OK;
}

void mintu_text_free(mintu_text *text)
{
    for (size_t i = 0; i < text->count; i++) {
        g_object_unref(text->runs[i].layout);
        free(text->runs[i].letters);
        free(text->runs[i].lines);
        free(text->runs[i].said);
        free(text->keys[i]);
    }
    free(text->runs);
    free(text->keys);
    free(text->checked);
    mintu_textmap_free(&text->known);
    if (text->context)
        g_object_unref(text->context);
    if (text->columns)
        g_object_unref(text->columns);
    if (text->fonts)
        g_object_unref(text->fonts);
    *text = (mintu_text){0};
}

static PangoFontDescription *describe_font(const char *list, double size)
{
    mintu_buffer families = {0};
    char **names = g_strsplit(list ? list : "", ",", -1);
    PangoFontDescription *first = NULL;
    for (size_t i = 0; names[i]; i++) {
        PangoFontDescription *description = pango_font_description_from_string(names[i]);
        if (pango_font_description_get_family(description))
            mintu_buffer_format(&families, "%s,", pango_font_description_get_family(description));
        if (first)
            pango_font_description_free(description);
        else
            first = description;
    }
    g_strfreev(names);
    if (!first)
        first = pango_font_description_new();
    mintu_buffer_text(&families, FALLBACK);
    pango_font_description_set_family(first, families.failed ? FALLBACK : families.data);
    pango_font_description_set_absolute_size(first, size * PANGO_SCALE);
    mintu_buffer_free(&families);
    return first;
}

/* Looks for the families of a style's list once. */
static void check_fonts(mintu_text *text, const mintu_text_style *style)
{
    if (!style->asked || !style->font || (text->checked && strcmp(text->checked, style->font) == 0))
        return;
    PangoFontDescription *all = describe_font(style->font, style->size);
    mintu_text_report_fonts(text->findings, text->context, style->font, all);
    pango_font_description_free(all);
    free(text->checked);
    text->checked = mintu_text_copy(style->font);
}

static void add_attribute(PangoAttrList *attributes, PangoAttribute *attribute, size_t start, size_t end)
{
    attribute->start_index = (guint)start;
    attribute->end_index = (guint)end;
    pango_attr_list_insert(attributes, attribute);
}

static guint16 share_of(double share)
{
    return (guint16)round(fmin(fmax(share, 0), 1) * 65535);
}

/* A part's own letters and colour. Alpha 0 would be none given. */
static void add_section(PangoAttrList *attributes, const mintu_text_style *style, const mintu_text_section *part, size_t start)
{
    const mintu_color *color = &part->color;
    PangoFontDescription *font =
        describe_font(part->font ? part->font : style->font, fmin(part->scale * style->size, MINTU_TEXT_LARGEST));
    add_attribute(attributes, pango_attr_font_desc_new(font), start, part->end);
    pango_font_description_free(font);
    if (part->rise != 0)
        add_attribute(attributes, pango_attr_rise_new((int)(part->rise * style->size * PANGO_SCALE)), start, part->end);
    if (!part->colored)
        return;
    guint16 alpha = share_of(color->alpha);
    add_attribute(attributes, pango_attr_foreground_new(share_of(color->red), share_of(color->green), share_of(color->blue)),
                  start, part->end);
    add_attribute(attributes, pango_attr_foreground_alpha_new(alpha ? alpha : 1), start, part->end);
}

static void set_attributes(PangoLayout *layout, const mintu_text_style *style)
{
    double most = MINTU_TEXT_LARGEST, spacing = fmin(fmax(style->spacing * style->size, -most), most);
    if (!(spacing < 0 || spacing > 0) && !style->section_count)
        return;
    PangoAttrList *attributes = pango_attr_list_new();
    if (spacing < 0 || spacing > 0)
        pango_attr_list_insert(attributes, pango_attr_letter_spacing_new((int)(spacing * PANGO_SCALE)));
    for (size_t i = 0; i < style->section_count; i++)
        add_section(attributes, style, &style->sections[i], i ? style->sections[i - 1].end : 0);
    pango_layout_set_attributes(layout, attributes);
    pango_attr_list_unref(attributes);
}

/* Lines of about the same length, so that no single character is left over: the smallest width with as many lines. */
static void balance(PangoLayout *layout, double most, double least)
{
    int lines = pango_layout_get_line_count(layout);
    double low = least, high = most;
    for (int i = 0; i < 7; i++) {
        double middle = (low + high) / 2;
        pango_layout_set_width(layout, (int)middle);
        if (pango_layout_get_line_count(layout) > lines)
            low = middle;
        else
            high = middle;
    }
    pango_layout_set_width(layout, (int)high);
}

/* Pango breaks after UAX 14: between ideographs but not before closing punctuation, and between Latin words. */
static void break_lines(PangoLayout *layout, const mintu_text_style *style)
{
    PangoRectangle logical;
    pango_layout_get_extents(layout, NULL, &logical);
    double most = fmin(style->width * PANGO_SCALE, 1e9);
    if (style->vertical || !(most > 0) || logical.width <= most)
        return;
    pango_layout_set_width(layout, (int)most);
    pango_layout_set_wrap(layout, style->balanced ? PANGO_WRAP_WORD : PANGO_WRAP_WORD_CHAR);
    if (style->balanced)
        balance(layout, most, fmin(style->size * PANGO_SCALE, most));
}

static PangoLayout *make_layout(mintu_text *text, const mintu_text_style *style, const char *string)
{
    static const PangoAlignment ALIGN[] = {PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER, PANGO_ALIGN_RIGHT};
    PangoLayout *layout = pango_layout_new(style->vertical ? text->columns : text->context);
    PangoFontDescription *font = describe_font(style->font, style->size);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
    pango_layout_set_text(layout, string, -1);
    set_attributes(layout, style);
    pango_layout_set_alignment(layout, ALIGN[style->align]);
    break_lines(layout, style);
    if (pango_layout_get_line_count(layout) > 1) {
        PangoRectangle logical;
        pango_layout_line_get_extents(pango_layout_get_line_readonly(layout, 0), NULL, &logical);
        if (logical.height > 0)
            pango_layout_set_line_spacing(layout, (float)(style->line_height * style->size * PANGO_SCALE / logical.height));
    }
    return layout;
}

static double last_baseline(PangoLayout *layout)
{
    PangoLayoutIter *iterator = pango_layout_get_iter(layout);
    while (pango_layout_iter_next_line(iterator))
        continue;
    double baseline = (double)pango_layout_iter_get_baseline(iterator) / PANGO_SCALE;
    pango_layout_iter_free(iterator);
    return baseline;
}

static mintu_run measure(PangoLayout *layout, const mintu_text_style *style)
{
    PangoRectangle ink, logical;
    pango_layout_get_extents(layout, &ink, &logical);
    mintu_run run = {.layout = layout, .size = style->size};
    run.left = (double)logical.x / PANGO_SCALE;
    run.top = (double)pango_layout_get_baseline(layout) / PANGO_SCALE - ABOVE_BASELINE * style->size;
    run.width = (double)logical.width / PANGO_SCALE;
    run.height = last_baseline(layout) + BELOW_BASELINE * style->size - run.top;
    if (style->vertical) { /* columns stand about their middle; the box is one em and the distance of the columns */
        double lines = pango_layout_get_line_count(layout);
        run.height = style->size * (1 + (lines - 1) * style->line_height);
        run.top = (logical.y + logical.height / 2.0) / PANGO_SCALE - run.height / 2;
    }
    run.ink =
        (mintu_box){(double)ink.x / PANGO_SCALE - run.left, (double)ink.y / PANGO_SCALE - run.top,
                    (double)(ink.x + ink.width) / PANGO_SCALE - run.left, (double)(ink.y + ink.height) / PANGO_SCALE - run.top};
    return run;
}

/* The largest of the scales in a line of the text; 0 of an empty one. */
static double line_scale(const PangoLayoutLine *line, const mintu_text_style *style)
{
    size_t start = (size_t)pango_layout_line_get_start_index((PangoLayoutLine *)line),
           end = start + (size_t)pango_layout_line_get_length((PangoLayoutLine *)line);
    double most = style->section_count || end == start ? 0 : 1;
    for (size_t i = 0; i < style->section_count && end > start; i++)
        if (style->sections[i].end > start && (i == 0 || style->sections[i - 1].end < end))
            most = fmax(most, style->sections[i].scale);
    return most;
}

/* Where a browser sets the baselines: in lines of the text's own size 10/24 em below the middle of each; once a size differs, 27/24 of
 * the largest in a line below its top. */
static double set_baselines(mintu_run *run, const mintu_text_style *style)
{
    double height = style->line_height * style->size, top = 0, largest = 0;
    for (size_t i = 0; i < run->line_count; i++)
        largest = fmax(largest, line_scale(pango_layout_get_line_readonly(run->layout, (int)i), style));
    for (size_t i = 0; i < run->line_count; i++) {
        double scale = line_scale(pango_layout_get_line_readonly(run->layout, (int)i), style);
        run->lines[i].baseline = top + scale * style->size * 27 / 24 + (largest == 1 ? height / 2 - style->size * 17 / 24 : 0);
        run->lines[i].middle = top + height * (scale > 0 ? scale : 1) / 2;
        top += height * (scale > 0 ? scale : 1);
    }
    return top;
}

/* The lines of a text as the web sets it: as far apart as asked for, whatever fonts they have, each on its side. The box is that of one
 * em of each line, as of other texts. */
static void set_lines(mintu_run *run, const mintu_text_style *style)
{
    static const double SHARE[] = {0, 0.5, 1};
    PangoRectangle ink, logical;
    run->lines = calloc((size_t)pango_layout_get_line_count(run->layout), sizeof *run->lines);
    if (!mintu_memory_good(run->lines))
        return;
    run->line_count = (size_t)pango_layout_get_line_count(run->layout);
    double block = set_baselines(run, style), beside = (style->line_height - 1) * style->size;
    run->height = block - beside;
    run->ink = (mintu_box){INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (size_t i = 0; i < run->line_count; i++) {
        mintu_text_line *line = &run->lines[i];
        pango_layout_line_get_extents(pango_layout_get_line_readonly(run->layout, (int)i), &ink, &logical);
        line->x = (run->width - (double)logical.width / PANGO_SCALE) * SHARE[style->align];
        line->baseline -= beside / 2;
        line->middle -= beside / 2;
        mintu_box_add(&run->ink, line->x + (double)ink.x / PANGO_SCALE, line->baseline + (double)ink.y / PANGO_SCALE);
        mintu_box_add(&run->ink, line->x + (double)(ink.x + ink.width) / PANGO_SCALE,
                      line->baseline + (double)(ink.y + ink.height) / PANGO_SCALE);
    }
}

/* Takes the key and the layout. */
static size_t keep(mintu_text *text, char *key, const mintu_run *run)
{
    bool good = MINTU_ARRAY_RESERVE(text->runs, text->run_room, text->count + 1) &&
                MINTU_ARRAY_RESERVE(text->keys, text->key_room, text->count + 1);
    if (!good || !mintu_textmap_set(&text->known, key, text->count)) {
        g_object_unref(run->layout);
        free(run->lines);
        free(run->said);
        free(key);
        return (size_t)-1;
    }
    text->runs[text->count] = *run;
    text->keys[text->count] = key;
    return text->count++;
}

static void add_section_key(mintu_buffer *key, const mintu_text_section *part)
{
    mintu_buffer_format(key, "%zu %g %g %s %d %g %g %g %g\n", part->end, part->scale, part->rise, part->font ? part->font : "",
                        (int)part->colored, part->color.red, part->color.green, part->color.blue, part->color.alpha);
}

static size_t shape(mintu_text *text, const mintu_text_style *style, const char *string)
{
    mintu_buffer key = {0};
    size_t index;
    mintu_buffer_format(&key, "%s\n%g %g %g %g %d %d %d %d\n", style->font ? style->font : "", style->size, style->spacing,
                        style->width, style->line_height, (int)style->align, (int)style->balanced, (int)style->vertical,
                        (int)style->web);
    for (size_t i = 0; i < style->section_count; i++)
        add_section_key(&key, &style->sections[i]);
    mintu_buffer_format(&key, "%s\n%s", style->said ? style->said : "", string);
    if (key.failed) {
        mintu_buffer_free(&key);
        return (size_t)-1;
    }
    if (mintu_textmap_get(&text->known, key.data, &index)) {
        mintu_buffer_free(&key);
        return index;
    }
    check_fonts(text, style);
    PangoLayout *layout = make_layout(text, style, string);
    mintu_text_report_missing(text->findings, layout, style->said ? style->said : string);
    mintu_run run = measure(layout, style);
    if (style->web && !style->vertical)
        set_lines(&run, style);
    run.said = style->said ? mintu_text_copy(style->said) : NULL;
    return keep(text, key.data, &run);
}

/* All text that is drawn comes through here. */
size_t mintu_text_shape(mintu_text *text, const mintu_text_style *style, const char *string)
{
    if (mintu_utf8_unfit(string) < 0 && !strchr(string, '\r'))
        return shape(text, style, string);
    char *clean = mintu_text_clean(text->findings, string);
    size_t run = clean ? shape(text, style, clean) : (size_t)-1;
    free(clean);
    return run;
}

const mintu_run *mintu_text_run(const mintu_text *text, size_t index)
{
    return &text->runs[index];
}

const char *mintu_text_string(const mintu_text *text, size_t index)
{
    return pango_layout_get_text(text->runs[index].layout);
}

const char *mintu_text_said(const mintu_text *text, size_t index)
{
    return text->runs[index].said ? text->runs[index].said : mintu_text_string(text, index);
}

static void trace(cairo_t *cairo, const mintu_run *run, const double at[2], bool outline)
{
    if (!run->lines) {
        cairo_move_to(cairo, at[0] - run->left, at[1] - run->top);
        (outline ? pango_cairo_layout_path : pango_cairo_show_layout)(cairo, run->layout);
        return;
    }
    for (size_t i = 0; i < run->line_count; i++) {
        cairo_move_to(cairo, at[0] + run->lines[i].x, at[1] + run->lines[i].baseline);
        (outline ? pango_cairo_layout_line_path
                 : pango_cairo_show_layout_line)(cairo, pango_layout_get_line_readonly(run->layout, (int)i));
    }
}

void mintu_text_draw(mintu_canvas *canvas, const mintu_run *run, const double at[2], const mintu_text_paint *paint)
{
    cairo_t *cairo = canvas->cairo;
    cairo_new_path(cairo);
    if (mintu_svg_text_add(canvas, run, at, paint))
        return;
    if (paint->halo_width > 0 && paint->halo.alpha > 0) {
        cairo_save(cairo);
        trace(cairo, run, at, true);
        mintu_canvas_color(canvas, paint->halo, paint->opacity);
        cairo_set_line_width(cairo, 2 * paint->halo_width);
        cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
        cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
        cairo_set_dash(cairo, NULL, 0, 0);
        cairo_set_tolerance(cairo, 0.25);
        mintu_canvas_stroke(canvas, true);
        cairo_restore(cairo);
    }
    if (paint->color.alpha > 0) {
        mintu_canvas_color(canvas, paint->color, paint->opacity);
        trace(cairo, run, at, false);
    }
    cairo_new_path(cairo);
}
