/* Responsibility in the running text of an item: 由省住建厅牵头，…, 责任单位：… in a paragraph. */
#ifndef NOTICE_NOTICE_PARAGRAPH_H
#define NOTICE_NOTICE_PARAGRAPH_H

#include "notice/notice_data.h"

/* True when a clause stands in the text. */
bool mintu_paragraph_charges(const mintu_notice *notice, const char *text, size_t size);

/* Adds the agencies that the items' texts name. */
void mintu_notice_paragraphs(mintu_notice *notice);

#endif
