#define _GNU_SOURCE /* RTLD_NEXT, dl_iterate_phdr() */
#include "console/opened_files.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <link.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

static int listener = -1;

void cli_opened_stamp(const struct stat *there, char out[CLI_STAMP])
{
    snprintf(out, CLI_STAMP, "%lld-%llu-%lld.%09ld-%lld.%09ld", (long long)there->st_size, (unsigned long long)there->st_ino,
             (long long)there->st_mtim.tv_sec, there->st_mtim.tv_nsec, (long long)there->st_ctim.tv_sec,
             there->st_ctim.tv_nsec);
}

/* One write, so that threads do not mix theirs. What cannot be told makes the build take the run for one that told nothing. */
static void tell(char kind, const struct stat *there, const char *path)
{
    char folder[PATH_MAX] = "", stamp[CLI_STAMP], *text = NULL;
    if (!S_ISREG(there->st_mode) || (path[0] != '/' && !getcwd(folder, sizeof folder)))
        return;
    cli_opened_stamp(there, stamp);
    int size = asprintf(&text, "%c %s %s%s%s", kind, stamp, folder, folder[0] ? "/" : "", path);
    if (size < 0 || write(listener, text, (size_t)size + 1) != size + 1)
        close(listener);
    if (size >= 0)
        free(text);
}

static void hear(int descriptor, const char *path, bool written)
{
    int problem = errno;
    struct stat there;
    if (listener >= 0 && descriptor >= 0 && fstat(descriptor, &there) == 0)
        tell(written ? 'w' : 'r', &there, path);
    errno = problem;
}

/* A path from an open folder has no name of its own, but the file's. */
static void hear_at(int folder, int descriptor, const char *path, bool written)
{
    char self[40], name[PATH_MAX];
    if (folder == AT_FDCWD || path[0] == '/') {
        hear(descriptor, path, written);
        return;
    }
    snprintf(self, sizeof self, "/proc/self/fd/%d", descriptor);
    ssize_t size = listener >= 0 && descriptor >= 0 ? readlink(self, name, sizeof name - 1) : -1;
    name[size > 0 ? size : 0] = '\0';
    hear(size > 0 ? descriptor : -1, name, written);
}

/* The function that would have been called without ours. */
static void find_next(const char *name, void *out)
{
    void *next = dlsym(RTLD_NEXT, name);
    memcpy(out, &next, sizeof next); /* ISO C has no cast from one to the other */
}

/* True for a file that is being made, which is no input. */
static bool makes(int flags)
{
    return (flags & O_ACCMODE) == O_WRONLY || (flags & (O_CREAT | O_TRUNC)) != 0;
}

static mode_t mode_of(int flags, va_list list)
{
    return (flags & O_CREAT) || (flags & O_TMPFILE) == O_TMPFILE ? va_arg(list, mode_t) : 0;
}

/* Defined under the C library's names, whose declarations in its headers differ with _FORTIFY_SOURCE. */
#define OPENS(function, symbol)                                                                                                \
    int function(const char *path, int flags, ...) __asm__(symbol);                                                            \
    int function(const char *path, int flags, ...)                                                                             \
    {                                                                                                                          \
        int (*next)(const char *, int, ...);                                                                                   \
        va_list list;                                                                                                          \
        va_start(list, flags);                                                                                                 \
        mode_t mode = mode_of(flags, list);                                                                                    \
        va_end(list);                                                                                                          \
        find_next(symbol, &next);                                                                                              \
        int descriptor = next(path, flags, mode);                                                                              \
        hear(descriptor, path, makes(flags));                                                                                  \
        return descriptor;                                                                                                     \
    }

#define OPENS_AT(function, symbol)                                                                                             \
    int function(int folder, const char *path, int flags, ...) __asm__(symbol);                                                \
    int function(int folder, const char *path, int flags, ...)                                                                 \
    {                                                                                                                          \
        int (*next)(int, const char *, int, ...);                                                                              \
        va_list list;                                                                                                          \
        va_start(list, flags);                                                                                                 \
        mode_t mode = mode_of(flags, list);                                                                                    \
        va_end(list);                                                                                                          \
        find_next(symbol, &next);                                                                                              \
        int descriptor = next(folder, path, flags, mode);                                                                      \
        hear_at(folder, descriptor, path, makes(flags));                                                                       \
        return descriptor;                                                                                                     \
    }

#define OPENS_STREAM(function, symbol)                                                                                         \
    FILE *function(const char *path, const char *mode) __asm__(symbol);                                                        \
    FILE *function(const char *path, const char *mode)                                                                         \
    {                                                                                                                          \
        FILE *(*next)(const char *, const char *);                                                                             \
        find_next(symbol, &next);                                                                                              \
        FILE *stream = next(path, mode);                                                                                       \
        hear(stream ? fileno(stream) : -1, path, mode[0] != 'r');                                                              \
        return stream;                                                                                                         \
    }

OPENS(cli_next_open, "open")
OPENS(cli_next_open64, "open64")
OPENS(cli_next_open_checked, "__open_2")
OPENS(cli_next_open64_checked, "__open64_2")
OPENS_AT(cli_next_openat, "openat")
OPENS_AT(cli_next_openat64, "openat64")
OPENS_AT(cli_next_openat_checked, "__openat_2")
OPENS_AT(cli_next_openat64_checked, "__openat64_2")
OPENS_STREAM(cli_next_fopen, "fopen")
OPENS_STREAM(cli_next_fopen64, "fopen64")

/* The loader opens libraries before anybody can listen; what is loaded at the end is all of them. */
static int tell_library(struct dl_phdr_info *library, size_t size, void *user)
{
    struct stat there;
    (void)size;
    (void)user;
    if (library->dlpi_name[0] == '/' && stat(library->dlpi_name, &there) == 0)
        tell('r', &there, library->dlpi_name);
    return 0;
}

static void tell_program(void)
{
    char program[PATH_MAX];
    struct stat there;
    ssize_t size = readlink("/proc/self/exe", program, sizeof program - 1);
    program[size > 0 ? size : 0] = '\0';
    if (stat(program, &there) == 0)
        tell('r', &there, program);
    dl_iterate_phdr(tell_library, NULL);
}

void cli_opened_begin(void)
{
    const char *asked = getenv(CLI_OPENED_VARIABLE);
    char *end = NULL;
    long descriptor = asked ? strtol(asked, &end, 10) : -1;
    if (descriptor <= STDERR_FILENO || descriptor > INT_MAX || *end != ':' || fcntl((int)descriptor, F_SETFD, FD_CLOEXEC) != 0)
        return;
    listener = (int)descriptor;
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (getppid() != (pid_t)strtol(end + 1, NULL, 10)) /* it ended before the line above */
        _exit(128 + SIGTERM);
    atexit(tell_program);
}
