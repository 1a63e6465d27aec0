/* GEOS and PROJ behind a context: their handles, and what they say when they fail. GEOS has its handle from the start, PROJ when it is
 * first needed. */
#ifndef GEOMETRY_HANDLE_H
#define GEOMETRY_HANDLE_H

#include "base/context.h"
#include "base/error.h"

#include "geometry/proj_files.h"

#include <geos_c.h>
#include <stdbool.h>

/* A failure inside GEOS while doing what @p doing says: memory, or a defect with GEOS's own words. */
mintu_status mintu_fail_geos(mintu_context *context, mintu_error *error, const char *doing);

/* The context's PROJ. */
mintu_status mintu_context_proj(mintu_context *context, const char *doing, mintu_error *error, PJ_CONTEXT **out);

#endif
