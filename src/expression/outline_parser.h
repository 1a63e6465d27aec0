/* The geometries that within and distance are given. */
#ifndef EXPRESSION_OUTLINE_PARSER_H
#define EXPRESSION_OUTLINE_PARSER_H

#include "expression/parser.h"
#include "layer/shape.h"

/* Detail of a node. */
typedef struct mintu_outlines {
    mintu_shape *items;
    size_t count;
} mintu_outlines;

/* The one argument: a GeoJSON geometry, Feature or FeatureCollection. Of polygons alone when the operator's code is true. */
mintu_node *mintu_parser_outlines(mintu_parser *parser, const json_t *array, const mintu_operator *operation);

#endif
