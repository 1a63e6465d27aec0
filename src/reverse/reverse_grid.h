/* Which polygon holds a point: cells that lie in one polygon answer at once, the others test the few polygons that they touch. */
#ifndef REVERSE_REVERSE_GRID_H
#define REVERSE_REVERSE_GRID_H

#include "reverse/reverse_edges.h"

typedef struct mintu_grid {
    mintu_edges edges;
    uint32_t *cells; /* row + 1 of the polygon that a cell lies in, 0 for none, else MINTU_GRID_BORDER and where its list is */
    uint32_t *lists; /* of cells on borders: number of rows, what the cell is if none of them holds the point, the rows */
    size_t list_size, list_room;
} mintu_grid;

#define MINTU_GRID_BORDER 0x80000000u

/* Indexes the polygons of a layer, which must be valid. *out must be freed, also after a failure. */
mintu_status mintu_grid_build(const mintu_layer *polygons, mintu_error *error, mintu_grid *out);
void mintu_grid_free(mintu_grid *grid);

/* Row + 1 of a point in a cell on a border. */
uint32_t mintu_grid_border(const mintu_grid *grid, uint32_t cell, double lon, double lat);

/* Row + 1 of the first polygon that holds the point or has it on its border, 0 when there is none or it is no position. */
static inline uint32_t mintu_grid_find(const mintu_grid *grid, double lon, double lat)
{
    const mintu_raster *raster = &grid->edges.raster;
    double column = (lon - raster->west) * raster->per_lon, band = (lat - raster->south) * raster->per_lat;
    if (!(column >= 0 && band >= 0 && column < raster->columns && band < raster->bands))
        return 0;
    uint32_t cell = grid->cells[(size_t)(uint32_t)band * raster->columns + (uint32_t)column];
    return cell & MINTU_GRID_BORDER ? mintu_grid_border(grid, cell, lon, lat) : cell;
}

#endif
