/* Below the frame: where the data come from, the layout's notes, projection and scale. */
#ifndef FURNITURE_SOURCE_NOTE_H
#define FURNITURE_SOURCE_NOTE_H

#include "furniture/furniture.h"

/* source_note.c */
double mintu_source_note_measure(mintu_scene *scene, mintu_furniture *furniture); /* height, before the scale is known */

void mintu_source_note_paint(mintu_scene *scene, const mintu_furniture *furniture);

char *mintu_source_note_sources(mintu_scene *scene); /* the source line, on the heap */

#endif
