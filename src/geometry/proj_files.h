/* The files that PROJ may open: regular ones in its own data folders, for reading. A definition of a reference system may name any
 * file (nadgrids, init, tinshift, a parameter file in WKT …), and definitions come from strangers' styles and layers. */
#ifndef GEOMETRY_PROJ_FILES_H
#define GEOMETRY_PROJ_FILES_H

#include <proj.h>
#include <stdbool.h>

/* Makes @p proj open nothing else, and every PROJ context that is made in the process from now on, from the moment when it looks for
 * PROJ's settings: GDAL's do at once, being kept from the network (layer/driver.c). The user's own folder of PROJ does not count as
 * its data. What is refused is noted (base/refused.h). */
bool mintu_proj_files_guard(PJ_CONTEXT *proj);

#endif
