/* What is inside a context. GEOS and PROJ are geometry's, which makes contexts (geometry/handle.c); base only carries the handles. */
#ifndef BASE_CONTEXT_H
#define BASE_CONTEXT_H

#include "base/limits.h"

#include <mintu/context.h>

#include <stdbool.h>

struct mintu_context {
    struct GEOSContextHandle_HS *geos;
    struct pj_ctx *proj;
    char geos_text[256]; /* what GEOS said last, without line feeds; "" when it said nothing */
    char proj_text[256]; /* the same of PROJ */
    mintu_notice_fn *notice;
    void *notice_user;
    mintu_limits limits; /* of what is read; tests lower them */
    bool elsewhere;      /* documents may name files outside their folder */
};

/* Tells the context's listener, if there is one. */
void mintu_context_notice(mintu_context *context, const char *format, ...) MINTU_PRINTF(2, 3);

/* True when documents may name files outside their folder. */
bool mintu_context_elsewhere(const mintu_context *context);

#endif
