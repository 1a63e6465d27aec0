/* Workbooks before GDAL opens them: how many cells they unpack to. */
#ifndef GDAL_SHEET_CHECK_H
#define GDAL_SHEET_CHECK_H

#include "gdal/layer_source.h"

/* Refuses a workbook over the limits; one that is wide by empty cells alone is opened as a copy without them. */
mintu_status mintu_sheets_check(mintu_source *source, mintu_error *error);

#endif
