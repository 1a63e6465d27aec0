/* Files in the making: written beside their target and renamed when they are whole. */
#ifndef BASE_OUTPUT_H
#define BASE_OUTPUT_H

#include "base/array.h"

#include <mintu/output.h>
#include <stdbool.h>
#include <stddef.h>

/* "-" is standard output; it, devices and pipes are written in place. */
typedef struct mintu_output mintu_output;

/* Opens an output for @p path: a link stays, and what it leads to is replaced. */
mintu_status mintu_output_open(const char *path, mintu_error *error, mintu_output **out);

/* The same for a format that is read from any place in the file and so is of no use in a pipe: only a file is taken. */
mintu_status mintu_output_open_file(const char *path, mintu_error *error, mintu_output **out);

/* An output whose bytes go into @p bytes, which is cleared, instead of a file: whole when it is committed, none otherwise. @p bytes must
 * outlive it. */
mintu_status mintu_output_open_bytes(mintu_bytes *bytes, mintu_error *error, mintu_output **out);

mintu_status mintu_output_write(mintu_output *output, const void *data, size_t size, mintu_error *error);

/* Hands a text to the output and empties it, when it is large or @p last is true. @p doing is for the failure of a text for which
 * memory ran out. */
mintu_status mintu_output_text(mintu_output *output, mintu_buffer *text, bool last, const char *doing, mintu_error *error);

/* Puts the file in its place when every byte is on the disk, and frees the output, also on failure, when the old file stays as it
 * was. The one failure after which the new file is in its place is that its folder could not be brought to the disk; it says so. */
mintu_status mintu_output_commit(mintu_output *output, mintu_error *error);

/* The one or the other, by whether what made the file went well; gives back what came of it. */
mintu_status mintu_output_end(mintu_output *output, mintu_status status, mintu_error *error);

/* Gives up what was written and frees the output; NULL is allowed. */
void mintu_output_discard(mintu_output *output);

#endif
