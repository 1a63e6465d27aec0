/* Tables by tabs, bars or HTML: a head of labels, and rows. */
#ifndef NOTICE_NOTICE_TABLE_H
#define NOTICE_NOTICE_TABLE_H

#include "notice/notice_data.h"

enum { MINTU_TABLE_COLUMNS = 16 };

typedef struct mintu_notice_table {
    const mintu_notice_word *columns[MINTU_TABLE_COLUMNS]; /* NULL: none that is known */
    size_t count;                                          /* 0: no table is open */
    bool tasks;                                            /* a column says what is to be done */
    bool spaced;                                           /* blanks part the columns */
} mintu_notice_table;

typedef struct mintu_notice_row {
    mintu_stretch cells[MINTU_TABLE_COLUMNS];
    size_t count;
    int number;   /* 0: none */
    bool chinese; /* in characters */
    bool merged;  /* it bears no number where its table has them */
} mintu_notice_row;

typedef enum mintu_notice_table_kind {
    MINTU_TABLE_NONE,
    MINTU_TABLE_HEAD,
    MINTU_TABLE_RULE,
    MINTU_TABLE_ROW
} mintu_notice_table_kind;

/* What a line is to the table that is open; a head opens one. */
mintu_notice_table_kind mintu_notice_table_line(const mintu_notice *notice, mintu_notice_table *table, const char *text,
                                                size_t size, mintu_notice_row *row);

/* True when a line, or what is known of it, is a row by its form: it has a bar, or two tabs. */
bool mintu_notice_is_row(const char *text, size_t size);

#endif
