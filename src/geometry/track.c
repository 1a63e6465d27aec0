#include "geometry/track.h"

#include "base/array.h"

#include <math.h>
#include <stdlib.h>

void mintu_track_add(mintu_track *path, double x, double y, unsigned mark)
{
    if (!mintu_array_reserve(&path->xy, &path->room, path->count + 1, 2 * sizeof *path->xy) ||
        !MINTU_ARRAY_RESERVE(path->marks, path->mark_room, path->count + 1)) {
        path->failed = true;
        return;
    }
    path->xy[2 * path->count] = x;
    path->xy[2 * path->count + 1] = y;
    path->marks[path->count++] = (unsigned char)mark;
}

void mintu_track_clear(mintu_track *path)
{
    path->count = 0;
}

void mintu_track_free(mintu_track *path)
{
    free(path->xy);
    free(path->marks);
    *path = (mintu_track){0};
}

static bool is_beyond(const double *a, const double *b, const double near[4])
{
    return fmax(a[0], b[0]) < near[0] || fmin(a[0], b[0]) > near[2] || fmax(a[1], b[1]) < near[1] || fmin(a[1], b[1]) > near[3];
}

/* Vertices at multiples of @p piece along the axis on which the edge is longer. */
static void split(const double *a, const double *b, double piece, unsigned mark, mintu_track *to)
{
    int axis = fabs(b[0] - a[0]) >= fabs(b[1] - a[1]) ? 0 : 1;
    double span = b[axis] - a[axis], sign = span > 0 ? 1 : -1;
    long first = lround(floor(sign * a[axis] / piece)) + 1, last = lround(ceil(sign * b[axis] / piece)) - 1;
    for (long i = first; i <= last; i++) {
        double at = sign * (double)i * piece, part = (at - a[axis]) / span,
               other = a[1 - axis] + part * (b[1 - axis] - a[1 - axis]);
        if (part > 1e-9 && part < 1 - 1e-9)
            mintu_track_add(to, axis ? other : at, axis ? at : other, mark | MINTU_MARK_MADE);
    }
}

void mintu_track_densify(const mintu_track *from, double step, const double near[4], mintu_track *to)
{
    static const double PIECES = 3, COARSE = 1; /* an edge that is just too long becomes much shorter; degrees */
    for (size_t i = 0; i < from->count; i++) {
        const double *b = from->xy + 2 * i, *a = i ? b - 2 : b;
        double longest = fmax(fabs(b[0] - a[0]), fabs(b[1] - a[1]));
        double piece = is_beyond(a, b, near) ? fmax(step / PIECES, COARSE) : step / PIECES;
        if (longest > step)
            split(a, b, piece, from->marks[i] & MINTU_MARK_SEAM, to);
        mintu_track_add(to, b[0], b[1], from->marks[i]);
    }
}
