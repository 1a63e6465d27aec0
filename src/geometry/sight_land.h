/* The land of a sight in GEOS. For this room only. */
#ifndef GEOMETRY_SIGHT_LAND_H
#define GEOMETRY_SIGHT_LAND_H

#include "geometry/handle.h"
#include "geometry/sight.h"

struct mintu_sight {
    mintu_context *context;
    GEOSGeometry *land;
    GEOSGeometry *barriers; /* that were taken from it; NULL: none */
    const GEOSPreparedGeometry *prepared;
};

#endif
