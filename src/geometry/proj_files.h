/* PROJ, which is loaded when it is first needed, and the files that it may open: regular ones in its own data folders, for reading. A
 * definition of a reference system may name any file (nadgrids, init, tinshift, a parameter file in WKT …), and definitions come from
 * strangers' styles and layers. */
#ifndef GEOMETRY_PROJ_FILES_H
#define GEOMETRY_PROJ_FILES_H

#include <mintu/status.h>

#include <geodesic.h>
#include <proj.h>
#include <stdbool.h>

#include <loaded_proj.h>

/* Before anything of PROJ: loads it when it is not yet, and makes every PROJ context that is made in the process from now on open
 * nothing else, from the moment when it looks for PROJ's settings: GDAL's do at once, being kept from the network (gdal/driver.c). The
 * user's own folder of PROJ does not count as its data. What is refused is noted (base/refused.h). @p doing begins the message of a
 * failure. */
mintu_status mintu_proj_begin(const char *doing, mintu_error *error);

/* A PROJ context that opens nothing else from the start; NULL when memory ran out. After mintu_proj_begin(). */
PJ_CONTEXT *mintu_proj_context_new(void);

#endif
