/* A text file as a stream of UTF-8, whatever it is written in. */
#ifndef GEOCODE_REVERSE_INPUT_H
#define GEOCODE_REVERSE_INPUT_H

#include <mintu/status.h>

typedef struct mintu_input mintu_input;

/* Opens a file ("-": standard input) and tells from its mark and first bytes what it is written in: UTF-8, UTF-16 or GB 18030
 * (of which GBK and GB 2312 are parts). */
mintu_status mintu_input_open(const char *path, mintu_error *error, mintu_input **out);
void mintu_input_close(mintu_input *input);

/* Name of what is converted from; NULL for UTF-8. */
const char *mintu_input_encoding(const mintu_input *input);

/* Reads up to @p room (at least 16) bytes of UTF-8 without a byte order mark; *size is 0 at the end only. Bytes that are no
 * UTF-8 in a file that claims to be come as they are. */
mintu_status mintu_input_read(mintu_input *input, char *bytes, size_t room, mintu_error *error, size_t *size);

#endif
