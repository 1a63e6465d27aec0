/* Whole files read into memory, and paths. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/array.h"
#include "base/message.h"

#include <mintu/status.h>
#include <stdbool.h>

/* What is read of a file. One that a person typed may be a stream: a pipe, a device, or "-" for standard input. One that a
 * document names is regular, or it is refused at once: the other end of a pipe may never come. */
typedef struct mintu_file_bounds {
    size_t bytes; /* a larger file is refused, and no more is read to find out */
    bool streams;
} mintu_file_bounds;

#define MINTU_MEBIBYTES(count) ((size_t)(count) << 20)

/* Reads all of the file @p path. @p doing begins the message of a failure ("reading the style"). */
mintu_status mintu_file_read(const char *path, const char *doing, mintu_file_bounds bounds, mintu_error *error,
                             mintu_buffer *out);

/* True when what was given as a path is a JSON text, and what is said of it. */
bool mintu_path_is_text(const char *path);
#define MINTU_PATH_IS_TEXT                                                                                                     \
    N_("what is given is a JSON text, and no name of a file; put it into a file and name that, or hand it over through a "     \
       "pipe "                                                                                                                 \
       "as -")

/* What a regular file says of itself, to find out whether it is changed while it is read. Of others, and empty ones, nothing is known. */
typedef struct mintu_file_state {
    bool known;
    long long bytes, seconds, nanoseconds; /* its size, and when it was written last */
} mintu_file_state;

mintu_file_state mintu_file_state_of(int descriptor);
mintu_file_state mintu_file_state_named(const char *path);

/* MINTU_STATUS_INPUT when the state is no longer what it was: what was read may be half old and half new. */
mintu_status mintu_file_state_check(mintu_file_state before, mintu_file_state now, const char *path, const char *doing,
                                    mintu_error *error);

/* Writes all of the bytes to an open file, whatever interrupts it; false with errno when it cannot. */
bool mintu_file_send(int descriptor, const void *data, size_t size);

/* True when both names lead to one file that is there, by links of whatever kind. */
bool mintu_file_same(const char *one, const char *other);

/* @p name in the folder @p dir, on the heap; NULL when memory ran out. An absolute name stays as it is. */
char *mintu_path_join(const char *dir, const char *name);

/* Folder of a path, on the heap ("." when it has none); NULL when memory ran out. */
char *mintu_path_folder(const char *path);

#endif
