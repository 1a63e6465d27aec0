/* Who has the quota in a year, and on what ground. */
#ifndef ANALYSE_QUOTA_MEMBERS_H
#define ANALYSE_QUOTA_MEMBERS_H

#include "analyse/quota.h"

/* The lines of one year. */
mintu_status mintu_quota_add_year(mintu_quota *quota, int year, mintu_error *error);

/* True when the unit belongs to a class of units on the quota's day of the year. */
bool mintu_quota_has(const mintu_quota *quota, int kind, const mintu_place *place, int year);

/* True when the place is on the roster of a class before @p kind that the task names, too. */
bool mintu_quota_repeats(const mintu_quota *quota, int kind, const mintu_place *place);

int mintu_quota_day(const mintu_quota *quota, int year); /* YYYYMMDD */

#endif
