#define _GNU_SOURCE /* renameat2() */
#include "base/folder.h"

#include "base/array.h"
#include "base/error.h"
#include "base/file.h"
#include "base/target.h"
#include "base/temporary.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct mintu_folder {
    char *name;  /* as it was given, for messages */
    char *aside; /* where the old folder stands for a moment on file systems that cannot exchange two names */
    mintu_target target;
    mintu_temporary temporary;
};

static const char MAKING[] = "make the folder", FINISHING[] = "finish the folder";

static mintu_status refuse(const char *path, const char *what, mintu_error *error)
{
    return mintu_fail_at(error, MINTU_STATUS_OUTPUT, (mintu_where){.source = path}, "cannot make the folder: %s", what);
}

static bool is_empty(const char *path)
{
    DIR *entries = opendir(path);
    int count = 0;
    while (entries && readdir(entries))
        count++;
    if (entries)
        closedir(entries);
    return entries && count <= 2;
}

/* Whoever names the wrong folder must not lose what is in it. */
static bool may_go(const mintu_target *target, const char *mark)
{
    if (target->kind == MINTU_TARGET_FILE)
        return true;
    char *path = mintu_path_join(target->path, mark);
    bool marked = path && access(path, F_OK) == 0;
    free(path);
    return marked || is_empty(target->path);
}

static mintu_status check_target(const mintu_folder *folder, bool replace, const char *mark, mintu_error *error)
{
    if (folder->target.kind == MINTU_TARGET_NEW)
        return MINTU_STATUS_OK;
    if (folder->target.kind == MINTU_TARGET_STREAM)
        return refuse(folder->name, "it is a pipe or a device; expected the name of a new folder", error);
    if (!replace)
        return refuse(
            folder->name,
            "it is there already; expected the name of a new folder; name another, or replace it whole with --overwrite",
            error);
    if (may_go(&folder->target, mark))
        return MINTU_STATUS_OK;
    return mintu_fail_at(error, MINTU_STATUS_OUTPUT, (mintu_where){.source = folder->name},
                         "cannot replace the folder: it has files but no %s, so it is another kind of folder; name another",
                         mark);
}

/* A run that was killed while it had the old folder aside: it comes back, or goes when the new one is in its place. */
static void recover(const mintu_folder *folder)
{
    struct stat there;
    int descriptor = mintu_temporary_hold(folder->aside, false);
    if (descriptor < 0)
        return;
    if (lstat(folder->target.path, &there) == 0)
        mintu_tree_remove(folder->aside);
    else
        rename(folder->aside, folder->target.path);
    close(descriptor);
}

static mintu_status find_target(mintu_folder *folder, mintu_error *error)
{
    mintu_status status = mintu_target_find(folder->name, error, &folder->target);
    if (status != MINTU_STATUS_OK || folder->target.kind == MINTU_TARGET_STREAM)
        return status;
    folder->aside = mintu_temporary_name(folder->target.path, "old");
    if (!folder->aside)
        return mintu_fail_memory(error, "making a folder");
    if (access(folder->aside, F_OK) != 0)
        return status;
    recover(folder);
    free(folder->target.path);
    return mintu_target_find(folder->name, error, &folder->target);
}

static mintu_status open_folder(mintu_folder *folder, bool replace, const char *mark, mintu_error *error)
{
    mintu_status status = find_target(folder, error);
    if (status == MINTU_STATUS_OK)
        status = check_target(folder, replace, mark, error);
    if (status == MINTU_STATUS_OK && !mintu_temporary_folder(&folder->temporary, folder->target.path))
        status = mintu_target_fail(folder->name, MAKING, error);
    return status;
}

mintu_status mintu_folder_open(const char *path, bool replace, const char *mark, mintu_error *error, mintu_folder **out)
{
    mintu_folder *folder = calloc(1, sizeof *folder);
    *out = NULL;
    if (folder)
        folder->name = mintu_text_copy(path);
    mintu_status status =
        folder && folder->name ? open_folder(folder, replace, mark, error) : mintu_fail_memory(error, "making a folder");
    if (status == MINTU_STATUS_OK)
        *out = folder;
    else
        mintu_folder_discard(folder);
    return status;
}

const char *mintu_folder_path(const mintu_folder *folder)
{
    return folder->temporary.path;
}

static bool lacks(int problem)
{
    return problem == EINVAL || problem == ENOSYS || problem == ENOTSUP;
}

static bool move_new(mintu_folder *folder)
{
    const char *from = folder->temporary.path, *to = folder->target.path;
    bool good = renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0 || (lacks(errno) && rename(from, to) == 0);
    folder->temporary.named = !good;
    return good;
}

/* Without an exchange the old folder steps aside first; it is never removed before the new one is in its place. */
static bool move_aside(mintu_folder *folder)
{
    const char *to = folder->target.path;
    int old = mintu_temporary_hold(to, false);
    if (old < 0)
        return false;
    bool good = rename(to, folder->aside) == 0;
    if (good && rename(folder->temporary.path, to) != 0) {
        int problem = errno;
        rename(folder->aside, to);
        errno = problem;
        good = false;
    }
    if (good) {
        folder->temporary.named = false;
        mintu_tree_remove(folder->aside);
    }
    close(old);
    return good;
}

/* After an exchange what was there stands under the temporary name, and goes with it. */
static bool move_in(mintu_folder *folder)
{
    if (folder->target.kind == MINTU_TARGET_NEW)
        return move_new(folder);
    return renameat2(AT_FDCWD, folder->temporary.path, AT_FDCWD, folder->target.path, RENAME_EXCHANGE) == 0 ||
           (lacks(errno) && move_aside(folder));
}

mintu_status mintu_folder_commit(mintu_folder *folder, mintu_error *error)
{
    struct stat there;
    bool good = mintu_temporary_lock();
    if (good) {
        if (stat(folder->target.path, &there) == 0 && S_ISDIR(there.st_mode))
            fchmod(folder->temporary.descriptor, there.st_mode & 0777);
        good = move_in(folder);
        mintu_temporary_unlock();
    }
    mintu_status status = good ? MINTU_STATUS_OK : mintu_target_fail(folder->name, FINISHING, error);
    if (good && !mintu_folder_sync(folder->target.path))
        status = refuse(folder->name, "it is in its place, but the folder around it could not be brought to the disk", error);
    mintu_folder_discard(folder);
    return status;
}

void mintu_folder_discard(mintu_folder *folder)
{
    if (!folder)
        return;
    mintu_temporary_close(&folder->temporary);
    free(folder->target.path);
    free(folder->aside);
    free(folder->name);
    free(folder);
}
