/* Sources of pixels: what a document says of them besides the file. */
#ifndef STYLE_RASTER_SOURCE_H
#define STYLE_RASTER_SOURCE_H

#include "expression/parser_error.h"
#include "style/style_source.h"

/* Reads a source of type raster, image or raster-dem, whose members have been checked. */
bool mintu_raster_source_read(mintu_parser *parser, mintu_raster_source *raster, const json_t *json);

#endif
