/* Where an output goes: what stands under its name, links resolved. */
#ifndef BASE_TARGET_H
#define BASE_TARGET_H

#include <mintu/status.h>

typedef enum mintu_target_kind {
    MINTU_TARGET_NEW,    /* nothing yet */
    MINTU_TARGET_FILE,   /* a regular file */
    MINTU_TARGET_FOLDER, /* a folder */
    MINTU_TARGET_STREAM  /* standard output, another descriptor, a pipe, a terminal or a device that bytes are sent to */
} mintu_target_kind;

typedef struct mintu_target {
    mintu_target_kind kind;
    char *path;     /* absolute and without links, on the heap; as given for a stream */
    int descriptor; /* of a stream that is open already, but for standard output; else -1 */
} mintu_target;

/* Finds out what @p path leads to ("-": standard output; also the names that the system gives to what is open, such as /dev/stderr
 * and /proc/self/fd/3: bytes are sent to the descriptor, and a file behind it goes on where it is). A link that leads nowhere, a block device and a socket are refused:
 * none is a place for a file. The caller frees out->path after success. */
mintu_status mintu_target_find(const char *path, mintu_error *error, mintu_target *out);

/* The failure of an output in the system's words (errno): "cannot WHAT: …". */
mintu_status mintu_target_fail(const char *path, const char *what, mintu_error *error);

#endif
