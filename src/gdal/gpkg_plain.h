/* GeoPackages that need nothing of GDAL's: reading one through SQLite takes a tenth of the time that loading GDAL does. */
#ifndef GDAL_GPKG_PLAIN_H
#define GDAL_GPKG_PLAIN_H

#include "base/error.h"

#include <mintu/layer.h>

/* Reads the layer @p name, or the only one when it is NULL, of a file whose tables are plain: of points, lines or polygons of two
 * dimensions in WGS 84, with texts and numbers, and with no log beside it. MINTU_STATUS_OK with *out NULL when anything is otherwise
 * (it is no GeoPackage, say, or damaged): GDAL reads it then, or says what is wrong. */
mintu_status mintu_gpkg_plain_read(mintu_context *context, const char *path, const char *name, mintu_error *error,
                                   mintu_layer **out);

#endif
