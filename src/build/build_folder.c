#define _GNU_SOURCE /* asprintf() */
#include "build/build_folder.h"

#include "console/arguments.h"
#include "console/say.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum { INHERITED = 20 /* above the descriptors that a job has for itself */ };
static const char DOING[] = "preparing the output folder";

mintu_status cli_build_fail_output(const char *path, const char *doing, mintu_error *error)
{
    int problem = errno;
    *error = (mintu_error){.status = MINTU_STATUS_OUTPUT};
    snprintf(error->source, sizeof error->source, "%s", path);
    const char *advice = problem == ENOSPC || problem == EDQUOT ? "make room on the disk and build again"
                         : problem == ENOENT                    ? "make the folder above it first"
                                                                : "name a folder that can be written";
    snprintf(error->text, sizeof error->text, "cannot %s: %s; %s", doing, strerror(problem), advice);
    return MINTU_STATUS_OUTPUT;
}

char *cli_build_folder_file(const char *folder, const char *name)
{
    char *path = NULL;
    return asprintf(&path, "%s/%s", folder, name) < 0 ? NULL : path;
}

static mintu_status make_folder(const char *path, mintu_error *error)
{
    struct stat there;
    if (mkdir(path, 0777) == 0 || (errno == EEXIST && stat(path, &there) == 0 && S_ISDIR(there.st_mode)))
        return MINTU_STATUS_OK;
    return cli_build_fail_output(path, "make the folder", error);
}

/* The lock is inherited by what the build starts, so that it ends with the last of them, however the build ended. */
static mintu_status wait_for_lock(const char *path, cli_build_folder *folder, mintu_error *error)
{
    char *file = cli_build_folder_file(folder->path, ".build/lock");
    int descriptor = file ? open(file, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666) : -1;
    folder->lock = descriptor >= 0 ? fcntl(descriptor, F_DUPFD, INHERITED) : -1;
    if (descriptor >= 0)
        close(descriptor);
    if (!file) {
        cli_fail_memory(error, DOING);
        return MINTU_STATUS_MEMORY;
    }
    mintu_status status = folder->lock >= 0 ? MINTU_STATUS_OK : cli_build_fail_output(file, "open the lock", error);
    if (status == MINTU_STATUS_OK && flock(folder->lock, LOCK_EX | LOCK_NB) != 0) {
        if (errno == EWOULDBLOCK)
            cli_message("another build is at work in %s; this one begins when that has ended", path);
        int held;
        while ((held = flock(folder->lock, LOCK_EX)) != 0 && errno == EINTR)
            continue;
        if (held != 0)
            status = cli_build_fail_output(file, "lock the folder", error);
    }
    free(file);
    return status;
}

mintu_status cli_build_folder_open(const char *path, mintu_error *error, cli_build_folder *out)
{
    *out = (cli_build_folder){.lock = -1};
    mintu_status status = make_folder(path, error);
    if (status != MINTU_STATUS_OK)
        return status;
    out->path = realpath(path, NULL);
    char *own = out->path ? cli_build_folder_file(out->path, ".build") : NULL;
    out->making = own ? cli_build_folder_file(own, "making") : NULL;
    out->log = own ? cli_build_folder_file(own, "log.jsonl") : NULL;
    if (!own || !out->making || !out->log) {
        free(own);
        return cli_fail_memory(error, DOING);
    }
    status = make_folder(own, error);
    if (status == MINTU_STATUS_OK)
        status = make_folder(out->making, error);
    if (status == MINTU_STATUS_OK)
        status = wait_for_lock(path, out, error);
    free(own);
    return status;
}

void cli_build_folder_close(cli_build_folder *folder)
{
    if (folder->lock >= 0)
        close(folder->lock);
    free(folder->path);
    free(folder->making);
    free(folder->log);
    *folder = (cli_build_folder){.lock = -1};
}

void cli_build_folder_clear(const cli_build_folder *folder)
{
    DIR *entries = opendir(folder->making);
    for (struct dirent *entry; entries && (entry = readdir(entries));)
        (void)unlinkat(dirfd(entries), entry->d_name, 0);
    if (entries)
        closedir(entries);
}

/* The name is on the disk when this is done. */
static bool sync_folder(const char *path)
{
    int descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool good = descriptor < 0 || fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP;
    if (descriptor >= 0)
        close(descriptor);
    return good;
}

/* Both names of a file: in the making, and in its place. */
static mintu_status name_both(const cli_build_folder *folder, const char *name, mintu_error *error, char *paths[2])
{
    paths[0] = cli_build_folder_file(folder->making, name);
    paths[1] = cli_build_folder_file(folder->path, name);
    if (paths[0] && paths[1])
        return MINTU_STATUS_OK;
    free(paths[0]);
    free(paths[1]);
    cli_fail_memory(error, DOING);
    return MINTU_STATUS_MEMORY;
}

mintu_status cli_build_folder_place(const cli_build_folder *folder, const char *name, mintu_error *error)
{
    char *paths[2];
    mintu_status status = name_both(folder, name, error, paths);
    if (status != MINTU_STATUS_OK)
        return status;
    if (rename(paths[0], paths[1]) != 0 || !sync_folder(folder->path))
        status = cli_build_fail_output(paths[1], "put the file in its place", error);
    free(paths[0]);
    free(paths[1]);
    return status;
}

static bool has_text(const char *path, const char *text)
{
    struct stat there;
    size_t size = strlen(text);
    if (lstat(path, &there) != 0 || !S_ISREG(there.st_mode) || (size_t)there.st_size != size)
        return false;
    FILE *file = fopen(path, "rb");
    char *old = file ? malloc(size + 1) : NULL;
    bool same = old && fread(old, 1, size, file) == size && memcmp(old, text, size) == 0;
    free(old);
    if (file)
        fclose(file);
    return same;
}

static bool write_text(const char *path, const char *text)
{
    FILE *out = fopen(path, "wb");
    bool good = out && fwrite(text, 1, strlen(text), out) == strlen(text) && fflush(out) == 0 && fsync(fileno(out)) == 0;
    return out && fclose(out) == 0 && good;
}

mintu_status cli_build_folder_text(const cli_build_folder *folder, const char *name, const char *text, mintu_error *error)
{
    char *paths[2];
    mintu_status status = name_both(folder, name, error, paths);
    if (status != MINTU_STATUS_OK)
        return status;
    bool old = has_text(paths[1], text);
    if (!old && !write_text(paths[0], text))
        status = cli_build_fail_output(paths[1], "write the file", error);
    else if (!old)
        status = cli_build_folder_place(folder, name, error);
    free(paths[0]);
    free(paths[1]);
    return status;
}
