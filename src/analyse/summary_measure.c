#include "analyse/summary_measure.h"

#include "base/error.h"
#include "base/textmap.h"
#include "geometry/measure.h"

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

/* One place. */
typedef struct spot {
    double lon, lat;
    size_t row;
} spot;

static int by_latitude(const void *a, const void *b)
{
    double x = ((const spot *)a)->lat, y = ((const spot *)b)->lat;
    return (x > y) - (x < y);
}

/* Places in the order of latitudes; those without a point are left out, but counted. */
static mintu_status find_spots(mintu_context *context, const mintu_layer *layer, mintu_error *error, spot *spots, size_t *count,
                               size_t *places)
{
    mintu_textmap seen = {0};
    mintu_status status = MINTU_STATUS_OK;
    int code = mintu_layer_field_find(layer, "code");
    if (code >= 0 && mintu_layer_field_type(layer, (size_t)code) != MINTU_FIELD_TYPE_TEXT)
        code = -1;
    *count = *places = 0;
    for (size_t row = 0; row < mintu_layer_count(layer) && status == MINTU_STATUS_OK; row++) {
        const char *text = code < 0 ? "" : mintu_layer_text(layer, row, (size_t)code);
        double lonlat[2];
        bool found;
        if (text[0] && mintu_textmap_get(&seen, text, &(size_t){0}))
            continue;
        if (text[0] && !mintu_textmap_set(&seen, text, row))
            status = mintu_fail_memory(error, "measuring distances between places");
        *places += code >= 0;
        if (status == MINTU_STATUS_OK)
            status = mintu_layer_point(context, layer, row, lonlat, &found, error);
        if (status == MINTU_STATUS_OK && found)
            spots[(*count)++] = (spot){lonlat[0], lonlat[1], row};
    }
    mintu_textmap_free(&seen);
    return status;
}

/* No two points are nearer than the arc of the meridian between their latitudes, which is at least 110.57 km a degree. */
static double nearest(const spot *spots, size_t count, size_t at)
{
    const double degree = 110.57;
    double best = INFINITY;
    for (int step = -1; step <= 1; step += 2)
        for (size_t i = at + (size_t)step; i < count; i += (size_t)step) {
            if (fabs(spots[i].lat - spots[at].lat) * degree > best)
                break;
            double km = mintu_geodesic_distance(spots[at].lon, spots[at].lat, spots[i].lon, spots[i].lat) / 1000;
            best = km < best ? km : best;
        }
    return isinf(best) ? (double)NAN : best;
}

mintu_status mintu_summary_neighbours(mintu_context *context, const mintu_layer *layer, mintu_error *error, double *out,
                                      size_t *places)
{
    size_t rows = mintu_layer_count(layer), count = 0;
    spot *spots = calloc(rows + 1, sizeof *spots);
    mintu_status status = spots ? find_spots(context, layer, error, spots, &count, places)
                                : mintu_fail_memory(error, "measuring distances between places");
    for (size_t row = 0; row < rows; row++)
        out[row] = (double)NAN;
    if (status == MINTU_STATUS_OK) {
        qsort(spots, count, sizeof *spots, by_latitude);
        for (size_t i = 0; i < count; i++)
            out[spots[i].row] = nearest(spots, count, i);
    }
    free(spots);
    return status;
}
