#include "canvas/text.h"

#include "base/error.h"
#include "base/utf8.h"
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

static PangoFontDescription *describe_font(const mintu_text_style *style)
{
    mintu_buffer families = {0};
    char **names = g_strsplit(style->font ? style->font : "", ",", -1);
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
    pango_font_description_set_absolute_size(first, style->size * PANGO_SCALE);
    mintu_buffer_free(&families);
    return first;
}

/* Family that the machine gives for a description; "" when there is no font at all. To be freed with free(), NULL for memory. */
static char *family_given(mintu_text *text, const PangoFontDescription *asked)
{
    PangoFont *font = pango_font_map_load_font(text->fonts, text->context, asked);
    PangoFontDescription *given = font ? pango_font_describe(font) : NULL;
    const char *family = given ? pango_font_description_get_family(given) : NULL;
    char *copy = mintu_text_copy(family ? family : "");
    if (given)
        pango_font_description_free(given);
    if (font)
        g_object_unref(font);
    return copy;
}

static bool is_generic(const char *family)
{
    static const char *const NAMES[] = {"sans", "sans-serif", "serif", "mono", "monospace", "cursive", "fantasy", "system-ui"};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (g_ascii_strcasecmp(family, NAMES[i]) == 0)
            return true;
    return false;
}

/* One family of the style's list; @p all describes the whole list. */
static void check_family(mintu_text *text, const char *name, const PangoFontDescription *all)
{
    PangoFontDescription *one = pango_font_description_from_string(name);
    const char *family = one ? pango_font_description_get_family(one) : NULL;
    char *given = family && !is_generic(family) ? family_given(text, one) : NULL;
    if (given && g_ascii_strcasecmp(given, family) != 0) {
        char *used = family_given(text, all);
        mintu_findings_add(text->findings, "font not installed: \"%s\"; \"%s\" is used; install it, or change text-font",
                           family, used ? used : "");
        free(used);
    }
    free(given);
    if (one)
        pango_font_description_free(one);
}

/* Looks for the families of a style's list once. */
static void check_fonts(mintu_text *text, const mintu_text_style *style)
{
    if (!style->asked || !style->font || (text->checked && strcmp(text->checked, style->font) == 0))
        return;
    PangoFontDescription *all = describe_font(style);
    char **names = g_strsplit(style->font, ",", -1);
    for (size_t i = 0; names[i]; i++)
        check_family(text, names[i], all);
    g_strfreev(names);
    pango_font_description_free(all);
    free(text->checked);
    text->checked = mintu_text_copy(style->font);
}

