/* The number that an item, a heading or a part begins with, in every usual form. */
#ifndef NOTICE_NOTICE_NUMBER_H
#define NOTICE_NOTICE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

typedef enum mintu_number_kind {
    MINTU_NUMBER_NONE = 0,
    MINTU_NUMBER_PART,    /* 第一章, 第二部分 */
    MINTU_NUMBER_ARTICLE, /* 第一条, 任务一： */
    MINTU_NUMBER_HEAD,    /* 一、 */
    MINTU_NUMBER_BRACKET, /* （一） */
    MINTU_NUMBER_FIGURE,  /* 1. 1、 */
    MINTU_NUMBER_PAREN,   /* （1） 1） */
    MINTU_NUMBER_CIRCLE,  /* ① */
    MINTU_NUMBER_DECIMAL, /* 1.2 */
    MINTU_NUMBER_ROW,     /* a row of a table */
    MINTU_NUMBER_END
} mintu_number_kind;

typedef struct mintu_number_mark {
    mintu_number_kind kind;
    int number, over; /* over: that before the point of 1.2 */
    size_t size;      /* bytes of the mark */
} mintu_number_mark;

/* The mark at the text's begin; kind is MINTU_NUMBER_NONE when there is none. */
mintu_number_mark mintu_number_mark_at(const char *text, size_t size);

/* A year and what goes on as one does: 2017年, 2016—2020年; not 2017个. */
bool mintu_number_is_year(const char *text, size_t size);

#endif
