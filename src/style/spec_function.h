/* Function objects ({"stops": …}), by which values were said before there were expressions, held against the specification. */
#ifndef STYLE_SPEC_FUNCTION_H
#define STYLE_SPEC_FUNCTION_H

#include "expression/parser_error.h"
#include "style/spec_table.h"

/* Checks a function object, and its values by @p check. */
bool mintu_spec_check_function(mintu_parser *parser, const mintu_spec *spec, const json_t *json, mintu_spec_check_fn *check);

#endif