static void set_spacing(PangoLayout *layout, const mintu_text_style *style)
{
    double most = MINTU_TEXT_LARGEST, spacing = fmin(fmax(style->spacing * style->size, -most), most);
    if (!(spacing < 0 || spacing > 0))
        return;
    PangoAttrList *attributes = pango_attr_list_new();
    pango_attr_list_insert(attributes, pango_attr_letter_spacing_new((int)(spacing * PANGO_SCALE)));
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
    PangoFontDescription *font = describe_font(style);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
    pango_layout_set_text(layout, string, -1);
    set_spacing(layout, style);
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

/* Takes the key and the layout. */
static size_t keep(mintu_text *text, char *key, const mintu_run *run)
{
    bool good = MINTU_ARRAY_RESERVE(text->runs, text->run_room, text->count + 1) &&
                MINTU_ARRAY_RESERVE(text->keys, text->key_room, text->count + 1);
    if (!good || !mintu_textmap_set(&text->known, key, text->count)) {
        g_object_unref(run->layout);
        free(key);
        return (size_t)-1;
    }
    text->runs[text->count] = *run;
    text->keys[text->count] = key;
    return text->count++;
}

static size_t shape(mintu_text *text, const mintu_text_style *style, const char *string)
{
    mintu_buffer key = {0};
    size_t index;
    mintu_buffer_format(&key, "%s\n%g %g %g %g %d %d %d\n", style->font ? style->font : "", style->size, style->spacing,
                        style->width, style->line_height, (int)style->align, (int)style->balanced, (int)style->vertical);
    mintu_buffer_text(&key, string);
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
    mintu_text_report_missing(text->findings, layout, string);
    mintu_run run = measure(layout, style);
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

/* Pango halves letter spacing between both sides of a letter, but the first and the last have it on one side only. */
static double middle_of(const PangoRectangle *box, double own_width, bool first, bool last)
{
    double left = (double)box->x / PANGO_SCALE, width = (double)box->width / PANGO_SCALE;
    return first ? left + own_width / 2 : last ? left + width - own_width / 2 : left + width / 2;
}

bool mintu_text_is_upright(const char *string)
{
    for (const char *at = string; *at; at = g_utf8_next_char(at))
        if (g_unichar_iswide(g_utf8_get_char(at)))
            return true;
    return false;
}

static size_t shape_letter(mintu_text *text, const mintu_text_style *style, const char *start, size_t size)
{
    char *string = mintu_text_copy_n(start, size);
    size_t run = string ? mintu_text_shape(text, style, string) : (size_t)-1;
    free(string);
    return run;
}

static size_t without_line_feeds(const char *string, size_t start, size_t end)
{
    while (end > start && (string[end - 1] == '\n' || string[end - 1] == '\r'))
        end--;
    return end;
}

/* Letters of several lines stand on their own baselines. */
static bool split_into(mintu_text *text, const mintu_text_style *single, size_t index, PangoLayoutIter *iterator)
{
    PangoLayout *layout = text->runs[index].layout;
    const char *string = pango_layout_get_text(layout);
    size_t size = strlen(string);
    double middle = (pango_layout_get_baseline(layout) / (double)PANGO_SCALE + last_baseline(layout)) / 2;
    bool good = true, more = size > 0;
    while (good && more) {
        PangoRectangle box;
        size_t start = (size_t)pango_layout_iter_get_index(iterator);
        double across = pango_layout_iter_get_baseline(iterator) / (double)PANGO_SCALE - middle;
        pango_layout_iter_get_cluster_extents(iterator, NULL, &box);
        more = pango_layout_iter_next_cluster(iterator);
        size_t end = without_line_feeds(string, start, more ? (size_t)pango_layout_iter_get_index(iterator) : size);
        if (end <= start || g_unichar_isspace(g_utf8_get_char(string + start)))
            continue;
        size_t letter = shape_letter(text, single, string + start, end - start);
        good = letter != (size_t)-1;
        mintu_run *whole = &text->runs[index]; /* shaping may have moved it */
        if (good)
            whole->letters[whole->letter_count++] =
                (mintu_text_letter){letter, middle_of(&box, text->runs[letter].width, start == 0, !more) - whole->left, across,
                                    g_unichar_iswide(g_utf8_get_char(string + start)) != 0};
    }
    return good;
}

void mintu_text_split(mintu_text *text, const mintu_text_style *style, size_t index)
{
    PangoLayout *layout = text->runs[index].layout;
    mintu_text_style single = *style;
    single.spacing = 0;
    if (text->runs[index].letters)
        return;
    text->runs[index].letters = calloc(strlen(pango_layout_get_text(layout)) + 1, sizeof(mintu_text_letter));
    if (!mintu_memory_good(text->runs[index].letters))
        return;
    PangoLayoutIter *iterator = pango_layout_get_iter(layout);
    split_into(text, &single, index, iterator);
    pango_layout_iter_free(iterator);
}

void mintu_text_draw(mintu_canvas *canvas, const mintu_run *run, const double at[2], const mintu_text_paint *paint)
{
    cairo_t *cairo = canvas->cairo;
    cairo_move_to(cairo, at[0] - run->left, at[1] - run->top);
    if (paint->halo_width > 0 && paint->halo.alpha > 0) {
        cairo_save(cairo);
        pango_cairo_layout_path(cairo, run->layout);
        mintu_canvas_color(canvas, paint->halo, paint->opacity);
        cairo_set_line_width(cairo, 2 * paint->halo_width);
        cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
        cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
        cairo_set_dash(cairo, NULL, 0, 0);
        cairo_set_tolerance(cairo, 0.25);
        mintu_canvas_stroke(canvas, true);
        cairo_restore(cairo);
        cairo_move_to(cairo, at[0] - run->left, at[1] - run->top);
    }
    if (paint->color.alpha > 0) {
        mintu_canvas_color(canvas, paint->color, paint->opacity);
        pango_cairo_show_layout(cairo, run->layout);
    }
    cairo_new_path(cairo);
}
