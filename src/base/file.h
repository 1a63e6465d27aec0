/* Whole files: read into memory, written beside the target and renamed. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/array.h"

#include <mintu/status.h>

/* Reads all of the file @p path ("-": standard input). @p doing begins the message of a failure ("reading the style"). */
mintu_status mintu_file_read(const char *path, const char *doing, mintu_error *error, mintu_buffer *out);

/* A file being written: under a temporary name until it is committed. "-" is standard output; it, devices and pipes are
 * written in place. */
typedef struct mintu_output mintu_output;

/* Opens an output for @p path. The temporary file stands in the same folder and keeps the ending of the name; where the file
 * system can, it has no name until it is whole, so that a killed program leaves nothing behind. */
mintu_status mintu_output_open(const char *path, mintu_error *error, mintu_output **out);

/* Name of the temporary file, for libraries that write by name; they may replace it. "" when it cannot be given one. */
const char *mintu_output_temporary(mintu_output *output);

mintu_status mintu_output_write(mintu_output *output, const void *data, size_t size, mintu_error *error);

/* Puts the file in its place and frees the output, also on failure, when the old file stays as it was. */
mintu_status mintu_output_commit(mintu_output *output, mintu_error *error);

/* Removes the temporary file and frees the output; NULL is allowed. */
void mintu_output_discard(mintu_output *output);

/* @p name in the folder @p dir, on the heap; NULL when memory ran out. An absolute name stays as it is. */
char *mintu_path_join(const char *dir, const char *name);

/* Folder of a path, on the heap ("." when it has none); NULL when memory ran out. */
char *mintu_path_folder(const char *path);

#endif
