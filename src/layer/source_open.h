/* Opens a vector file through GDAL, with only the driver that it needs. For this room only. */
#ifndef LAYER_SOURCE_OPEN_H
#define LAYER_SOURCE_OPEN_H

#include "base/context.h"
#include "layer/layer_source.h"

/* Opens the layer @p name (NULL: the first) of the local file @p path, which must outlive the source. A pipe, or "-" for
 * standard input, is read to its end first. */
mintu_status mintu_source_open(mintu_context *context, const char *path, const char *name, mintu_error *error,
                               mintu_source *out);

/* Opens a GeoJSON text; @p source, which must outlive it, names it in messages. */
mintu_status mintu_source_parse(mintu_context *context, const char *text, const char *source, mintu_error *error,
                                mintu_source *out);

/* Fails when the file asked more of the database engine than is allowed; else OK. */
mintu_status mintu_source_check_steps(const mintu_source *source, mintu_error *error);

void mintu_source_close(mintu_source *source);

#endif
