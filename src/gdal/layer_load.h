/* Layers of files, also of those that a document names. */
#ifndef GDAL_LAYER_LOAD_H
#define GDAL_LAYER_LOAD_H

#include "layer/geojson_read.h"

/* Reads the layer @p name (NULL: the first) of the file @p path, whatever its name looks like. */
mintu_status mintu_layer_load_file(mintu_context *context, const char *path, const char *name, mintu_error *error,
                                   mintu_layer **out);

/* Reads the layer @p name (NULL: the first) of @p path, which a document in @p folder names: only beneath that folder, unless
 * the context allows files elsewhere. */
mintu_status mintu_layer_load_beneath(mintu_context *context, const char *folder, const char *path, const char *name,
                                      mintu_error *error, mintu_layer **out);

/* Reads the first layer of what was taken from the stream @p path, of whichever format it is; @p content is taken over. */
mintu_status mintu_layer_load_content(mintu_context *context, const char *path, mintu_buffer *content, mintu_error *error,
                                      mintu_layer **out);

/* Reads the rows of a source that is open. */
struct mintu_source;
mintu_status mintu_layer_read_source(mintu_context *context, struct mintu_source *source, mintu_error *error,
                                     mintu_layer **out);
/* Reads a GeoJSON text that is a part of another. */
mintu_status mintu_layer_parse_part(mintu_context *context, const mintu_geojson_text *text, mintu_error *error,
                                    mintu_layer **out);

#endif
