/* The day of a notice, as its opening writes it: 2014年11月1日. */
#ifndef NOTICE_NOTICE_DATE_H
#define NOTICE_NOTICE_DATE_H

#include "notice/notice_data.h"

/* Takes the first day of a sentence as the notice's, unless it has one. What is no day of a calendar is passed over. */
void mintu_notice_date(mintu_notice *notice, size_t sentence);

/* True for a line that is a day alone. */
bool mintu_notice_is_day(const char *text, size_t size);

/* The year of the notice: of its date, of the number of the document, or of the title; @p first is the first sentence of an item. */
void mintu_notice_year(mintu_notice *notice, size_t first);

#endif
