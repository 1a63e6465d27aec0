/* Curves over a number: step, interpolate, interpolate-hcl, interpolate-lab. */
#ifndef EXPRESSION_OPERATOR_CURVE_H
#define EXPRESSION_OPERATOR_CURVE_H

#include "expression/expression_node.h"

/* Of step and interpolate: the inputs at which arguments 1, 2, … begin or stand; of step the first is minus infinity. */
const double *mintu_curve_labels(const mintu_node *node);

#endif
