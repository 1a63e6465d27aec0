/* Workbooks before they are read: how many cells they unpack to. */
#ifndef GDAL_WORKBOOK_CHECK_H
#define GDAL_WORKBOOK_CHECK_H

#include "gdal/layer_source.h"

/* Refuses a workbook over the limits; source->book says of which kind one is. */
mintu_status mintu_workbook_check(mintu_source *source, mintu_error *error);

#endif
