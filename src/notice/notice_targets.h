/* Targets: number, unit, what, per, from, until; sentence by sentence, clause by clause. */
#ifndef NOTICE_NOTICE_TARGETS_H
#define NOTICE_NOTICE_TARGETS_H

#include "notice/notice_data.h"

void mintu_notice_targets(mintu_notice *notice);

/* Adds a target whose `what` is a copy of the text. */
void mintu_notice_target_add(mintu_notice *notice, const char *what, size_t size, mintu_task_target target);

#endif
