#define _GNU_SOURCE /* statx() */
#include "base/tree.h"

#include <errno.h>
#include <fcntl.h>
#include <fts.h>
#include <sys/stat.h>
#include <unistd.h>

static FTS *walk_open(const char *path)
{
    union {
        const char *in;
        char *out; /* fts_open() does not write to it */
    } root = {.in = path};
    char *const roots[] = {root.out, NULL};
    return fts_open(roots, FTS_PHYSICAL | FTS_NOCHDIR, NULL);
}

/* A bind mount may be of the same file system. Kernels that do not tell mounts tell other file systems. */
static bool is_mount(const FTS *walk, const FTSENT *at)
{
    struct statx there;
    if (statx(AT_FDCWD, at->fts_accpath, AT_SYMLINK_NOFOLLOW | AT_NO_AUTOMOUNT | AT_STATX_DONT_SYNC, 0, &there) == 0 &&
        (there.stx_attributes & STATX_ATTR_MOUNT_ROOT))
        return true;
    return at->fts_info == FTS_D && at->fts_level > FTS_ROOTLEVEL && at->fts_dev != walk->fts_dev;
}

bool mintu_tree_has_mount(const char *path)
{
    FTS *walk = walk_open(path);
    bool found = !walk;
    for (FTSENT *at; walk && !found && (at = fts_read(walk));)
        found = at->fts_info != FTS_DP && at->fts_level > FTS_ROOTLEVEL && is_mount(walk, at);
    if (walk)
        fts_close(walk);
    return found;
}

bool mintu_tree_remove(const char *path)
{
    struct stat there;
    FTS *walk = walk_open(path);
    for (FTSENT *at; walk && (at = fts_read(walk));) {
        if (at->fts_info == FTS_D && is_mount(walk, at))
            fts_set(walk, at, FTS_SKIP);
        else if (at->fts_info == FTS_DP || at->fts_info == FTS_DNR)
            rmdir(at->fts_accpath);
        else if (at->fts_info != FTS_D)
            unlink(at->fts_accpath);
    }
    if (walk)
        fts_close(walk);
    return lstat(path, &there) != 0 && errno == ENOENT;
}
