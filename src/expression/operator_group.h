/* The operators, group by group; each table ends with an entry without name. */
#ifndef EXPRESSION_OPERATOR_GROUP_H
#define EXPRESSION_OPERATOR_GROUP_H

#include "expression/expression_parser.h"

extern const mintu_operator MINTU_OPERATORS_ARRAY[], MINTU_OPERATORS_COLOR[], MINTU_OPERATORS_COMPARE[],
    MINTU_OPERATORS_CONTROL[], MINTU_OPERATORS_CURVE[], MINTU_OPERATORS_FEATURE[], MINTU_OPERATORS_FORMAT[],
    MINTU_OPERATORS_MATCH[], MINTU_OPERATORS_MATH[], MINTU_OPERATORS_STRING[], MINTU_OPERATORS_TYPE[], MINTU_OPERATORS_WITHIN[],
    MINTU_OPERATORS_DISTANCE[];

/* Compares two texts by the rules of a language; below, equal to or above 0. */
int mintu_collator_compare(const mintu_collator *collator, const char *a, const char *b);

#endif
