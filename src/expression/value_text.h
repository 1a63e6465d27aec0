/* Values as readers see them: what to-string and concat make of one. */
#ifndef EXPRESSION_VALUE_TEXT_H
#define EXPRESSION_VALUE_TEXT_H

#include "expression/value.h"

/* The text that to-string and concat make of a value; NULL when memory ran out. */
const char *mintu_value_to_text(mintu_pool *pool, const mintu_value *value);

#endif
