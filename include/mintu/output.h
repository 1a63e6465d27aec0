/** @file output.h
 *  How files are written. Each call that writes a file writes it beside its target, under the name .NAME.mintu-XXXXXX (six random
 *  letters) or, where the file system can, under none, sees that every byte is on the disk, and renames it; so the target is at any
 *  moment the old file or the new one, whole. A link stays, and the file that it leads to is replaced. Pipes, terminals and other
 *  devices, and "-" for standard output, are written in place; on a terminal what it would obey is shown as an escape
 *  (mintu_text_visible()). What a killed process left is removed by the next one that writes the same file; nothing that a living
 *  process holds is. */
#ifndef MINTU_OUTPUT_H
#define MINTU_OUTPUT_H

#include <mintu/status.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A file that is made in memory instead; mintu_bytes_free() frees what a call that succeeded put into it. */
typedef struct mintu_bytes {
    unsigned char *data; /**< NULL when there are none */
    size_t size;
} mintu_bytes;

/** Frees the bytes and clears the struct, which may be clear. */
MINTU_API void mintu_bytes_free(mintu_bytes *bytes);

/** Removes every file and folder that this process has begun to write and not finished, and lets none be begun or finished
 *  afterwards: such calls in other threads end with MINTU_STATUS_OUTPUT. For a program's way out, from a thread that waits for
 *  SIGINT or SIGTERM (sigwait()), before _exit(); it takes a lock, so it must not be called from a signal handler. */
MINTU_API void mintu_outputs_abandon(void);

#ifdef __cplusplus
}
#endif
#endif
