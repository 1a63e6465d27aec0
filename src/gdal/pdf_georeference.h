/* Where on earth the map on a PDF page lies, for programs that read it as a picture with coordinates (GDAL, QGIS, Acrobat). */
#ifndef GDAL_PDF_GEOREFERENCE_H
#define GDAL_PDF_GEOREFERENCE_H

#include "base/array.h"

#include <mintu/status.h>

/* A page's map face. Lengths on the page are px of 1/96 inch from its upper left corner. */
typedef struct mintu_georeference {
    double height;       /* px of the page */
    double frame[4];     /* px: left, top, right, bottom */
    double metres[2];    /* projected coordinates of the frame's centre */
    double px_per_metre; /* px per projected metre */
    double turn[2];      /* cosine and sine of the bearing that is up */
    const char *system;  /* the reference system as WKT, or NULL */
} mintu_georeference;

/* Adds a geospatial viewport (ISO 32000, GEO measure) to the first page of @p pdf, and @p xmp as its metadata, as an update at
 * the end of the file. Where GDAL has no driver that can write to a PDF, the file stays as it is and *done is false. */
mintu_status mintu_pdf_georeference(mintu_buffer *pdf, const mintu_georeference *place, const char *xmp, mintu_error *error,
                                    bool *done);

#endif
