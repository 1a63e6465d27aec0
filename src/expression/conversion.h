/* Values asserted to be of a type, or converted to it. */
#ifndef EXPRESSION_CONVERSION_H
#define EXPRESSION_CONVERSION_H

#include "expression/parser.h"

/* The arguments are tried one after the other; the first that is of the node's type, or can be converted to it, is the answer. */
bool mintu_evaluate_assertion(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out);

bool mintu_evaluate_coercion(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out);

/* A node that asserts that @p node is of a type, or that converts it; nothing can be converted to arrays and objects. */
mintu_node *mintu_parser_wrap(mintu_parser *parser, mintu_node *node, const mintu_type *type, bool coerce);

#endif
