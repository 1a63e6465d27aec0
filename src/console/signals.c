#define _POSIX_C_SOURCE 200809L
#include "console/signals.h"

#include "console/language.h"

#include <mintu/output.h>

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <unistd.h>

static sigset_t awaited;
static atomic_bool interrupted;

/* Not in a handler, where next to nothing may be called. */
static void *await(void *unused)
{
    int number;
    (void)unused;
    if (sigwait(&awaited, &number) != 0)
        return NULL;
    atomic_store(&interrupted, true); /* before calls that write begin to fail */
    mintu_outputs_abandon();
    _exit(128 + number);
}

static mintu_status fail(mintu_error *error)
{
    *error = (mintu_error){.status = MINTU_STATUS_MEMORY};
    snprintf(error->text, sizeof error->text, "%s",
             cli_text("the program could not begin to wait for signals; close other programs and try again"));
    return MINTU_STATUS_MEMORY;
}

mintu_status cli_signals_begin(mintu_error *error)
{
    static const int signals[] = {SIGINT, SIGTERM, SIGHUP};
    struct sigaction inherited;
    pthread_attr_t detached;
    pthread_t thread;
    sigemptyset(&awaited);
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        if (sigaction(signals[i], NULL, &inherited) == 0 && inherited.sa_handler != SIG_IGN)
            sigaddset(&awaited, signals[i]);
    /* Before there is a second thread: all that are made later have these signals blocked too. */
    if (pthread_sigmask(SIG_BLOCK, &awaited, NULL) != 0 || pthread_attr_init(&detached) != 0)
        return fail(error);
    pthread_attr_setdetachstate(&detached, PTHREAD_CREATE_DETACHED);
    bool good = pthread_create(&thread, &detached, await, NULL) == 0;
    pthread_attr_destroy(&detached);
    return good ? MINTU_STATUS_OK : fail(error);
}

void cli_signals_end(void)
{
    while (atomic_load(&interrupted))
        pause();
}
