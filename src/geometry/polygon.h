/* Polygon work on layers through GEOS: coverages, clipping, dissolving, cells, point in polygon. */
#ifndef GEOMETRY_POLYGON_H
#define GEOMETRY_POLYGON_H

#include "layer/shape.h"

/* How far a coverage is from being one. Areas in square kilometres, geodesic. */
typedef struct mintu_coverage_report {
    size_t invalid;       /* polygons that are not valid */
    size_t first_invalid; /* row of the first of them */
    char reason[128];     /* GEOS's reason for the first of them */
    double overlap_km2;   /* total area that neighbours share */
    double area_km2;      /* of all polygons together, shared area once */
} mintu_coverage_report;

/* Measures a polygon layer without changing it. */
mintu_status mintu_polygon_report(mintu_context *context, const mintu_layer *layer, mintu_coverage_report *out,
                                  mintu_error *error);

/* Makes a coverage of polygons that should be one: all borders are noded together, each face goes to the polygon that covers
 * it (where several do, to the one with the longest border to the face; enclosed gaps likewise), then faces are dissolved.
 * Neighbours then share borders to the last vertex. */
mintu_status mintu_polygon_coverage(mintu_context *context, mintu_layer *layer, mintu_error *error);

/* Cuts every polygon to the union of @p land; features that vanish keep an empty geometry. */
mintu_status mintu_polygon_clip(mintu_context *context, mintu_layer *layer, const mintu_layer *land, mintu_error *error);

/* Grows every polygon by a distance in degrees to all sides. */
mintu_status mintu_polygon_dilate(mintu_context *context, mintu_layer *layer, double degrees, mintu_error *error);

/* A new layer with one feature per distinct value of the text field @p field, polygons united, with that field only. */
mintu_status mintu_polygon_dissolve(mintu_context *context, const mintu_layer *layer, const char *field, mintu_error *error,
                                    mintu_layer **out);

/* Voronoi cells of a point layer, clipped to the polygons of @p outline, with all fields of the points. */
mintu_status mintu_polygon_cells(mintu_context *context, const mintu_layer *points, const mintu_layer *outline,
                                 mintu_error *error, mintu_layer **out);

typedef enum mintu_border_kind {
    MINTU_BORDER_KIND_INNER = 0, /* what two polygons share */
    MINTU_BORDER_KIND_OUTER,     /* the rest, where a neighbour is beyond it */
    MINTU_BORDER_KIND_COAST      /* the rest, where there is none */
} mintu_border_kind;

/* What tells border from coast; inner borders need neither. */
typedef struct mintu_border_rule {
    const char *name;              /* of the layer to make */
    mintu_border_kind kind;
    const mintu_layer *land;       /* what is not on it is coast */
    const mintu_layer *neighbours; /* polygons beyond; a border is at most @ref reach degrees from them */
    double reach;
} mintu_border_rule;

/* The borders of a coverage as lines, each stretch once, so that dashes fall together and coasts are not drawn as borders. */
mintu_status mintu_polygon_borders(mintu_context *context, const mintu_layer *polygons, const mintu_border_rule *rule,
                                   mintu_error *error, mintu_layer **out);

/* Point in polygon over a layer, prepared once. Borrowed: the layer must outlive it. */
typedef struct mintu_locator mintu_locator;
mintu_status mintu_locator_new(mintu_context *context, const mintu_layer *polygons, mintu_error *error, mintu_locator **out);
void mintu_locator_free(mintu_locator *locator);

/* Row of the polygon that holds the point in degrees, or -1; of two neighbours that touch at it, the first row. */
mintu_status mintu_locator_find(mintu_locator *locator, double lon, double lat, long *row, mintu_error *error);

#endif
