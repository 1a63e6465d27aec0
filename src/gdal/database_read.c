/* A table of a PostGIS database as a layer. */
#include "base/argument.h"
#include "base/array.h"
#include "base/context.h"
#include "base/error.h"
#include "gdal/database.h"
#include "gdal/layer_load.h"
#include "gdal/source_open.h"
#include "layer/layer_end.h"

#include <stdlib.h>

static const char doing[] = "reading a layer";

static mintu_status fail_layer(const mintu_source *source, const char *name, mintu_error *error)
{
    mintu_buffer names = {0};
    int count = GDALDatasetGetLayerCount(source->dataset);
    for (int i = 0; i < count; i++)
        mintu_buffer_format(&names, "%s%s", i ? ", " : "", OGR_L_GetName(GDALDatasetGetLayer(source->dataset, i)));
    const char *list = names.size && !names.failed ? names.data : "none";
    mintu_status status = name ? mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = source->path},
                                               "%s: there is no layer \"%s\"; the database has: %s", doing, name, list)
                               : mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = source->path},
                                               "%s: the database has %d layers, and one must be named: %s", doing, count, list);
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
