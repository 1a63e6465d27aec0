/* What is worth a look in imported polygons. */
#ifndef GAZETTEER_BOUNDARY_EXAMINE_H
#define GAZETTEER_BOUNDARY_EXAMINE_H

#include "gazetteer/gazetteer_data.h"

/* Adds a finding of an import: its kind (unmatched, missing, note, finding), the name that it is about, and what it is. */
mintu_status mintu_boundary_finding(mintu_layer *findings, const char *kind, const char *name, const char *text,
                                    mintu_error *error);

/* Adds to @p findings (fields status, name, text) the units in force on the date that have no polygon, and those whose seat lies
 * outside theirs. */
mintu_status mintu_boundary_examine(mintu_context *context, const mintu_gazetteer *gazetteer, const mintu_layer *counties,
                                    int date, mintu_error *error, mintu_layer *findings);

#endif
