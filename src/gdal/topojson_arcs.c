#include "gdal/topojson_arcs.h"

#include "format/json.h"
#include "layer/read_limits.h"

#include <stdlib.h>

/* Positions of all arcs that the value names, each as often as it is named. */
static double count_named(const json_t *value, const json_t *arcs)
{
    double count = 0;
    size_t at;
    json_t *part;
    if (json_is_integer(value)) {
        json_int_t index = json_integer_value(value);
        return 1 + (double)json_array_size(json_array_get(arcs, (size_t)(index < 0 ? -1 - index : index)));
    }
    json_array_foreach(value, at, part) count += count_named(part, arcs);
    return count;
}

static double count_positions(json_t *value, const json_t *arcs)
{
    double count = 0;
    size_t at;
    const char *key;
    json_t *part;
    json_array_foreach(value, at, part) count += count_positions(part, arcs);
    json_object_foreach(value, key, part) count +=
        strcmp(key, "arcs") == 0 ? count_named(part, arcs) : count_positions(part, arcs);
    return count;
}

static mintu_status check(const mintu_source *source, const char *text, size_t size, mintu_error *error)
{
    json_t *topology;
    mintu_status status = mintu_json_parse(text, size, source->path, error, &topology);
    if (status != MINTU_STATUS_OK)
        return status;
    double positions = count_positions(json_object_get(topology, "objects"), json_object_get(topology, "arcs"));
    json_decref(topology);
    return positions <= (double)source->limits->positions
               ? MINTU_STATUS_OK
               : mintu_fail_limit(error, source->path, source->limits->positions, "positions when its arcs are put in",
                                  "save it as GeoPackage, or split it");
}

mintu_status mintu_topology_check(const mintu_source *source, mintu_error *error)
{
    size_t most = source->limits->topology;
    char *text = malloc(most + 1);
    size_t size = text ? mintu_gdal_head(source->opened, text, most + 1) : 0;
    mintu_status status = MINTU_STATUS_OK;
    if (!text)
        status = mintu_fail_memory(error, "reading a layer");
    else if (size > most)
        status = mintu_fail_limit(error, source->path, most, "bytes of TopoJSON", "save it as GeoPackage, or split it");
    else if (size)
        status = check(source, text, size, error);
    free(text);
    return status;
}
