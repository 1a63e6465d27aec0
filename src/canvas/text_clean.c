#include "canvas/text_clean.h"

#include "base/array.h"
#include "base/utf8.h"

#include <stdlib.h>

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
