#define _GNU_SOURCE /* O_TMPFILE */
#include "base/temporary.h"

#include "base/array.h"
#include "base/file.h"
#include "base/tree.h"
#include "base/utf8.h"

#include <mintu/output.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LETTERS = 6, TRIES = 100, NAME_MOST = 200 /* bytes of the target's name that the temporary one keeps */ };
static const char DIGITS[] = "0123456789abcdefghijklmnopqrstuvwxyz";

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static mintu_temporary *first;
static bool abandoned;

bool mintu_temporary_lock(void)
{
    pthread_mutex_lock(&mutex);
    if (!abandoned)
        return true;
    pthread_mutex_unlock(&mutex);
    errno = ECANCELED;
    return false;
}

void mintu_temporary_unlock(void)
{
    int problem = errno; /* the caller's, of what it did under the lock */
    pthread_mutex_unlock(&mutex);
    errno = problem;
}

char *mintu_temporary_name(const char *target, const char *ending)
{
    const char *slash = strrchr(target, '/'), *name = slash ? slash + 1 : target;
    size_t folder = (size_t)(name - target), size = strlen(name);
    mintu_buffer path = {0};
    if (size > NAME_MOST)
        size = mintu_utf8_cut(name, NAME_MOST);
    mintu_buffer_add(&path, target, folder);
    mintu_buffer_format(&path, ".%.*s.mintu-%s", (int)size, name, ending);
    if (path.failed)
        mintu_buffer_free(&path);
    return path.data;
}

/* The owner first: to change it clears bits of the mode. Only root may give a file to somebody else, others to their own groups. */
void mintu_permissions_keep(int descriptor, const char *target)
{
    struct stat there, own;
    if (stat(target, &there) != 0 || fstat(descriptor, &own) != 0)
        return;
    bool kept = (own.st_uid == there.st_uid && own.st_gid == there.st_gid) ||
                fchown(descriptor, there.st_uid, there.st_gid) == 0 || fchown(descriptor, (uid_t)-1, there.st_gid) == 0;
    mode_t bits = S_ISDIR(own.st_mode) && kept ? 07777 : 0777;
    (void)!fchmod(descriptor, there.st_mode & bits);
}

void mintu_temporary_retell(const mintu_temporary *temporary, const char *name, mintu_error *error)
{
    size_t size = strlen(temporary->path), own = strlen(error->source);
    bool cut = own < size && own + 1 == sizeof error->source;
    size_t compared = cut ? own : size;
    if (strncmp(error->source, temporary->path, compared) != 0)
        return;
    mintu_buffer path = {0};
    mintu_buffer_format(&path, "%s%s", name, error->source + compared);
    if (!path.failed)
        snprintf(error->source, sizeof error->source, "%s", path.data);
    mintu_buffer_free(&path);
}

int mintu_folder_lock(const char *path)
{
    char *folder = mintu_path_folder(path);
    int descriptor = folder ? open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
    free(folder);
    if (descriptor >= 0)
        flock(descriptor, LOCK_EX);
    return descriptor;
}

bool mintu_folder_sync(const char *path)
{
    char *folder = mintu_path_folder(path);
    int descriptor = folder ? open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
    free(folder);
    if (descriptor < 0)
        return true;                                                           /* a folder that may be written but not read */
    bool good = fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP; /* some file systems cannot */
    close(descriptor);
    return good;
}

/* True when the descriptor is still of what stands under the name. */
static bool stands(int descriptor, const char *path)
{
    struct stat own, there;
    return fstat(descriptor, &own) == 0 && lstat(path, &there) == 0 && own.st_dev == there.st_dev && own.st_ino == there.st_ino;
}

static bool lock_descriptor(int descriptor, bool must)
{
    return flock(descriptor, LOCK_EX | LOCK_NB) == 0 || (!must && errno != EWOULDBLOCK);
}

int mintu_temporary_hold(const char *path, bool must)
{
    int descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (descriptor < 0 || (lock_descriptor(descriptor, must) && stands(descriptor, path)))
        return descriptor;
    close(descriptor);
    return -1;
}

/* Only a regular file or folder is ours, and only one whose maker lives no more can be locked. */
static void clear_stale(const char *path)
{
    struct stat there;
    if (lstat(path, &there) != 0 || (!S_ISREG(there.st_mode) && !S_ISDIR(there.st_mode)))
        return;
    int descriptor = mintu_temporary_hold(path, true);
    if (descriptor < 0)
        return;
    mintu_tree_remove(path);
    close(descriptor);
}

/* Removes what killed runs left beside the target. */
static void sweep(const char *target)
{
    char *folder = mintu_path_folder(target), *pattern = mintu_temporary_name(target, "");
    DIR *entries = folder && pattern ? opendir(folder) : NULL;
    const char *prefix = pattern ? strrchr(pattern, '/') : NULL;
    prefix = prefix ? prefix + 1 : "";
    size_t length = strlen(prefix);
    for (struct dirent *entry; entries && (entry = readdir(entries));) {
        if (strncmp(entry->d_name, prefix, length) != 0 || strspn(entry->d_name + length, DIGITS) != LETTERS ||
            entry->d_name[length + LETTERS])
            continue;
        char *path = mintu_path_join(folder, entry->d_name);
        if (path)
            clear_stale(path);
        free(path);
    }
    if (entries)
        closedir(entries);
    free(pattern);
    free(folder);
}

