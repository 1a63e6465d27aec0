/* match: labels are sorted once, so that a long table costs no more than a short one. */
#ifndef EXPRESSION_OPERATOR_MATCH_H
#define EXPRESSION_OPERATOR_MATCH_H

#include "expression/expression_node.h"

/* Of match: label @p index, by rising value; *branch is the argument that it leads to. False behind the last one. */
bool mintu_match_label(const mintu_node *node, size_t index, mintu_value *value, size_t *branch);

#endif
