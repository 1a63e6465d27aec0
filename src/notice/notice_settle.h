/* What is left to decide when all is read: pieces that may belong to two items, the status of each, its section. */
#ifndef NOTICE_NOTICE_SETTLE_H
#define NOTICE_NOTICE_SETTLE_H

#include "notice/notice_data.h"

void mintu_notice_settle(mintu_notice *notice); /* pieces to bodies, status, sections */

#endif
