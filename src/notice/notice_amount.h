/* Numbers with their units in a clause of an item: how much of what. */
#ifndef NOTICE_NOTICE_AMOUNT_H
#define NOTICE_NOTICE_AMOUNT_H

#include "notice/notice_data.h"

typedef struct mintu_target_reader {
    mintu_notice *notice;
    int item;
    const char *sentence; /* begin of the sentence that the clause stands in */
    const char *text;     /* a clause, between commas */
    size_t size;
    int from, until; /* of the sentence so far */
    size_t base;     /* behind the date at the clause's begin */
    size_t subject;  /* where what is counted may begin: behind dates, 每年, a verb, the last number */
    const char *per;
    size_t added; /* targets so far in the sentence */
} mintu_target_reader;

/* A number with its unit, a word that is an amount, or all of a class at a byte of the clause: bytes read, 0 when there is none. */
size_t mintu_amount_at(mintu_target_reader *r, size_t at);

#endif
