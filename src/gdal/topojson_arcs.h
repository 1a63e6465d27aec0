/* TopoJSON files whose arcs are named many times. */
#ifndef GDAL_TOPOJSON_ARCS_H
#define GDAL_TOPOJSON_ARCS_H

#include "gdal/layer_source.h"

/* Refuses a file of more positions than the limits allow, its arcs counted as often as they are named. */
mintu_status mintu_topology_check(const mintu_source *source, mintu_error *error);

#endif
