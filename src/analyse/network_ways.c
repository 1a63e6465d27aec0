#include "analyse/network_ways.h"

#include "analyse/network.h"
#include "base/error.h"
#include "geometry/measure.h"

#include <stdlib.h>
#include <string.h>

static const char DOING[] = N_("measuring the links of a network");
enum { FIELDS = 256 }; /* kept; each is some 100 kB */

typedef struct slot {
    double lonlat[2];
    mintu_way_target target;
} slot;

/* Ways to all lines, and to positions asked for before. */
struct mintu_network_ways {
    mintu_ways *ways;
    mintu_way_target root;
    slot slots[FIELDS];
    size_t used, next, last; /* next: the one that is given up for another; last: filled last */
    mintu_way way;
};

mintu_status mintu_network_ways_new(mintu_ways *ways, mintu_error *error, mintu_network *network)
{
    network->ways = calloc(1, sizeof *network->ways);
    if (!network->ways)
        return mintu_fail_memory(error, DOING);
    network->ways->ways = ways;
    return MINTU_STATUS_OK;
}

void mintu_network_ways_free(mintu_network *network)
{
    struct mintu_network_ways *ways = network->ways;
    if (!ways)
        return;
    mintu_route_field_free(ways->root.field);
    for (size_t i = 0; i < ways->used; i++)
        mintu_route_field_free(ways->slots[i].target.field);
    mintu_route_free(&ways->way.route);
    free(ways);
    network->ways = NULL;
}

bool mintu_network_is_routed(const mintu_network *network)
{
    return network->ways->ways && network->ways->ways->sight;
}

double mintu_network_distance(const mintu_network *network, size_t a, size_t b)
{
    const mintu_network_node *x = &network->nodes[a], *y = &network->nodes[b];
    if (a == MINTU_NETWORK_ROOT || b == MINTU_NETWORK_ROOT)
        return a == b ? 0 : network->nodes[a == MINTU_NETWORK_ROOT ? b : a].hit.distance_m;
    return mintu_geodesic_distance(x->lonlat[0], x->lonlat[1], y->lonlat[0], y->lonlat[1]);
}

mintu_status mintu_network_land(const mintu_network *network, const double lonlat[2], mintu_error *error, size_t *out)
{
    *out = 1;
    return mintu_network_is_routed(network) ? mintu_ways_land(network->ways->ways, lonlat, error, out) : MINTU_STATUS_OK;
}

static mintu_way_target *target_at(struct mintu_network_ways *ways, const double lonlat[2])
{
    for (size_t i = 0; i < ways->used; i++)
        if (ways->slots[i].lonlat[0] == lonlat[0] && ways->slots[i].lonlat[1] == lonlat[1])
            return &ways->slots[i].target;
    bool blank = ways->used > 0 && !ways->slots[ways->last].target.field; /* it was straight */
    size_t at = blank ? ways->last : ways->used < FIELDS ? ways->used++ : ways->next++ % FIELDS;
    ways->last = at;
    slot *free_slot = &ways->slots[at];
    mintu_route_field_free(free_slot->target.field);
    memcpy(free_slot->lonlat, lonlat, sizeof free_slot->lonlat);
    free_slot->target = (mintu_way_target){.point = free_slot->lonlat};
    return &free_slot->target;
}

mintu_status mintu_network_way(const mintu_network *network, const double from[2], const mintu_nearest_hit *hit, size_t end,
                               mintu_error *error, const mintu_way **out)
{
    struct mintu_network_ways *ways = network->ways;
    const mintu_network_node *node = &network->nodes[end];
    mintu_nearest_hit straight = {-1, {node->lonlat[0], node->lonlat[1]}, 0};
    mintu_way_target *target = end == MINTU_NETWORK_ROOT ? &ways->root : target_at(ways, node->lonlat);
    straight.distance_m = mintu_geodesic_distance(from[0], from[1], node->lonlat[0], node->lonlat[1]);
    if (end == MINTU_NETWORK_ROOT)
        straight = *hit;
    *out = &ways->way;
    return mintu_ways_find(ways->ways, target, from, &straight, error, &ways->way);
}

mintu_status mintu_network_measure(const mintu_network *network, size_t a, size_t b, mintu_error *error,
                                   mintu_network_link *out)
{
    const mintu_way *way;
    *out = (mintu_network_link){{a, b}, mintu_network_distance(network, a, b), false};
    if (!mintu_network_is_routed(network))
        return MINTU_STATUS_OK;
    const mintu_network_node *from = &network->nodes[a == MINTU_NETWORK_ROOT ? b : a];
    mintu_status status = mintu_network_way(network, from->lonlat, &from->hit, a == MINTU_NETWORK_ROOT ? a : b, error, &way);
    if (status == MINTU_STATUS_OK) {
        out->length = way->route.length;
        out->cut = mintu_way_is_cut(way);
    }
    return status;
}
