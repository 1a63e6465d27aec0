/* The inside of a context, for src/geo only. */
#ifndef GEOMETRY_HANDLE_H
#define GEOMETRY_HANDLE_H

#include "base/context.h"
#include "base/error.h"

#include <geos_c.h>
#include <proj.h>
#include <stdbool.h>

struct mintu_context {
    GEOSContextHandle_t geos;
    PJ_CONTEXT *proj;
    mintu_notice_fn *notice;
    void *notice_user;
    bool elsewhere;      /* documents may name files outside their folder */
    char geos_text[256]; /* what GEOS said last, without line feeds; "" when it said nothing */
    char proj_text[256]; /* the same of PROJ */
};

#endif
