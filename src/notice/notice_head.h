/* Whose notice it is: its heading or its issuer begins with the name of a unit. */
#ifndef NOTICE_NOTICE_HEAD_H
#define NOTICE_NOTICE_HEAD_H

#include "notice/notice_data.h"

/* When the notice is that of a unit which the package does not have: its name, of *size bytes; else NULL. */
const char *mintu_notice_stranger(const mintu_notice *notice, size_t *size);

/* True when the text is the name of a unit of the package that is above a town; and when it begins with one. */
bool mintu_notice_is_unit(const mintu_notice *notice, const char *text, size_t size);
bool mintu_notice_own_unit(const mintu_notice *notice, const char *text, size_t size);

#endif
