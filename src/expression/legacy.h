/* What styles wrote before there were expressions, said as expressions: for messages only. */
#ifndef EXPRESSION_LEGACY_H
#define EXPRESSION_LEGACY_H

#include "format/json.h"

#include <stdbool.h>

json_t *mintu_legacy_filter(const json_t *filter);

json_t *mintu_legacy_tokens(const char *text);

/* True when a filter is not an expression but of the time before. */
bool mintu_legacy_is_filter(const json_t *filter);

#endif
