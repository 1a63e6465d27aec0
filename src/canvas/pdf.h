/* What a PDF map has besides its page: metadata, bookmarks, and where on earth it lies. */
#ifndef CANVAS_PDF_H
#define CANVAS_PDF_H

#include "canvas/drawing.h"

/* Adds a bookmark that leads to a place on the page, in px, beneath the bookmark @p parent, or at the top with
 * MINTU_PDF_TOP; returns its number. Only for a canvas that writes PDF. */
enum { MINTU_PDF_TOP = 0 };
int mintu_pdf_bookmark(mintu_drawing *drawing, int parent, const char *name, const double at[2]);

/* Title, description and so on, before the surface is finished. Nothing in other formats. */
void mintu_pdf_describe(mintu_drawing *drawing, const mintu_provenance *provenance);

/* Places the finished file on earth. */
mintu_status mintu_pdf_place(mintu_drawing *drawing, const mintu_provenance *provenance, mintu_error *error);

#endif
