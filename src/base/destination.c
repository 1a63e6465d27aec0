#define _XOPEN_SOURCE 700
#include "base/destination.h"

#include "base/array.h"
#include "base/error.h"
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char DOING[] = N_("writing an output");

mintu_status mintu_destination_fail(const char *path, const char *what, mintu_error *error)
{
    if (errno == ENOMEM)
        return mintu_fail_memory(error, DOING);
    return mintu_fail_at(error, MINTU_STATUS_OUTPUT, (mintu_where){.source = path},
                         "cannot %s: %s; check the folder, its permissions and the room on the disk", mintu_message(what),
                         strerror(errno));
}

static mintu_status fail_dangling(const char *path, mintu_error *error)
{
    char where[512];
    ssize_t length = readlink(path, where, sizeof where - 1);
    where[length > 0 ? length : 0] = '\0';
    return mintu_fail_at(error, MINTU_STATUS_OUTPUT, (mintu_where){.source = path},
                         "cannot write the file: it is a link that leads to %s, where nothing is; name the file itself, or "
                         "remove the link",
                         where);
}

static mintu_status fail_device(const char *path, mintu_error *error)
{
    return mintu_fail_at(
        error, MINTU_STATUS_OUTPUT, (mintu_where){.source = path},
        "cannot write the file: it is a disk or a socket; expected a file, a pipe or a terminal; name another");
}

/* The name of what is not there yet: its folder without links, and the last part of the path. A folder may end in slashes. */
static mintu_status name_new(const char *path, mintu_error *error, mintu_destination *out)
{
    size_t size = strlen(path);
    while (size > 1 && path[size - 1] == '/')
        size--;
    char *plain = mintu_text_copy_n(path, size), *folder = plain ? mintu_path_folder(plain) : NULL;
    const char *slash = plain ? strrchr(plain, '/') : NULL;
    mintu_status status = folder ? MINTU_STATUS_OK : mintu_fail_memory(error, DOING);
    char *real = folder ? realpath(folder, NULL) : NULL;
    if (folder && !real)
        status = mintu_destination_fail(path, "write the file", error);
    if (real) {
        out->path = mintu_path_join(strcmp(real, "/") == 0 ? "" : real, slash ? slash + 1 : plain);
        status = out->path ? status : mintu_fail_memory(error, DOING);
    }
    free(real);
    free(folder);
    free(plain);
    return status;
}

/* Names of what is open already: opened anew, a file that it leads to would begin at its first byte or be replaced. */
static bool is_standard_output(const char *path)
{
    return strcmp(path, "-") == 0 || strcmp(path, "/dev/stdout") == 0 || strcmp(path, "/dev/fd/1") == 0;
}

enum { NONE = -1, FOREIGN = -2, LINKS = 40 };

/* True for the folder where the system lists what a process has open. */
static bool lists_descriptors(const char *folder)
{
    size_t size = strlen(folder);
    return size > 3 && strncmp(folder, "/proc/", 6) == 0 && strcmp(folder + size - 3, "/fd") == 0;
}

static bool is_own_list(const char *folder)
{
    char *own = realpath("/proc/self/fd", NULL), *thread = realpath("/proc/thread-self/fd", NULL);
    bool found = (own && strcmp(folder, own) == 0) || (thread && strcmp(folder, thread) == 0);
    free(own);
    free(thread);
    return found;
}

static int descriptor_of(const char *folder, const char *name)
{
    char *end;
    long number = strtol(name, &end, 10);
    if (!lists_descriptors(folder) || *end || end == name || number < 0 || number > INT_MAX)
        return NONE;
    return is_own_list(folder) ? (int)number : FOREIGN;
}

/* What the link at @p path says, as seen from its folder; on the heap, NULL: no link. */
static char *follow(const char *path, const char *folder)
{
    char target[PATH_MAX];
    ssize_t length = readlink(path, target, sizeof target - 1);
    target[length > 0 ? length : 0] = '\0';
    return length > 0 ? mintu_path_join(folder, target) : NULL;
}

/* The descriptor that a name stands for, also by way of links. */
static int find_descriptor(const char *path)
{
    char *at = mintu_text_copy(path);
    int found = NONE;
    for (int links = 0; at && found == NONE && links < LINKS; links++) {
        char *parent = mintu_path_folder(at), *folder = parent ? realpath(parent, NULL) : NULL;
        const char *slash = strrchr(at, '/');
        found = folder ? descriptor_of(folder, slash ? slash + 1 : at) : NONE;
        char *next = folder && found == NONE ? follow(at, folder) : NULL;
        free(parent);
        free(folder);
        free(at);
        at = next;
    }
    free(at);
    return found;
}

static mintu_status name_stream(const char *path, mintu_error *error, mintu_destination *out)
{
    out->kind = MINTU_DESTINATION_STREAM;
    out->path = mintu_text_copy(path);
    return out->path ? MINTU_STATUS_OK : mintu_fail_memory(error, DOING);
}

static mintu_status name_descriptor(const char *path, int descriptor, mintu_error *error, mintu_destination *out)
{
    int flags = descriptor >= 0 ? fcntl(descriptor, F_GETFL) : -1;
    if (descriptor == STDOUT_FILENO)
        return name_stream("-", error, out);
    if (descriptor == FOREIGN || flags < 0 || (flags & O_ACCMODE) == O_RDONLY) {
        errno = descriptor == FOREIGN ? EPERM : EBADF;
        return mintu_destination_fail(path, "write into what another program, or only for reading, has open", error);
    }
    out->descriptor = descriptor;
    return name_stream(path, error, out);
}

mintu_status mintu_destination_find(const char *path, mintu_error *error, mintu_destination *out)
{
    struct stat there, link;
    *out = (mintu_destination){.kind = MINTU_DESTINATION_NEW, .descriptor = NONE};
    if (is_standard_output(path))
        return name_stream("-", error, out);
    int descriptor = find_descriptor(path);
    if (descriptor != NONE && !(stat(path, &there) == 0 && S_ISDIR(there.st_mode)))
        return name_descriptor(path, descriptor, error, out);
    if (stat(path, &there) != 0) {
        int problem = errno;
        if (problem == ENOENT && lstat(path, &link) == 0)
            return fail_dangling(path, error);
        errno = problem;
        return problem == ENOENT && path[0] ? name_new(path, error, out)
                                            : mintu_destination_fail(path, "write the file", error);
    }
    if (S_ISBLK(there.st_mode) || S_ISSOCK(there.st_mode))
        return fail_device(path, error);
    if (!S_ISREG(there.st_mode) && !S_ISDIR(there.st_mode))
        return name_stream(path, error, out);
    out->kind = S_ISDIR(there.st_mode) ? MINTU_DESTINATION_FOLDER : MINTU_DESTINATION_FILE;
    out->path = realpath(path, NULL);
    return out->path ? MINTU_STATUS_OK : mintu_destination_fail(path, "write the file", error);
}
