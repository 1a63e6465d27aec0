/* One thing of what a text is made of: a number, text, a clause, a row of a table; and all of them in their order. */
#ifndef NOTICE_NOTICE_EVENT_H
#define NOTICE_NOTICE_EVENT_H

#include "notice/notice_data.h"
#include "notice/notice_number.h"

typedef enum mintu_event_kind {
    MINTU_EVENT_MARK, /* a number: what follows is of its node */
    MINTU_EVENT_TEXT,
    MINTU_EVENT_CLAUSE, /* agencies and roles, or the content of a label */
    MINTU_EVENT_ROW,    /* a row of a table that says more of an item, by its number */
    MINTU_EVENT_END     /* annexes, a signature: of no item until the next number */
} mintu_event_kind;

typedef struct mintu_event {
    mintu_event_kind kind;
    mintu_number_mark mark;
    const char *text; /* in the notice's texts */
    size_t size, sentence;
    const char *role;               /* of a cell's column; NULL: the clause says */
    const mintu_notice_word *label; /* of a cell: 完成时限 */
    bool line;                      /* begins a line */
    bool running;                   /* a text holds a clause; a row says what is to be done */
    bool counts;                    /* a figure with a unit is in it */
    bool doubtful;                  /* a clause right before a number that does not follow on */
    bool attached;                  /* a cell of a row that says more of an item */
    bool head;                      /* an end that is the head of a table, or the rule below it */
    int number;                     /* of a row */
} mintu_event;

typedef struct mintu_events {
    mintu_event *items;
    size_t count, room;
} mintu_events;

/* False when memory ran out, which the notice knows. */
bool mintu_event_add(mintu_notice *notice, mintu_events *events, mintu_event event);

#endif
