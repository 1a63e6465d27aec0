/* What a text file is written in. */
#ifndef GEOCODE_ENCODING_H
#define GEOCODE_ENCODING_H

#include <stddef.h>

/* Tells from the mark and the first bytes of a file: NULL for UTF-8, else what ICU calls it: UTF-16 and others by their mark, or
 * GB18030 (of which GBK and GB 2312 are parts). *mark is the length of the mark. */
const char *mintu_encoding_detect(const char *text, size_t size, size_t *mark);

#endif
