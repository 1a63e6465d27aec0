#include "layer/gpkg_steps.h"

#include "base/file.h"

#include <pthread.h>
#include <sqlite3.h>
#include <string.h>

enum { STRIDE = 10000, LONGEST_VALUE = 20000000 };

static _Thread_local mintu_queries *current;

static int count(void *user)
{
    (void)user; /* not the source: a database may outlive it */
    if (!current)
        return 0;
    current->steps += STRIDE;
    current->over = current->over || current->steps > current->most;
    return current->over;
}

/* SQLite calls it for every database that is opened in the process; others than ours, as PROJ's, are left alone. */
static int watch(sqlite3 *database, const char **message, const void *api)
{
    const char *name = current ? sqlite3_db_filename(database, "main") : NULL;
    (void)message, (void)api;
    if (name && (strcmp(name, current->path) == 0 || mintu_file_same(name, current->path))) {
        sqlite3_progress_handler(database, STRIDE, count, NULL);
        sqlite3_limit(database, SQLITE_LIMIT_LENGTH, LONGEST_VALUE);
        sqlite3_db_config(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL); /* reading leaves the file and its log */
    }
    return SQLITE_OK;
}

static void enroll(void)
{
    sqlite3_auto_extension((void (*)(void))watch);
}

void mintu_queries_begin(mintu_queries *queries)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, enroll);
    queries->outer = current;
    current = queries;
}

void mintu_queries_end(mintu_queries *queries)
{
    if (current == queries)
        current = queries->outer;
}
