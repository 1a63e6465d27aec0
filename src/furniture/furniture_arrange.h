/* Measures the pieces of furniture and gives each its place: outside the frame first, which decides how large the map's face is; then
 * on the face those that the layout sends somewhere; then the others, from the largest to the smallest. */
#ifndef FURNITURE_FURNITURE_ARRANGE_H
#define FURNITURE_FURNITURE_ARRANGE_H

#include "furniture/furniture.h"

/* Shapes what stands outside the frame, and gives the page its frame. */
void mintu_furniture_frame(mintu_furniture *furniture);

/* Gives each piece on the map's face its place; they become obstacles for labels. */
void mintu_furniture_arrange(mintu_furniture *furniture);

/* The boxes of the pieces on the map's face; returns how many there are. */
size_t mintu_furniture_boxes(const mintu_furniture *furniture, mintu_box out[MINTU_PIECE_END]);

void mintu_furniture_free(mintu_furniture *furniture);

#endif
