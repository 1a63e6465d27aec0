/* Sentences whose place a repeat took. Repeats go through the text from its begin, each sentence once, and stand in place of as
 * many others. So a repeat at the place of h sentences means: between the two repeats that lead up to that place and on from it,
 * h sentences stand that are not repeats. Where just h can be meant, they are those. */
#ifndef NOTICE_NOTICE_REPLACED_H
#define NOTICE_NOTICE_REPLACED_H

#include "notice/notice_data.h"

void mintu_notice_replaced(mintu_notice *notice); /* pieces that a repeat elsewhere stands in place of */

#endif
