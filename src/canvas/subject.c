#include "canvas/subject.h"

#include "base/error.h"

#include <math.h>
#include <stddef.h>

/* How well a layer tells what the map is about: symbols best, then areas. Lines and points that only carry names (of rivers, of
 * seas) run on into the surroundings, and pictures lie beneath them. */
enum { GROUND = 1, LINES, AREAS, SYMBOLS };

static int core_rank(const mintu_plot *plot)
{
    if (plot->symbols || plot->pixels)
        return plot->symbols ? SYMBOLS : GROUND;
    mintu_geometry_type type = mintu_layer_geometry_type(plot->layer);
    return type == MINTU_GEOMETRY_TYPE_POLYGON || type == MINTU_GEOMETRY_TYPE_MIXED ? AREAS : LINES;
}

/* All symbol layers together; without them the smallest of the best that there is. */
static int find_core(const mintu_plot *plots, size_t count, mintu_box *core)
{
    mintu_box box;
    int best = 0;
    for (size_t i = 0; i < count; i++) {
        if (!plots[i].layer || !mintu_plot_bounds(&plots[i], &box) || core_rank(&plots[i]) < best)
            continue;
        int rank = core_rank(&plots[i]);
        if (rank > best || (rank < SYMBOLS && mintu_box_area(&box) < mintu_box_area(core)))
            *core = box;
        else if (rank == SYMBOLS)
            mintu_box_join(core, &box);
        best = rank;
    }
    return best;
}

enum { BINS = 1440 }; /* of a quarter of a degree */

/* Marks the longitudes of an edge, which goes the shorter way round unless it goes round the world. */
static void mark_edge(unsigned char *bins, double from, double to)
{
    static const double MOST = 36000; /* degrees; what is wider are none */
    if (!(fabs(from) < MOST && fabs(to) < MOST))
        return;
    double step = to - from, way = fabs(step) < 359.99 ? remainder(step, 360) : step;
    double west = fmin(from, from + way);
    long first = lround(floor((west + 180) * BINS / 360));
    long last = lround(floor((west + fabs(way) + 180) * BINS / 360));
    for (long bin = first; bin <= last && bin < first + BINS; bin++)
        bins[(bin % BINS + BINS) % BINS] = 1;
}

static void mark_plot(unsigned char *bins, const mintu_plot *plot)
{
    for (size_t part = 0; part < plot->part_count; part++)
        for (size_t i = plot->starts[part]; i < plot->starts[part + 1]; i++)
            mark_edge(bins, plot->xy[2 * (i > plot->starts[part] ? i - 1 : i)], plot->xy[2 * i]);
}

/* What lies on both sides of the antimeridian is one piece across it, when the widest gap of longitudes lies elsewhere. */
static void go_across(const mintu_plot *plots, size_t count, double extent[4])
{
    unsigned char bins[BINS] = {0};
    size_t widest = 0, end = 0, run = 0;
    for (size_t i = 0; i < count; i++)
        if (plots[i].subject)
            mark_plot(bins, &plots[i]);
    for (size_t i = 0; i < 2 * (size_t)BINS; i++) {
        run = bins[i % BINS] ? 0 : run + 1;
        if (run > widest && run < BINS)
            widest = run, end = i + 1;
    }
    double width = 360 - (double)widest * 360 / BINS;
    if (width >= extent[2] - extent[0] || !widest)
        return;
    extent[0] = -180 + (double)(end % BINS) * 360 / BINS;
    extent[2] = extent[0] + width;
}

mintu_status mintu_subject_extent(mintu_plot *plots, size_t count, double extent[4], mintu_error *error)
{
    mintu_box core = {0}, box, all;
    int best = find_core(plots, count, &core);
    if (!best)
        return mintu_fail(error, MINTU_STATUS_INPUT,
                          "fitting the map: no layer has a geometry; give an extent, or layers with data");
    all = core;
    for (size_t i = 0; i < count; i++) {
        if (!plots[i].layer || !mintu_plot_bounds(&plots[i], &box) || !mintu_box_meets(&core, &box))
            continue;
        /* A layer that reaches far beyond the subject is its surroundings: neighbouring provinces, the sea. */
        int rank = core_rank(&plots[i]);
        plots[i].subject = rank == SYMBOLS || (rank >= (best < AREAS ? best : AREAS) &&
                                               mintu_box_area(&box) <= 2.5 * fmax(mintu_box_area(&core), 1e-4));
        if (plots[i].subject)
            mintu_box_join(&all, &box);
    }
    extent[0] = all.x0, extent[1] = all.y0, extent[2] = all.x1, extent[3] = all.y1;
    if (extent[2] - extent[0] > 180)
        go_across(plots, count, extent);
    return MINTU_STATUS_OK;
}

bool mintu_subject_bounds(const mintu_plot *plots, size_t count, mintu_box *out)
{
    mintu_box box;
    *out = (mintu_box){INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (size_t i = 0; i < count; i++)
        if (plots[i].subject && mintu_plot_bounds(&plots[i], &box))
            mintu_box_join(out, &box);
    return out->x0 <= out->x1;
}
