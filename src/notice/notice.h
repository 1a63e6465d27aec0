#ifndef NOTICE_NOTICE_H
#define NOTICE_NOTICE_H

#include "notice/notice_parts.h"

/* A finding at an offset of a sentence. */
void mintu_notice_find(mintu_notice *notice, const char *kind, size_t sentence, size_t offset, const char *format, ...)
    MINTU_PRINTF(5, 6);

/* Makes room for one more; false, and notice->failed, when memory ran out. */
bool mintu_notice_room(mintu_notice *notice, void **items, size_t *room, size_t count, size_t size);

#endif
