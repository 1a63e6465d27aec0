/* Lists of who does what, by agency: 市水利局：牵头第1、3—5项，配合第7项. */
#ifndef NOTICE_NOTICE_SHARE_H
#define NOTICE_NOTICE_SHARE_H

#include "notice/notice_event.h"

/* Adds a row for each item that a line of a sentence gives to an agency, with the agency's clause; false when it gives none. */
bool mintu_notice_shares(mintu_notice *notice, size_t sentence, mintu_stretch part, mintu_events *out);

#endif
