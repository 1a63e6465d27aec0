/* Targets: number, unit, what, per, from, until; sentence by sentence, clause by clause. A time without a number is a deadline. */
#ifndef NOTICE_NOTICE_TARGETS_H
#define NOTICE_NOTICE_TARGETS_H

#include "notice/notice_data.h"

void mintu_notice_targets(mintu_notice *notice);

#endif
