/* The shortest network without points of its own. */
#ifndef ANALYSE_NETWORK_FOREST_H
#define ANALYSE_NETWORK_FOREST_H

#include "analyse/network.h"

/* Changes the links to a minimum spanning forest: a place may be linked to another place instead of a line. Of all such forests
 * it is, by the ways, one with the fewest cut links, and of these the shortest. */
mintu_status mintu_network_forest(mintu_network *network, mintu_error *error);

#endif
