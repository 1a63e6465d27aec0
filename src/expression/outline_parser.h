/* The geometries that within and distance are given. */
#ifndef EXPRESSION_OUTLINE_PARSER_H
#define EXPRESSION_OUTLINE_PARSER_H

#include "expression/outline_read.h"
#include "expression/parser.h"

/* The one argument: a GeoJSON geometry, Feature or FeatureCollection. Of polygons alone when the operator's code is true. The
 * node's detail is a mintu_outlines. */
mintu_node *mintu_parser_outlines(mintu_parser *parser, const json_t *array, const mintu_operator *operation);

#endif
