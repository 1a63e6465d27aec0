/* Times in a notice: years, months and days by which something is done, spans of years, plans of five years. */
#ifndef NOTICE_NOTICE_TIME_H
#define NOTICE_NOTICE_TIME_H

#include "notice/notice_data.h"

typedef struct mintu_time {
    size_t size;     /* bytes read; 0: no time stands here */
    int from, until; /* years, or days as YYYYMMDD; 0: none */
    bool past;       /* before the year of the notice: no deadline */
    bool lost;       /* 年底前 in a text that has no date: of no year that is known; 春节前: of no day */
    bool weak;       /* 今年: when what is counted is due; alone it is no deadline */
    bool bound;      /* 前, 底, 起, a span: it says when something is due, not only when something is */
} mintu_time;

/* The time that the text begins with. */
mintu_time mintu_time_at(const mintu_notice *notice, const char *text, size_t size);

/* The time that the text begins with, or that a word of its begin leads to, *start bytes: 到|2017年底. A day needs no word that makes
 * it a term: 10月15日; one without end has a size alone: 长期坚持. */
mintu_time mintu_time_said(const mintu_notice *notice, const char *text, size_t size, size_t *start);

/* Bytes of such a time among the names of a list, with what follows until the comma; 0 when none stands here. */
size_t mintu_time_listed(const mintu_notice *notice, const char *text, size_t size);

/* Tells of a time that is of no year: it is left out. */
void mintu_time_lost(mintu_notice *notice, int item, const char *text, size_t size);

/* 完成时限：2017年底: adds what the content of a label says; what it is about is the label, or, when it is longer, its content. */
void mintu_time_read_label(mintu_notice *notice, const mintu_notice_word *label, const mintu_clause *content);

#endif
