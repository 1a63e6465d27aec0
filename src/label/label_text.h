/* What a label says, as the web sets it: the parts of a "format" with their own sizes, fonts and colours, broken into lines. */
#ifndef LABEL_LABEL_TEXT_H
#define LABEL_LABEL_TEXT_H

#include "canvas/text.h"
#include "label/label.h"

/* How a part differs from the rest. */
typedef struct mintu_label_part {
    char *font;  /* NULL: the layer's */
    double lift; /* em that it stands above the baseline for each em that it is smaller than the largest beside it */
} mintu_label_part;

typedef struct mintu_label_text {
    char *string, *said;          /* said: before the string was broken; NULL: as it is */
    mintu_text_section *sections; /* none: all is of one kind */
    size_t count;
    mintu_label_part *parts; /* those of the style, of which a section is made for each line that they reach into */
    size_t part_count;
} mintu_label_text;

/* The feature's text; its string is NULL for none. mintu_label_text_free() after use. */
mintu_label_text mintu_label_text_read(mintu_labels *labels, const mintu_style_layer *layer, mintu_style_scope *scope);
void mintu_label_text_free(mintu_label_text *text);

double mintu_label_text_scale(const mintu_label_text *text); /* the largest of its sections; 1 without any */

/* Breaks the text into lines of about @p most px, INFINITY for never but at line feeds, and shapes it with the style, to which its
 * sections are added. MINTU_UNPLACED when memory ran out. */
size_t mintu_label_text_shape(mintu_labels *labels, mintu_label_text *text, mintu_text_style *style, double most);

#endif
