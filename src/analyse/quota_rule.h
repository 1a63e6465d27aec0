/* What the package states about the quota: the member mintu:quota, and the task's rate and classes. */
#ifndef ANALYSE_QUOTA_RULE_H
#define ANALYSE_QUOTA_RULE_H

#include "analyse/quota.h"

/* Task (0: none), rate and period as the package states them; what it does not state stays as it is. */
mintu_status mintu_quota_rule(const mintu_gazetteer *gazetteer, mintu_quota_options *options, int *task, mintu_error *error);

/* The classes that can have the quota, and which of them the ledger's task names: all where it names none. A package without
 * such a class is MINTU_STATUS_INPUT. */
mintu_status mintu_quota_read_kinds(mintu_quota *quota, mintu_error *error);

mintu_status mintu_quota_read_apart(mintu_quota *quota, mintu_error *error);

/* A roster with a place twice is MINTU_STATUS_INPUT. */
mintu_status mintu_quota_check_rosters(const mintu_gazetteer *gazetteer, mintu_error *error);

#endif
