/* What connectors, networks and counts before and after a change share: one set of ways, and one rule of which line is nearest. */
#ifndef ANALYSE_GREENWAY_CONNECTORS_H
#define ANALYSE_GREENWAY_CONNECTORS_H

#include "analyse/greenway_ways.h"

/* As mintu_greenway_connectors(), of the options of open ways. @p nearest: only the connector of rank 1 of every place, whatever
 * max_km, without towns: a row per place. */
mintu_status mintu_greenway_connect(mintu_ways *ways, bool nearest, mintu_error *error, mintu_layer **out);

/* What tells a line apart: the text of `line`, else `name`, else "". */
const char *mintu_greenway_line_key(const mintu_layer *lines, size_t row);

#endif
