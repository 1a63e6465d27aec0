/* A text file as a stream of UTF-8, whatever it is written in. */
#ifndef FORMAT_TEXT_INPUT_H
#define FORMAT_TEXT_INPUT_H

#include "base/array.h"
#include "base/message.h"

#include <mintu/status.h>

typedef struct mintu_input mintu_input;

/* Opens a file ("-": standard input) and tells what it is written in. @p doing begins messages and must outlive the input. */
mintu_status mintu_input_open(const char *path, const char *doing, mintu_error *error, mintu_input **out);
/* The same of a stream without a name that tells what it is. When it begins as no table does, as a workbook, a database, XML or GeoJSON,
 * all of it is taken into @p other, and *out is NULL. */
mintu_status mintu_input_open_or_take(const char *path, const char *doing, mintu_error *error, mintu_buffer *other,
                                      mintu_input **out);
/* The same of a text in memory, which must outlive the input; @p path is its name in messages. */
mintu_status mintu_input_open_text(const char *path, const mintu_buffer *text, const char *doing, mintu_error *error,
                                   mintu_input **out);
void mintu_input_close(mintu_input *input);

const char *mintu_input_path(const mintu_input *input); /* as it was opened */

/* What a text is converted from (NULL for UTF-8, and until something beyond ASCII was read), and the first line that tells it. */
typedef struct mintu_told {
    const char *encoding;
    size_t line;
} mintu_told;

/* What is said of it, with the name of the encoding. */
#define MINTU_TOLD N_("%s:%zu: read as %s; save the file as UTF-8 if names come out wrong")

mintu_told mintu_input_told(const mintu_input *input);

/* Reads up to @p room (at least 16) bytes of UTF-8 without a byte order mark; *size is 0 at the end only. Bytes that are no
 * UTF-8 in a file that claims to be come as they are. */
mintu_status mintu_input_read(mintu_input *input, char *bytes, size_t room, mintu_error *error, size_t *size);

/* From here on no more than 1 GiB is read: a larger file is refused, at once when it says its size. */
mintu_status mintu_input_bound(mintu_input *input, mintu_error *error);

/* All of a file, at most 1 GiB. */
mintu_status mintu_input_load(const char *path, const char *doing, mintu_error *error, mintu_told *told, mintu_buffer *out);

#endif
