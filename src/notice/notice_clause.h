/* Responsibility clauses: agencies and roles, names in lists completed. */
#ifndef NOTICE_NOTICE_CLAUSE_H
#define NOTICE_NOTICE_CLAUSE_H

#include "notice/notice_data.h"

/* True when the text is a list of agencies with roles: 省发改委牵头，各市政府负责. */
bool mintu_clause_is(const mintu_notice *notice, const char *text, size_t size);

/* A clause of an item: its text, which the notice's texts hold, and its sentence. */
typedef struct mintu_clause {
    const char *text;
    size_t size, sentence;
    int item;
    const char *role; /* for agencies that have none of their own; NULL: as responsible */
} mintu_clause;

/* Adds the agencies of a clause to its item. */
void mintu_clause_read(mintu_notice *notice, const mintu_clause *clause);

#endif
