/* format and image, collator and resolved-locale: values with options of their own. */
#ifndef EXPRESSION_OPERATOR_FORMAT_H
#define EXPRESSION_OPERATOR_FORMAT_H

#include "expression/operator_group.h"

/* Compares two texts by the rules of a language; below, equal to or above 0. */
int mintu_collator_compare(const mintu_collator *collator, const char *a, const char *b);

#endif
