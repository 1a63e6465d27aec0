/* The nodes and links of a network: each place linked straight to the nearest line, links added, measured and taken out. */
#ifndef ANALYSE_NETWORK_LINKS_H
#define ANALYSE_NETWORK_LINKS_H

#include "analyse/network.h"

/* Each place to the nearest line. @p lonlat holds x0 y0 x1 y1 …; @p ways is what links are measured by (NULL: straight), and
 * must outlive the network. */
mintu_status mintu_network_straight(const mintu_nearest *lines, mintu_ways *ways, const double *lonlat, size_t count,
                                    mintu_error *error, mintu_network *out);

double mintu_network_length(const mintu_network *network); /* metres */

mintu_status mintu_network_link_add(mintu_network *network, size_t a, size_t b, mintu_error *error); /* measures it */

mintu_status mintu_network_link_put(mintu_network *network, const mintu_network_link *link, mintu_error *error);

mintu_status mintu_network_node_add(mintu_network *network, const double lonlat[2], mintu_error *error);

void mintu_network_node_place(mintu_network *network, size_t node, const double lonlat[2]);

void mintu_network_compact(mintu_network *network); /* takes removed links out */

void mintu_network_free(mintu_network *network);

#endif
