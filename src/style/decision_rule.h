/* What the decisions on a way say of the features that take it. */
#ifndef STYLE_DECISION_RULE_H
#define STYLE_DECISION_RULE_H

#include "style/decision.h"

/* What a way says of the features that take it. False when it cannot be told; *reason says why, as a part of a sentence. */
bool mintu_rules_read(const mintu_trace *trace, mintu_pool *pool, mintu_rules *out, const char **reason);

/* The same asked of the whole expression: NULL when it can be taken apart, else why not. */
const char *mintu_decision_obstacle(const mintu_node *node, mintu_pool *pool);

#endif
