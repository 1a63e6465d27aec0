#include "reverse/reverse_grid.h"

#include "base/array.h"
#include "base/error.h"

#include <math.h>
#include <stdlib.h>

static const char doing[] = N_("indexing polygons");

/* One polygon that touches a cell; those of a cell are chained, the last one first. */
typedef struct touch {
    uint32_t row, next; /* next: index + 1 */
} touch;

typedef struct builder {
    mintu_grid *grid;
    uint32_t *heads; /* index + 1 of a cell's last touch */
    touch *touches;
    size_t count, room;
    bool failed;
} builder;

static bool touched_by(const builder *b, size_t cell, uint32_t row)
{
    return b->heads[cell] && b->touches[b->heads[cell] - 1].row == row;
}

/* A cell that lies in an earlier polygon has its answer already. */
static void touch_cells(builder *b, uint32_t row, uint32_t band, const uint32_t columns[2])
{
    for (uint32_t column = columns[0]; column <= columns[1]; column++) {
        size_t cell = (size_t)band * b->grid->edges.raster.columns + column;
        if (b->grid->cells[cell] || touched_by(b, cell, row))
            continue;
        if (!MINTU_ARRAY_RESERVE(b->touches, b->room, b->count + 1)) {
            b->failed = true;
            return;
        }
        b->touches[b->count] = (touch){row, b->heads[cell]};
        b->heads[cell] = (uint32_t)++b->count;
    }
}

/* Where the edge that begins at a vertex is in a band: x from the band's two edges, widened against rounding, and never beyond its own ends. */
static void columns_in_band(const mintu_raster *raster, const double *a, uint32_t band, uint32_t columns[2])
{
    const double *b = a + 2;
    double low = fmin(a[0], b[0]), high = fmax(a[0], b[0]);
    double slope = (b[0] - a[0]) / (b[1] - a[1]), pad = 1e-9 + 1e-12 * (high - low);
    double x1 = a[0] + (raster->south + band / raster->per_lat - a[1]) * slope;
    double x2 = a[0] + (raster->south + (band + 1) / raster->per_lat - a[1]) * slope;
    pad += fabs(slope) * 1e-9;
    columns[0] = mintu_raster_column(raster, fmax(low, fmin(x1, x2) - pad));
    columns[1] = mintu_raster_column(raster, fmin(high, fmax(x1, x2) + pad));
}

static void touch_edge(builder *b, uint32_t row, const double *a)
{
    const mintu_raster *raster = &b->grid->edges.raster;
    const double *end = a + 2;
    uint32_t low = mintu_raster_band(raster, fmin(a[1], end[1])), high = mintu_raster_band(raster, fmax(a[1], end[1]));
    uint32_t whole[2] = {mintu_raster_column(raster, fmin(a[0], end[0])), mintu_raster_column(raster, fmax(a[0], end[0]))};
    for (uint32_t band = low; band <= high; band++) {
        uint32_t columns[2] = {whole[0], whole[1]};
        if (low < high && whole[0] < whole[1])
            columns_in_band(raster, a, band, columns);
        touch_cells(b, row, band, columns);
    }
}

/* Cells between two borders lie wholly inside or outside, so that one test holds for all up to the next border. */
static void fill_band(builder *b, uint32_t row, uint32_t band)
{
    const mintu_edges *edges = &b->grid->edges;
    const mintu_raster *raster = &edges->raster;
    uint32_t east = mintu_raster_column(raster, edges->bounds[row][2]);
    bool known = false, inside = false;
    for (uint32_t column = mintu_raster_column(raster, edges->bounds[row][0]); column <= east; column++) {
        size_t cell = (size_t)band * raster->columns + column;
        bool border = touched_by(b, cell, row);
        if (b->grid->cells[cell] || border) {
            known = known && !border && b->grid->cells[cell] == 0;
            continue;
        }
        if (!known)
            inside = mintu_edges_hold(edges, row, raster->west + (column + 0.5) / raster->per_lon,
                                      raster->south + (band + 0.5) / raster->per_lat);
        known = true;
        if (inside)
            b->grid->cells[cell] = row + 1;
    }
}

static void add_row(builder *b, uint32_t row)
{
    const mintu_edges *edges = &b->grid->edges;
    const double *bounds = edges->bounds[row];
    if (!(bounds[0] <= bounds[2]))
        return;
    for (uint32_t v = edges->row_start[row]; v < edges->row_start[row + 1] && !b->failed; v++)
        if (!edges->last[v])
            touch_edge(b, row, edges->rings.xy + 2 * (size_t)v);
    uint32_t north = mintu_raster_band(&edges->raster, bounds[3]);
    for (uint32_t band = mintu_raster_band(&edges->raster, bounds[1]); band <= north && !b->failed; band++)
        fill_band(b, row, band);
}

/* Writes a cell's list, the first row first: it is the one that answers where polygons overlap. */
static bool list_cell(builder *b, size_t cell)
{
    mintu_grid *grid = b->grid;
    uint32_t count = 0;
    for (uint32_t at = b->heads[cell]; at; at = b->touches[at - 1].next)
        count++;
    if (!MINTU_ARRAY_RESERVE(grid->lists, grid->list_room, grid->list_size + count + 2) ||
        grid->list_size + count >= MINTU_GRID_BORDER)
        return false;
    uint32_t *list = grid->lists + grid->list_size;
    list[0] = count;
    list[1] = grid->cells[cell];
    for (uint32_t at = b->heads[cell], place = count; at; at = b->touches[at - 1].next)
        list[1 + place--] = b->touches[at - 1].row;
    grid->cells[cell] = MINTU_GRID_BORDER | (uint32_t)grid->list_size;
    grid->list_size += count + 2;
    return true;
}

static bool build(builder *b)
{
    mintu_grid *grid = b->grid;
    size_t count = (size_t)grid->edges.raster.columns * grid->edges.raster.bands;
    grid->cells = calloc(count + 1, sizeof *grid->cells);
    b->heads = calloc(count + 1, sizeof *b->heads);
    if (!grid->cells || !b->heads)
        return false;
    for (uint32_t row = 0; row < grid->edges.row_count && !b->failed; row++)
        add_row(b, row);
    for (size_t cell = 0; cell < count && !b->failed; cell++)
        if (b->heads[cell])
            b->failed = !list_cell(b, cell);
    return !b->failed;
}

mintu_status mintu_grid_build(const mintu_layer *polygons, mintu_error *error, mintu_grid *out)
{
    *out = (mintu_grid){0};
    mintu_status status = mintu_edges_build(polygons, error, &out->edges);
    builder b = {.grid = out};
    if (status == MINTU_STATUS_OK && !build(&b))
        status = mintu_fail_memory(error, doing);
    free(b.heads);
    free(b.touches);
    return status;
}

void mintu_grid_free(mintu_grid *grid)
{
    mintu_edges_free(&grid->edges);
    free(grid->cells);
    free(grid->lists);
    *grid = (mintu_grid){0};
}

uint32_t mintu_grid_border(const mintu_grid *grid, uint32_t cell, double lon, double lat)
{
    const uint32_t *list = grid->lists + (cell & ~MINTU_GRID_BORDER);
    for (uint32_t i = 0; i < list[0]; i++)
        if (mintu_edges_hold(&grid->edges, list[2 + i], lon, lat))
            return list[2 + i] + 1;
    return list[1];
}
