/* For programs that make random data for another program to compare with. */
#ifndef BENCH_PEER_H
#define BENCH_PEER_H

#include <mintu/mintu.h>

#include <stdio.h>
#include <stdlib.h>

static uint64_t seed = 88172645463325252u;

static inline double between(double low, double high)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return low + (high - low) * ((double)(seed >> 11) / 9007199254740992.0);
}

static inline void check(mintu_status status, const mintu_error *error)
{
    if (status == MINTU_STATUS_OK)
        return;
    fprintf(stderr, "%s\n", error->text);
    exit(mintu_status_exit_code(status));
}

static inline FILE *open_file(const char *folder, const char *name)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "w");
    if (!file) {
        perror(path);
        exit(5);
    }
    return file;
}

#endif
