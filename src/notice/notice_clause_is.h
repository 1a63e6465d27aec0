/* Whether a text is a clause: what stands in brackets, and where one begins in running text. */
#ifndef NOTICE_NOTICE_CLAUSE_IS_H
#define NOTICE_NOTICE_CLAUSE_IS_H

#include "notice/notice_data.h"

/* True when the text is a list of agencies with roles: 省发改委牵头，各市政府负责; or of agencies alone. */
bool mintu_clause_is(const mintu_notice *notice, const char *text, size_t size);

/* Bytes of the clauses that a stretch of running text begins with: 由…牵头，…配合, 责任单位：…; 0 when it begins with none. */
size_t mintu_clause_running(const mintu_notice *notice, const char *text, size_t size);

#endif
