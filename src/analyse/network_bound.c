#include "analyse/network_bound.h"

#include "analyse/network.h"
#include "analyse/network_links.h"
#include "analyse/network_ways.h"
#include "base/earth.h"

#include <math.h>

/* Why the bound holds. A way around what is in the way is no shorter than the straight link of its ends, so a bound of straight
 * networks is one of all. Cut at the lines, an optimal straight network falls into trees that each hold places S and one foot f on
 * a line.
 *
 * In any metric space the spanning tree of k points is at most 2 (1 - 1/k) times the Steiner tree (walk around the latter, and
 * leave out the longest step). Here the k points are the places and the root, so forest / (2 (1 - 1/k)) is a bound.
 *
 * In the plane the spanning tree is at most 1/0.8241 times the Steiner tree (Chung and Graham 1985, A new bound for Euclidean
 * Steiner minimal trees, Annals of the New York Academy of Sciences 440: 0.824168..., often quoted as 1.2134 = 1/0.8241). The
 * constant is the root between 0.8 and 1 of x^12 - 4 x^11 - 2 x^10 + 40 x^9 - 31 x^8 - 72 x^7 + 116 x^6 + 16 x^5 - 151 x^4 + 80 x^3
 * + 56 x^2 - 64 x + 16; the polynomial is from memory, not from the paper, and its root was computed: 0.8241687.
 *
 * Mapped to the plane by geodesics from a centre, lengths grow by 1 to F = t / sin t with t = R / b, as the ellipsoid's curvature
 * lies between 0 and 1/b² (Rauch's comparison); R is the radius that holds the tree. So the spanning trees of S and f are at most
 * F / 0.8241 times the optimum, and together they are a spanning forest, which is no shorter than the minimum one: 0.8241 / F
 * times the forest is a bound. A tree holds a place and is no longer than the forest, hence R is at most the farthest place's
 * distance from the centre plus the forest's length.
 *
 * Feet are nearest by chord, within 1e-5 of the geodesic; the bound gives that away. */
static const double STEINER_RATIO = 0.8241, POLAR_RADIUS = MINTU_SEMI_MAJOR * (1 - MINTU_FLATTENING), CHORD = 2e-5;

static void find_centre(const mintu_network *network, double centre[2])
{
    double low[2] = {INFINITY, INFINITY}, high[2] = {-INFINITY, -INFINITY};
    for (size_t i = 1; i <= network->place_count; i++)
        for (int axis = 0; axis < 2; axis++) {
            low[axis] = fmin(low[axis], network->nodes[i].lonlat[axis]);
            high[axis] = fmax(high[axis], network->nodes[i].lonlat[axis]);
        }
    centre[0] = (low[0] + high[0]) / 2;
    centre[1] = (low[1] + high[1]) / 2;
}

double mintu_network_bound(const mintu_network *forest)
{
    if (forest->place_count == 0)
        return 0;
    double length = mintu_network_length(forest), points = (double)forest->place_count + 1, farthest = 0;
    double bound = length / (2 * (1 - 1 / points));
    mintu_network_node pair[3] = {{.lonlat = {0}}};
    const mintu_network probe = {.nodes = pair};
    find_centre(forest, pair[1].lonlat);
    for (size_t i = 1; i <= forest->place_count; i++) {
        pair[2] = forest->nodes[i];
        farthest = fmax(farthest, mintu_network_distance(&probe, 1, 2));
    }
    double angle = (farthest + length) / POLAR_RADIUS;
    if (angle > 0 && angle < MINTU_PI / 2)
        bound = fmax(bound, STEINER_RATIO * length * sin(angle) / angle);
    return bound * (1 - CHORD);
}
