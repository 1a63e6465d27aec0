/* Notes of a layer in a GeoPackage, as GDAL keeps its metadata there. For this room only. */
#ifndef GDAL_GPKG_NOTES_H
#define GDAL_GPKG_NOTES_H

#include "base/error.h"

#include <mintu/layer.h>

/* Sets the notes that GDAL's document @p text holds (GDALMultiDomainMetadata, its only domain without a name). *plain is false when
 * there is anything else in it. */
mintu_status mintu_gpkg_notes(mintu_layer *layer, const char *text, mintu_error *error, bool *plain);

/* Sets a note; one that cannot stand is left out rather than making a foreign file unreadable. */
mintu_status mintu_file_note_set(mintu_layer *layer, const char *key, const char *value, mintu_error *error);

#endif
