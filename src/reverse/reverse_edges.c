#include "reverse/reverse_edges.h"

#include "base/error.h"
#include "geometry/ray.h"

#include <math.h>
#include <stdlib.h>

/* More cells make fewer of them border cells; beyond a million the table outgrows the caches. */
static const double CELLS_MIN = 1 << 12, CELLS_MAX = 1 << 20, CELLS_PER_VERTEX = 4;

static const char doing[] = N_("indexing polygons");

/* False when a vertex is no position. */
static bool measure_row(mintu_edges *edges, size_t row)
{
    double *bounds = edges->bounds[row];
    bool good = true;
    bounds[0] = bounds[1] = INFINITY;
    bounds[2] = bounds[3] = -INFINITY;
    for (size_t v = edges->row_start[row]; v < edges->rings.vertex_count; v++) {
        good = good && isfinite(edges->rings.xy[2 * v]) && isfinite(edges->rings.xy[2 * v + 1]);
        bounds[0] = fmin(bounds[0], edges->rings.xy[2 * v]);
        bounds[1] = fmin(bounds[1], edges->rings.xy[2 * v + 1]);
        bounds[2] = fmax(bounds[2], edges->rings.xy[2 * v]);
        bounds[3] = fmax(bounds[3], edges->rings.xy[2 * v + 1]);
    }
    return good;
}

static mintu_status read_rows(const mintu_layer *polygons, mintu_edges *edges, mintu_error *error)
{
    mintu_shape *rings = &edges->rings;
    mintu_status status = MINTU_STATUS_OK;
    for (size_t row = 0; row < edges->row_count && status == MINTU_STATUS_OK; row++) {
        size_t before = rings->part_count;
        edges->row_start[row] = (uint32_t)rings->vertex_count;
        status = mintu_layer_shape_add(polygons, row, rings, error);
        if (rings->type != MINTU_GEOMETRY_TYPE_POLYGON) { /* it is left out */
            rings->part_count = before;
            rings->vertex_count = edges->row_start[row];
        }
        if (status == MINTU_STATUS_OK && rings->vertex_count > UINT32_MAX / 4)
            status =
                mintu_fail(error, MINTU_STATUS_UNSUPPORTED,
                           "%s: more than 1,073,741,823 vertices; expected fewer; simplify the polygons", mintu_message(doing));
        if (status == MINTU_STATUS_OK && !measure_row(edges, row))
            status = mintu_fail(error, MINTU_STATUS_INPUT, "%s: row %zu has a vertex that is no position; expected degrees",
                                mintu_message(doing), row + 1);
    }
    edges->row_start[edges->row_count] = (uint32_t)rings->vertex_count;
    return status;
}

static bool mark_last(mintu_edges *edges)
{
    const size_t *starts = edges->rings.starts;
    edges->last = calloc(edges->rings.vertex_count + 1, 1);
    for (size_t ring = 0; ring < edges->rings.part_count && edges->last; ring++)
        if (starts[ring + 1] > starts[ring])
            edges->last[starts[ring + 1] - 1] = 1;
    return edges->last;
}

/* Cells about as high as they are wide in degrees. The margin keeps the easternmost and northernmost vertex inside. */
static void lay_raster(mintu_edges *edges)
{
    double cells = fmin(fmax((double)edges->rings.vertex_count * CELLS_PER_VERTEX, CELLS_MIN), CELLS_MAX);
    double bounds[4] = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (size_t row = 0; row < edges->row_count; row++)
        for (int side = 0; side < 4; side++)
            bounds[side] =
                side < 2 ? fmin(bounds[side], edges->bounds[row][side]) : fmax(bounds[side], edges->bounds[row][side]);
    if (!(bounds[0] <= bounds[2]))
        bounds[0] = bounds[1] = bounds[2] = bounds[3] = 0;
    double width = bounds[2] - bounds[0] + 1e-6, height = bounds[3] - bounds[1] + 1e-6;
    double columns = fmin(fmax(round(sqrt(cells * width / height)), 1), cells);
    mintu_raster *raster = &edges->raster;
    raster->columns = (uint32_t)columns;
    raster->bands = (uint32_t)fmax(round(cells / columns), 1);
    raster->west = bounds[0] - 5e-7;
    raster->south = bounds[1] - 5e-7;
    raster->per_lon = raster->columns / (width + 5e-7);
    raster->per_lat = raster->bands / (height + 5e-7);
}

static uint32_t first_band(const mintu_edges *edges, uint32_t row)
{
    return mintu_raster_band(&edges->raster, edges->bounds[row][1]);
}

static void edge_bands(const mintu_edges *edges, size_t vertex, uint32_t *low, uint32_t *high)
{
    double y1 = edges->rings.xy[2 * vertex + 1], y2 = edges->rings.xy[2 * vertex + 3];
    *low = mintu_raster_band(&edges->raster, fmin(y1, y2));
    *high = mintu_raster_band(&edges->raster, fmax(y1, y2));
}

