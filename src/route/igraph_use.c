#define _POSIX_C_SOURCE 200809L /* PTHREAD_MUTEX_RECURSIVE */
#include "route/igraph_use.h"

#include "base/error.h"
#include "base/loaded_library.h"

#include <pthread.h>

struct mintu_igraph_functions mintu_igraph;

static pthread_mutex_t lock;
static int depth;                      /* of uses in one another, by the thread that has the lock */
static igraph_error_handler_t *before; /* the host's, while there is a use */

static void make_lock(void)
{
    pthread_mutexattr_t attributes;
    pthread_mutexattr_init(&attributes);
    pthread_mutexattr_settype(&attributes, PTHREAD_MUTEX_RECURSIVE);
    pthread_mutex_init(&lock, &attributes);
    pthread_mutexattr_destroy(&attributes);
}

mintu_status mintu_igraph_begin(const char *doing, mintu_error *error)
{
    static const char *const names[] = {MINTU_IGRAPH_NAMES};
    static mintu_loaded_library library = {.file = MINTU_IGRAPH_FILE, .names = names, .functions = &mintu_igraph};
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    mintu_status status = mintu_library_load(&library, doing, error);
    if (status != MINTU_STATUS_OK)
        return status;
    pthread_once(&once, make_lock);
    pthread_mutex_lock(&lock);
    if (depth++ == 0)
        before = igraph_set_error_handler(igraph_error_handler_ignore);
    return status;
}

void mintu_igraph_end(void)
{
    if (--depth == 0)
        igraph_set_error_handler(before);
    pthread_mutex_unlock(&lock);
}

mintu_status mintu_fail_igraph(igraph_error_t code, const char *doing, mintu_error *error)
{
    if (code == IGRAPH_ENOMEM)
        return mintu_fail_memory(error, doing);
    return mintu_fail(error, MINTU_STATUS_DEFECT, "%s: igraph says %s", mintu_message(doing), igraph_strerror(code));
}
