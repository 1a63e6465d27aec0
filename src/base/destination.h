/* Where an output goes: what stands under its name, links resolved. */
#ifndef BASE_DESTINATION_H
#define BASE_DESTINATION_H

#include <mintu/status.h>

typedef enum mintu_destination_kind {
    MINTU_DESTINATION_NEW,    /* nothing yet */
    MINTU_DESTINATION_FILE,   /* a regular file */
    MINTU_DESTINATION_FOLDER, /* a folder */
    MINTU_DESTINATION_STREAM  /* standard output, another descriptor, a pipe, a terminal or a device that bytes are sent to */
} mintu_destination_kind;

typedef struct mintu_destination {
    mintu_destination_kind kind;
    char *path;     /* absolute and without links, on the heap; as given for a stream */
    int descriptor; /* of a stream that is open already, but for standard output; else -1 */
} mintu_destination;

/* Finds out what @p path leads to ("-": standard output; also the names that the system gives to what is open, such as /dev/stderr
 * and /proc/self/fd/3: bytes are sent to the descriptor, and a file behind it goes on where it is). A link that leads nowhere, a block device and a socket are refused:
 * none is a place for a file. The caller frees out->path after success. */
mintu_status mintu_destination_find(const char *path, mintu_error *error, mintu_destination *out);

/* The failure of an output in the system's words (errno): "cannot WHAT: …". */
mintu_status mintu_destination_fail(const char *path, const char *what, mintu_error *error);

#endif
