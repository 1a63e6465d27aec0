/* Whether a text is a clause: what stands in brackets, and where one begins in running text. */
#ifndef NOTICE_NOTICE_CLAUSE_IS_H
#define NOTICE_NOTICE_CLAUSE_IS_H

#include "notice/notice_data.h"

/* True when the text is a list of agencies with roles: 省发改委牵头，各市政府负责; or of agencies alone. */
bool mintu_clause_is(const mintu_notice *notice, const char *text, size_t size);

/* The same for what stands in brackets: agencies alone are a clause where a part of the sentence @p closes behind them; inside one
 * they say what is meant: 高校（福州大学、闽江学院）. */
bool mintu_clause_in_bracket(const mintu_notice *notice, const char *text, size_t size, bool closes);

/* Bytes of the clauses that a stretch of running text begins with: 由…牵头，…配合, 责任单位：…; 0 when it begins with none. */
size_t mintu_clause_running(const mintu_notice *notice, const char *text, size_t size);

#endif
