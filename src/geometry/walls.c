#include "geometry/walls.h"

#include "base/error.h"
#include "geometry/ray.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char DOING[] = N_("preparing the land for routes");
static const double SLACK = 1e-9; /* degrees by which the cells that a line meets are taken too wide */
enum { EDGES_PER_CELL = 1, CELLS_PER_SIDE = 2000 };

static bool is_same(const double a[2], const double b[2])
{
    return a[0] == b[0] && a[1] == b[1];
}

static const double *vertex_at(const mintu_walls *walls, size_t vertex)
{
    return walls->xy + 2 * vertex;
}

bool mintu_walls_corner(const mintu_walls *walls, size_t vertex)
{
    return mintu_side_of(vertex_at(walls, walls->before[vertex]), vertex_at(walls, vertex),
                         vertex_at(walls, walls->after[vertex])) <= 0;
}

bool mintu_walls_turns(const mintu_walls *walls, size_t vertex, const double from[2])
{
    const double *corner = vertex_at(walls, vertex);
    return mintu_side_of(from, corner, vertex_at(walls, walls->before[vertex])) *
               mintu_side_of(from, corner, vertex_at(walls, walls->after[vertex])) >=
           0;
}

/* Whether a line from a vertex towards a position sets out inwards or along a wall. */
static bool opens_to(const mintu_walls *walls, size_t vertex, const double to[2])
{
    const double *before = vertex_at(walls, walls->before[vertex]), *at = vertex_at(walls, vertex);
    const double *after = vertex_at(walls, walls->after[vertex]);
    int in = mintu_side_of(before, at, to), out = mintu_side_of(at, after, to);
    if (mintu_side_of(before, at, after) >= 0)
        return in >= 0 && out >= 0;
    return in >= 0 || out >= 0;
}

/* Whether two ranges have nothing in common. */
static bool apart(double a, double b, double p, double q)
{
    return p < q ? (a < p && b < p) || (a > q && b > q) : (a < q && b < q) || (a > p && b > p);
}

/* Whether the wall that begins at a vertex, or the vertex itself, stops a line. */
static bool stops(const mintu_walls *walls, size_t vertex, const double p[2], const double q[2])
{
    const double *a = vertex_at(walls, vertex), *b = vertex_at(walls, walls->after[vertex]);
    if (apart(a[0], b[0], p[0], q[0]) || apart(a[1], b[1], p[1], q[1]))
        return false;
    if (is_same(a, p) || is_same(a, q))
        return !opens_to(walls, vertex, is_same(a, p) ? q : p);
    if (is_same(b, p) || is_same(b, q))
        return false; /* the next wall's first vertex */
    int sa = mintu_side_of(p, q, a), sb = mintu_side_of(p, q, b);
    if (sa * sb > 0)
        return false;
    int sp = mintu_side_of(a, b, p), sq = mintu_side_of(a, b, q);
    if (sp == 0 && sq == 0)
        return (a[0] - p[0]) * (a[0] - q[0]) + (a[1] - p[1]) * (a[1] - q[1]) < 0; /* along the wall */
    if (sp == 0 || sq == 0)
        return sp < 0 || sq < 0; /* an end on the wall: the other end is outwards */
    return sp * sq < 0;
}

static size_t cell_of(const mintu_walls *walls, double from_origin, size_t count)
{
    double cell = from_origin / walls->cell;
    return !(cell > 0) ? 0 : cell >= (double)count ? count - 1 : (size_t)cell;
}

static size_t row_of(const mintu_walls *walls, double y)
{
    return cell_of(walls, y - walls->origin[1], walls->rows);
}

/* The columns of a row of cells that a line meets; p is its lower end, slope its way east per way north. */
static void span_of(const mintu_walls *walls, const double p[2], const double q[2], double slope, size_t row, size_t span[2])
{
    double bottom = walls->origin[1] + walls->cell * (double)row - SLACK, top = bottom + walls->cell + 2 * SLACK;
    double a = bottom > p[1] ? p[0] + (bottom - p[1]) * slope : p[0], b = top < q[1] ? p[0] + (top - p[1]) * slope : q[0];
    span[0] = cell_of(walls, (a < b ? a : b) - SLACK - walls->origin[0], walls->columns);
    span[1] = cell_of(walls, (a < b ? b : a) + SLACK - walls->origin[0], walls->columns);
}

static double slope_of(const double p[2], const double q[2])
{
    return q[1] > p[1] ? (q[0] - p[0]) / (q[1] - p[1]) : 0;
}

static bool row_clear(const mintu_walls *walls, const double p[2], const double q[2], const size_t cells[2])
{
    for (size_t i = walls->starts[cells[0]]; i < walls->starts[cells[1] + 1]; i++)
        if (stops(walls, walls->edges[i], p, q))
            return false;
    return true;
}

bool mintu_walls_clear(const mintu_walls *walls, const double from[2], const double to[2])
{
    const double *p = from[1] <= to[1] ? from : to, *q = from[1] <= to[1] ? to : from;
    if (walls->count == 0)
        return false;
    size_t last = row_of(walls, q[1] + SLACK);
    double slope = slope_of(p, q);
    for (size_t row = row_of(walls, p[1] - SLACK); row <= last; row++) {
        size_t span[2];
        span_of(walls, p, q, slope, row, span);
        if (!row_clear(walls, p, q, (const size_t[]){row * walls->columns + span[0], row * walls->columns + span[1]}))
            return false;
    }
    return true;
}

