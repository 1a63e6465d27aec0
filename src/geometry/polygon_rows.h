/* The polygons of a layer in GEOS, by row. For this room only. */
#ifndef GEOMETRY_POLYGON_ROWS_H
#define GEOMETRY_POLYGON_ROWS_H

#include "geometry/geos.h"

typedef struct mintu_polygon_rows {
    GEOSGeometry **geometries; /* never NULL inside; an empty collection where a row has no polygon */
    size_t count;
} mintu_polygon_rows;

/* Reads all rows; a row of points or lines is MINTU_STATUS_INPUT. With @p repair invalid polygons are made valid: rings are
 * united, holes taken out, spikes and lines dropped. */
mintu_status mintu_polygon_rows_read(mintu_context *context, const mintu_layer *layer, bool repair, mintu_error *error,
                                     mintu_polygon_rows *out);
void mintu_polygon_rows_free(mintu_context *context, mintu_polygon_rows *rows);

/* The polygons of a collection. *out is empty after a failure. */
mintu_status mintu_polygon_rows_split(mintu_context *context, const GEOSGeometry *all, mintu_error *error,
                                      mintu_polygon_rows *out);

/* A valid form of a polygon; NULL when GEOS failed. */
GEOSGeometry *mintu_polygon_repair(mintu_context *context, const GEOSGeometry *polygon);

/* Geodesic area in square kilometres of the polygons in a geometry. */
mintu_status mintu_polygon_area(mintu_context *context, const GEOSGeometry *geometry, mintu_error *error, double *km2);

/* A search tree over the rows' bounds; its items are pointers into rows->geometries. NULL when GEOS failed. */
GEOSSTRtree *mintu_polygon_rows_tree(mintu_context *context, const mintu_polygon_rows *rows);

/* What is behind a locator (locator.h): the rows, each prepared, and their tree. */
struct mintu_locator {
    mintu_context *context;
    mintu_polygon_rows rows;
    const GEOSPreparedGeometry **prepared;
    GEOSSTRtree *tree;
};

#endif
