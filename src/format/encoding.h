/* What a text file is written in. */
#ifndef FORMAT_ENCODING_H
#define FORMAT_ENCODING_H

#include "base/message.h"

#include <stdbool.h>
#include <stddef.h>

/* Tells from the mark at the beginning of a file: what ICU calls it, *mark being its length; NULL and 0 when there is none. */
const char *mintu_encoding_mark(const char *text, size_t size, size_t *mark);

/* What is said of a fault, after what was being done. */
#define MINTU_ENCODING_FAULT                                                                                                   \
    N_("%s: the text seems to be %s, which is not read since names could come out wrong; save it as UTF-8")

typedef struct mintu_encoding {
    const char *name;  /* as ICU calls it; NULL: UTF-8 */
    const char *fault; /* what it seems to be, that is not read; NULL: it is read */
    size_t at;         /* the first byte that tells */
} mintu_encoding;

/* Tells from a text without a mark: UTF-8, which every text is that can be, and every one of which most characters are; else
 * GB18030 (of which GBK and GB 2312 are parts). What is neither for sure (Big5, lines of both, UTF-16 without a mark) has a fault.
 * @p whole: the text ends there, else its last character may be cut. */
mintu_encoding mintu_encoding_detect(const char *text, size_t size, bool whole);

/* True when the text, all of which can be UTF-8, can be GB 18030 as well, so that more of it should be looked at. */
bool mintu_encoding_is_open(const char *text, size_t size);

#endif
