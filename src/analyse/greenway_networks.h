/* The networks that link places to greenways, straight, by a spanning forest and with Steiner points, and their totals. */
#ifndef ANALYSE_GREENWAY_NETWORKS_H
#define ANALYSE_GREENWAY_NETWORKS_H

#include "analyse/greenway_connectors.h"

/* As mintu_greenway_totals() and mintu_greenway_service(), of the options of open ways. */
mintu_status mintu_greenway_total(mintu_ways *ways, mintu_error *error, mintu_layer **out);

#endif
