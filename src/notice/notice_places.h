/* Places and classes of places of each item. */
#ifndef NOTICE_NOTICE_PLACES_H
#define NOTICE_NOTICE_PLACES_H

#include "notice/notice_data.h"

mintu_status mintu_notice_places(mintu_notice *notice, mintu_error *error);

#endif
