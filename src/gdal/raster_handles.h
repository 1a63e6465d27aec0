/* What GDAL holds of a raster file that is open. For this room only. */
#ifndef GDAL_RASTER_HANDLES_H
#define GDAL_RASTER_HANDLES_H

#include "gdal/ogr.h"

#include <stdbool.h>

typedef struct mintu_raster_handles {
    GDALDatasetH dataset;
    GDALRasterBandH bands[5]; /* of the channels */
    char **settings;          /* of the thread before */
    bool begun;
    double affine[6], inverse[6];          /* columns and rows to the file's reference system, and back */
    OGRCoordinateTransformationH to, from; /* the file's reference system to degrees, and back; NULL: they are the same */
} mintu_raster_handles;

#endif