/* Six new letters at the end of the temporary name. */
static void draw_letters(char *path)
{
    unsigned char random[LETTERS];
    char *letters = path + strlen(path) - LETTERS;
    if (getrandom(random, sizeof random, 0) != (ssize_t)sizeof random)
        memset(random, (int)getpid(), sizeof random);
    for (int i = 0; i < LETTERS; i++)
        letters[i] = DIGITS[random[i] % (sizeof DIGITS - 1)];
}

/* Takes away a folder that was made and could not be opened. */
static void remove_empty(const mintu_temporary *temporary)
{
    int problem = errno;
    if (temporary->folder)
        rmdir(temporary->path);
    errno = problem;
}

/* Under its temporary name, and locked before anyone could take it for what a killed run left. */
static bool make_named(mintu_temporary *temporary)
{
    errno = 0;
    for (int try = 0; try < TRIES && (errno == 0 || errno == EEXIST || errno == ENOENT || errno == EWOULDBLOCK); try++) {
        draw_letters(temporary->path);
        if (temporary->folder && mkdir(temporary->path, 0777) != 0)
            continue;
        int flags = temporary->folder ? O_RDONLY | O_DIRECTORY : O_WRONLY | O_CREAT | O_EXCL;
        temporary->descriptor = open(temporary->path, flags | O_NOFOLLOW | O_CLOEXEC, 0666);
        if (temporary->descriptor < 0) {
            remove_empty(temporary);
            continue;
        }
        if (lock_descriptor(temporary->descriptor, false) && stands(temporary->descriptor, temporary->path))
            return temporary->named = true;
        close(temporary->descriptor);
    }
    return false;
}

static bool make_nameless(mintu_temporary *temporary)
{
    char *folder = mintu_path_folder(temporary->path);
    temporary->descriptor = -1;
    if (folder && access("/proc/self/fd", X_OK) == 0)
        temporary->descriptor = open(folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
    free(folder);
    if (temporary->descriptor >= 0)
        lock_descriptor(temporary->descriptor, false);
    return temporary->descriptor >= 0;
}

static bool make(mintu_temporary *temporary, const char *target)
{
    sweep(target);
    temporary->path = mintu_temporary_name(target, "XXXXXX");
    if (!temporary->path || !mintu_temporary_lock()) {
        free(temporary->path);
        return false;
    }
    temporary->open = (!temporary->folder && make_nameless(temporary)) || make_named(temporary);
    temporary->maker = getpid();
    temporary->next = first;
    if (temporary->open)
        first = temporary;
    mintu_temporary_unlock();
    if (!temporary->open)
        free(temporary->path);
    return temporary->open;
}

bool mintu_temporary_file(mintu_temporary *temporary, const char *target)
{
    *temporary = (mintu_temporary){.folder = false};
    return make(temporary, target);
}

bool mintu_temporary_folder(mintu_temporary *temporary, const char *target)
{
    *temporary = (mintu_temporary){.folder = true};
    return make(temporary, target);
}

/* Gives a nameless file its temporary name. */
static bool give_name(mintu_temporary *temporary)
{
    char self[40];
    snprintf(self, sizeof self, "/proc/self/fd/%d", temporary->descriptor);
    for (int try = 0; try < TRIES && !temporary->named; try++) {
        draw_letters(temporary->path);
        temporary->named = linkat(AT_FDCWD, self, AT_FDCWD, temporary->path, AT_SYMLINK_FOLLOW) == 0;
        if (!temporary->named && errno != EEXIST)
            break;
    }
    return temporary->named;
}

bool mintu_temporary_place(mintu_temporary *temporary, const char *target)
{
    if (!mintu_temporary_lock())
        return false;
    bool good = (temporary->named || give_name(temporary)) && rename(temporary->path, target) == 0;
    temporary->named = temporary->named && !good;
    mintu_temporary_unlock();
    return good;
}

static bool remove_named(mintu_temporary *temporary)
{
    bool gone = !temporary->named || mintu_tree_remove(temporary->path);
    temporary->named = false;
    return gone;
}

bool mintu_temporary_close(mintu_temporary *temporary)
{
    if (!temporary->open)
        return true;
    pthread_mutex_lock(&mutex); /* also when outputs were abandoned, which may be going on */
    bool gone = remove_named(temporary);
    mintu_temporary **link = &first;
    while (*link != temporary)
        link = &(*link)->next;
    *link = temporary->next;
    pthread_mutex_unlock(&mutex);
    close(temporary->descriptor);
    free(temporary->path);
    *temporary = (mintu_temporary){0};
    return gone;
}

void mintu_outputs_abandon(void)
{
    pthread_mutex_lock(&mutex);
    abandoned = true;
    for (mintu_temporary *temporary = first; temporary; temporary = temporary->next)
        if (temporary->maker == getpid()) /* a child that was forked off has no say in its parent's files */
            remove_named(temporary);
    pthread_mutex_unlock(&mutex);
}
