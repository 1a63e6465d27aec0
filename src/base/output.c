#define _POSIX_C_SOURCE 200809L
#include "base/output.h"

#include "base/array.h"
#include "base/destination.h"
#include "base/error.h"
#include "base/file.h"
#include "base/temporary.h"
#include "base/terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { ROOM = 1 << 16 };

struct mintu_output {
    char *name; /* as it was given, for messages */
    mintu_destination target;
    mintu_temporary temporary; /* not for a stream */
    int descriptor;            /* -1 once it is closed; standard output is written through stdio, as the program prints there */
    uint64_t size;             /* bytes that were handed over */
    size_t used;               /* of the buffer */
    unsigned char buffer[ROOM];
    mintu_bytes *bytes; /* of an output in memory; NULL: it is a file */
    mintu_buffer memory;
    bool shown; /* the output is a terminal */
    mintu_terminal terminal;
};

static const char WRITING[] = N_("write the file"), FINISHING[] = N_("finish the file");

static bool is_standard(const mintu_output *output)
{
    return output->target.kind == MINTU_DESTINATION_STREAM && strcmp(output->target.path, "-") == 0;
}

/* A second descriptor is written and closed, for its errors, before the file takes its place; the first holds the lock till then.
 * The new file has the permissions of the one that it replaces, or those that any new file gets. */
static bool open_beside(mintu_output *output)
{
    if (!mintu_temporary_file(&output->temporary, output->target.path))
        return false;
    mintu_permissions_keep(output->temporary.descriptor, output->target.path);
    output->descriptor = fcntl(output->temporary.descriptor, F_DUPFD_CLOEXEC, 0);
    return output->descriptor >= 0;
}

static bool open_target(mintu_output *output, const char *path)
{
    bool folder = path[0] && path[strlen(path) - 1] == '/';
    if (is_standard(output))
        return true;
    if (output->target.kind == MINTU_DESTINATION_FOLDER || (output->target.kind == MINTU_DESTINATION_NEW && folder)) {
        errno = EISDIR;
        return false;
    }
    if (output->target.kind != MINTU_DESTINATION_STREAM)
        return open_beside(output);
    output->descriptor = output->target.descriptor >= 0 ? fcntl(output->target.descriptor, F_DUPFD_CLOEXEC, 0)
                                                        : open(output->target.path, O_WRONLY | O_NOCTTY | O_CLOEXEC);
    return output->descriptor >= 0;
}

static bool put(void *to, const void *data, size_t size);

static mintu_status open_output(const char *path, bool file, mintu_error *error, mintu_output **out)
{
    mintu_output *output = calloc(1, sizeof *output);
    *out = NULL;
    if (!output)
        return mintu_fail_memory(error, "opening an output");
    output->descriptor = -1;
    output->name = mintu_text_copy(path);
    mintu_status status =
        output->name ? mintu_destination_find(path, error, &output->target) : mintu_fail_memory(error, "opening an output");
    if (status == MINTU_STATUS_OK && file && output->target.kind == MINTU_DESTINATION_STREAM)
        status = mintu_fail_at(error, MINTU_STATUS_OUTPUT, (mintu_where){.source = path},
                               "cannot write the file: it is a pipe or a device, and the format is read from any place in a "
                               "file; name a file");
    if (status == MINTU_STATUS_OK && !open_target(output, path))
        status = mintu_destination_fail(path, WRITING, error);
    output->terminal.send = put;
    output->terminal.to = output;
    if (status == MINTU_STATUS_OK && output->target.kind == MINTU_DESTINATION_STREAM)
        output->shown = isatty(is_standard(output) ? STDOUT_FILENO : output->descriptor);
    if (status == MINTU_STATUS_OK)
        *out = output;
    else
        mintu_output_discard(output);
    return status;
}

mintu_status mintu_output_open(const char *path, mintu_error *error, mintu_output **out)
{
    return open_output(path, false, error, out);
}

mintu_status mintu_output_open_file(const char *path, mintu_error *error, mintu_output **out)
{
    return open_output(path, true, error, out);
}

static bool flush(mintu_output *output)
{
    size_t used = output->used;
    output->used = 0;
    return mintu_file_send(output->descriptor, output->buffer, used);
}

static bool put(void *to, const void *data, size_t size)
{
    mintu_output *output = to;
    if (is_standard(output))
        return fwrite(data, 1, size, stdout) == size;
    if (size > ROOM - output->used && !flush(output))
        return false;
    if (size > ROOM)
        return mintu_file_send(output->descriptor, data, size);
    memcpy(output->buffer + output->used, data, size);
    output->used += size;
    return true;
}

