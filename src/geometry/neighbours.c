#include "geometry/neighbours.h"

#include "geometry/measure.h"

#include <math.h>
#include <stdlib.h>

/* A k-d tree (Bentley 1975) in place: the middle of a stretch of the array halves it along the side where it is longest. */
typedef struct spot {
    double space[3];
    const double *lonlat;
    size_t index;
    int axis;
} spot;

typedef struct search {
    const spot *spots, *from;
    double nearest; /* metres so far */
} search;

static int compare(const spot *a, const spot *b, int axis)
{
    if (a->space[axis] != b->space[axis])
        return a->space[axis] > b->space[axis] ? 1 : -1;
    return (a->index > b->index) - (a->index < b->index);
}
static int compare_x(const void *a, const void *b)
{
    return compare(a, b, 0);
}
static int compare_y(const void *a, const void *b)
{
    return compare(a, b, 1);
}
static int compare_z(const void *a, const void *b)
{
    return compare(a, b, 2);
}

static int longest_side(const spot *spots, size_t count)
{
    double longest = -1;
    int found = 0;
    for (int axis = 0; axis < 3; axis++) {
        double low = INFINITY, high = -INFINITY;
        for (size_t i = 0; i < count; i++) {
            low = fmin(low, spots[i].space[axis]);
            high = fmax(high, spots[i].space[axis]);
        }
        if (high - low > longest) {
            longest = high - low;
            found = axis;
        }
    }
    return found;
}

static void build(spot *spots, size_t count)
{
    static int (*const by[3])(const void *, const void *) = {compare_x, compare_y, compare_z};
    if (count < 2)
        return;
    size_t middle = count / 2;
    int axis = longest_side(spots, count);
    qsort(spots, count, sizeof *spots, by[axis]);
    spots[middle].axis = axis;
    build(spots, middle);
    build(spots + middle + 1, count - middle - 1);
}

/* A chord is shorter than the way on the ellipsoid: only where it is below the nearest way so far is that measured. */
static void measure(search *s, const spot *to)
{
    double square = 0;
    for (int axis = 0; axis < 3; axis++)
        square += pow(to->space[axis] - s->from->space[axis], 2);
    if (to == s->from || !(sqrt(square) < s->nearest))
        return;
    const double *a = s->from->lonlat, *b = to->lonlat;
    s->nearest = fmin(s->nearest, mintu_geodesic_distance(a[0], a[1], b[0], b[1]));
}

static void look(search *s, size_t first, size_t count)
{
    if (count == 0)
        return;
    size_t middle = first + count / 2;
    const spot *here = &s->spots[middle];
    double beyond = s->from->space[here->axis] - here->space[here->axis];
    measure(s, here);
    size_t low[2] = {first, middle - first}, high[2] = {middle + 1, first + count - middle - 1};
    const size_t *near = beyond < 0 ? low : high, *far = beyond < 0 ? high : low;
    look(s, near[0], near[1]);
    if (fabs(beyond) < s->nearest)
        look(s, far[0], far[1]);
}

bool mintu_neighbour_distances(const double *lonlat, size_t count, double *out)
{
    spot *spots = calloc(count + 1, sizeof *spots);
    if (!spots)
        return false;
    for (size_t i = 0; i < count; i++) {
        spots[i] = (spot){.lonlat = lonlat + 2 * i, .index = i};
        mintu_space_from_degrees(spots[i].lonlat, spots[i].space);
    }
    build(spots, count);
    for (size_t i = 0; i < count; i++) {
        search s = {spots, &spots[i], INFINITY};
        look(&s, 0, count);
        out[spots[i].index] = isinf(s.nearest) ? (double)NAN : s.nearest;
    }
    free(spots);
    return true;
}
