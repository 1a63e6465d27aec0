#include "analyse/network_steiner.h"

#include "analyse/network.h"
#include "analyse/network_links.h"
#include "analyse/network_ways.h"
#include "base/array.h"
#include "base/earth.h"
#include "base/error.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char DOING[] = N_("inserting Steiner points");
static const double LEAST_GAIN = 0.1, LEAST_MOVE = 0.01; /* metres */
enum { PASSES = 100, SWEEPS = 5, FEET = 8 };

/* A Steiner point that could replace two links which meet. */
typedef struct candidate {
    size_t links[2], ends[3];
    double lonlat[2], gain;
} candidate;

typedef struct work {
    mintu_network *network;
    size_t *starts, *around; /* links of node i: around[starts[i]] … */
    candidate *candidates;
    size_t count, room;
} work;

/* The point of the plane with the least sum of distances to a triangle's corners (Torricelli): barycentric weights are
 * a / sin(A + 60°). False when an angle is 120° or more, where that corner is the point. */
static bool find_fermat(double p[3][2], double out[2])
{
    double side[3], weights[3], sum = 0;
    for (int i = 0; i < 3; i++)
        side[i] = hypot(p[(i + 1) % 3][0] - p[(i + 2) % 3][0], p[(i + 1) % 3][1] - p[(i + 2) % 3][1]);
    for (int i = 0; i < 3; i++) {
        double b = side[(i + 1) % 3], c = side[(i + 2) % 3], cosine = (b * b + c * c - side[i] * side[i]) / (2 * b * c);
        if (!(b > 0) || !(c > 0) || !(cosine > -0.5))
            return false;
        weights[i] = side[i] / sin(acos(fmin(cosine, 1)) + MINTU_PI / 3);
        sum += weights[i];
    }
    for (int axis = 0; axis < 2; axis++)
        out[axis] = (weights[0] * p[0][axis] + weights[1] * p[1][axis] + weights[2] * p[2][axis]) / sum;
    return isfinite(out[0]) && isfinite(out[1]);
}

/* The same in a plane that is good near the three; lengths are measured on the ellipsoid afterwards. */
static bool find_between(double corners[3][2], double lonlat[2])
{
    double shrink = cos((corners[0][1] + corners[1][1] + corners[2][1]) / 3 * MINTU_DEGREE), plane[3][2];
    for (int i = 0; i < 3; i++) {
        plane[i][0] = (corners[i][0] - corners[0][0]) * shrink;
        plane[i][1] = corners[i][1] - corners[0][1];
    }
    if (!(shrink > 0) || !find_fermat(plane, lonlat))
        return false;
    lonlat[0] = lonlat[0] / shrink + corners[0][0];
    lonlat[1] += corners[0][1];
    return true;
}

/* Straight lengths from a point to three ends; the nearest line where an end is the root. */
static double straight_cost(const mintu_network *network, const size_t ends[3], mintu_network_node *from)
{
    mintu_network_node nodes[3] = {{.lonlat = {0}}, *from};
    const mintu_network probe = {.nodes = nodes};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
        nodes[2] = network->nodes[ends[i]];
        sum += mintu_network_distance(&probe, 1, ends[i] == MINTU_NETWORK_ROOT ? 0 : 2);
    }
    return sum;
}

/* Sum of lengths from a point to three ends, or, where it is no less than the limit, of lower bounds of them. No way: INFINITY. */
static mintu_status find_cost(const mintu_network *network, const size_t ends[3], const double lonlat[2], double limit,
                              mintu_error *error, double *out)
{
    mintu_network_node from = {.lonlat = {lonlat[0], lonlat[1]}};
    mintu_status status = MINTU_STATUS_OK;
    mintu_nearest_find(network->lines, lonlat, 1, &from.hit);
    *out = straight_cost(network, ends, &from);
    if (!mintu_network_is_routed(network) || !(*out < limit))
        return MINTU_STATUS_OK;
    *out = 0;
    for (int i = 0; i < 3 && status == MINTU_STATUS_OK; i++) {
        const mintu_way *way;
        status = mintu_network_way(network, lonlat, &from.hit, ends[i], error, &way);
        if (status == MINTU_STATUS_OK)
            *out += mintu_way_is_cut(way) ? INFINITY : way->route.length;
    }
    return status;
}

