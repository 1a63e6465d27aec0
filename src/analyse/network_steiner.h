/* Points where links meet between the places, which make a network shorter. */
#ifndef ANALYSE_NETWORK_STEINER_H
#define ANALYSE_NETWORK_STEINER_H

#include "analyse/network.h"

/* Inserts Steiner points into a forest where they shorten it by the ways, and moves them while that shortens it. Cut links stay. */
mintu_status mintu_network_steiner(mintu_network *network, mintu_error *error);

#endif
