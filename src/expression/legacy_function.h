/* Function objects, said as expressions after the specification's own conversion (convertFunction): for messages only. */
#ifndef EXPRESSION_LEGACY_FUNCTION_H
#define EXPRESSION_LEGACY_FUNCTION_H

#include "expression/expression_parser.h"

/* The expression that says the same as a function object ({"stops": …}) or a filter of the time before expressions; a new
 * reference, NULL when it cannot be said. */
json_t *mintu_legacy_function(const json_t *function, const mintu_legacy_property *property);

#endif
