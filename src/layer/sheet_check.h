/* Workbooks before GDAL opens them: how many cells they unpack to. */
#ifndef LAYER_SHEET_CHECK_H
#define LAYER_SHEET_CHECK_H

#include "layer/layer_source.h"

/* Its parts, for files that are of the kind. */
mintu_status mintu_sheets_check(mintu_source *source, mintu_error *error);

#endif
