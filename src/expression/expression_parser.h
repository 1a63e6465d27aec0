/* From JSON to nodes. An operator's own parser comes back here for its arguments. */
#ifndef EXPRESSION_EXPRESSION_PARSER_H
#define EXPRESSION_EXPRESSION_PARSER_H

#include "expression/parser.h"

/* Parses the expression at the parser's path. NULL on failure. */
mintu_node *mintu_parser_expression(mintu_parser *parser, const json_t *json, const mintu_type *expected,
                                    mintu_annotation annotation);

/* The same for item @p index of @p array, and for member @p key of its item @p index. */
mintu_node *mintu_parser_argument(mintu_parser *parser, const json_t *array, size_t index, const mintu_type *expected);
mintu_node *mintu_parser_option(mintu_parser *parser, const json_t *array, size_t index, const char *key,
                                const mintu_type *expected);

#endif
