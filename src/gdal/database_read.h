/* Where a file may stand: the name of one, or a connection to a database, which a person must have typed and the context allows. */
#ifndef GDAL_DATABASE_READ_H
#define GDAL_DATABASE_READ_H

#include <mintu/layer.h>
#include <stdbool.h>

/* True for PG:…, also with |layername=NAME behind it, where the context lets it stand for a file. */
bool mintu_path_is_database(const mintu_context *context, const char *path);

/* What messages call it: a file by its path, a database by what is known to be no secret of the connection, with the table. On the heap,
 * NULL when memory ran out. */
char *mintu_path_shown(const mintu_context *context, const char *path);

#endif
