#define _GNU_SOURCE /* renameat2() */
#include "base/folder.h"

#include "base/array.h"
#include "base/destination.h"
#include "base/error.h"
#include "base/file.h"
#include "base/temporary.h"
#include "base/tree.h"

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
    const mintu_folder_kind *replaces; /* NULL: nothing */
    bool stays_aside;                  /* something of the old folder could not be removed from there */
    mintu_destination target;
    mintu_temporary temporary;
};

static const char MAKING[] = N_("make the folder"), FINISHING[] = N_("finish the folder");

static mintu_status refuse(const char *path, const char *what, mintu_error *error)
{
    return mintu_fail_at(error, MINTU_STATUS_OUTPUT, (mintu_where){.source = path}, "cannot make the folder: %s",
                         mintu_message(what));
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

/* Whoever names the wrong folder must not lose what is in it, nor what only shows there. */
static mintu_status check_replaced(const mintu_folder *folder, mintu_error *error)
{
    const char *path = folder->target.path;
    if (mintu_tree_has_mount(path))
        return refuse(folder->name,
                      N_("something is mounted in it, which would be lost with the old folder; unmount it, or name "
                         "another folder"),
                      error);
    if (folder->replaces->is(path) || is_empty(path))
        return MINTU_STATUS_OK;
    return mintu_fail_at(error, MINTU_STATUS_OUTPUT, (mintu_where){.source = folder->name},
                         "cannot replace the folder: it has files and is not %s, so it is another kind of folder; name another",
                         mintu_message(folder->replaces->name));
}

static mintu_status check_target(const mintu_folder *folder, mintu_error *error)
{
    switch (folder->target.kind) {
    case MINTU_DESTINATION_NEW:
        return MINTU_STATUS_OK;
    case MINTU_DESTINATION_STREAM:
        return refuse(folder->name, N_("it is a pipe or a device; expected the name of a new folder"), error);
    case MINTU_DESTINATION_FILE:
        return refuse(folder->name, N_("it is there already and is a file; expected the name of a new folder; name another"),
                      error);
    default:
        break;
    }
    if (folder->replaces)
        return check_replaced(folder, error);
    return refuse(folder->name, N_("it is there already; expected the name of a new folder; name another, or replace it whole"),
                  error);
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
    mintu_status status = mintu_destination_find(folder->name, error, &folder->target);
    if (status != MINTU_STATUS_OK || folder->target.kind == MINTU_DESTINATION_STREAM)
        return status;
    folder->aside = mintu_temporary_name(folder->target.path, "old");
    if (!folder->aside)
        return mintu_fail_memory(error, "making a folder");
    if (access(folder->aside, F_OK) != 0)
        return status;
    recover(folder);
    free(folder->target.path);
    return mintu_destination_find(folder->name, error, &folder->target);
}

static mintu_status open_folder(mintu_folder *folder, mintu_error *error)
{
    mintu_status status = find_target(folder, error);
    if (status == MINTU_STATUS_OK)
        status = check_target(folder, error);
    if (status == MINTU_STATUS_OK && !mintu_temporary_folder(&folder->temporary, folder->target.path))
        status = mintu_destination_fail(folder->name, MAKING, error);
    return status;
}

mintu_status mintu_folder_open(const char *path, const mintu_folder_kind *replaces, mintu_error *error, mintu_folder **out)
{
    mintu_folder *folder = calloc(1, sizeof *folder);
    *out = NULL;
    if (folder) {
        folder->name = mintu_text_copy(path);
        folder->replaces = replaces;
    }
    mintu_status status = folder && folder->name ? open_folder(folder, error) : mintu_fail_memory(error, "making a folder");
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

void mintu_folder_retell(const mintu_folder *folder, mintu_error *error)
{
    mintu_temporary_retell(&folder->temporary, folder->name, error);
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
        folder->stays_aside = !mintu_tree_remove(folder->aside);
    }
    close(old);
    return good;
}

/* After an exchange what was there stands under the temporary name, and goes with it. */
static bool exchange(mintu_folder *folder)
{
    mintu_permissions_keep(folder->temporary.descriptor, folder->target.path);
    return renameat2(AT_FDCWD, folder->temporary.path, AT_FDCWD, folder->target.path, RENAME_EXCHANGE) == 0 ||
           (lacks(errno) && move_aside(folder));
}

/* What stands there now may have come, changed or gone since the folder was opened: another run may be at it. */
static mintu_status move_in(mintu_folder *folder, mintu_error *error)
{
    enum { TRIES = 100 };
    struct stat there;
    mintu_status status = MINTU_STATUS_OK;
    bool good = false, again = true;
    for (int try = 0; try < TRIES && !good && again && status == MINTU_STATUS_OK; try++) {
        bool new = lstat(folder->target.path, &there) != 0;
        folder->target.kind = new                      ? MINTU_DESTINATION_NEW
                              : S_ISDIR(there.st_mode) ? MINTU_DESTINATION_FOLDER
                                                       : MINTU_DESTINATION_FILE;
        status = check_target(folder, error);
        if (status != MINTU_STATUS_OK)
            return status;
        good = new ? move_new(folder) : exchange(folder);
        again = new ? errno == EEXIST || errno == ENOTEMPTY : errno == ENOENT;
    }
    return good ? MINTU_STATUS_OK : mintu_destination_fail(folder->name, FINISHING, error);
}

/* What a folder of somebody else's in the old one kept from being removed is told, and where it is. */
static mintu_status clear_old(mintu_folder *folder, mintu_error *error)
{
    char *path = mintu_text_copy(folder->stays_aside ? folder->aside : folder->temporary.path);
    mintu_status status = MINTU_STATUS_OK;
    if (!mintu_temporary_close(&folder->temporary) || folder->stays_aside)
        status = mintu_fail_at(error, MINTU_STATUS_FINDINGS, (mintu_where){.source = folder->name},
                               "it is in its place, but of the old folder something may not be removed, and is left in %s; "
                               "remove it yourself",
                               path ? path : mintu_message("a folder beside it"));
    free(path);
    return status;
}

mintu_status mintu_folder_commit(mintu_folder *folder, mintu_error *error)
{
    mintu_status status;
    if (mintu_temporary_lock()) {
        status = move_in(folder, error);
        mintu_temporary_unlock();
    } else
        status = mintu_destination_fail(folder->name, FINISHING, error);
    if (status == MINTU_STATUS_OK && !mintu_folder_sync(folder->target.path))
        status =
            refuse(folder->name, N_("it is in its place, but the folder around it could not be brought to the disk"), error);
    if (status == MINTU_STATUS_OK)
        status = clear_old(folder, error);
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
