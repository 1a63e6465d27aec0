#include "canvas/text_clean.h"

#include "base/array.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

char *mintu_text_beginning(const char *string)
{
    enum { SHOWN = 40 };
    mintu_buffer clean = {0};
    mintu_utf8_clean(string, &clean);
    if (!clean.failed && g_utf8_strlen(clean.data, -1) > SHOWN) {
        clean.size = (size_t)(g_utf8_offset_to_pointer(clean.data, SHOWN) - clean.data);
        mintu_buffer_text(&clean, "…");
    }
    return clean.data;
}

/* With the character itself, which the reader's screen may have, and the beginning of a long text. */
static void report_glyph(mintu_findings *findings, PangoGlyph code, const char *string)
{
    char letter[8] = "", *start = mintu_text_beginning(string);
    letter[g_unichar_to_utf8(code, letter)] = '\0';
    mintu_findings_add(findings, "glyph missing: U+%04X (%s) in \"%s\"; install a font that has it, such as Noto Sans CJK",
                       code, letter, start ? start : "");
    free(start);
}

/* Pango marks a glyph that no font has with a flag on its code point. */
void mintu_text_report_missing(mintu_findings *findings, PangoLayout *layout, const char *string)
{
    if (pango_layout_get_unknown_glyphs_count(layout) == 0)
        return;
    PangoLayoutIter *iterator = pango_layout_get_iter(layout);
    do {
        const PangoGlyphItem *item = pango_layout_iter_get_run_readonly(iterator);
        for (int i = 0; item && i < item->glyphs->num_glyphs; i++) {
            PangoGlyph glyph = item->glyphs->glyphs[i].glyph;
            if (glyph != PANGO_GLYPH_EMPTY && (glyph & PANGO_GLYPH_UNKNOWN_FLAG))
                report_glyph(findings, glyph & ~PANGO_GLYPH_UNKNOWN_FLAG, string);
        }
    } while (pango_layout_iter_next_run(iterator));
    pango_layout_iter_free(iterator);
}

char *mintu_text_clean(mintu_findings *findings, const char *string)
{
    mintu_buffer text = {0};
    int32_t unfit = mintu_utf8_unfit(string);
    mintu_utf8_clean(string, &text);
    if (unfit >= 0) {
        char *start = mintu_text_beginning(string);
        if (unfit == 0xFFFD)
            mintu_findings_add(findings, "bytes that are no UTF-8 are drawn as U+FFFD in \"%s\"; correct the data",
                               start ? start : "");
        else
            mintu_findings_add(findings, "U+%04X may stand in no text, and is drawn as U+FFFD in \"%s\"; correct the data",
                               (unsigned)unfit, start ? start : "");
        free(start);
    }
    if (text.failed)
        mintu_buffer_free(&text);
    return text.data;
}

/* Family that the machine gives for a description; "" when there is no font at all. To be freed with free(), NULL for memory. */
static char *family_given(PangoContext *context, const PangoFontDescription *asked)
{
    PangoFont *font = pango_context_load_font(context, asked);
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

void mintu_text_report_fonts(mintu_findings *findings, PangoContext *context, const char *list, const PangoFontDescription *all)
{
    char **names = g_strsplit(list, ",", -1);
    for (size_t i = 0; names[i]; i++) {
        PangoFontDescription *one = pango_font_description_from_string(names[i]);
        const char *family = one ? pango_font_description_get_family(one) : NULL;
        char *given = family && !is_generic(family) ? family_given(context, one) : NULL;
        if (given && g_ascii_strcasecmp(given, family) != 0) {
            char *used = family_given(context, all);
            mintu_findings_add(findings, "font not installed: \"%s\"; \"%s\" is used; install it, or change text-font", family,
                               used ? used : "");
            free(used);
        }
        free(given);
        if (one)
            pango_font_description_free(one);
    }
    g_strfreev(names);
}
