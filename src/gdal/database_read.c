/* A table of a PostGIS database as a layer, also where a file may stand. */
#include "gdal/database_read.h"

#include "base/argument.h"
#include "base/array.h"
#include "base/ascii.h"
#include "base/context.h"
#include "base/error.h"
#include "base/path_beneath.h"
#include "gdal/database.h"
#include "gdal/layer_load.h"
#include "gdal/source_open.h"
#include "layer/layer_end.h"

#include <stdlib.h>
#include <string.h>

static const char doing[] = N_("reading a layer");

static mintu_status fail_layer(const mintu_source *source, const char *name, mintu_error *error)
{
    mintu_buffer names = {0};
    int count = GDALDatasetGetLayerCount(source->dataset);
    for (int i = 0; i < count; i++)
        mintu_buffer_format(&names, "%s%s", i ? ", " : "", OGR_L_GetName(GDALDatasetGetLayer(source->dataset, i)));
    const char *list = names.size && !names.failed ? names.data : "none";
    mintu_status status =
        name ? mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = source->path},
                             "%s: there is no layer \"%s\"; the database has: %s", mintu_message(doing), name, list)
             : mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = source->path},
                             "%s: the database has %d layers, and one must be named: %s", mintu_message(doing), count, list);
    mintu_buffer_free(&names);
    return status;
}

static mintu_status read_table(mintu_context *context, mintu_source *source, const char *connection, const char *name,
                               mintu_error *error, mintu_layer **out)
{
    mintu_status status = mintu_database_open(connection, source->path, false, error, &source->dataset);
    if (status != MINTU_STATUS_OK)
        return status;
    source->driver = "PostgreSQL";
    source->layer = name                                             ? GDALDatasetGetLayerByName(source->dataset, name)
                    : GDALDatasetGetLayerCount(source->dataset) == 1 ? GDALDatasetGetLayer(source->dataset, 0)
                                                                     : NULL;
    return source->layer ? mintu_layer_read_source(context, source, error, out) : fail_layer(source, name, error);
}

mintu_status mintu_layer_load_database(mintu_context *context, const char *connection, const char *name, mintu_error *error,
                                       mintu_layer **out)
{
    if (MINTU_GIVEN_OUT(error, out, context, connection))
        return MINTU_STATUS_USAGE;
    char *shown = mintu_database_shown(connection);
    mintu_source source = {.path = shown, .limits = &context->limits, .skipped = -1};
    *out = NULL;
    mintu_status status = shown ? mintu_gdal_begin(doing, error) : mintu_fail_memory(error, doing);
    if (status == MINTU_STATUS_OK) {
        status = read_table(context, &source, connection, name, error, out);
        mintu_source_close(&source);
        mintu_gdal_end();
    }
    free(shown);
    return mintu_layer_end(status, out);
}

bool mintu_path_is_database(const mintu_context *context, const char *path)
{
    static const char prefix[] = "PG:";
    return context->databases && mintu_ascii_compare_n(path, prefix, sizeof prefix - 1) == 0;
}

char *mintu_path_shown(const mintu_context *context, const char *path)
{
    if (!mintu_path_is_database(context, path))
        return mintu_text_copy(path);
    size_t size = mintu_layer_path_size(path);
    char *connection = mintu_text_copy_n(path, size), *shown = connection ? mintu_database_shown(connection) : NULL;
    mintu_buffer out = {0};
    if (shown)
        mintu_buffer_format(&out, "%s%s", shown, path + size);
    if (out.failed)
        mintu_buffer_free(&out);
    free(connection);
    free(shown);
    return out.data;
}

/* FILE|layername=NAME has its name in the path. */
mintu_status mintu_layer_load(mintu_context *context, const char *path, const char *name, mintu_error *error, mintu_layer **out)
{
    if (MINTU_GIVEN_OUT(error, out, context, path))
        return MINTU_STATUS_USAGE;
    size_t size = name ? strlen(path) : mintu_layer_path_size(path);
    char *own = mintu_text_copy_n(path, size);
    if (!own)
        return mintu_fail_memory(error, doing);
    if (path[size])
        name = path + size + strlen(MINTU_LAYER_MARK);
    mintu_status status = mintu_path_is_database(context, path) ? mintu_layer_load_database(context, own, name, error, out)
                                                                : mintu_layer_load_file(context, own, name, error, out);
    free(own);
    return status;
}
