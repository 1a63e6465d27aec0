/* What a file's reference system asks for so that its coordinates become WGS 84. For this room only. */
#ifndef GDAL_LAYER_REFERENCE_H
#define GDAL_LAYER_REFERENCE_H

#include "base/error.h"
#include "gdal/ogr.h"

/* The transformation from @p reference (NULL: none given) to WGS 84, longitude first; *out is NULL when there is nothing to do.
 * CGCS2000 is taken as WGS 84: they differ by decimetres, which is nothing at map scale. */
mintu_status mintu_reference_transformation(OGRSpatialReferenceH reference, const char *path, mintu_error *error,
                                            OGRCoordinateTransformationH *out);

/* Refuses a file whose reference system names another: @p reference (NULL: none) does, or PROJ or GDAL asked for it while the file
 * was read. */
mintu_status mintu_reference_check(OGRSpatialReferenceH reference, const char *path, mintu_error *error);

#endif
