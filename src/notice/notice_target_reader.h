/* A clause of an item while its targets are read. */
#ifndef NOTICE_NOTICE_TARGET_READER_H
#define NOTICE_NOTICE_TARGET_READER_H

#include "notice/notice_data.h"

/* What a number, or a time, of the sentence was said of. */
typedef struct mintu_said {
    const char *text;
    size_t size;                   /* 0: nothing yet */
    const mintu_notice_word *unit; /* of the number; NULL: any */
} mintu_said;

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
    mintu_said said;
    size_t added; /* targets so far in the sentence */
} mintu_target_reader;

#endif
