/* Whole files read into memory, and paths. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/array.h"

#include <mintu/status.h>
#include <stdbool.h>

/* Reads all of the file @p path ("-": standard input). @p doing begins the message of a failure ("reading the style"). */
mintu_status mintu_file_read(const char *path, const char *doing, mintu_error *error, mintu_buffer *out);

/* True when both names lead to one file that is there, by links of whatever kind. */
bool mintu_file_same(const char *one, const char *other);

/* @p name in the folder @p dir, on the heap; NULL when memory ran out. An absolute name stays as it is. */
char *mintu_path_join(const char *dir, const char *name);

/* Folder of a path, on the heap ("." when it has none); NULL when memory ran out. */
char *mintu_path_folder(const char *path);

#endif
