/* The check of numbers: what the notice states against what the tables list. */
#ifndef GAZETTEER_CHECK_COUNTS_H
#define GAZETTEER_CHECK_COUNTS_H

#include "gazetteer/check_data.h"

/* Numbers that must reconcile: units per level, rosters. */
void mintu_check_counts(mintu_check *check, const mintu_gazetteer *gazetteer);

#endif
