/* What a map must say by itself: whether it was reviewed, and how many features there should be where the legend does not. */
#ifndef FURNITURE_IMPRINT_NOTES_H
#define FURNITURE_IMPRINT_NOTES_H

#include "furniture/furniture.h"

/* Adds these notes, a line each: "n of N" for each layer that is not whole, and the review number or that it is a working map. */
void mintu_imprint_notes_add(const mintu_furniture *furniture, mintu_buffer *text);

#endif
