/* Function objects, said as expressions after the specification's own conversion (convertFunction): for messages only. */
#ifndef EXPRESSION_LEGACY_FUNCTION_H
#define EXPRESSION_LEGACY_FUNCTION_H

#include "format/json.h"

#include <stdbool.h>

/* What a function object's meaning depends on besides itself. */
typedef struct mintu_legacy_property {
    const char *type; /* as the specification names it, arrays "array"; NULL: any */
    const char *item; /* of an array, or NULL */
    long length;      /* of an array; -1: any */
    bool interpolated;
    const json_t *fallback;    /* the property's default, or NULL */
    const char *const *values; /* of an enum; NULL: not known */
} mintu_legacy_property;

/* The expression that says the same as a function object ({"stops": …}); a new
 * reference, NULL when it cannot be said. */
json_t *mintu_legacy_function(const json_t *function, const mintu_legacy_property *property);

#endif