/* Counts a row's edges by band, or with @p fill puts them in. band_start[b + 1] counts and then is where band b is filled. */
static void sort_row(mintu_edges *edges, uint32_t row, bool fill)
{
    if (edges->row_start[row] == edges->row_start[row + 1])
        return;
    uint32_t *start = edges->band_start + edges->row_bands[row] + 1, base = first_band(edges, row), low, high;
    for (uint32_t v = edges->row_start[row]; v < edges->row_start[row + 1]; v++) {
        if (edges->last[v])
            continue;
        edge_bands(edges, v, &low, &high);
        for (uint32_t band = low; band <= high; band++) {
            if (fill)
                edges->edges[start[band - base]] = v;
            start[band - base]++;
        }
    }
}

static bool count_bands(mintu_edges *edges, size_t *total)
{
    size_t bands = 0;
    edges->row_bands = calloc((size_t)edges->row_count + 1, sizeof *edges->row_bands);
    if (!edges->row_bands)
        return false;
    for (uint32_t row = 0; row < edges->row_count; row++) {
        const double *bounds = edges->bounds[row];
        edges->row_bands[row] = bands;
        if (bounds[0] <= bounds[2])
            bands += mintu_raster_band(&edges->raster, bounds[3]) - first_band(edges, row) + 1;
    }
    edges->row_bands[edges->row_count] = bands;
    *total = bands;
    return true;
}

/* Counting sort: count, sum up, fill. The sums stand one place ahead, so that filling leaves every start where it belongs. */
static bool sort_edges(mintu_edges *edges)
{
    size_t bands, sum = 0;
    if (!count_bands(edges, &bands))
        return false;
    edges->band_start = calloc(bands + 2, sizeof *edges->band_start);
    if (!edges->band_start)
        return false;
    for (uint32_t row = 0; row < edges->row_count; row++)
        sort_row(edges, row, false);
    for (size_t i = 1; i <= bands; i++) {
        size_t count = edges->band_start[i];
        edges->band_start[i] = (uint32_t)sum;
        sum += count;
    }
    edges->edges = malloc((sum + 1) * sizeof *edges->edges);
    if (!edges->edges || sum > UINT32_MAX)
        return false;
    for (uint32_t row = 0; row < edges->row_count; row++)
        sort_row(edges, row, true);
    return true;
}

mintu_status mintu_edges_build(const mintu_layer *polygons, mintu_error *error, mintu_edges *out)
{
    *out = (mintu_edges){0};
    size_t rows = mintu_layer_count(polygons);
    if (rows >= UINT32_MAX / 4)
        return mintu_fail(error, MINTU_STATUS_UNSUPPORTED, "%s: %zu polygons; expected fewer than a billion",
                          mintu_message(doing), rows);
    out->row_count = (uint32_t)rows;
    out->row_start = calloc(rows + 1, sizeof *out->row_start);
    out->bounds = calloc(rows + 1, sizeof *out->bounds);
    if (!out->row_start || !out->bounds)
        return mintu_fail_memory(error, doing);
    mintu_status status = read_rows(polygons, out, error);
    if (status != MINTU_STATUS_OK)
        return status;
    lay_raster(out);
    return mark_last(out) && sort_edges(out) ? MINTU_STATUS_OK : mintu_fail_memory(error, doing);
}

void mintu_edges_free(mintu_edges *edges)
{
    mintu_shape_free(&edges->rings);
    free(edges->row_start);
    free(edges->last);
    free(edges->bounds);
    free(edges->edges);
    free(edges->band_start);
    free(edges->row_bands);
    *edges = (mintu_edges){0};
}

bool mintu_edges_hold(const mintu_edges *edges, uint32_t row, double lon, double lat)
{
    const double *bounds = edges->bounds[row], at[2] = {lon, lat};
    if (!(lon >= bounds[0] && lat >= bounds[1] && lon <= bounds[2] && lat <= bounds[3]))
        return false;
    const uint32_t *start =
        edges->band_start + edges->row_bands[row] + (mintu_raster_band(&edges->raster, lat) - first_band(edges, row));
    bool inside = false;
    for (uint32_t i = start[0]; i < start[1]; i++) {
        const double *a = edges->rings.xy + 2 * (size_t)edges->edges[i], *b = a + 2;
        bool above = a[1] > lat, rising = !above;
        if (above == (b[1] > lat)) { /* no crossing; a vertex or a level edge may still hold the point */
            bool level = a[1] == lat && b[1] == lat && lon >= fmin(a[0], b[0]) && lon <= fmax(a[0], b[0]);
            if (level || (b[0] == lon && b[1] == lat))
                return true;
            continue;
        }
        if (a[0] < lon && b[0] < lon)
            continue;
        int side = mintu_side_of(a, b, at);
        if (side == 0)
            return true;
        inside ^= (side > 0) == rising;
    }
    return inside;
}
