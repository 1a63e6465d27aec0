/* Text of an SVG map as elements of text, with the font's name, that a reader can search, select and edit. */
#ifndef CANVAS_SVG_TEXT_H
#define CANVAS_SVG_TEXT_H

#include "canvas/text_run.h"

/* Adds a run to the group under way, with its box's upper left corner at @p at. False, and nothing is added, where elements of text
 * would not look as glyphs do: in columns, and where the map's edge cuts them. */
bool mintu_svg_text_add(mintu_canvas *canvas, const mintu_run *run, const double at[2], const mintu_text_paint *paint);

#endif