/* The best point between three ends. Where one is the root its foot on the lines follows the point. */
static bool find_point(const mintu_network *network, const size_t ends[3], double lonlat[2])
{
    double corners[3][2];
    int root = -1, best = -1;
    for (int i = 0; i < 3; i++) {
        memcpy(corners[i], network->nodes[ends[i]].lonlat, sizeof corners[i]);
        if (ends[i] == MINTU_NETWORK_ROOT)
            root = i;
        else if (best < 0 || network->nodes[ends[i]].hit.distance_m < network->nodes[ends[best]].hit.distance_m)
            best = i;
    }
    if (root < 0)
        return find_between(corners, lonlat);
    memcpy(corners[root], network->nodes[ends[best]].hit.lonlat, sizeof corners[root]);
    bool found = false;
    for (int i = 0; i < FEET && find_between(corners, lonlat); i++) {
        mintu_nearest_hit hit;
        mintu_nearest_find(network->lines, lonlat, 1, &hit);
        if (hit.row < 0)
            return false;
        found = true;
        if (corners[root][0] == hit.lonlat[0] && corners[root][1] == hit.lonlat[1])
            break;
        memcpy(corners[root], hit.lonlat, sizeof hit.lonlat);
    }
    return found;
}

static mintu_status index_links(work *w, mintu_error *error)
{
    const mintu_network *network = w->network;
    free(w->starts);
    free(w->around);
    w->starts = calloc(network->node_count + 2, sizeof *w->starts);
    w->around = calloc(2 * network->link_count + 1, sizeof *w->around);
    if (!w->starts || !w->around)
        return mintu_fail_memory(error, DOING);
    for (size_t i = 0; i < 2 * network->link_count; i++)
        w->starts[network->links[i / 2].nodes[i % 2] + 2]++;
    for (size_t i = 2; i < network->node_count + 2; i++)
        w->starts[i] += w->starts[i - 1];
    for (size_t i = 0; i < 2 * network->link_count; i++)
        w->around[w->starts[network->links[i / 2].nodes[i % 2] + 1]++] = i / 2;
    return MINTU_STATUS_OK;
}

static size_t other_end(const mintu_network *network, size_t link, size_t node)
{
    const size_t *nodes = network->links[link].nodes;
    return nodes[0] == node ? nodes[1] : nodes[0];
}

/* Two links at the root can share a way only where their ends are nearer to each other than the ways are long together. */
static bool is_near(const mintu_network *network, size_t a, size_t b, double limit)
{
    const double *p = network->nodes[a].lonlat, *q = network->nodes[b].lonlat;
    return fabs(p[1] - q[1]) < MINTU_DEGREES_WITHIN(limit) && mintu_network_distance(network, a, b) < limit;
}

static mintu_status try_pair(work *w, size_t node, size_t first, size_t second, mintu_error *error)
{
    const mintu_network *network = w->network;
    candidate c = {.links = {first, second}, .ends = {node, other_end(network, first, node), other_end(network, second, node)}};
    double now = network->links[first].length + network->links[second].length;
    bool cut = network->links[first].cut || network->links[second].cut;
    if (cut || (node == MINTU_NETWORK_ROOT && !is_near(network, c.ends[1], c.ends[2], now)) ||
        !find_point(network, c.ends, c.lonlat))
        return MINTU_STATUS_OK;
    double cost;
    mintu_status status = find_cost(network, c.ends, c.lonlat, now - LEAST_GAIN, error, &cost);
    c.gain = now - cost;
    if (status != MINTU_STATUS_OK || !(c.gain > LEAST_GAIN))
        return status;
    if (!MINTU_ARRAY_RESERVE(w->candidates, w->room, w->count + 1))
        return mintu_fail_memory(error, DOING);
    w->candidates[w->count++] = c;
    return MINTU_STATUS_OK;
}

static int compare_candidates(const void *a, const void *b)
{
    const candidate *x = a, *y = b;
    if (x->gain != y->gain)
        return x->gain < y->gain ? 1 : -1;
    if (x->links[0] != y->links[0])
        return x->links[0] > y->links[0] ? 1 : -1;
    return (x->links[1] > y->links[1]) - (x->links[1] < y->links[1]);
}

static mintu_status insert_point(mintu_network *network, const candidate *c, mintu_error *error)
{
    size_t node = network->node_count;
    mintu_status status = mintu_network_node_add(network, c->lonlat, error);
    for (int i = 0; i < 3 && status == MINTU_STATUS_OK; i++)
        status = mintu_network_link_add(network, node, c->ends[i], error);
    for (int i = 0; i < 2; i++)
        network->links[c->links[i]].length = -1;
    return status;
}

