/* A whole text to items: sections, numbers, the text and the clauses of each. */
#ifndef NOTICE_NOTICE_LAYOUT_H
#define NOTICE_NOTICE_LAYOUT_H

#include "notice/notice_data.h"

void mintu_notice_layout(mintu_notice *notice);

#endif
