#include "layer/layer_notes.h"

#include "base/array.h"
#include "format/json.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A note that cannot stand is left out rather than making a foreign file unreadable. */
static mintu_status set_note(mintu_layer *layer, const char *key, const char *value, mintu_error *error)
{
    mintu_status status = mintu_layer_note_set(layer, key, value, error);
    return status == MINTU_STATUS_USAGE ? MINTU_STATUS_OK : status;
}

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
        status = key ? set_note(layer, key, equals + 1, error) : mintu_fail_memory(error, "reading a layer");
        free(key);
    }
    return status;
}

/* The members before "features" in the first bytes of the file, closed to an object of their own; NULL when there are none. */
static mintu_status read_head(const char *path, mintu_error *error, json_t **out)
{
    enum { HEAD = 65536 };
    char *head = calloc(1, HEAD + 2);
    *out = NULL;
    if (!head)
        return mintu_fail_memory(error, "reading a layer");
    VSILFILE *file = VSIFOpenL(path, "rb");
    if (file) {
        head[VSIFReadL(head, 1, HEAD, file)] = '\0';
        VSIFCloseL(file);
        char *end = strstr(head, "\"features\"");
        while (end && end > head && (end[-1] == ' ' || end[-1] == '\n' || end[-1] == '\r' || end[-1] == '\t'))
            end--;
        if (end && end > head && end[-1] == ',') {
            memcpy(end - 1, "}", 2);
            *out = json_loads(head + mintu_json_mark(head, strlen(head)), 0, NULL);
        }
    }
    free(head);
    return MINTU_STATUS_OK;
}

static mintu_status read_members(mintu_layer *layer, const mintu_source *source, mintu_error *error)
{
    json_t *members, *value;
    const char *key;
    mintu_status status = read_head(source->opened, error, &members);
    json_object_foreach(members, key, value)
    {
        if (status == MINTU_STATUS_OK && json_is_string(value))
            status = set_note(layer, key, json_string_value(value), error);
    }
    json_decref(members);
    return status;
}

mintu_status mintu_notes_read(mintu_layer *layer, const mintu_source *source, mintu_error *error)
{
    if (strcmp(source->driver, "GPKG") == 0)
        return read_metadata(layer, source, error);
    if (strcmp(source->driver, "GeoJSON") == 0)
        return read_members(layer, source, error);
    return MINTU_STATUS_OK;
}
