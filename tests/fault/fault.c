/* A disk that fails, and a machine that stops, for tests: preloaded into the program (LD_PRELOAD), it counts what the program does to
 * files in one folder, and lets one of these steps fail, or sends the program a signal before it.
 *
 *   FAULT_FOLDER  the folder, absolute and without links
 *   FAULT_CALL    which steps count: write, sync, close, make (a file or folder), move (rename and link), exchange, remove; or names, which are the
 *                 last four
 *   FAULT_AT      from the how-manieth on (1 is the first) they fail; only this one with FAULT_ONCE
 *   FAULT_BYTES   with FAULT_CALL=room: writing fails when so many bytes were written, as on a disk that is full
 *   FAULT_ERROR   ENOSPC (by default), EIO or EINVAL
 *   FAULT_SIGNAL  instead of a failure the number of a signal to send to the program before the step
 *   FAULT_LACKS   what the file system cannot do: nameless (files), exchange (names), links (hard ones), with commas between
 *   FAULT_COUNT   a file that the number of steps is written to at the end */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static long number_of(const char *name, long fallback)
{
    const char *value = getenv(name);
    return value ? atol(value) : fallback;
}

static bool is_path_inside(const char *path)
{
    char whole[2 * PATH_MAX];
    const char *folder = getenv("FAULT_FOLDER");
    if (!folder || !path)
        return false;
    if (path[0] == '/')
        snprintf(whole, sizeof whole, "%s", path);
    else if (getcwd(whole, PATH_MAX))
        strncat(strcat(whole, "/"), path, PATH_MAX - 1);
    else
        return false;
    size_t size = strlen(folder);
    return strncmp(whole, folder, size) == 0 && (whole[size] == '/' || !whole[size]);
}

