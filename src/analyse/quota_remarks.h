/* What must be said with the figures. */
#ifndef ANALYSE_QUOTA_REMARKS_H
#define ANALYSE_QUOTA_REMARKS_H

#include "analyse/quota.h"

/* Remarks that need the lines. */
mintu_status mintu_quota_add_remarks(mintu_quota *quota, mintu_error *error);

#endif
