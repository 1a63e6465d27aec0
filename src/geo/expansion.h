/* Files that grow when they are opened, examined before GDAL opens them. For src/geo only. */
#ifndef GEO_EXPANSION_H
#define GEO_EXPANSION_H

#include "geo/source.h"

/* Looks at the content, whatever the ending: archives (XLSX, ODS), XML, TopoJSON and DXF. Over a limit it is refused, with what to
 * do. A workbook whose sheets are wide only by cells without a value is opened as a copy in memory without them. */
mintu_status mintu_expansion_check(mintu_source *source, mintu_error *error);

/* Its parts, for files that are of the kind. */
mintu_status mintu_sheets_check(mintu_source *source, mintu_error *error);
mintu_status mintu_topology_check(const mintu_source *source, mintu_error *error);
mintu_status mintu_drawing_check(const mintu_source *source, mintu_error *error);

#endif
