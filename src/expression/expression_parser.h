/* From JSON to nodes. An operator's own parser comes back here for its arguments; with this header it has all that it needs. */
#ifndef EXPRESSION_EXPRESSION_PARSER_H
#define EXPRESSION_EXPRESSION_PARSER_H

#include "expression/parser_error.h"
#include "expression/parser_node.h"

/* Parses the expression at the parser's path. NULL on failure. */
mintu_node *mintu_parser_expression(mintu_parser *parser, const json_t *json, const mintu_type *expected,
                                    mintu_annotation annotation);

/* The same for item @p index of @p array; false on failure. */
bool mintu_parser_argument(mintu_parser *parser, const json_t *array, size_t index, const mintu_type *expected,
                           mintu_node **out);

/* A member of an object of options. */
typedef struct mintu_option {
    const char *name;
    const mintu_type *type;
} mintu_option;

/* Those members of item @p index of @p array that it has, each to its place in @p out; an entry without name ends the options. */
bool mintu_parser_options(mintu_parser *parser, const json_t *array, size_t index, const mintu_option *options,
                          mintu_node **out);

/* All arguments, as the operator's parameters have it. */
mintu_node *mintu_parser_signature(mintu_parser *parser, const json_t *array, const mintu_operator *operation);

#endif
