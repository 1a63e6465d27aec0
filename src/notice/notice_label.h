/* 责任单位： at the begin of a text: what it is, with blanks inside or without. */
#ifndef NOTICE_NOTICE_LABEL_H
#define NOTICE_NOTICE_LABEL_H

#include "notice/notice_data.h"

/* The label that the text begins with; *end is behind its colon. NULL when there is none, or no colon behind it. */
const mintu_notice_word *mintu_notice_label_at(const mintu_notice *notice, const char *text, size_t size, size_t *end);

/* The label that is the whole text: the head of a column. */
const mintu_notice_word *mintu_notice_label_is(const mintu_notice *notice, const char *text, size_t size);

/* True for a label whose content names bodies. */
bool mintu_notice_label_charges(const mintu_notice_word *label);

#endif
