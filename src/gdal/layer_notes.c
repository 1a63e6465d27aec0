#include "gdal/layer_notes.h"

#include "base/array.h"
#include "gdal/gpkg_notes.h"

#include <stdlib.h>
#include <string.h>

static mintu_status read_metadata(mintu_layer *layer, const mintu_source *source, mintu_error *error)
{
    char **items = GDALGetMetadata(source->layer, NULL);
    mintu_status status = MINTU_STATUS_OK;
    for (int i = 0; items && items[i] && status == MINTU_STATUS_OK; i++) {
        const char *equals = strchr(items[i], '=');
        /* The driver's own columns of gpkg_contents. */
        if (!equals || strncmp(items[i], "IDENTIFIER=", 11) == 0 || strncmp(items[i], "DESCRIPTION=", 12) == 0)
            continue;
        char *key = mintu_text_copy_n(items[i], (size_t)(equals - items[i]));
        status = key ? mintu_file_note_set(layer, key, equals + 1, error) : mintu_fail_memory(error, "reading a layer");
        free(key);
    }
    return status;
}

mintu_status mintu_notes_read(mintu_layer *layer, const mintu_source *source, mintu_error *error)
{
    return strcmp(source->driver, "GPKG") == 0 ? read_metadata(layer, source, error) : MINTU_STATUS_OK;
}
