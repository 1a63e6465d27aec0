/* What styles wrote before there were expressions, said as expressions: for messages only. */
#ifndef EXPRESSION_LEGACY_H
#define EXPRESSION_LEGACY_H

#include "expression/parser.h"

/* Refuses what is of the time before, and tells how to say it today: in an expression, whose reference is taken, or NULL. */
bool mintu_legacy_refuse(mintu_parser *parser, const char *what, json_t *today);

json_t *mintu_legacy_filter(const json_t *filter);

json_t *mintu_legacy_tokens(const char *text);

/* True when a filter is not an expression but of the time before. */
bool mintu_legacy_is_filter(const json_t *filter);

#endif
