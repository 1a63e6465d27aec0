/* Files that grow when they are opened, examined before GDAL opens them. For this room only. */
#ifndef GDAL_CONTENT_CHECK_H
#define GDAL_CONTENT_CHECK_H

#include "gdal/layer_source.h"

/* Looks at the content, whatever the ending: archives (XLSX, ODS), XML, TopoJSON and DXF. Over a limit it is refused, with what to
 * do. A workbook whose sheets are wide only by cells without a value is opened as a copy in memory without them. */
mintu_status mintu_content_check(mintu_source *source, mintu_error *error);

#endif
