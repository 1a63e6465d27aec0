/* What a text file is written in. */
#ifndef FORMAT_ENCODING_H
#define FORMAT_ENCODING_H

#include <stdbool.h>
#include <stddef.h>

/* Tells from the mark at the beginning of a file: what ICU calls it, *mark being its length; NULL and 0 when there is none. */
const char *mintu_encoding_mark(const char *text, size_t size, size_t *mark);

/* Tells from a text without a mark: NULL for UTF-8, which every text is that can be, else GB18030 (of which GBK and GB 2312 are
 * parts). @p whole: the text ends there, else its last character may be cut. */
const char *mintu_encoding_detect(const char *text, size_t size, bool whole);

/* True when the text, all of which can be UTF-8, can be GB 18030 as well, so that more of it should be looked at. */
bool mintu_encoding_is_open(const char *text, size_t size);

#endif
