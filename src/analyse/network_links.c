#include "analyse/network_links.h"

#include "analyse/network.h"

#include "analyse/network_ways.h"
#include "base/array.h"
#include "base/error.h"
#include "geometry/measure.h"

#include <stdlib.h>
#include <string.h>

static const char DOING[] = N_("making a network");

mintu_status mintu_network_node_add(mintu_network *network, const double lonlat[2], mintu_error *error)
{
    if (!MINTU_ARRAY_RESERVE(network->nodes, network->node_room, network->node_count + 1))
        return mintu_fail_memory(error, DOING);
    mintu_network_node_place(network, network->node_count, lonlat);
    return mintu_network_land(network, lonlat, error, &network->nodes[network->node_count++].land);
}

void mintu_network_node_place(mintu_network *network, size_t node, const double lonlat[2])
{
    mintu_network_node *placed = &network->nodes[node];
    memcpy(placed->lonlat, lonlat, sizeof placed->lonlat);
    mintu_space_from_degrees(lonlat, placed->space);
    mintu_nearest_find(network->lines, lonlat, 1, &placed->hit);
}

mintu_status mintu_network_link_add(mintu_network *network, size_t a, size_t b, mintu_error *error)
{
    mintu_network_link link;
    mintu_status status = mintu_network_measure(network, a, b, error, &link);
    return status == MINTU_STATUS_OK ? mintu_network_link_put(network, &link, error) : status;
}

mintu_status mintu_network_link_put(mintu_network *network, const mintu_network_link *link, mintu_error *error)
{
    if (!MINTU_ARRAY_RESERVE(network->links, network->link_room, network->link_count + 1))
        return mintu_fail_memory(error, DOING);
    network->links[network->link_count++] = *link;
    return MINTU_STATUS_OK;
}

mintu_status mintu_network_straight(const mintu_nearest *lines, mintu_ways *ways, const double *lonlat, size_t count,
                                    mintu_error *error, mintu_network *out)
{
    *out = (mintu_network){.lines = lines, .place_count = count};
    mintu_status status = mintu_network_ways_new(ways, error, out);
    if (status == MINTU_STATUS_OK)
        status = mintu_network_node_add(out, (const double[]){0, 0}, error);
    for (size_t i = 0; i < count && status == MINTU_STATUS_OK; i++) {
        status = mintu_network_node_add(out, lonlat + 2 * i, error);
        if (status == MINTU_STATUS_OK && out->nodes[i + 1].hit.row < 0)
            status = mintu_fail(error, MINTU_STATUS_INPUT,
                                "%s: place %zu of %zu is at %g, %g, which is no position; expected degrees of longitude and "
                                "latitude",
                                mintu_message(DOING), i + 1, count, lonlat[2 * i], lonlat[2 * i + 1]);
        if (status == MINTU_STATUS_OK)
            status = mintu_network_link_add(out, i + 1, MINTU_NETWORK_ROOT, error);
    }
    if (status != MINTU_STATUS_OK)
        mintu_network_free(out);
    return status;
}

double mintu_network_length(const mintu_network *network)
{
    double sum = 0;
    for (size_t i = 0; i < network->link_count; i++)
        sum += network->links[i].length > 0 ? network->links[i].length : 0;
    return sum;
}

void mintu_network_compact(mintu_network *network)
{
    size_t kept = 0;
    for (size_t i = 0; i < network->link_count; i++)
        if (network->links[i].length >= 0)
            network->links[kept++] = network->links[i];
    network->link_count = kept;
}

void mintu_network_free(mintu_network *network)
{
    mintu_network_ways_free(network);
    free(network->nodes);
    free(network->links);
    *network = (mintu_network){0};
}
