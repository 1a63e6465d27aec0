#include "geometry/cut.h"

#include "base/array.h"
#include "geometry/cap.h"
#include "geometry/cap_cut.h"
#include "geometry/unwrap.h"
#include "geometry/window_cut.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

mintu_spread mintu_spread_of(const double *xy, const size_t *starts, size_t parts)
{
    mintu_spread reach = {INFINITY, INFINITY, -INFINITY, -INFINITY, 0, 0};
    for (size_t part = 0; part < parts; part++)
        for (size_t i = starts[part]; i < starts[part + 1]; i++) {
            const double *b = xy + 2 * i, *a = i > starts[part] ? b - 2 : b;
            double wide = fabs(b[0] - a[0]), high = fabs(b[1] - a[1]);
            reach.west = b[0] < reach.west ? b[0] : reach.west;
            reach.east = b[0] > reach.east ? b[0] : reach.east;
            reach.south = b[1] < reach.south ? b[1] : reach.south;
            reach.north = b[1] > reach.north ? b[1] : reach.north;
            reach.wide = wide > reach.wide ? wide : reach.wide;
            reach.high = high > reach.high ? high : reach.high;
        }
    return reach;
}

/* By how much a shape must be moved for its west to lie in the turn that begins half the way round from the middle. */
static double shift_of(const mintu_cutter *cutter, double west)
{
    return -360 * floor((west - cutter->validity->middle + 180) / 360);
}

static bool is_in_cap(const mintu_validity *cap, const mintu_spread *reach)
{
    double least = fmin(cap->radius, 89) - 0.01;
    for (int corner = 0; corner < 4; corner++)
        if (mintu_bearing_of(cap->centre, corner & 1 ? reach->west : reach->east, corner & 2 ? reach->south : reach->north)
                .distance > least)
            return false;
    return reach->east - reach->west < 180;
}

/* A box is in a cap of less than half the earth when its corners are. */
bool mintu_cutter_leaves(const mintu_cutter *cutter, const mintu_spread *reach)
{
    const mintu_validity *validity = cutter->validity;
    if (reach->wide > cutter->step || reach->high > cutter->step)
        return false;
    double shift = shift_of(cutter, reach->west), west = reach->west + shift, east = reach->east + shift;
    if (validity->capped && !is_in_cap(validity, reach))
        return false;
    for (size_t i = 0; i < validity->window_count; i++) {
        const double *w = validity->windows[i];
        if (west > w[0] && east < w[2] && reach->south > w[1] && reach->north < w[3])
            return true;
    }
    return false;
}

/* A shape that jumps may reach to both sides of where it seems to be. */
bool mintu_cutter_drops(const mintu_cutter *cutter, const mintu_spread *reach)
{
    const double *near = cutter->near;
    if (reach->south > near[3] || reach->north < near[1])
        return true;
    if (mintu_is_jump(reach->wide) || reach->east - reach->west >= 360)
        return false;
    double shift = shift_of(cutter, reach->west), west = reach->west + shift, east = reach->east + shift;
    return (west > near[2] || east < near[0]) && east - 360 < near[0];
}

/* A ring under way, or a line. */
struct mintu_cut_ring {
    size_t start, end; /* its vertices */
    double low, high;  /* its longitudes */
    bool round;        /* about a pole: it lies in all turns already */
};

static void add_vertices(mintu_track *to, const mintu_track *from, size_t first, double shift)
{
    for (size_t i = first; i < from->count; i++)
        mintu_track_add(to, from->xy[2 * i] + shift, from->xy[2 * i + 1], from->marks[i]);
}

/* A ring about a pole is a line without end in longitude: several turns of it reach over every window, and it is closed by way of the
 * nearer pole. */
