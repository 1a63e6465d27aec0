/* GCJ-02 and BD-09, the offsets of Chinese web maps, to and from WGS 84. */
#ifndef GEOMETRY_DATUM_H
#define GEOMETRY_DATUM_H

#include <mintu/layer.h>

const char *mintu_datum_title(mintu_datum datum); /* "GCJ-02" */
const char *mintu_datum_word(mintu_datum datum);  /* "gcj02", as options have it */

/* Converts @p count positions in degrees in place. The inverse is iterated to below 1e-9 degrees of GCJ-02's formula. */
void mintu_datum_to_wgs84(mintu_datum from, double *lonlat, size_t count);
void mintu_datum_from_wgs84(mintu_datum to, double *lonlat, size_t count);

/* True when the fields are those that the polygons of AMap and DataV have, whose coordinates are GCJ-02, and no note says that they were
 * brought to WGS 84. */
bool mintu_layer_is_web_map(const mintu_layer *layer);

#endif
