#include "geometry/neighbours.h"

#include "geometry/chords.h"
#include "geometry/measure.h"

#include <math.h>

bool mintu_neighbour_distances(const double *lonlat, size_t count, double *out)
{
    mintu_chords points = {0};
    bool good = true;
    for (size_t i = 0; i < count && good; i++) {
        const double *at = lonlat + 2 * i;
        good = mintu_chords_add(&points, (const double[]){at[0], at[1], at[0], at[1]}, i);
    }
    good = good && mintu_chords_index(&points);
    for (size_t i = 0; i < count && good; i++) {
        double space[3], foot[3];
        const double *at = lonlat + 2 * i;
        mintu_space_from_degrees(at, space);
        size_t other = mintu_chords_nearest(&points, space, i, foot);
        const double *to = other == MINTU_CHORDS_NONE ? at : lonlat + 2 * other;
        out[i] = other == MINTU_CHORDS_NONE ? (double)NAN : mintu_geodesic_distance(at[0], at[1], to[0], to[1]);
    }
    mintu_chords_free(&points);
    return good;
}
