/* GEOS and PROJ behind a context: their handles, and what they say when they fail. */
#ifndef GEOMETRY_HANDLE_H
#define GEOMETRY_HANDLE_H

#include "base/context.h"
#include "base/error.h"

#include <geos_c.h>
#include <proj.h>
#include <stdbool.h>

/* A failure inside GEOS while doing what @p doing says: memory, or a defect with GEOS's own words. */
mintu_status mintu_fail_geos(mintu_context *context, mintu_error *error, const char *doing);

#endif
