/* A vector file opened through GDAL, with only the driver that it needs. For src/geo only. */
#ifndef GEO_SOURCE_H
#define GEO_SOURCE_H

#include "base/error.h"
#include "geo/context.h"
#include "geo/limits.h"
#include "geo/ogr.h"
#include "geo/queries.h"

typedef struct mintu_source {
    GDALDatasetH dataset;
    OGRLayerH layer;
    const char *path, *driver; /* driver: GDAL's short name */
    char *opened;              /* the path as GDAL has it */
    void *memory;              /* a stream's or a text's content, which GDAL reads as a file */
    char **settings;           /* GDAL's settings of the thread before this source */
    bool begun;
    bool trimmed; /* opened is a copy in memory */
    const mintu_limits *limits;
    mintu_queries queries;
    int skipped;                   /* field that is the geometry as text, -1 when there is none */
    size_t repaired, repaired_row; /* texts that were no UTF-8, and the first one's row from 1 */
} mintu_source;

/* Opens the layer @p name (NULL: the first) of the local file @p path, which must outlive the source. A pipe, or "-" for
 * standard input, is read to its end first. */
mintu_status mintu_source_open(mintu_context *context, const char *path, const char *name, mintu_error *error,
                               mintu_source *out);

/* Opens a GeoJSON text; @p source, which must outlive it, names it in messages. */
mintu_status mintu_source_parse(mintu_context *context, const char *text, const char *source, mintu_error *error,
                                mintu_source *out);

/* Fails when the file asked more of the database engine than is allowed; else OK. */
mintu_status mintu_source_check_steps(const mintu_source *source, mintu_error *error);

void mintu_source_close(mintu_source *source);

#endif