/* Counts (edges NULL) or files the cells of an edge. */
static void file_edge(mintu_walls *walls, size_t vertex)
{
    const double *a = vertex_at(walls, vertex), *b = vertex_at(walls, walls->after[vertex]);
    const double *p = a[1] <= b[1] ? a : b, *q = a[1] <= b[1] ? b : a;
    for (size_t row = row_of(walls, p[1] - SLACK); row <= row_of(walls, q[1] + SLACK); row++) {
        size_t span[2];
        span_of(walls, p, q, slope_of(p, q), row, span);
        for (size_t cell = row * walls->columns + span[0]; cell <= row * walls->columns + span[1]; cell++) {
            if (walls->edges)
                walls->edges[walls->starts[cell + 1]] = vertex;
            walls->starts[cell + (walls->edges ? 1 : 2)]++;
        }
    }
}

/* Files all edges by cell, the cells as many as there are edges: starts is counted two cells on, summed, and filled one on. */
static mintu_status make_grid(mintu_walls *walls, mintu_error *error)
{
    double low[2] = {INFINITY, INFINITY}, high[2] = {-INFINITY, -INFINITY};
    for (size_t i = 0; i < 2 * walls->count; i++) {
        low[i % 2] = fmin(low[i % 2], walls->xy[i]);
        high[i % 2] = fmax(high[i % 2], walls->xy[i]);
    }
    double width = high[0] - low[0], height = high[1] - low[1], longest = fmax(width, height);
    memcpy(walls->origin, low, sizeof low);
    walls->cell = fmax(sqrt(width * height * EDGES_PER_CELL / (double)walls->count), longest / CELLS_PER_SIDE);
    walls->columns = (size_t)(width / walls->cell) + 1;
    walls->rows = (size_t)(height / walls->cell) + 1;
    walls->starts = calloc(walls->columns * walls->rows + 2, sizeof *walls->starts);
    if (!walls->starts)
        return mintu_fail_memory(error, DOING);
    for (size_t i = 0; i < walls->count; i++)
        file_edge(walls, i);
    for (size_t i = 2; i < walls->columns * walls->rows + 2; i++)
        walls->starts[i] += walls->starts[i - 1];
    walls->edges = calloc(walls->starts[walls->columns * walls->rows + 1] + 1, sizeof *walls->edges);
    if (!walls->edges)
        return mintu_fail_memory(error, DOING);
    for (size_t i = 0; i < walls->count; i++)
        file_edge(walls, i);
    return MINTU_STATUS_OK;
}

size_t mintu_walls_polygon(const mintu_walls *walls, const double at[2])
{
    bool inside = false;
    for (size_t i = 0; i < walls->count; i++) {
        inside ^= mintu_ray_meets(at, vertex_at(walls, i), vertex_at(walls, walls->after[i]));
        bool last = i + 1 == walls->count || walls->polygons[i + 1] != walls->polygons[i];
        if (last && inside)
            return walls->polygons[i];
    }
    return 0;
}

static double twice_area(const double *xy, size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++) {
        const double *a = xy + 2 * i, *b = xy + 2 * ((i + 1) % count);
        sum += (a[0] - xy[0]) * (b[1] - xy[1]) - (b[0] - xy[0]) * (a[1] - xy[1]);
    }
    return sum;
}

/* Appends a closed ring, turned so that the inside is on the left. */
static void add_ring(mintu_walls *walls, const double *xy, size_t count, bool outer, size_t polygon)
{
    size_t first = walls->count, kept = 0;
    double *ring = walls->xy + 2 * first;
    for (size_t i = 0; i < count; i++)
        if (kept == 0 || !is_same(ring + 2 * (kept - 1), xy + 2 * i))
            memcpy(ring + 2 * kept++, xy + 2 * i, 2 * sizeof *xy);
    while (kept > 1 && is_same(ring, ring + 2 * (kept - 1)))
        kept--;
    if (kept < 3)
        return;
    bool turn = (twice_area(ring, kept) > 0) != outer;
    for (size_t i = 0; i < kept; i++) {
        size_t next = first + (i + 1) % kept, last = first + (i + kept - 1) % kept;
        walls->before[first + i] = turn ? next : last;
        walls->after[first + i] = turn ? last : next;
        walls->polygons[first + i] = polygon;
    }
    walls->count += kept;
}

mintu_status mintu_walls_new(const mintu_shape *polygons, mintu_error *error, mintu_walls *out)
{
    size_t room = polygons->vertex_count + 1, polygon = 0;
    mintu_status status = MINTU_STATUS_OK;
    *out = (mintu_walls){0};
    out->xy = calloc(room, 2 * sizeof *out->xy);
    out->before = calloc(room, sizeof *out->before);
    out->after = calloc(room, sizeof *out->after);
    out->polygons = calloc(room, sizeof *out->polygons);
    if (!out->xy || !out->before || !out->after || !out->polygons)
        status = mintu_fail_memory(error, DOING);
    for (size_t part = 0; part < polygons->part_count && status == MINTU_STATUS_OK; part++) {
        const size_t *starts = polygons->starts + part;
        polygon += polygons->outer[part];
        add_ring(out, polygons->xy + 2 * starts[0], starts[1] - starts[0], polygons->outer[part], polygon);
    }
    if (status == MINTU_STATUS_OK && out->count > 0)
        status = make_grid(out, error);
    if (status != MINTU_STATUS_OK)
        mintu_walls_free(out);
    return status;
}

void mintu_walls_free(mintu_walls *walls)
{
    free(walls->xy);
    free(walls->before);
    free(walls->after);
    free(walls->polygons);
    free(walls->starts);
    free(walls->edges);
    *walls = (mintu_walls){0};
}