static bool is_file_inside(int descriptor)
{
    char self[40], path[PATH_MAX];
    struct stat there;
    if (fstat(descriptor, &there) != 0 || (!S_ISREG(there.st_mode) && !S_ISDIR(there.st_mode)))
        return false;
    snprintf(self, sizeof self, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(self, path, sizeof path - 1);
    path[length > 0 ? length : 0] = '\0';
    return is_path_inside(path);
}

/* True when the file system is said to lack this; errno is set. */
static bool lacks(const char *what)
{
    const char *list = getenv("FAULT_LACKS");
    errno = EINVAL;
    return list && strstr(list, what);
}

static int problem(void)
{
    const char *name = getenv("FAULT_ERROR");
    return name && strcmp(name, "EIO") == 0 ? EIO : name && strcmp(name, "EINVAL") == 0 ? EINVAL : ENOSPC;
}

static bool counts(const char *call)
{
    const char *wanted = getenv("FAULT_CALL");
    bool data = strcmp(call, "write") == 0 || strcmp(call, "sync") == 0 || strcmp(call, "close") == 0;
    return wanted && (strcmp(wanted, call) == 0 || (strcmp(wanted, "names") == 0 && !data));
}

static long steps;

__attribute__((destructor)) static void tell_count(void)
{
    const char *path = getenv("FAULT_COUNT");
    FILE *file = path ? fopen(path, "w") : NULL;
    if (file) {
        fprintf(file, "%ld", steps);
        fclose(file);
    }
}

/* True when this step is to fail; errno is set. */
static bool strikes(const char *call)
{
    if (!counts(call))
        return false;
    long at = number_of("FAULT_AT", 0), step = __atomic_add_fetch(&steps, 1, __ATOMIC_SEQ_CST);
    if (at == 0 || step < at || (step > at && (getenv("FAULT_ONCE") || getenv("FAULT_SIGNAL"))))
        return false;
    if (getenv("FAULT_SIGNAL")) {
        kill(getpid(), (int)number_of("FAULT_SIGNAL", SIGKILL));
        return false;
    }
    errno = problem();
    return true;
}

/* How many of the bytes still have room; all when the disk is not said to be full. */
static size_t room(size_t size)
{
    static long written;
    long most = number_of("FAULT_BYTES", -1);
    if (most < 0)
        return size;
    long left = most - __atomic_fetch_add(&written, (long)size, __ATOMIC_SEQ_CST);
    return left <= 0 ? 0 : (size_t)left < size ? (size_t)left : size;
}

#define WRITE(name, ...)                                                                                                       \
    if (!is_file_inside(descriptor))                                                                                           \
        return REAL(name)(__VA_ARGS__);                                                                                        \
    if (strikes("write"))                                                                                                      \
        return -1;                                                                                                             \
    size_t most = room(size);                                                                                                  \
    if (most == 0 && size > 0) {                                                                                               \
        errno = problem();                                                                                                     \
        return -1;                                                                                                             \
    }                                                                                                                          \
    size = most;                                                                                                               \
    return REAL(name)(__VA_ARGS__);

ssize_t write(int descriptor, const void *data, size_t size){WRITE(write, descriptor, data, size)}

ssize_t pwrite(int descriptor, const void *data, size_t size, off_t offset){WRITE(pwrite, descriptor, data, size, offset)}

ssize_t pwrite64(int descriptor, const void *data, size_t size, off64_t offset)
{
    WRITE(pwrite64, descriptor, data, size, offset)
}

int fsync(int descriptor)
{
    return is_file_inside(descriptor) && strikes("sync") ? -1 : REAL(fsync)(descriptor);
}

int fdatasync(int descriptor)
{
    return is_file_inside(descriptor) && strikes("sync") ? -1 : REAL(fdatasync)(descriptor);
}

/* What was written to is closed all the same. */
int close(int descriptor)
{
    int flags = fcntl(descriptor, F_GETFL);
    bool fails = flags >= 0 && (flags & O_ACCMODE) != O_RDONLY && is_file_inside(descriptor) && strikes("close");
    int because = errno, result = REAL(close)(descriptor);
    if (!fails)
        return result;
    errno = because;
    return -1;
}

#define OPEN(name)                                                                                                             \
    int mode = 0;                                                                                                              \
    if (flags & O_CREAT || (flags & O_TMPFILE) == O_TMPFILE) {                                                                 \
        va_list list;                                                                                                          \
        va_start(list, flags);                                                                                                 \
        mode = va_arg(list, int);                                                                                              \
        va_end(list);                                                                                                          \
        if (is_path_inside(path) && (((flags & O_TMPFILE) == O_TMPFILE && lacks("nameless")) || strikes("make")))              \
            return -1;                                                                                                         \
    }                                                                                                                          \
    return REAL(name)(path, flags, mode);

int open(const char *path, int flags, ...)
{
    OPEN(open)
}

int open64(const char *path, int flags, ...)
{
    OPEN(open64)
}

int mkdir(const char *path, mode_t mode)
{
    return is_path_inside(path) && strikes("make") ? -1 : REAL(mkdir)(path, mode);
}

int rename(const char *from, const char *to)
{
    return is_path_inside(to) && strikes("move") ? -1 : REAL(rename)(from, to);
}

int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags)
{
    bool inside = is_path_inside(to);
    if (inside && flags && lacks("exchange"))
        return -1;
    if (inside && ((flags && strikes("exchange")) || strikes("move")))
        return -1;
    return REAL(renameat2)(from_folder, from, to_folder, to, flags);
}

int link(const char *from, const char *to)
{
    return is_path_inside(to) && (lacks("links") || strikes("move")) ? -1 : REAL(link)(from, to);
}

int linkat(int from_folder, const char *from, int to_folder, const char *to, int flags)
{
    return is_path_inside(to) && (lacks("links") || strikes("move")) ? -1
                                                                     : REAL(linkat)(from_folder, from, to_folder, to, flags);
}

/* Taking away does not fail here, but a program may be killed before it. */
int unlink(const char *path)
{
    return is_path_inside(path) && strikes("remove") ? -1 : REAL(unlink)(path);
}

int remove(const char *path)
{
    return is_path_inside(path) && strikes("remove") ? -1 : REAL(remove)(path);
}

int rmdir(const char *path)
{
    return is_path_inside(path) && strikes("remove") ? -1 : REAL(rmdir)(path);
}
