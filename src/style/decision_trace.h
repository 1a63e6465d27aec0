/* The way that an evaluation takes through an expression. */
#ifndef STYLE_DECISION_TRACE_H
#define STYLE_DECISION_TRACE_H

#include "style/decision.h"

void mintu_trace_read(const mintu_node *node, mintu_evaluation *evaluation, mintu_trace *out);

/* True when a choice depends on the feature, not on the zoom or the language alone. */
bool mintu_decision_asks(const mintu_node *node);

/* Document order of the ways; 0 for the same one. */
int mintu_trace_compare(const mintu_trace *a, const mintu_trace *b);

#endif