static void close_over_pole(const mintu_cutter *cutter, double turn, mintu_track *to)
{
    enum { TURNS = 5 };
    const mintu_track *ring = &cutter->ring;
    double sum = 0, start = cutter->validity->middle - 2 * turn;
    for (size_t i = 0; i < ring->count; i++)
        sum += ring->xy[2 * i + 1];
    double pole = sum > 0 ? 90 : -90, shift = 360 * round((start - ring->xy[0]) / 360);
    for (int i = 0; i < TURNS; i++)
        add_vertices(to, ring, i > 0, shift + i * turn);
    if (to->failed)
        return;
    mintu_track_add(to, to->xy[2 * to->count - 2], pole, MINTU_MARK_SEAM | MINTU_MARK_MADE);
    mintu_track_add(to, ring->xy[0] + shift, pole, MINTU_MARK_SEAM | MINTU_MARK_MADE);
    mintu_track_add(to, ring->xy[0] + shift, ring->xy[1], MINTU_MARK_SEAM);
}

/* Edges along the antimeridian of a feature that reaches it from both sides were made when it was cut there by others. */
static void mark_old_seams(mintu_track *ring)
{
    for (size_t i = 1; i < ring->count; i++)
        if (fabs(ring->xy[2 * i]) == 180 && ring->xy[2 * i] == ring->xy[2 * i - 2])
            ring->marks[i] |= MINTU_MARK_SEAM;
}

/* Takes the vertices of a part over, with longitudes that go on; a hole keeps to its ring, @p outer. */
static struct mintu_cut_ring take(mintu_cutter *cutter, bool polygon, const struct mintu_cut_ring *outer)
{
    mintu_track *ring = &cutter->ring;
    struct mintu_cut_ring taken = {.start = cutter->rings.count, .end = cutter->rings.count};
    static const double MOST = 36000; /* degrees; what is wider are none */
    if (ring->count < 2 || ring->failed)
        return taken;
    mintu_unwrapped found = mintu_unwrap(ring->xy, ring->count, polygon);
    if (!(fabs(found.low) < MOST && fabs(found.high) < MOST))
        return taken;
    double shift = outer ? 360 * round(((outer->low + outer->high) - (found.low + found.high)) / 720) : 0;
    taken.low = found.low + shift, taken.high = found.high + shift;
    taken.round = polygon && fabs(found.turn) > 180;
    if (taken.round)
        close_over_pole(cutter, found.turn, &cutter->rings);
    else
        add_vertices(&cutter->rings, ring, 0, shift);
    taken.end = cutter->rings.count;
    return taken;
}

/* A ring with its holes, or a line. */
static void gather(mintu_cutter *cutter, const mintu_shape *shape, const size_t parts[2], bool both_sides)
{
    bool polygon = shape->type == MINTU_GEOMETRY_TYPE_POLYGON;
    mintu_track *ring = &cutter->ring;
    mintu_track_clear(&cutter->rings);
    cutter->ring_count = 0;
    for (size_t part = parts[0]; part < parts[1]; part++) {
        mintu_track_clear(ring);
        for (size_t i = shape->starts[part]; i < shape->starts[part + 1]; i++)
            mintu_track_add(ring, shape->xy[2 * i], shape->xy[2 * i + 1], 0);
        if (polygon && both_sides && !ring->failed)
            mark_old_seams(ring);
        if (!MINTU_ARRAY_RESERVE(cutter->items, cutter->ring_room, cutter->ring_count + 1)) {
            ring->failed = true;
            return;
        }
        struct mintu_cut_ring one = take(cutter, polygon, cutter->ring_count ? cutter->items : NULL);
        cutter->items[cutter->ring_count++] = one;
    }
}

/* The stretches of a line that are no seams. */
static void add_lines(const mintu_track *path, mintu_pieces *out)
{
    for (size_t i = 1, first = 0; i <= path->count; i++) {
        if (i < path->count && !(path->marks[i] & MINTU_MARK_SEAM))
            continue;
        if (i - first > 1)
            mintu_pieces_add(out, path->xy + 2 * first, path->marks + first, i - first, true);
        first = i;
    }
}