mintu_status mintu_output_open_bytes(mintu_bytes *bytes, mintu_error *error, mintu_output **out)
{
    mintu_output *output = *out = calloc(1, sizeof *output);
    *bytes = (mintu_bytes){0};
    if (!output)
        return mintu_fail_memory(error, "opening an output");
    output->bytes = bytes;
    output->descriptor = -1;
    return MINTU_STATUS_OK;
}

mintu_status mintu_output_write(mintu_output *output, const void *data, size_t size, mintu_error *error)
{
    output->size += size;
    if (output->bytes) {
        mintu_buffer_add(&output->memory, data, size);
        return output->memory.failed ? mintu_fail_memory(error, "writing to memory") : MINTU_STATUS_OK;
    }
    bool good = size == 0 || (output->shown ? mintu_terminal_put(&output->terminal, data, size) : put(output, data, size));
    return good ? MINTU_STATUS_OK : mintu_destination_fail(output->name, WRITING, error);
}

mintu_status mintu_output_text(mintu_output *output, mintu_buffer *text, bool last, const char *doing, mintu_error *error)
{
    enum { LARGE = 1 << 16 };
    if (text->failed)
        return mintu_fail_memory(error, doing);
    if (text->size < LARGE && !last)
        return MINTU_STATUS_OK;
    mintu_status status = mintu_output_write(output, text->data, text->size, error);
    mintu_buffer_clear(text);
    return status;
}

static bool close_descriptor(mintu_output *output)
{
    int descriptor = output->descriptor;
    output->descriptor = -1;
    return close(descriptor) == 0;
}

/* A disk may take bytes and tell only later that it had no room: when they are asked to be on it, or when the file is closed. */
static bool check_whole(mintu_output *output)
{
    struct stat there;
    if (!flush(output) || fsync(output->descriptor) != 0 || fstat(output->descriptor, &there) != 0)
        return false;
    if ((uint64_t)there.st_size == output->size)
        return close_descriptor(output);
    errno = EIO;
    return false;
}

static mintu_status commit_file(mintu_output *output, mintu_error *error)
{
    if (!check_whole(output) || !mintu_temporary_place(&output->temporary, output->target.path))
        return mintu_destination_fail(output->name, FINISHING, error);
    if (mintu_folder_sync(output->target.path))
        return MINTU_STATUS_OK;
    return mintu_fail_at(error, MINTU_STATUS_OUTPUT, (mintu_where){.source = output->name},
                         "the file is written and in its place, but its folder could not be brought to the disk: %s; see that "
                         "the disk is sound before you switch the machine off",
                         strerror(errno));
}

/* The bytes pass to the caller. */
static mintu_status commit_bytes(mintu_output *output)
{
    *output->bytes = (mintu_bytes){(unsigned char *)output->memory.data, output->memory.size};
    output->memory = (mintu_buffer){0};
    return MINTU_STATUS_OK;
}

static bool end_stream(mintu_output *output)
{
    if (output->shown && !mintu_terminal_end(&output->terminal))
        return false;
    return is_standard(output) ? fflush(stdout) == 0 : flush(output) && close_descriptor(output);
}

mintu_status mintu_output_commit(mintu_output *output, mintu_error *error)
{
    mintu_status status;
    if (output->bytes)
        status = commit_bytes(output);
    else if (output->target.kind != MINTU_DESTINATION_STREAM)
        status = commit_file(output, error);
    else
        status = end_stream(output) ? MINTU_STATUS_OK : mintu_destination_fail(output->name, FINISHING, error);
    mintu_output_discard(output);
    return status;
}

mintu_status mintu_output_end(mintu_output *output, mintu_status status, mintu_error *error)
{
    if (status == MINTU_STATUS_OK)
        return mintu_output_commit(output, error);
    mintu_output_discard(output);
    return status;
}

void mintu_output_discard(mintu_output *output)
{
    if (!output)
        return;
    if (output->descriptor >= 0)
        close(output->descriptor);
    if (!output->bytes)
        mintu_temporary_close(&output->temporary);
    mintu_buffer_free(&output->memory);
    free(output->target.path);
    free(output->name);
    free(output);
}

void mintu_bytes_free(mintu_bytes *bytes)
{
    if (!bytes)
        return;
    free(bytes->data);
    *bytes = (mintu_bytes){0};
}
