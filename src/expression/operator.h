/* Finding an operator by name. */
#ifndef EXPRESSION_OPERATOR_H
#define EXPRESSION_OPERATOR_H

#include "expression/parser.h"

/* The operator @p name, or NULL. */
const mintu_operator *mintu_operator_find(const char *name);

/* An operator that only a running map has values for, to be checked and not evaluated; or NULL. */
const mintu_operator *mintu_operator_running(const char *name);

/* A known operator that print has no use for, with the reason; NULL when it is none. */
const char *mintu_operator_refusal(const char *name);

#endif
