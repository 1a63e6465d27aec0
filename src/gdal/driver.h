/* The formats that GDAL reads and writes: an allow-list of GDAL's drivers, and nothing of GDAL that reaches a network. For this room,
 * and for the examination of the machine. */
#ifndef GDAL_DRIVER_H
#define GDAL_DRIVER_H

#include "gdal/ogr.h"

#include <stdbool.h>

/* Short names of the listed drivers as GDALOpenEx() takes them, NULL at the end; the one that @p path's ending names alone when
 * @p by_ending is set, which may be none. */
enum { MINTU_DRIVERS_MOST = 20 };
void mintu_drivers_allowed(const char *path, bool by_ending, const char *names[MINTU_DRIVERS_MOST]);

/* Registers the listed drivers once per process and switches GDAL's ways to a network off. */
void mintu_drivers_begin(void);

/* The same, with those of rasters, none of which reads what a file names (no VRT). */
void mintu_drivers_raster_begin(void);

/* Names of all listed drivers, one after the other; NULL behind the last. */
const char *mintu_driver_name(size_t index);

/* The listed driver of that short name; NULL when GDAL was built without. */
GDALDriverH mintu_driver(const char *name);

/* The driver of PostGIS, which takes an address and so is not of the list: registered when a person first names a database. */
GDALDriverH mintu_driver_database(void);

#endif
