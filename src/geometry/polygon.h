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

typedef enum mintu_border_kind {
    MINTU_BORDER_KIND_INNER = 0, /* what two polygons share */
    MINTU_BORDER_KIND_OUTER,     /* the rest, where a neighbour is beyond it */
    MINTU_BORDER_KIND_COAST      /* the rest, where there is none */
} mintu_border_kind;

/* What tells border from coast; inner borders need neither. */
typedef struct mintu_border_rule {
    const char *name; /* of the layer to make */
    mintu_border_kind kind;
    const mintu_layer *land;       /* what is not on it is coast */
    const mintu_layer *neighbours; /* polygons beyond; a border is at most @ref reach degrees from them */
    double reach;
} mintu_border_rule;

/* Point in polygon over a layer, prepared once. Borrowed: the layer must outlive it. */
typedef struct mintu_locator mintu_locator;

#endif
