/* Every function of the public headers with NULL for each pointer that must be given: a status that names it, or the answer for
 * nothing, and never a crash. The calls are written by calls.py. Each is made in a process of its own; all other pointers lead to
 * bytes that are no object, so a function that looks at them before it has checked all is found as well. */
#define _POSIX_C_SOURCE 200809L
#include <mintu/mintu.h>

#include <math.h>
#include <stdalign.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static alignas(16) unsigned char bytes[4096];
static void *const room = bytes;
static mintu_error problem;

static bool status_is(const char *missing, mintu_status status)
{
    char quoted[64];
    snprintf(quoted, sizeof quoted, "`%s` is NULL", missing);
    return status == MINTU_STATUS_USAGE && problem.status == status && strstr(problem.text, quoted);
}

#include "calls.h"

static bool holds(size_t at)
{
    pid_t child = fork();
    if (child == 0)
        _exit(calls[at].call() ? 0 : 1);
    int status;
    if (child < 0 || waitpid(child, &status, 0) != child)
        return false;
    if (status != 0)
        printf("%s() with NULL for %s: %s\n", calls[at].function, calls[at].missing,
               WIFSIGNALED(status) ? "the process ended by a signal" : "not the answer of the headers");
    return status == 0;
}

int main(void)
{
    size_t count = sizeof calls / sizeof *calls, failed = 0;
    memset(bytes, 0x5a, sizeof bytes);
    for (size_t i = 0; i < count; i++)
        failed += !holds(i);
    printf("%zu calls, %zu wrong\n", count, failed);
    return failed || count < 200;
}
