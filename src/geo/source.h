/* A vector file opened through GDAL, with only the driver that it needs. For src/geo only. */
#ifndef GEO_SOURCE_H
#define GEO_SOURCE_H

#include "base/error.h"
#include "geo/ogr.h"

typedef struct mintu_source {
    GDALDatasetH dataset;
    OGRLayerH layer;
    const char *path, *driver; /* driver: GDAL's short name */
    int skipped;               /* field that is the geometry as text, -1 when there is none */
    size_t repaired, repaired_row; /* texts that were no UTF-8, and the first one's row from 1 */
} mintu_source;

/* Opens the layer @p name (NULL: the first) of @p path, which must outlive the source. */
mintu_status mintu_source_open(const char *path, const char *name, mintu_error *error, mintu_source *out);
void mintu_source_close(mintu_source *source);

/* Registers the driver of that name (GPKG, XLSX, FlatGeobuf) and returns it; NULL when GDAL was built without. */
GDALDriverH mintu_driver(const char *name);

#endif
