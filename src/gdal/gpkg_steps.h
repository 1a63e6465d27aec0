/* A bound of what the queries of a database file take: a view may run for ever. For this room only. */
#ifndef GDAL_GPKG_STEPS_H
#define GDAL_GPKG_STEPS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct mintu_queries {
    const char *path;   /* of the file, as it is opened */
    size_t steps, most; /* of SQLite's engine */
    size_t seconds;     /* of this thread's processor, from the opening on; at most */
    double begun;
    bool over, late;             /* late: by the seconds */
    struct mintu_queries *outer; /* of this thread before */
} mintu_queries;

/* Until the last call the database @p queries->path counts for it, when this thread opens it; it must stay where it is. */
void mintu_queries_begin(mintu_queries *queries);
/* @p database: the sqlite3 of one that is open; for certain, as another thread may open one at the same time. */
void mintu_queries_watch(void *database);
void mintu_queries_end(mintu_queries *queries);

#endif
