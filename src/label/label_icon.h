/* The icons of symbol layers: where each stands about its point, or about its text, and how it is drawn. */
#ifndef LABEL_LABEL_ICON_H
#define LABEL_LABEL_ICON_H

#include "canvas/paint_symbol.h"
#include "label/label.h"

/* An icon on the page: its look has the size. */
typedef struct mintu_icon_stand {
    double at[2], angle; /* of its middle; radians, clockwise */
    mintu_icon_look look;
} mintu_icon_stand;

/* What the icon's properties come to for the label's feature. @p text is where the text stands, for icon-text-fit, or NULL. */
mintu_icon_stand mintu_label_icon_stand(const mintu_labels *labels, const mintu_label *label, mintu_style_scope *scope,
                                        const mintu_text_spot *text);

/* Fills the label's icon from the layer's properties: whether there is one, what it covers and may lie over. */
void mintu_label_icon_read(mintu_labels *labels, mintu_label *label, mintu_style_scope *scope);

/* The box that the icon covers, with its padding. */
mintu_box mintu_label_icon_box(const mintu_labels *labels, const mintu_label *label, mintu_style_scope *scope,
                               const mintu_text_spot *text);

/* text-overlap or icon-overlap, or what the older text-allow-overlap or icon-allow-overlap says. */
mintu_overlap mintu_overlap_of(const mintu_style_layer *layer, mintu_style_scope *scope, mintu_property overlap,
                               mintu_property allowed);

#endif
