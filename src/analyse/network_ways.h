/* How the links of a network run: over land where ways are known, else straight. */
#ifndef ANALYSE_NETWORK_WAYS_H
#define ANALYSE_NETWORK_WAYS_H

#include "analyse/network.h"

/* The way from a position, whose nearest point of the lines is @p hit, to a node; it lives until the next call. */
mintu_status mintu_network_way(const mintu_network *network, const double from[2], const mintu_nearest_hit *hit, size_t end,
                               mintu_error *error, const mintu_way **out);

bool mintu_network_is_routed(const mintu_network *network); /* false: there is no land, and links are straight */

mintu_status mintu_network_measure(const mintu_network *network, size_t a, size_t b, mintu_error *error,
                                   mintu_network_link *out);

mintu_status mintu_network_land(const mintu_network *network, const double lonlat[2], mintu_error *error, size_t *out);

mintu_status mintu_network_ways_new(mintu_ways *ways, mintu_error *error, mintu_network *network);

void mintu_network_ways_free(mintu_network *network);

double mintu_network_distance(const mintu_network *network, size_t a, size_t b); /* straight: no way is shorter */

#endif
