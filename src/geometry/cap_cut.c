#include "geometry/cap_cut.h"

#include "geometry/cap.h"

#include <math.h>

static const double GRID = 1;       /* degrees between the vertices along the cap's edge */
static const double TURN_MOST = 20; /* degrees of direction that an edge may take at once */
enum { DEPTH_MOST = 24 };

typedef struct place {
    double xy[2];
    mintu_bearing bearing;
    bool outside;
    int side; /* of the meridian opposite the centre: -1 west, 1 east, 0 not on it */
} place;

typedef struct cutting {
    const mintu_validity *cap;
    mintu_track *to;
    unsigned mark; /* of the edge under way */
} cutting;

/* On the meridian opposite the centre east and west differ only by which of the two the place was meant for. */
static place look(const mintu_validity *cap, double x, double y)
{
    static const double NEAR = 1e-7;
    place at = {.xy = {x, y}, .bearing = mintu_bearing_of(cap->centre, x, y)};
    double off = x - cap->middle;
    at.side = off > 180 - NEAR ? 1 : off < -180 + NEAR ? -1 : 0;
    if (at.side)
        at.bearing.azimuth = at.side * fabs(at.bearing.azimuth);
    at.outside = at.bearing.distance > cap->radius;
    return at;
}

static double turn_between(const place *a, const place *b)
{
    double turn = b->bearing.azimuth - a->bearing.azimuth;
    return a->side && a->side == b->side ? turn : remainder(turn, 360);
}

static void add_edge_place(const cutting *c, double azimuth)
{
    double at[2];
    mintu_bearing_reach(c->cap->centre, (mintu_bearing){c->cap->radius, azimuth}, at);
    mintu_track_add(c->to, at[0], at[1], MINTU_MARK_SEAM | MINTU_MARK_MADE);
}

/* Along the cap's edge, at whole degrees of direction, so that what runs there and back encloses nothing. */
static void follow(const cutting *c, const place *a, const place *b)
{
    double turn = turn_between(a, b), from = a->bearing.azimuth, to = from + turn;
    if (turn > 0)
        for (long i = lround(floor(from / GRID)) + 1; (double)i * GRID <= to; i++)
            add_edge_place(c, (double)i * GRID);
    else
        for (long i = lround(ceil(from / GRID)) - 1; (double)i * GRID >= to; i--)
            add_edge_place(c, (double)i * GRID);
}

static place middle_of(const cutting *c, const place *a, const place *b, double part)
{
    return look(c->cap, a->xy[0] + part * (b->xy[0] - a->xy[0]), a->xy[1] + part * (b->xy[1] - a->xy[1]));
}

/* Where an edge with one end outside crosses the cap's edge. */
static place crossing(const cutting *c, const place *a, const place *b)
{
    double low = 0, high = 1;
    for (int i = 0; i < 40; i++) {
        double part = (low + high) / 2;
        if (middle_of(c, a, b, part).outside == a->outside)
            low = part;
        else
            high = part;
    }
    place at = middle_of(c, a, b, (low + high) / 2);
    at.bearing.distance = c->cap->radius;
    mintu_bearing_reach(c->cap->centre, at.bearing, at.xy);
    return at;
}

static void cut_edge(const cutting *c, const place *a, const place *b, int depth)
{
    bool meridian = a->side && a->side == b->side;
    if ((a->outside || b->outside) && !meridian && depth < DEPTH_MOST && fabs(turn_between(a, b)) > TURN_MOST) {
        place half = middle_of(c, a, b, 0.5);
        cutting made = *c;
        made.mark |= MINTU_MARK_MADE;
        cut_edge(&made, a, &half, depth + 1);
        cut_edge(c, &half, b, depth + 1);
        return;
    }
    if (a->outside && b->outside) {
        follow(c, a, b);
    } else if (b->outside) {
        place at = crossing(c, a, b);
        mintu_track_add(c->to, at.xy[0], at.xy[1], c->mark | MINTU_MARK_MADE);
        follow(c, &at, b);
    } else {
        if (a->outside) {
            place at = crossing(c, a, b);
            follow(c, a, &at);
            mintu_track_add(c->to, at.xy[0], at.xy[1], MINTU_MARK_SEAM | MINTU_MARK_MADE);
        }
        mintu_track_add(c->to, b->xy[0], b->xy[1], c->mark);
    }
}

/* A ring that began outside has no vertex there yet. */
static void close_ring(mintu_track *to, size_t first)
{
    const double *a = to->xy + 2 * first;
    if (to->count <= first + 1 || (a[0] == to->xy[2 * to->count - 2] && a[1] == to->xy[2 * to->count - 1]))
        return;
    const double at[2] = {a[0], a[1]};
    mintu_track_add(to, at[0], at[1], MINTU_MARK_SEAM | MINTU_MARK_MADE);
}

void mintu_cap_cut(const mintu_track *from, const mintu_validity *cap, bool ring, mintu_track *to)
{
    size_t first = to->count;
    place a = {0};
    for (size_t i = 0; i < from->count && !to->failed; i++) {
        place b = look(cap, from->xy[2 * i], from->xy[2 * i + 1]);
        cutting c = {cap, to, from->marks[i]};
        if (i > 0)
            cut_edge(&c, &a, &b, 0);
        else if (!b.outside)
            mintu_track_add(to, b.xy[0], b.xy[1], from->marks[i]);
        a = b;
    }
    if (ring)
        close_ring(to, first);
}
