/* Edges of polygons in horizontal bands, and the exact test of one point against one polygon. */
#ifndef REVERSE_REVERSE_EDGES_H
#define REVERSE_REVERSE_EDGES_H

#include "layer/shape.h"

/* Where cells lie: cell (i, j) holds the x and y for which mintu_raster_cell() says so. */
typedef struct mintu_raster {
    double west, south;      /* degrees */
    double per_lon, per_lat; /* cells in a degree */
    uint32_t columns, bands;
} mintu_raster;

/* Column or band of a coordinate inside. Rounding is the same for edges and points and never turns their order around, which is
 * all that exactness needs. */
static inline uint32_t mintu_raster_column(const mintu_raster *raster, double lon)
{
    return (uint32_t)((lon - raster->west) * raster->per_lon);
}

static inline uint32_t mintu_raster_band(const mintu_raster *raster, double lat)
{
    return (uint32_t)((lat - raster->south) * raster->per_lat);
}

/* Polygons of a layer by row. An edge goes from a vertex to the next one. */
typedef struct mintu_edges {
    mintu_raster raster;
    uint32_t row_count;
    mintu_shape rings;    /* of all rows, row after row */
    uint32_t *row_start;  /* first vertex of each row, and one more */
    unsigned char *last;  /* 1 for the last vertex of a ring, where no edge begins */
    double (*bounds)[4];  /* of each row: west, south, east, north; west above east for an empty row */
    uint32_t *edges;      /* first vertices of edges, by row and band; one that crosses bands stands in each */
    uint32_t *band_start; /* by row and band, into edges */
    size_t *row_bands;    /* where a row's bands begin in band_start */
} mintu_edges;

/* Reads the polygons, which must be valid, and lays a raster over them that is the finer the more vertices they have. *out must
 * be freed, also after a failure. */
mintu_status mintu_edges_build(const mintu_layer *polygons, mintu_error *error, mintu_edges *out);
void mintu_edges_free(mintu_edges *edges);

/* True when the polygon of a row holds the point or has it on its border. */
bool mintu_edges_hold(const mintu_edges *edges, uint32_t row, double lon, double lat);

#endif
