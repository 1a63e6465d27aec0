/* Agencies by the names that people write: the package's name, full and English name, and the other names. */
#ifndef TASK_AGENCY_NAMES_H
#define TASK_AGENCY_NAMES_H

#include "base/array.h"

#include <mintu/layer.h>

/* The row of the table of agencies that has the name, or the number of rows. */
size_t mintu_agency_row(const mintu_layer *agencies, const char *name);

/* Names that are like @p name, joined by ", ", the nearest first, at most three; "" when none is. */
void mintu_agency_near(const mintu_layer *agencies, const char *name, mintu_buffer *out);

#endif
