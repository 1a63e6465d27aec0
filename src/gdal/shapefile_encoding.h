/* What the texts of a Shapefile are in, where it does not say so. For this room only. */
#ifndef GDAL_SHAPEFILE_ENCODING_H
#define GDAL_SHAPEFILE_ENCODING_H

#include "gdal/layer_source.h"

/* The driver's options for the file that is about to be opened: NULL where a .cpg or the table's head says what its texts are in, or
 * they are ASCII. What is found out by the texts themselves is noted in source->guessed. */
const char *const *mintu_shapefile_encoding(mintu_source *source);

#endif
