/* Layers of a PostGIS database, by way of GDAL. Only what a person typed leads here: no style, file or data package does. For this room
 * only. */
#ifndef GDAL_DATABASE_H
#define GDAL_DATABASE_H

#include "gdal/ogr.h"

#include <stdbool.h>

/* A connection as it may be shown: what is known to be no secret of it; on the heap, NULL when memory ran out. */
char *mintu_database_shown(const char *connection);

/* What GDAL said last, or words of our own where that might hold a part of the connection that is not shown. */
const char *mintu_database_text(const char *connection, const char *shown);

/* Opens it; @p shown names it in messages. */
mintu_status mintu_database_open(const char *connection, const char *shown, bool update, mintu_error *error, GDALDatasetH *out);

#endif
