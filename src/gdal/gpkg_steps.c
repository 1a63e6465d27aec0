#include "gdal/gpkg_steps.h"

#include "base/clock.h"
#include "base/file.h"

#include <sqlite3.h>
#include <string.h>

enum { STRIDE = 100, STRIDES_BETWEEN_CLOCKS = 10, LONGEST_VALUE = 20000000 };

static _Thread_local mintu_queries *current;

/* A step may be a function over megabytes, so that the time is looked at, too. */
static int count(void *user)
{
    (void)user; /* not the source: a database may outlive it */
    if (!current)
        return 0;
    current->steps += STRIDE;
    if (current->steps / STRIDE % STRIDES_BETWEEN_CLOCKS == 0)
        current->late = current->late || mintu_thread_seconds() - current->begun > (double)current->seconds;
    current->over = current->over || current->late || current->steps > current->most;
    return current->over;
}

void mintu_queries_watch(void *database)
{
    sqlite3_progress_handler(database, STRIDE, count, NULL);
    sqlite3_limit(database, SQLITE_LIMIT_LENGTH, LONGEST_VALUE);
    sqlite3_db_config(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL); /* reading leaves the file and its log */
}

/* SQLite calls it for every database that is opened in the process; others than ours, as PROJ's, are left alone. */
static int watch_own(sqlite3 *database, const char **message, const void *api)
{
    const char *name = current ? sqlite3_db_filename(database, "main") : NULL;
    (void)message, (void)api;
    if (name && (strcmp(name, current->path) == 0 || mintu_file_same(name, current->path)))
        mintu_queries_watch(database);
    return SQLITE_OK;
}

void mintu_queries_begin(mintu_queries *queries)
{
    sqlite3_auto_extension((void (*)(void))watch_own); /* each time: GDAL takes all off that there are when it opens one */
    queries->begun = mintu_thread_seconds();
    queries->outer = current;
    current = queries;
}

void mintu_queries_end(mintu_queries *queries)
{
    if (current == queries)
        current = queries->outer;
}
