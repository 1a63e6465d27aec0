/* Definitions of reference systems as texts. */
#ifndef BASE_CRS_DEFINITION_H
#define BASE_CRS_DEFINITION_H

#include <stdbool.h>

/* True when a definition (PROJ string, WKT, PROJJSON) names a file by its path: a grid, a list of systems, a model. A bare name is
 * a file of PROJ's own data. */
bool mintu_reference_names_file(const char *definition);

#endif
