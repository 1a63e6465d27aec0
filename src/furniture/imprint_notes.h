/* What a map must say by itself: whether it was reviewed, and how many features there should be where the legend does not. */
#ifndef FURNITURE_IMPRINT_NOTES_H
#define FURNITURE_IMPRINT_NOTES_H

#include "furniture/furniture.h"

/* notes.c: what the map must say by itself, a line each: review number or working map, "n of N" where the legend does not say it */
void mintu_notes_add(mintu_scene *scene, mintu_buffer *text);

#endif
