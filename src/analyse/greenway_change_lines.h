/* The lines after a change, which what-if questions are asked of. */
#ifndef ANALYSE_GREENWAY_CHANGE_LINES_H
#define ANALYSE_GREENWAY_CHANGE_LINES_H

#include <mintu/greenway.h>

enum { MINTU_LINES_ADDED = 4 }; /* the field added of the lines after */

/* The lines that stay and those that are added, in WGS 84, with the fields line, name, certainty, source, added (0 or 1). Added lines
 * without line and name have that of their layer. A drop
 * that names no line is MINTU_STATUS_USAGE with those that there are. */
mintu_status mintu_greenway_lines_after(mintu_context *context, const mintu_greenway_options *options,
                                        const mintu_greenway_change *change, mintu_error *error, mintu_layer **out);

/* Whether a row of the lines is named by a drop. */
bool mintu_greenway_is_dropped(const mintu_layer *lines, size_t row, const mintu_greenway_change *change);

#endif
