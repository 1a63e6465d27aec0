/* Below the frame: where the data come from, the layout's notes, projection and scale. */
#ifndef FURNITURE_SOURCE_NOTE_H
#define FURNITURE_SOURCE_NOTE_H

#include "furniture/furniture.h"

double mintu_source_note_measure(mintu_furniture *furniture); /* height, before the scale is known */

void mintu_source_note_paint(const mintu_furniture *furniture);

/* Of a credit that may stand in both languages, Chinese before " / ", the part of one. */
void mintu_source_note_credit(const char *credit, bool english, mintu_buffer *out);

char *mintu_source_note_sources(mintu_drawing *drawing); /* the source line, on the heap */

#endif
