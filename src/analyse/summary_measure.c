#include "analyse/summary_measure.h"

#include "base/error.h"
#include "base/textmap.h"
#include "geometry/measure.h"
#include "geometry/neighbours.h"

#include <math.h>
#include <stdlib.h>

mintu_status mintu_summary_length(const mintu_layer *layer, size_t row, mintu_error *error, double *km)
{
    mintu_shape shape = {0};
    mintu_status status = mintu_layer_shape(layer, row, &shape, error);
    *km = shape.type == MINTU_GEOMETRY_TYPE_LINE ? 0 : (double)NAN;
    if (shape.type == MINTU_GEOMETRY_TYPE_LINE)
        for (size_t part = 0; part < shape.part_count; part++)
            for (size_t i = shape.starts[part] + 1; i < shape.starts[part + 1]; i++) {
                const double *from = &shape.xy[2 * i - 2];
                *km += mintu_geodesic_distance(from[0], from[1], from[2], from[3]) / 1000;
            }
    mintu_shape_free(&shape);
    return status;
}

mintu_status mintu_summary_area(const mintu_layer *layer, size_t row, mintu_error *error, double *km2)
{
    mintu_shape shape = {0};
    mintu_status status = mintu_layer_shape(layer, row, &shape, error);
    *km2 = status == MINTU_STATUS_OK ? mintu_shape_area(&shape) / 1e6 : 0;
    mintu_shape_free(&shape);
    return status;
}

/* Places with a point, each once by its code. */
typedef struct spots {
    double *lonlat;
    size_t *rows, count;
} spots;

/* Places without a point are left out, but counted. */
static mintu_status find_spots(mintu_context *context, const mintu_layer *layer, mintu_error *error, spots *out, size_t *places)
{
    mintu_textmap seen = {0};
    mintu_status status = MINTU_STATUS_OK;
    int code = mintu_layer_field_find(layer, "code");
    if (code >= 0 && mintu_layer_field_type(layer, (size_t)code) != MINTU_FIELD_TYPE_TEXT)
        code = -1;
    *places = 0;
    for (size_t row = 0; row < mintu_layer_count(layer) && status == MINTU_STATUS_OK; row++) {
        const char *text = code < 0 ? "" : mintu_layer_text(layer, row, (size_t)code);
        bool found;
        if (text[0] && mintu_textmap_get(&seen, text, &(size_t){0}))
            continue;
        if (text[0] && !mintu_textmap_set(&seen, text, row))
            status = mintu_fail_memory(error, "measuring distances between places");
        *places += code >= 0;
        if (status == MINTU_STATUS_OK)
            status = mintu_layer_point(context, layer, row, out->lonlat + 2 * out->count, &found, error);
        if (status == MINTU_STATUS_OK && found)
            out->rows[out->count++] = row;
    }
    mintu_textmap_free(&seen);
    return status;
}

mintu_status mintu_summary_neighbours(mintu_context *context, const mintu_layer *layer, mintu_error *error, double *out,
                                      size_t *places)
{
    size_t rows = mintu_layer_count(layer);
    spots all = {calloc(rows + 1, 2 * sizeof *all.lonlat), calloc(rows + 1, sizeof *all.rows), 0};
    double *metres = calloc(rows + 1, sizeof *metres);
    mintu_status status = all.lonlat && all.rows && metres ? find_spots(context, layer, error, &all, places)
                                                           : mintu_fail_memory(error, "measuring distances between places");
    for (size_t row = 0; row < rows; row++)
        out[row] = (double)NAN;
    if (status == MINTU_STATUS_OK && !mintu_neighbour_distances(all.lonlat, all.count, metres))
        status = mintu_fail_memory(error, "measuring distances between places");
    for (size_t i = 0; i < all.count && status == MINTU_STATUS_OK; i++)
        out[all.rows[i]] = metres[i] / 1000;
    free(all.lonlat);
    free(all.rows);
    free(metres);
    return status;
}
