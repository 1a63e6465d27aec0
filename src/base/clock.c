#define _POSIX_C_SOURCE 200809L /* clock_gettime() */
#include "base/clock.h"

#include <time.h>

double mintu_thread_seconds(void)
{
    struct timespec now = {0};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}
