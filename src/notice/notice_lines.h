/* The sentences of a whole text as they were meant: repeats in their places, lines that a page broke joined, numbers of pages and
 * the marks of Markdown left out. */
#ifndef NOTICE_NOTICE_LINES_H
#define NOTICE_NOTICE_LINES_H

#include "notice/notice_data.h"

/* True for a line that holds the number of a page alone: - 3 -, 第3页. */
bool mintu_notice_is_page(const char *text, size_t size);

void mintu_notice_lines(mintu_notice *notice);

#endif
