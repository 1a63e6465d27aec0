#include "expression/outline_read.h"

#include "base/context.h"
#include "expression/eval_outline.h"
#include "gdal/layer_load.h"
#include "layer/read_limits.h"

#include <string.h>

static mintu_status keep_row(mintu_pool *pool, const mintu_layer *layer, size_t row, mintu_error *error, mintu_outlines *out)
{
    mintu_shape shape = {0}, *kept = &out->items[out->count];
    mintu_status status = mintu_layer_shape(layer, row, &shape, error);
    if (status == MINTU_STATUS_OK && shape.part_count) {
        if (!mintu_outline_make_room(pool, kept, shape.part_count, shape.vertex_count))
            status = mintu_fail_memory(error, "reading GeoJSON");
        kept->type = shape.type;
        if (status == MINTU_STATUS_OK)
            mintu_outline_add(kept, &shape);
        out->count++;
    }
    mintu_shape_free(&shape);
    return status;
}

/* Reading computes nothing, so that the context has no handles of GEOS and PROJ. */
mintu_status mintu_outlines_read(mintu_pool *pool, const mintu_outline_text *given, mintu_error *error, mintu_outlines *out)
{
    mintu_context context = {.notice = given->notice, .notice_user = given->user, .limits = mintu_limits_usual};
    const mintu_geojson_text text = {
        .text = given->text, .size = strlen(given->text), .source = given->name, .name = given->name, .turns = true};
    mintu_layer *layer = NULL;
    mintu_status status = mintu_layer_parse_part(&context, &text, error, &layer);
    *out = (mintu_outlines){0};
    if (status == MINTU_STATUS_OK && !(out->items = mintu_pool_take(pool, (mintu_layer_count(layer) + 1) * sizeof *out->items)))
        status = mintu_fail_memory(error, "reading GeoJSON");
    for (size_t row = 0; row < mintu_layer_count(layer) && status == MINTU_STATUS_OK; row++)
        status = keep_row(pool, layer, row, error, out);
    mintu_layer_free(layer);
    return status;
}
