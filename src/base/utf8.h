/* UTF-8: validity and safe cutting. Everything else about text is ICU's. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>

/* True when the @p size bytes are valid UTF-8; *bad (may be NULL) is the offset of the first bad byte otherwise. */
bool mintu_utf8_valid(const char *text, size_t size, size_t *bad);

/* The largest length of at most @p size bytes at which @p text can be cut without splitting a character. */
size_t mintu_utf8_cut(const char *text, size_t size);

/* Number of characters (code points) of a NUL-terminated text. */
size_t mintu_utf8_count(const char *text);

#endif
