#define _GNU_SOURCE /* O_TMPFILE */
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

struct mintu_output {
    char *target, *temporary;
    FILE *stream;
    bool nameless; /* not yet under its temporary name, so that nothing is left of it when the program is killed */
    bool in_place; /* standard output, or a device or pipe, which a rename would replace by a file */
};

static mintu_status fail_read(mintu_error *error, const char *path, const char *doing)
{
    return mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = path},
                         "%s: cannot read the file: %s; check the name and its permissions", doing, strerror(errno));
}

/* No table or style is larger; a device without an end must not fill the memory. */
static const size_t LARGEST = (size_t)1 << 30;

mintu_status mintu_file_read(const char *path, const char *doing, mintu_error *error, mintu_buffer *out)
{
    bool standard = strcmp(path, "-") == 0;
    FILE *stream = standard ? stdin : fopen(path, "rb");
    if (!stream)
        return fail_read(error, path, doing);
    char chunk[65536];
    size_t got;
    mintu_buffer_clear(out);
    mintu_buffer_add(out, "", 0);
    while (out->size <= LARGEST && (got = fread(chunk, 1, sizeof chunk, stream)) > 0)
        mintu_buffer_add(out, chunk, got);
    mintu_status status = MINTU_STATUS_OK;
    if (ferror(stream))
        status = fail_read(error, path, doing);
    else if (out->failed)
        status = mintu_fail_memory(error, doing);
    else if (out->size > LARGEST)
        status = mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = path},
                               "%s: the file is larger than 1 GiB; expected a smaller one; check the name", doing);
    if (!standard)
        fclose(stream);
    return status;
}

static mintu_status fail_write(mintu_error *error, const char *path, const char *what)
{
    return mintu_fail_at(error, MINTU_STATUS_OUTPUT, (mintu_where){.source = path},
                         "cannot %s: %s; check the folder, its permissions and the room on the disk", what, strerror(errno));
}

/* ".NAME" with six random letters before it, in the target's folder: FOLDER/.XXXXXX.NAME */
static char *temporary_name(const char *target)
{
    const char *slash = strrchr(target, '/');
    size_t folder = slash ? (size_t)(slash - target) + 1 : 0;
    mintu_buffer name = {0};
    mintu_buffer_add(&name, target, folder);
    mintu_buffer_format(&name, ".XXXXXX.%s", target + folder);
    if (name.failed)
        mintu_buffer_free(&name);
    return name.data;
}

