/* What is inside a context. The GEOS handle and the PROJ context are for src/geo only. */
#ifndef BASE_CONTEXT_H
#define BASE_CONTEXT_H

#include "geometry/handle.h"
#include <mintu/context.h>

/* Tells the context's listener, if there is one. */
void mintu_context_notice(mintu_context *context, const char *format, ...) MINTU_PRINTF(2, 3);

/* True when documents may name files outside their folder. */
bool mintu_context_elsewhere(const mintu_context *context);

/* GDAL is kept from printing between these two; mintu_gdal_text() is what it said last, "" when nothing. */
void mintu_gdal_begin(void);

void mintu_gdal_end(void);

const char *mintu_gdal_text(void);

/* A failure inside GEOS while doing what @p doing says: memory, or a defect with GEOS's own words. */
mintu_status mintu_fail_geos(mintu_context *context, mintu_error *error, const char *doing);

#endif
