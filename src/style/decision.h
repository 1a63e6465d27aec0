/* Taking an expression apart: what it decides by, and which features each answer stands for. */
#ifndef STYLE_DECISION_H
#define STYLE_DECISION_H

#include "expression/expression_node.h"

enum { MINTU_DECIDER_FIELDS = 4, MINTU_RULES = 6, MINTU_PATH = 24 };

/* What a decision looks at: a field, or what is computed from fields. */
typedef struct mintu_decider {
    const mintu_node *node;
    const char *name; /* of the one field; of several or none the operator's */
    const char *fields[MINTU_DECIDER_FIELDS];
    size_t field_count;
    size_t size; /* nodes, variables taken in where they are used */
} mintu_decider;

/* The node without variables, assertions and conversions around it. */
const mintu_node *mintu_node_bare(const mintu_node *node);

/* True for the operator @p name. */
bool mintu_node_is(const mintu_node *node, const char *name);

/* False when a field's name is computed, or when there are too many fields or nodes. */
bool mintu_decider_read(const mintu_node *node, mintu_decider *out);

/* True when the field is one of its fields. */
bool mintu_decider_asks(const mintu_decider *input, const char *name);

/* The same input: of the same single field, or the same node. */
bool mintu_decider_same(const mintu_decider *a, const mintu_decider *b);

/* What the input comes to when its first field is @p number and all others are 1; NaN when that is no number. */
double mintu_decider_at(const mintu_decider *input, double number);

/* The number in the first field at which the input reaches @p value, all others being 1. *rising: above it the input is above. The number
 * is infinite when the input never is, or is from the lowest numbers on. False when the input does not rise, or fall, all the way. */
bool mintu_decider_first(const mintu_decider *input, double value, double *number, bool *rising);

/* The number that a reader of the legend is told for @p value: that of the one field, as above; of several fields what comes of them. */
bool mintu_decider_invert(const mintu_decider *input, double value, double *number, bool *rising);

/* The other way: what the input is at a number that a reader is told. */
double mintu_decider_measure(const mintu_decider *input, double number);

/* The same where the input stays at @p value from the lowest numbers on: the last of these, as 1 is of max(v, 1). */
double mintu_decider_flat_end(const mintu_decider *input, double value);

/* What features have in common, of one input. */
typedef enum mintu_rule_kind {
    MINTU_RULE_RANGE = 0, /* of the first field's numbers */
    MINTU_RULE_VALUES,
    MINTU_RULE_OTHER, /* none of the values of other classes */
    MINTU_RULE_MISSING
} mintu_rule_kind;

typedef struct mintu_rule {
    mintu_rule_kind kind;
    mintu_decider input;
    double lower, upper;
    bool lower_open, upper_closed; /* usually the lower limit belongs to the range and the upper one does not */
    const mintu_value *values;
    size_t count;
} mintu_rule;

typedef struct mintu_rules {
    mintu_rule items[MINTU_RULES];
    size_t count;
} mintu_rules;

/* One decision on the way to an answer: the operator, and which argument it took. */
typedef struct mintu_trace_step {
    const mintu_node *node;
    size_t branch;
} mintu_trace_step;

/* The way to the answer for one feature. */
typedef struct mintu_trace {
    mintu_trace_step path[MINTU_PATH];
    size_t depth;
    const mintu_node *varying; /* interpolate, or a computed number: the answer varies with the feature; or NULL */
    bool failed;               /* the evaluation gave no value */
} mintu_trace;

#endif
