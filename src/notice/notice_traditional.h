/* A notice in traditional characters is read in simplified ones, which stand in the same bytes. */
#ifndef NOTICE_NOTICE_TRADITIONAL_H
#define NOTICE_NOTICE_TRADITIONAL_H

#include "notice/notice_data.h"

/* When the texts are traditional: they become simplified, and notice->written has what stood there. */
void mintu_notice_simplify(mintu_notice *notice);

#endif
