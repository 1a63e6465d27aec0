/* A whole text in memory that becomes UTF-8, whatever it is written in. */
#ifndef FORMAT_DECODE_H
#define FORMAT_DECODE_H

#include "base/error.h"
#include "format/text_input.h"

typedef struct mintu_decoding {
    mintu_told told;
    size_t replaced;   /* NULs and bytes that are no character, each of them U+FFFD now */
    mintu_where first; /* of them */
} mintu_decoding;

/* What is said of bytes that were replaced, with their number. */
#define MINTU_REPLACED N_("%s:%d:%d: %zu bytes that are no UTF-8, or NUL, were replaced by U+FFFD; save the file anew")

/* True when the text is UTF-8 without NULs, so that nothing needs to be done. A mark of UTF-8 may stand before it. */
bool mintu_decode_is_plain(const char *text, size_t size);

/* Takes and gives UTF-8 without a mark in @p text. @p doing begins the message of a text that is not read, @p path names it. */
mintu_status mintu_decode(const char *path, const char *doing, mintu_buffer *text, mintu_error *error, mintu_decoding *out);

#endif
