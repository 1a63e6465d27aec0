/* Copies of workbooks without cells that hold nothing. For this room only. */
#ifndef GDAL_SHEET_TRIM_H
#define GDAL_SHEET_TRIM_H

#include "gdal/layer_source.h"

/* Makes source->opened a copy in memory of the workbook @p archive ("/vsizip/…"), whose @p members are kept, without cells that
 * have a style only. Every cell with a value must say where it stands. */
mintu_status mintu_trim(mintu_source *source, const char *archive, char **members, mintu_error *error);

#endif
