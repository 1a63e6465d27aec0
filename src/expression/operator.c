/* Finding an operator by name. */
#include "expression/operator.h"

#include "base/message.h"
#include "expression/operator_group.h"

#include <string.h>

static const mintu_operator *const GROUPS[] = {
    MINTU_OPERATORS_ARRAY,    MINTU_OPERATORS_COLOR,
    MINTU_OPERATORS_COMPARE,  MINTU_OPERATORS_CONTROL,
    MINTU_OPERATORS_CURVE,    MINTU_OPERATORS_FEATURE,
    MINTU_OPERATORS_FORMAT,   MINTU_OPERATORS_MATCH,
    MINTU_OPERATORS_MATH,     MINTU_OPERATORS_STRING,
    MINTU_OPERATORS_TYPE,     MINTU_OPERATORS_WITHIN,
    MINTU_OPERATORS_DISTANCE, NULL,
};

static const struct refusal {
    const char *name, *reason;
} REFUSALS[] = {
    {"elevation", N_("print has no terrain")},
    {"heatmap-density", N_("print has no heatmap layers")},
    {"accumulated", N_("print has no clusters")},
    {"feature-state", N_("it is set by a running map, and a print has none; use a property of the features")},
};

const mintu_operator *mintu_operator_find(const char *name)
{
    for (const mintu_operator *const *group = GROUPS; *group; group++)
        for (const mintu_operator *operator= * group; operator->name; operator++)
            if (strcmp(operator->name, name) == 0)
                return operator;
    return NULL;
}

static bool evaluate_nothing(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out)
{
    (void)out;
    return mintu_evaluation_fail(evaluation, "\"%s\" has a value in a running map only.", node->operation->name);
}

#define RUNNING(type) NULL, evaluate_nothing, NULL, NULL, type
#define UNFOLDED      .flags = MINTU_NODE_UNFOLDED

const mintu_operator *mintu_operator_running(const char *name)
{
    static const mintu_operator operators[] = {
        {"elevation", RUNNING(&MINTU_TYPE_NUMBER), UNFOLDED},
        {"heatmap-density", RUNNING(&MINTU_TYPE_NUMBER), UNFOLDED},
        {"accumulated", RUNNING(&MINTU_TYPE_VALUE), UNFOLDED},
        {"feature-state",
         RUNNING(&MINTU_TYPE_VALUE),
         1,
         1,
         {&MINTU_TYPE_STRING},
         .flags = MINTU_NODE_FEATURE | MINTU_NODE_STATE},
    };
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
        if (strcmp(operators[i].name, name) == 0)
            return &operators[i];
    return NULL;
}

const char *mintu_operator_refusal(const char *name)
{
    for (size_t i = 0; i < sizeof REFUSALS / sizeof *REFUSALS; i++)
        if (strcmp(REFUSALS[i].name, name) == 0)
            return REFUSALS[i].reason;
    return NULL;
}