/* A file without a name in the target's folder, where the file system has such; it gets one when it is whole. */
static int open_nameless(mintu_output *output)
{
    char *folder = mintu_path_folder(output->target);
    int descriptor = -1;
    if (folder && access("/proc/self/fd", X_OK) == 0)
        descriptor = open(folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
    free(folder);
    output->nameless = descriptor >= 0;
    return descriptor;
}

/* Gives a nameless file its temporary name. */
static bool give_name(mintu_output *output)
{
    static const char DIGITS[] = "0123456789abcdefghijklmnopqrstuvwxyz";
    enum { LETTERS = 6, TRIES = 1000 };
    char self[40];
    const char *slash = strrchr(output->temporary, '/');
    char *letters = output->temporary + (slash ? slash - output->temporary + 2 : 1);
    snprintf(self, sizeof self, "/proc/self/fd/%d", fileno(output->stream));
    for (unsigned long try = 0; try < TRIES; try++) {
        unsigned long number = (unsigned long)getpid() * TRIES + try;
        for (int i = 0; i < LETTERS; i++, number /= 36)
            letters[i] = DIGITS[number % 36];
        if (linkat(AT_FDCWD, self, AT_FDCWD, output->temporary, AT_SYMLINK_FOLLOW) == 0) {
            output->nameless = false;
            return true;
        }
        if (errno != EEXIST)
            break;
    }
    return false;
}

/* A new file beside the target, with the permissions of the file that it replaces, or that any new file gets. */
static FILE *open_beside(mintu_output *output)
{
    const char *slash = strrchr(output->target, '/');
    int descriptor = open_nameless(output);
    if (descriptor < 0)
        descriptor = mkstemps(output->temporary, (int)strlen(slash ? slash + 1 : output->target) + 1);
    if (descriptor < 0) {
        free(output->temporary); /* no such file, so none to remove */
        output->temporary = NULL;
        return NULL;
    }
    struct stat there;
    mode_t mask = umask(0);
    umask(mask);
    fchmod(descriptor, stat(output->target, &there) == 0 ? there.st_mode & 0777 : 0666 & ~mask);
    FILE *stream = fdopen(descriptor, "wb");
    if (!stream)
        close(descriptor);
    return stream;
}

static FILE *open_target(mintu_output *output)
{
    struct stat there;
    if (strcmp(output->target, "-") == 0) {
        output->in_place = true;
        return stdout;
    }
    if (stat(output->target, &there) == 0 && S_ISDIR(there.st_mode)) {
        errno = EISDIR;
        return NULL;
    }
    if (stat(output->target, &there) == 0 && !S_ISREG(there.st_mode)) {
        output->in_place = true;
        return fopen(output->target, "wb");
    }
    return open_beside(output);
}

mintu_status mintu_output_open(const char *path, mintu_error *error, mintu_output **out)
{
    mintu_output *output = calloc(1, sizeof *output);
    *out = NULL;
    if (!output)
        return mintu_fail_memory(error, "opening an output");
    output->in_place = true;                                               /* until there is a temporary file to remove */
    output->target = strcmp(path, "-") == 0 ? NULL : realpath(path, NULL); /* a link stays, and what it leads to is replaced */
    if (!output->target)
        output->target = mintu_text_copy(path);
    output->temporary = output->target ? temporary_name(output->target) : NULL;
    if (!output->target || !output->temporary) {
        mintu_output_discard(output);
        return mintu_fail_memory(error, "opening an output");
    }
    output->in_place = false;
    output->stream = open_target(output);
    if (!output->stream) {
        mintu_status status = fail_write(error, path, "write the file");
        mintu_output_discard(output);
        return status;
    }
    *out = output;
    return MINTU_STATUS_OK;
}

const char *mintu_output_temporary(mintu_output *output)
{
    if (output->nameless && !give_name(output))
        return "";
    return output->temporary;
}

mintu_status mintu_output_write(mintu_output *output, const void *data, size_t size, mintu_error *error)
{
    if (size && fwrite(data, 1, size, output->stream) != size)
        return fail_write(error, output->target, "write the file");
    return MINTU_STATUS_OK;
}

/* Data must be on the disk before the name points to it, or a crash leaves an empty file under the old name. */
static bool finish(mintu_output *output)
{
    if (output->stream == stdout)
        return fflush(stdout) == 0;
    bool good = fflush(output->stream) == 0 && (output->in_place || fsync(fileno(output->stream)) == 0);
    good = good && (!output->nameless || give_name(output));
    good = fclose(output->stream) == 0 && good;
    output->stream = NULL;
    return good && (output->in_place || rename(output->temporary, output->target) == 0);
}

mintu_status mintu_output_commit(mintu_output *output, mintu_error *error)
{
    bool done = finish(output);
    mintu_status status = done ? MINTU_STATUS_OK : fail_write(error, output->target, "finish the file");
    output->in_place = output->in_place || done; /* the temporary file is gone once it is renamed */
    mintu_output_discard(output);
    return status;
}

void mintu_output_discard(mintu_output *output)
{
    if (!output)
        return;
    if (output->stream && output->stream != stdout)
        fclose(output->stream);
    if (output->temporary && !output->in_place && !output->nameless)
        unlink(output->temporary);
    free(output->temporary);
    free(output->target);
    free(output);
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
