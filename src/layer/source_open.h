/* Opens a vector file through GDAL, with only the driver that it needs. For this room only. */
#ifndef LAYER_SOURCE_OPEN_H
#define LAYER_SOURCE_OPEN_H

#include "layer/layer_source.h"

/* Opens the layer @p name (NULL: the first) of the local file @p path, which must outlive the source. A pipe, or "-" for
 * standard input, is read to its end first. */
mintu_status mintu_source_open(const char *path, const char *name, mintu_error *error, mintu_source *out);

/* Opens a GeoJSON text; @p source, which must outlive it, names it in messages. */
mintu_status mintu_source_parse(const char *text, const char *source, mintu_error *error, mintu_source *out);

void mintu_source_close(mintu_source *source);

#endif
