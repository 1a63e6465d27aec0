#include "geometry/window_cut.h"

#include <math.h>

enum { SIDES = 4 }; /* west, south, east, north */

static double into(const double window[4], int axis, double value)
{
    return fmin(fmax(value, window[axis]), window[axis + 2]);
}

/* Where an edge crosses the lines of the window's sides: shares of its length, sorted; the last is its end. */
static size_t crossings(const double *a, const double *b, const double window[4], double out[SIDES + 1], int sides[SIDES + 1])
{
    size_t count = 0;
    for (int side = 0; side < SIDES; side++) {
        double from = a[side % 2] - window[side], to = b[side % 2] - window[side];
        if (!((from < 0 && to > 0) || (from > 0 && to < 0)))
            continue;
        double part = from / (from - to);
        size_t at = count++;
        for (; at > 0 && out[at - 1] > part; at--)
            out[at] = out[at - 1], sides[at] = sides[at - 1];
        out[at] = part, sides[at] = side;
    }
    out[count] = 1, sides[count] = -1;
    return count + 1;
}

/* Whether a piece of an edge was outside, or runs along a pole. What runs along the window's own edge is inside. */
static bool is_seam(const double window[4], const double *a, const double *b)
{
    static const double NEAR = 1e-8;
    double x = (a[0] + b[0]) / 2, y = (a[1] + b[1]) / 2;
    return fabs(into(window, 0, x) - x) > NEAR || fabs(into(window, 1, y) - y) > NEAR || (a[1] == b[1] && fabs(y) == 90);
}

/* A seam that goes on along one side needs no vertex between. */
static void add(mintu_track *to, const double window[4], const double *at, unsigned mark)
{
    size_t n = to->count;
    double *last = n ? to->xy + 2 * n - 2 : NULL;
    bool goes_on = n > 1 && (mark & MINTU_MARK_SEAM) && (to->marks[n - 1] & MINTU_MARK_SEAM);
    for (int side = 0; goes_on && side < SIDES; side++)
        if (at[side % 2] == window[side] && last[side % 2] == window[side] && last[side % 2 - 2] == window[side]) {
            last[0] = at[0], last[1] = at[1];
            to->marks[n - 1] = (unsigned char)mark;
            return;
        }
    mintu_track_add(to, at[0], at[1], mark);
}

static void cut_edge(const double *a, const double *b, unsigned mark, const double window[4], mintu_track *to)
{
    double parts[SIDES + 1], last[2] = {a[0], a[1]};
    int sides[SIDES + 1];
    size_t count = crossings(a, b, window, parts, sides);
    for (size_t i = 0; i < count; i++) {
        double at[2] = {a[0] + parts[i] * (b[0] - a[0]), a[1] + parts[i] * (b[1] - a[1])};
        if (sides[i] >= 0)
            at[sides[i] % 2] = window[sides[i]];
        else
            at[0] = b[0], at[1] = b[1];
        unsigned seam = is_seam(window, last, at) ? MINTU_MARK_SEAM : 0, made = sides[i] >= 0 ? MINTU_MARK_MADE : 0;
        last[0] = at[0], last[1] = at[1];
        at[0] = into(window, 0, at[0]), at[1] = into(window, 1, at[1]);
        add(to, window, at, mark | seam | made);
    }
}

void mintu_window_cut(const mintu_track *from, double shift, const double window[4], mintu_track *to)
{
    double a[2] = {0, 0}, b[2];
    for (size_t i = 0; i < from->count; i++) {
        b[0] = from->xy[2 * i] + shift, b[1] = from->xy[2 * i + 1];
        bool outside = into(window, 0, b[0]) != b[0] || into(window, 1, b[1]) != b[1];
        unsigned made = outside ? MINTU_MARK_MADE : 0;
        if (i > 0)
            cut_edge(a, b, from->marks[i] | made, window, to);
        else
            mintu_track_add(to, into(window, 0, b[0]), into(window, 1, b[1]), (from->marks[0] & MINTU_MARK_MADE) | made);
        a[0] = b[0], a[1] = b[1];
    }
}
