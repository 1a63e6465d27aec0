/* Responsibility: agencies and roles of a clause; names in lists completed. */
#ifndef NOTICE_NOTICE_CLAUSE_H
#define NOTICE_NOTICE_CLAUSE_H

#include "notice/notice_data.h"

/* Adds the agencies of a clause to its item, and the time that it gives. */
void mintu_clause_read(mintu_notice *notice, const mintu_clause *clause);

#endif
