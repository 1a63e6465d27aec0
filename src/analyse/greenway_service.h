/* How many places have a greenway within a distance. */
#ifndef ANALYSE_GREENWAY_SERVICE_H
#define ANALYSE_GREENWAY_SERVICE_H

#include "analyse/greenway_connectors.h"

mintu_status mintu_greenway_serve(mintu_ways *ways, const double *km, size_t count, mintu_error *error, mintu_layer **out);

#endif
