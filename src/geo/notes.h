/* A layer's notes in files: metadata of a GeoPackage, foreign members of GeoJSON. For src/geo only. */
#ifndef GEO_NOTES_H
#define GEO_NOTES_H

#include "geo/layer_data.h"
#include "geo/source.h"

mintu_status mintu_notes_read(mintu_layer *layer, const mintu_source *source, mintu_error *error);

#endif
