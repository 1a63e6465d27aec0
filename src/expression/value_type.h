#ifndef EXPRESSION_VALUE_TYPE_H
#define EXPRESSION_VALUE_TYPE_H

#include "expression/value.h"

/* The type as messages show it: array<number, 2>. */
const char *mintu_type_text(const mintu_type *type, char text[MINTU_TYPE_TEXT_SIZE]);

/* True when every value of @p type is one of @p expected. */
bool mintu_type_accepts(const mintu_type *expected, const mintu_type *type);

/* The base type of a kind (an array of values for MINTU_KIND_ARRAY). */
const mintu_type *mintu_type_of_kind(mintu_kind kind);

/* Reads a type as mintu_type_text() writes it, into @p pool when it is an array's; NULL when it is none. */
const mintu_type *mintu_type_parse(mintu_pool *pool, const char *text);

#endif
