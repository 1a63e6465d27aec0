/* Numbers with their units in a clause of an item: how much of what. */
#ifndef NOTICE_NOTICE_AMOUNT_H
#define NOTICE_NOTICE_AMOUNT_H

#include "notice/notice_target_reader.h"

/* A number with its unit, a word that is an amount, or all of a class at a byte of the clause: bytes read, 0 when there is none. */
size_t mintu_amount_at(mintu_target_reader *r, size_t at);

#endif
