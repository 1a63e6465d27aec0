/* The inside of a context, for src/geo only. */
#ifndef GEO_HANDLE_H
#define GEO_HANDLE_H

#include "base/error.h"
#include "geo/context.h"
#include "geo/limits.h"

#include <geos_c.h>
#include <proj.h>
#include <stdbool.h>

struct mintu_context {
    GEOSContextHandle_t geos;
    PJ_CONTEXT *proj;
    mintu_notice_fn *notice;
    void *notice_user;
    mintu_limits limits; /* of what is read; tests lower them */
    bool elsewhere;      /* documents may name files outside their folder */
    char geos_text[256]; /* what GEOS said last, without line feeds; "" when it said nothing */
    char proj_text[256]; /* the same of PROJ */
};

/* GDAL is kept from printing between these two; mintu_gdal_text() is what it said last, "" when nothing. */
void mintu_gdal_begin(void);
void mintu_gdal_end(void);
const char *mintu_gdal_text(void);

/* A failure inside GEOS while doing what @p doing says: memory, or a defect with GEOS's own words. */
mintu_status mintu_fail_geos(mintu_context *context, mintu_error *error, const char *doing);

#endif
