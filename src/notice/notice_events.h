/* What a whole text is made of, in its order: numbers, text, clauses, rows of tables. */
#ifndef NOTICE_NOTICE_EVENTS_H
#define NOTICE_NOTICE_EVENTS_H

#include "notice/notice_event.h"

/* Zero-initialise; free .items. */
void mintu_events_read(mintu_notice *notice, mintu_events *out);

#endif
