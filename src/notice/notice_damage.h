/* Whether a text is damaged: marks of lost text, or sentences with numbers that stand again in the place of others. */
#ifndef NOTICE_NOTICE_DAMAGE_H
#define NOTICE_NOTICE_DAMAGE_H

#include "notice/notice_data.h"

bool mintu_notice_is_damaged(const mintu_notice *notice);

#endif
