/* UTF-8: validity, cleaning and safe cutting. Everything else about text is ICU's. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include "base/array.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* True when the @p size bytes are valid UTF-8; *bad (may be NULL) is the offset of the first bad byte otherwise. */
bool mintu_utf8_valid(const char *text, size_t size, size_t *bad);

/* The first character that may stand in no text: a control character but for tab and line feed, a noncharacter such as U+FFFE, or
 * (as 0xFFFD) bytes that are no UTF-8. -1 when there is none. XML and PDF have no way to write these. */
int32_t mintu_utf8_unfit(const char *text);

/* Adds the text with U+FFFD for each such character, and a line feed for each end of a line. */
void mintu_utf8_clean(const char *text, mintu_buffer *out);

/* Adds a text of which bytes may be no UTF-8, or NUL: each such place becomes U+FFFD. The offset of the first; SIZE_MAX when there is
 * none. */
size_t mintu_utf8_repair(const char *text, size_t size, mintu_buffer *out);

/* The same where every single byte is to be seen: each that is no UTF-8, or NUL, becomes a U+FFFD of its own. */
void mintu_utf8_repair_bytes(const char *text, size_t size, mintu_buffer *out);

/* The largest length of at most @p size bytes at which @p text can be cut without splitting a character. */
size_t mintu_utf8_cut(const char *text, size_t size);

/* Number of characters (code points) of a NUL-terminated text. */
size_t mintu_utf8_count(const char *text);

/* The same of its first @p size bytes. */
size_t mintu_utf8_count_n(const char *text, size_t size);

#endif
