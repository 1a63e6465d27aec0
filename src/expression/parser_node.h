/* Nodes as the parser makes them. */
#ifndef EXPRESSION_PARSER_NODE_H
#define EXPRESSION_PARSER_NODE_H

#include "expression/parser.h"

/* A node of the operator's type and form, with room for @p count arguments. NULL when memory ran out. */
mintu_node *mintu_parser_node(mintu_parser *parser, const mintu_operator *operation, size_t count);
mintu_node *mintu_parser_literal(mintu_parser *parser, const mintu_type *type, mintu_value value);

/* The type that the expression being parsed must have; NULL when it may have any. */
const mintu_type *mintu_parser_known_type(const mintu_parser *parser);

/* Memory that lives as long as the nodes; a NULL has set the failure. */
void *mintu_parser_take(mintu_parser *parser, size_t size);

/* False, with the failure noted at item @p index, unless the type fits. */
bool mintu_parser_check(mintu_parser *parser, size_t index, const mintu_type *expected, const mintu_type *type);

#endif
