/* The units that get a page. */
#ifndef ATLAS_ATLAS_UNITS_H
#define ATLAS_ATLAS_UNITS_H

#include "atlas/atlas_data.h"

/* Takes the features that fulfil the expression and have an area, in their order; those without one are findings. */
mintu_status mintu_atlas_units_find(mintu_atlas *atlas, mintu_error *error);

void mintu_atlas_units_free(mintu_atlas *atlas);

#endif
