/* The day of a notice, as its opening writes it: 2014年11月1日. */
#ifndef NOTICE_NOTICE_DATE_H
#define NOTICE_NOTICE_DATE_H

#include "notice/notice_data.h"

/* Takes the first day of a sentence as the notice's, unless it has one. What is no day of a calendar is passed over. */
void mintu_notice_date(mintu_notice *notice, size_t sentence);

#endif
