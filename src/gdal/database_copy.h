/* A database whose last changes stand in a log beside it (-wal, -journal): whoever opens it writes them into it, and removes the log.
 * Reading must not change the user's files, so that a copy is read. For this room only. */
#ifndef GDAL_DATABASE_COPY_H
#define GDAL_DATABASE_COPY_H

#include "base/temporary.h"

#include <mintu/status.h>

/* True when there is such a log. */
bool mintu_database_has_log(const char *path);

/* True when nobody has the database open: then it is copied. Who has it open keeps its files as they are. */
bool mintu_database_is_left(const char *path);

/* Copies the database with its log into a private folder. *out is the path of the copy, on the heap; *folder is closed in any
 * case. */
mintu_status mintu_database_copy(const char *path, mintu_temporary *folder, mintu_error *error, char **out);

#endif
