/* Decisions and variables: case coalesce let var all any ! error. */
#ifndef EXPRESSION_OPERATOR_CONTROL_H
#define EXPRESSION_OPERATOR_CONTROL_H

#include "expression/expression_node.h"

/* Of var: what it stands for. */
const mintu_node *mintu_var_node(const mintu_node *node);

#endif
