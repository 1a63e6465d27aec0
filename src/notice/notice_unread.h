/* What was not read is said: words of responsibility and numbers that were not taken, in items and elsewhere. */
#ifndef NOTICE_NOTICE_UNREAD_H
#define NOTICE_NOTICE_UNREAD_H

#include "notice/notice_data.h"

void mintu_notice_unread(mintu_notice *notice);

#endif
