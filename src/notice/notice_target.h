/* A target: added, and what it is about. */
#ifndef NOTICE_NOTICE_TARGET_H
#define NOTICE_NOTICE_TARGET_H

#include "notice/notice_data.h"

enum { MINTU_TARGET_WHAT = 360 }; /* bytes of what a target is about, at most */

/* Adds a target whose `what` is a copy of the text. */
void mintu_notice_target_add(mintu_notice *notice, const char *what, size_t size, mintu_task_target target);

/* What stands about a number, without the marks and words around it. */
mintu_stretch mintu_target_trim(const char *text, mintu_stretch what);

/* True when what stands before a number says nothing but how it changes: 年均增长|8%. */
bool mintu_target_is_change(const char *text, mintu_stretch what);

#endif