/* A ring in one window; @p outer as in a shape, false for a hole. */
static void cut_once(mintu_cutter *cutter, const struct mintu_cut_ring *ring, double shift, const double window[4], bool outer,
                     mintu_pieces *out)
{
    const mintu_track one = {
        .xy = cutter->rings.xy + 2 * ring->start, .marks = cutter->rings.marks + ring->start, .count = ring->end - ring->start};
    const mintu_track *result = &cutter->fine;
    mintu_track_clear(&cutter->windowed);
    mintu_track_clear(&cutter->fine);
    mintu_track_clear(&cutter->capped);
    mintu_window_cut(&one, shift, window, &cutter->windowed);
    mintu_track_densify(&cutter->windowed, cutter->step, cutter->near, &cutter->fine);
    if (cutter->validity->capped) {
        mintu_cap_cut(&cutter->fine, cutter->validity, cutter->polygon, &cutter->capped);
        result = &cutter->capped;
    }
    if (!cutter->polygon)
        add_lines(result, out);
    else if (result->count >= 4)
        mintu_pieces_add(out, result->xy, result->marks, result->count, outer);
}

/* What of a window is worth keeping. */
static void narrow(const mintu_cutter *cutter, double window[4])
{
    for (int side = 0; side < 2; side++) {
        window[side] = fmax(window[side], cutter->near[side]);
        window[side + 2] = fmin(window[side + 2], cutter->near[side + 2]);
    }
}

static bool comes_by(const struct mintu_cut_ring *ring, double shift, const double window[4])
{
    static const double NEAR = 1e-8;
    return ring->end > ring->start && ring->low + shift <= window[2] + NEAR && ring->high + shift >= window[0] - NEAR;
}

/* A ring with its holes as often as it comes by a window; about a pole it does so once, while each of its holes may come by twice. */
static void cut_rings(mintu_cutter *cutter, const double window[4], mintu_pieces *out)
{
    const struct mintu_cut_ring *outer = cutter->items;
    long first = lround(ceil((window[0] - outer->high) / 360)) - 2, last = lround(floor((window[2] - outer->low) / 360)) + 2;
    if (outer->round && outer->end > outer->start)
        cut_once(cutter, outer, 0, window, true, out);
    for (long turn = first; turn <= last; turn++) {
        double shift = 360 * (double)turn;
        bool here = outer->round || comes_by(outer, shift, window);
        if (here && !outer->round)
            cut_once(cutter, outer, shift, window, true, out);
        for (size_t i = 1; i < cutter->ring_count && here; i++)
            if (!cutter->items[i].round && comes_by(&cutter->items[i], shift, window))
                cut_once(cutter, &cutter->items[i], shift, window, false, out);
    }
    for (size_t i = 1; i < cutter->ring_count; i++)
        if (cutter->items[i].round)
            cut_once(cutter, &cutter->items[i], 0, window, false, out);
}

static void cut_group(mintu_cutter *cutter, bool only_near, mintu_pieces *out)
{
    for (size_t i = 0; i < cutter->validity->window_count; i++) {
        double window[4];
        memcpy(window, cutter->validity->windows[i], sizeof window);
        if (only_near)
            narrow(cutter, window);
        if (window[0] < window[2] && window[1] < window[3])
            cut_rings(cutter, window, out);
    }
}

void mintu_cutter_cut(mintu_cutter *cutter, const mintu_shape *shape, bool only_near, mintu_pieces *out)
{
    mintu_spread reach = mintu_spread_of(shape->xy, shape->starts, shape->part_count);
    bool both_sides = reach.west == -180 && reach.east == 180, failed = false;
    cutter->polygon = shape->type == MINTU_GEOMETRY_TYPE_POLYGON;
    for (size_t part = 0, end; part < shape->part_count && !failed; part = end) {
        for (end = part + 1; cutter->polygon && end < shape->part_count && !shape->outer[end];)
            end++;
        gather(cutter, shape, (const size_t[]){part, end}, both_sides);
        failed = cutter->rings.failed || cutter->ring.failed;
        if (!failed)
            cut_group(cutter, only_near, out);
    }
    out->path.failed = out->path.failed || failed || cutter->windowed.failed || cutter->fine.failed || cutter->capped.failed;
}

void mintu_cutter_free(mintu_cutter *cutter)
{
    mintu_track_free(&cutter->rings);
    mintu_track_free(&cutter->ring);
    mintu_track_free(&cutter->windowed);
    mintu_track_free(&cutter->fine);
    mintu_track_free(&cutter->capped);
    free(cutter->items);
    *cutter = (mintu_cutter){0};
}
