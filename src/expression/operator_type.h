/* Types: literal semiliteral typeof, the assertions string number boolean array object, and the conversions to-…. */
#ifndef EXPRESSION_OPERATOR_TYPE_H
#define EXPRESSION_OPERATOR_TYPE_H

#include "expression/expression_parser.h"

/* A node that asserts that @p node is of a type, and one that converts it to the type. */
mintu_node *mintu_parser_assertion(mintu_parser *parser, const mintu_type *type, mintu_node *node);

mintu_node *mintu_parser_coercion(mintu_parser *parser, const mintu_type *type, mintu_node *node);

#endif
