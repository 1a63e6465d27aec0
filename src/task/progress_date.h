/* The day of a report, as people write it. */
#ifndef TASK_PROGRESS_DATE_H
#define TASK_PROGRESS_DATE_H

#include "task/progress_words.h"

/* YYYYMMDD of 2016-03-05, 2016/3/5, 2016.3.5, 2016年3月5日, 20160305, with a time behind it or without; of a month or a year alone its
 * first day. False when the cell says none. */
bool mintu_progress_date_read(const mintu_progress_words *words, const char *cell, int *out);

#endif
