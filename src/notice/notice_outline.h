/* Sentences to items: which sentence and which clause belongs to which number. What include/mintu/notice.h says of damaged text
 * is done here. */
#ifndef NOTICE_NOTICE_OUTLINE_H
#define NOTICE_NOTICE_OUTLINE_H

#include "notice/notice_data.h"

void mintu_notice_outline(mintu_notice *notice);

#endif
