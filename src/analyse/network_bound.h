/* What no network can undercut: a bound to measure the Steiner points by. */
#ifndef ANALYSE_NETWORK_BOUND_H
#define ANALYSE_NETWORK_BOUND_H

#include "analyse/network.h"

/* A length in metres that no network of any Steiner points can be below, given the minimum spanning forest of straight links. */
double mintu_network_bound(const mintu_network *forest);

#endif