/* One pass: of all pairs of links that meet, the most saving first, each link taken once. */
static mintu_status insert_points(work *w, size_t *inserted, mintu_error *error)
{
    mintu_status status = index_links(w, error);
    w->count = *inserted = 0;
    for (size_t node = 0; node < w->network->node_count && status == MINTU_STATUS_OK; node++)
        for (size_t i = w->starts[node]; i < w->starts[node + 1] && status == MINTU_STATUS_OK; i++)
            for (size_t k = i + 1; k < w->starts[node + 1] && status == MINTU_STATUS_OK; k++)
                status = try_pair(w, node, w->around[i], w->around[k], error);
    if (status != MINTU_STATUS_OK || w->count == 0)
        return status;
    qsort(w->candidates, w->count, sizeof *w->candidates, compare_candidates);
    for (size_t i = 0; i < w->count && status == MINTU_STATUS_OK; i++) {
        const candidate *c = &w->candidates[i];
        if (w->network->links[c->links[0]].length < 0 || w->network->links[c->links[1]].length < 0)
            continue;
        status = insert_point(w->network, c, error);
        ++*inserted;
    }
    mintu_network_compact(w->network);
    return status;
}

/* A Steiner point on a way between two others is left out. */
static mintu_status remove_points(work *w, mintu_error *error)
{
    mintu_network *network = w->network;
    mintu_status status = MINTU_STATUS_OK;
    for (size_t node = network->place_count + 1; node < network->node_count && status == MINTU_STATUS_OK; node++) {
        status = index_links(w, error);
        if (status != MINTU_STATUS_OK || w->starts[node + 1] - w->starts[node] != 2)
            continue;
        size_t first = w->around[w->starts[node]], second = w->around[w->starts[node] + 1];
        size_t a = other_end(network, first, node), b = other_end(network, second, node);
        network->links[first].length = network->links[second].length = -1;
        status = mintu_network_link_add(network, a, b, error);
        mintu_network_compact(network);
    }
    return status;
}

static mintu_status move_point(work *w, size_t node, mintu_error *error, double *gain)
{
    mintu_network *network = w->network;
    size_t ends[3];
    double lonlat[2], before = 0;
    for (size_t i = 0; i < 3; i++) {
        size_t link = w->around[w->starts[node] + i];
        ends[i] = other_end(network, link, node);
        before += network->links[link].length;
    }
    double cost = before;
    mintu_status status = MINTU_STATUS_OK;
    if (find_point(network, ends, lonlat))
        status = find_cost(network, ends, lonlat, before - LEAST_MOVE, error, &cost);
    if (status != MINTU_STATUS_OK || !(before - cost > LEAST_MOVE))
        return status;
    *gain += before - cost;
    mintu_network_node_place(network, node, lonlat);
    for (size_t i = 0; i < 3 && status == MINTU_STATUS_OK; i++)
        status = mintu_network_measure(network, node, ends[i], error, &network->links[w->around[w->starts[node] + i]]);
    return status;
}

static mintu_status move_points(work *w, double *gain, mintu_error *error)
{
    mintu_status status = index_links(w, error);
    *gain = 0;
    for (int sweep = 0; sweep < SWEEPS && status == MINTU_STATUS_OK; sweep++)
        for (size_t node = w->network->place_count + 1; node < w->network->node_count && status == MINTU_STATUS_OK; node++)
            if (w->starts[node + 1] - w->starts[node] == 3)
                status = move_point(w, node, error, gain);
    return status;
}

mintu_status mintu_network_steiner(mintu_network *network, mintu_error *error)
{
    work w = {.network = network};
    mintu_status status = MINTU_STATUS_OK;
    size_t inserted = 1;
    double gain = 0;
    for (int pass = 0; pass < PASSES && (inserted || gain > LEAST_GAIN) && status == MINTU_STATUS_OK; pass++) {
        status = insert_points(&w, &inserted, error);
        if (status == MINTU_STATUS_OK)
            status = remove_points(&w, error);
        if (status == MINTU_STATUS_OK)
            status = move_points(&w, &gain, error);
    }
    free(w.starts);
    free(w.around);
    free(w.candidates);
    return status;
}
