/* Nearest point of lines on the ellipsoid: chords in space under a tree of boxes. */
#ifndef GEOMETRY_NEAREST_H
#define GEOMETRY_NEAREST_H

#include <mintu/greenway.h>

/* The rows of a layer that a mask (one byte per row; NULL: all) selects. */
mintu_status mintu_nearest_rows(mintu_context *context, const mintu_layer *lines, const unsigned char *mask, mintu_datum datum,
                                mintu_error *error, mintu_nearest **out);

#endif
