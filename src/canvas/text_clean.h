/* What a text cannot be drawn as it is for: characters that no text may hold, glyphs that no font has, and fonts
 * that are not installed. */
#ifndef CANVAS_TEXT_CLEAN_H
#define CANVAS_TEXT_CLEAN_H

#include "canvas/cairo_use.h"
#include "canvas/findings.h"

/* The text with U+FFFD for what no text may hold (mintu_utf8_clean()), which is a finding, on the heap; NULL when memory ran out.
 * What mintu_text_shape() is given need not be clean; titles and the like that stand elsewhere in the file must be. */
char *mintu_text_clean(mintu_findings *findings, const char *string);

/* The beginning of a text for a message, on the heap, with "…" where it is cut; NULL when memory ran out. */
char *mintu_text_beginning(const char *string);

/* A finding for each glyph of the layout of @p string that no font has. */
void mintu_text_report_missing(mintu_findings *findings, PangoLayout *layout, const char *string);

/* A finding for each family of a list, "Noto Sans CJK SC Bold" and others joined by ",", that is not installed; @p all describes the
 * list as a whole. */
void mintu_text_report_fonts(mintu_findings *findings, PangoContext *context, const char *list,
                             const PangoFontDescription *all);

#endif
