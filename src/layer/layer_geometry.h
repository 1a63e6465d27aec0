/* The geometries of a layer as OGR has them. For this room only. */
#ifndef LAYER_LAYER_GEOMETRY_H
#define LAYER_LAYER_GEOMETRY_H

#include "layer/layer_data.h"

/* Kind of an OGR geometry; MINTU_GEOMETRY_TYPE_END for one that a layer cannot hold. */
mintu_geometry_type mintu_geometry_kind(OGRGeometryH geometry);

#endif
