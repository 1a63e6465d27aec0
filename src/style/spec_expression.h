/* Expressions held against the specification. */
#ifndef STYLE_SPEC_EXPRESSION_H
#define STYLE_SPEC_EXPRESSION_H

#include "expression/parser_error.h"
#include "style/spec_table.h"

/* True for an array that begins with the name of an operator. */
bool mintu_spec_is_expression(const json_t *json);

/* The type that the expressions of a row must have. */
const mintu_type *mintu_spec_value_type(mintu_parser *parser, const mintu_spec *spec);

/* Checks an expression. */
bool mintu_spec_check_expression(mintu_parser *parser, const mintu_spec *spec, mintu_spec_place place, const json_t *json);

/* Reads an expression of a type, or of any (NULL), as the specification has it, whatever print has of it; NULL, with the failure
 * noted, when it is not valid. It is to be looked at, not to be evaluated. */
const mintu_node *mintu_spec_expression(mintu_parser *parser, const mintu_type *type, const json_t *json);

#endif
