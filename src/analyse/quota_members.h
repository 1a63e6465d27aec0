/* Who has the quota in a year, and on what ground. */
#ifndef ANALYSE_QUOTA_MEMBERS_H
#define ANALYSE_QUOTA_MEMBERS_H

#include "analyse/quota.h"

/* The lines of one year. */
mintu_status mintu_quota_add_year(mintu_quota *quota, int year, mintu_error *error);

/* True when the place is of the class cities and counties on the quota's day of the year. */
bool mintu_quota_is_county(const mintu_quota *quota, const mintu_place *place, int year);

int mintu_quota_day(const mintu_quota *quota, int year); /* YYYYMMDD */

#endif
