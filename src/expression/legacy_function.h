/* Function objects, said as expressions: for messages only. */
#ifndef EXPRESSION_LEGACY_FUNCTION_H
#define EXPRESSION_LEGACY_FUNCTION_H

#include "expression/value_type.h"

/* What a function object's meaning depends on besides itself. */
typedef struct mintu_legacy_property {
    const mintu_type *type; /* NULL: any */
    bool enumerated;        /* one of the values */
    bool interpolated;
    const json_t *fallback;    /* the property's default, or NULL */
    const char *const *values; /* NULL: not known */
} mintu_legacy_property;

/* The expression that says the same as a function object ({"stops": …}); a new
 * reference, NULL when no expression is sure to give the same. */
json_t *mintu_legacy_function(const json_t *function, const mintu_legacy_property *property);

#endif
