/* Which polygons of a package the units of a file replace, and what is told of that. */
#ifndef AMEND_MERGE_UNITS_H
#define AMEND_MERGE_UNITS_H

#include "gazetteer/boundary_read.h"
#include "geometry/polygon_replace.h"

/* A merge in hand. */
typedef struct mintu_merging {
    mintu_boundary_reading read;
    mintu_layer *counties; /* of the package */
    mintu_layer *fresh;    /* the polygons that were matched */
    size_t *row_of;        /* of each, the row of counties */
    size_t refused;        /* findings for which nothing is written */
    size_t units;          /* that are replaced */
    int date;              /* of the names of counties */
} mintu_merging;

/* Fills fresh and row_of, and tells units that the package has no polygon of. */
mintu_status mintu_merge_units(mintu_merging *m, mintu_error *error);

/* Tells what stands in the way, and what was done to the units. */
mintu_status mintu_merge_tell(mintu_merging *m, const mintu_replacement *replacement, mintu_error *error);

#endif
