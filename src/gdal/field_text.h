/* Any OGR value as text: days in ISO 8601, lists joined by |. For this room only. */
#ifndef GDAL_FIELD_TEXT_H
#define GDAL_FIELD_TEXT_H

#include "base/array.h"
#include "gdal/ogr.h"

void mintu_field_text(OGRFeatureH feature, int field, mintu_buffer *out);

#endif
