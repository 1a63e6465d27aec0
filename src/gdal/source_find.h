/* What a path that a user typed is, before anything opens it. Without GDAL. For this room only. */
#ifndef GDAL_SOURCE_FIND_H
#define GDAL_SOURCE_FIND_H

#include "gdal/layer_source.h"

/* Finds source->path: a local file, a folder that is a geodatabase, a pipe, or "-". Fills source->content with what is read to its end
 * at once: a stream, JSON. */
mintu_status mintu_source_find(mintu_source *source, mintu_error *error);

/* The content of a table becomes UTF-8, for who reads it as a whole. */
mintu_status mintu_source_decode_table(mintu_source *source, mintu_error *error);

/* Content that is JSON becomes UTF-8. */
mintu_status mintu_source_decode(mintu_source *source, mintu_error *error);

#endif
