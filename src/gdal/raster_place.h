/* The place on earth of a raster file's pixels. */
#ifndef GDAL_RASTER_PLACE_H
#define GDAL_RASTER_PLACE_H

#include "gdal/raster_file.h"

/* Finds where the file says that its pixels lie; a file that does not is refused. @p context (NULL: nobody) hears when its degrees
 * are taken for those of WGS 84. */
mintu_status mintu_raster_locate(mintu_context *context, mintu_raster_file *raster, mintu_error *error);

/* Columns and rows of a located file, with fractions, to degrees, in place, and back; what has no place becomes infinite. */
void mintu_raster_to_degrees(const mintu_raster_file *raster, double *xy, size_t count);
void mintu_raster_from_degrees(const mintu_raster_file *raster, double *xy, size_t count);

#endif
