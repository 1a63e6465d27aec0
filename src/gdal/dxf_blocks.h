/* DXF files whose blocks are drawn many times. */
#ifndef GDAL_DXF_BLOCKS_H
#define GDAL_DXF_BLOCKS_H

#include "gdal/layer_source.h"

/* Refuses a file of more entities than the limits allow, its blocks counted as often as they are named. */
mintu_status mintu_drawing_check(const mintu_source *source, mintu_error *error);

#endif
