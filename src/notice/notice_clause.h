/* Responsibility clauses: agencies and roles, names in lists completed. */
#ifndef NOTICE_NOTICE_CLAUSE_H
#define NOTICE_NOTICE_CLAUSE_H

#include "notice/notice_data.h"

/* True when the text is a list of agencies with roles: 省发改委牵头，各市政府负责. */
bool mintu_clause_is(const mintu_notice *notice, const char *text, size_t size);

/* Adds the agencies of a clause to an item; @p role is for those that have none of their own, NULL: there must be one. */
void mintu_clause_read(mintu_notice *notice, int item, const char *text, size_t size, const char *role, size_t sentence);

#endif
