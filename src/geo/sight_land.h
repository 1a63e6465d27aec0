/* The land of a sight in GEOS. For src/geo only. */
#ifndef GEO_SIGHT_LAND_H
#define GEO_SIGHT_LAND_H

#include "geo/handle.h"
#include "geo/sight.h"

struct mintu_sight {
    mintu_context *context;
    GEOSGeometry *land;
    GEOSGeometry *barriers; /* that were taken from it; NULL: none */
    const GEOSPreparedGeometry *prepared;
};

#endif
