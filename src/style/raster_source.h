/* Sources of pixels: what a document says of them besides the file. */
#ifndef STYLE_RASTER_SOURCE_H
#define STYLE_RASTER_SOURCE_H

#include "expression/parser_error.h"

/* What the document says of a source of pixels: of type raster, image or raster-dem. */
typedef struct mintu_raster_source {
    bool elevation;
    bool has_corners;
    double corners[4][2]; /* degrees: of the upper left corner, then clockwise */
    double tile_size;     /* px */
    double maxzoom;       /* of the tiles on the web */
    double unpack[4];     /* metres to a step of red, green and blue, and how many are taken off */
} mintu_raster_source;

/* Reads a source of type raster, image or raster-dem, whose members have been checked. */
bool mintu_raster_source_read(mintu_parser *parser, mintu_raster_source *raster, const json_t *json);

#endif
