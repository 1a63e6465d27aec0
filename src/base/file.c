#define _POSIX_C_SOURCE 200809L /* O_CLOEXEC, fdopen() */
#include "base/file.h"

#include "base/error.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

bool mintu_path_is_text(const char *path)
{
    path += strspn(path, " \t\r\n");
    return *path == '{' || *path == '[';
}

static mintu_status fail_read(mintu_error *error, const char *path, const char *doing)
{
    if (mintu_path_is_text(path))
        return mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){0}, "%s: %s", mintu_message(doing),
                             mintu_message(MINTU_PATH_IS_TEXT));
    return mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = path},
                         "%s: cannot read the file: %s; check the name and its permissions", mintu_message(doing),
                         strerror(errno));
}

static mintu_status fail_kind(mintu_error *error, const char *path, const char *doing)
{
    return mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = path},
                         "%s: it is a folder, a pipe or a device, and a document may name files only; put its content into a "
                         "file",
                         mintu_message(doing));
}

static mintu_status fail_size(mintu_error *error, const char *path, const char *doing, size_t most)
{
    bool whole = most % MINTU_MEBIBYTES(1) == 0;
    return mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = path},
                         "%s: the file is larger than %zu %s, and no larger one is read for this; make it smaller, or check "
                         "the name",
                         mintu_message(doing), whole ? most >> 20 : most, whole ? "MiB" : "bytes");
}

/* A regular file does not mind O_NONBLOCK; whatever took its place since it was looked at is not waited for. */
static mintu_status open_named(const char *path, const char *doing, mintu_error *error, FILE **out)
{
    struct stat there;
    if (stat(path, &there) != 0)
        return fail_read(error, path, doing);
    int descriptor = S_ISREG(there.st_mode) ? open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC) : -1;
    if (S_ISREG(there.st_mode) && descriptor < 0)
        return fail_read(error, path, doing);
    bool regular = descriptor >= 0 && fstat(descriptor, &there) == 0 && S_ISREG(there.st_mode);
    *out = regular ? fdopen(descriptor, "rb") : NULL;
    if (!*out && descriptor >= 0)
        close(descriptor);
    return !regular ? fail_kind(error, path, doing) : *out ? MINTU_STATUS_OK : mintu_fail_memory(error, doing);
}

static mintu_status open_typed(const char *path, const char *doing, mintu_error *error, FILE **out)
{
    *out = strcmp(path, "-") == 0 ? stdin : fopen(path, "rb");
    return *out ? MINTU_STATUS_OK : fail_read(error, path, doing);
}

static mintu_file_state state_of(const struct stat *there)
{
    return (mintu_file_state){.known = S_ISREG(there->st_mode) && there->st_size > 0,
                              .bytes = (long long)there->st_size,
                              .seconds = (long long)there->st_mtim.tv_sec,
                              .nanoseconds = (long long)there->st_mtim.tv_nsec};
}

mintu_file_state mintu_file_state_of(int descriptor)
{
    struct stat there;
    return fstat(descriptor, &there) == 0 ? state_of(&there) : (mintu_file_state){0};
}

mintu_file_state mintu_file_state_named(const char *path)
{
    struct stat there;
    return stat(path, &there) == 0 ? state_of(&there) : (mintu_file_state){0};
}

mintu_status mintu_file_state_check(mintu_file_state before, mintu_file_state now, const char *path, const char *doing,
                                    mintu_error *error)
{
    bool same =
        now.known && before.bytes == now.bytes && before.seconds == now.seconds && before.nanoseconds == now.nanoseconds;
    return !before.known || same
               ? MINTU_STATUS_OK
               : mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = path},
                               "%s: the file was changed while it was read; wait until it is written, and try "
                               "again",
                               mintu_message(doing));
}

/* The size that a regular file says it has; others tell none. */
static bool is_larger(FILE *stream, size_t most)
{
    struct stat there;
    return fstat(fileno(stream), &there) == 0 && S_ISREG(there.st_mode) && there.st_size > 0 && (size_t)there.st_size > most;
}

static mintu_status read_stream(FILE *stream, const char *path, const char *doing, size_t most, mintu_error *error,
                                mintu_buffer *out)
{
    char chunk[65536];
    size_t got = 1;
    bool larger = is_larger(stream, most);
    mintu_file_state before = mintu_file_state_of(fileno(stream));
    while (!larger && !out->failed && got > 0) {
        size_t left = most - out->size;
        got = fread(chunk, 1, left < sizeof chunk ? left + 1 : sizeof chunk, stream);
        larger = got > left;
        mintu_buffer_add(out, chunk, got);
    }
    if (larger)
        return fail_size(error, path, doing, most);
    if (ferror(stream))
        return fail_read(error, path, doing);
    return out->failed ? mintu_fail_memory(error, doing)
                       : mintu_file_state_check(before, mintu_file_state_of(fileno(stream)), path, doing, error);
}

mintu_status mintu_file_read(const char *path, const char *doing, mintu_file_bounds bounds, mintu_error *error,
                             mintu_buffer *out)
{
    FILE *stream = NULL;
    mintu_buffer_clear(out);
    mintu_buffer_add(out, "", 0);
    mintu_status status = bounds.streams ? open_typed(path, doing, error, &stream) : open_named(path, doing, error, &stream);
    if (status == MINTU_STATUS_OK)
        status = read_stream(stream, path, doing, bounds.bytes, error, out);
    if (stream && stream != stdin)
        fclose(stream);
    return status;
}

bool mintu_file_same(const char *one, const char *other)
{
    struct stat a, b;
    return stat(one, &a) == 0 && stat(other, &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

char *mintu_path_join(const char *dir, const char *name)
{
    if (name[0] == '/')
        return mintu_text_copy(name);
    mintu_buffer path = {0};
    mintu_buffer_format(&path, "%s/%s", dir, name);
    if (path.failed)
        mintu_buffer_free(&path);
    return path.data;
}

char *mintu_path_folder(const char *path)
{
    const char *slash = strrchr(path, '/');
    if (!slash)
        return mintu_text_copy(".");
    return mintu_text_copy_n(path, slash == path ? 1 : (size_t)(slash - path));
}

bool mintu_file_send(int descriptor, const void *data, size_t size)
{
    for (const unsigned char *at = data; size > 0;) {
        ssize_t sent = write(descriptor, at, size);
        if (sent == 0)
            errno = EIO;
        if (sent == 0 || (sent < 0 && errno != EINTR))
            return false;
        at += sent > 0 ? sent : 0;
        size -= sent > 0 ? (size_t)sent : 0;
    }
    return true;
}
