/* Geometries as well-known binary (OGC 06-103r4, ISO 13249-3). */
#ifndef LAYER_WKB_READ_H
#define LAYER_WKB_READ_H

#include "layer/shape.h"

#include <stddef.h>

/* Fills the shape with a point, line, polygon or several of one of them, of two dimensions, in degrees and in either byte order. An
 * empty geometry gives MINTU_GEOMETRY_TYPE_NONE. MINTU_STATUS_INPUT, with the byte, when the bytes are anything else. */
mintu_status mintu_wkb_read(const unsigned char *bytes, size_t size, mintu_shape *shape, mintu_error *error);

#endif
