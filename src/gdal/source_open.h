/* Opens a vector file through GDAL, with only the driver that it needs. For this room only. */
#ifndef GDAL_SOURCE_OPEN_H
#define GDAL_SOURCE_OPEN_H

#include "gdal/layer_source.h"

/* Opens the layer @p name (NULL: the first) of a source that was found (source_find.h). Closed by mintu_source_close() in any case. */
mintu_status mintu_source_open(mintu_source *source, const char *name, mintu_error *error);

/* Fails when the file asked more of the database engine than is allowed; else OK. */
mintu_status mintu_source_check_steps(const mintu_source *source, mintu_error *error);

/* Closes what GDAL has open of it. */
void mintu_source_close(mintu_source *source);

#endif
