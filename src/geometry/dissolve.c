#include "geometry/dissolve.h"

#include "base/textmap.h"
#include "geometry/handle.h"
#include "geometry/polygon.h"
#include "geometry/polygon_rows.h"
#include "layer/layer_end.h"

#include <stdlib.h>

/* Rows by group: group_of[row], and the first row of each group. */
typedef struct grouping {
    size_t *group_of, *first;
    size_t count;
} grouping;

/* The keys are the layer's own texts, which stay where they are because the field is a text field. */
static bool group_rows(const mintu_layer *layer, size_t field, grouping *out)
{
    size_t rows = mintu_layer_count(layer);
    mintu_textmap groups = {0};
    *out = (grouping){malloc((rows + 1) * sizeof(size_t)), malloc((rows + 1) * sizeof(size_t)), 0};
    bool good = out->group_of && out->first;
    for (size_t row = 0; row < rows && good; row++) {
        const char *key = mintu_layer_text(layer, row, field);
        if (mintu_textmap_get(&groups, key, &out->group_of[row]))
            continue;
        good = mintu_textmap_set(&groups, key, out->count);
        out->group_of[row] = out->count;
        out->first[out->count++] = row;
    }
    mintu_textmap_free(&groups);
    return good;
}

static mintu_status add_group(mintu_context *context, mintu_polygon_rows *rows, const grouping *groups, size_t group,
                              mintu_layer *out, mintu_error *error)
{
    size_t count = rows->count;
    GEOSGeometry **members = mintu_geos_take(rows->geometries, groups->group_of, group, &count);
    GEOSGeometry *united = mintu_geos_unite(context, members, count);
    mintu_status status = united ? mintu_layer_append(out, error) : mintu_fail_geos(context, error, "dissolving polygons");
    if (status == MINTU_STATUS_OK)
        status = mintu_geos_to_row(context, united, out, group, error);
    GEOSGeom_destroy_r(context->geos, united);
    return status;
}

static mintu_status dissolve(mintu_context *context, const mintu_layer *layer, size_t field, mintu_layer *out,
                             mintu_error *error)
{
    mintu_polygon_rows rows = {0};
    grouping groups;
    mintu_status status = group_rows(layer, field, &groups) ? MINTU_STATUS_OK : mintu_fail_memory(error, "dissolving polygons");
    if (status == MINTU_STATUS_OK)
        status = mintu_polygon_rows_read(context, layer, true, error, &rows);
    for (size_t group = 0; group < groups.count && status == MINTU_STATUS_OK; group++) {
        status = add_group(context, &rows, &groups, group, out, error);
        if (status == MINTU_STATUS_OK)
            status = mintu_layer_text_set(out, group, 0, mintu_layer_text(layer, groups.first[group], field), error);
    }
    mintu_polygon_rows_free(context, &rows);
    free(groups.group_of);
    free(groups.first);
    return status;
}

mintu_status mintu_polygon_dissolve(mintu_context *context, const mintu_layer *layer, const char *field, mintu_error *error,
                                    mintu_layer **out)
{
    int index = mintu_layer_field_find(layer, field);
    *out = NULL;
    if (index < 0 || mintu_layer_field_type(layer, (size_t)index) != MINTU_FIELD_TYPE_TEXT)
        return mintu_fail(error, MINTU_STATUS_USAGE, "dissolving the layer %s: it has no text field %s; name one that it has",
                          mintu_layer_name(layer), field);
    mintu_status status = mintu_layer_new(context, mintu_layer_name(layer), error, out);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_field_add(*out, field, MINTU_FIELD_TYPE_TEXT, error);
    if (status == MINTU_STATUS_OK)
        status = dissolve(context, layer, (size_t)index, *out, error);
    return mintu_layer_end(status, out);
}
