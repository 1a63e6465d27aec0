/* Workbooks (XLSX, ODS) to layers. For this room only. */
#ifndef GDAL_SHEET_READ_H
#define GDAL_SHEET_READ_H

#include "gdal/layer_source.h"

#include <mintu/layer.h>

/* Reads the sheet @p name, NULL for the first one that is not empty, of a workbook that mintu_workbook_check() has let pass. */
mintu_status mintu_sheet_read(mintu_context *context, const mintu_source *source, const char *name, mintu_error *error,
                              mintu_layer **out);

#endif
