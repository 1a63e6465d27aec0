#include "canvas/plot_spot.h"

#include "canvas/plot.h"

#include <math.h>
#include <stdlib.h>

enum { ROWS = 24, MOST_CROSSINGS = 256 };

static int by_value(const void *a, const void *b)
{
    double one = *(const double *)a, two = *(const double *)b;
    return one < two ? -1 : one > two;
}

/* Where the polygon's rings cross a horizontal line, sorted; even-odd, so holes count too. */
static size_t crossings(const mintu_plot *plot, const mintu_plot_row *row, double y, double *out)
{
    size_t count = 0;
    for (size_t part = row->part; part < row->part_end; part++)
        for (size_t i = plot->starts[part]; i + 1 < plot->starts[part + 1]; i++) {
            const double *a = plot->xy + 2 * i, *b = a + 2;
            if ((a[1] <= y) != (b[1] <= y) && count < MOST_CROSSINGS)
                out[count++] = a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0]);
        }
    qsort(out, count, sizeof *out, by_value);
    return count - count % 2;
}

/* The search for the widest stretch of one polygon; y and weight are those of the line under way. */
typedef struct search {
    const mintu_plot *plot;
    mintu_plot_row *row;
    const mintu_box *inner, *covers;
    size_t cover_count;
    double y, weight, best;
} search;

/* Tries a stretch of the line, without what the boxes from @p cover on take of it. */
static void try_stretch(search *s, double left, double right, size_t cover)
{
    for (; cover < s->cover_count; cover++) {
        const mintu_box *box = &s->covers[cover];
        if (s->y < box->y0 || s->y > box->y1 || right < box->x0 || left > box->x1)
            continue;
        try_stretch(s, left, box->x0, cover + 1);
        left = box->x1;
    }
    double worth = (right - left) * s->weight;
    if (!(right > left) || worth <= s->best)
        return;
    s->best = worth;
    mintu_plot_row *row = s->row;
    row->spot[0] = (left + right) / 2;
    row->spot[1] = s->y;
    row->stretch = right - left;
    row->has_spot = true;
}

static void move_spot(search *s)
{
    mintu_plot_row *row = s->row;
    double xs[MOST_CROSSINGS];
    double top = fmax(row->box.y0, s->inner->y0), bottom = fmin(row->box.y1, s->inner->y1);
    row->has_spot = false;
    for (int i = 0; i < ROWS && top < bottom; i++) {
        double part = (i + 0.5) / ROWS;
        s->y = top + part * (bottom - top);
        s->weight = 0.4 + fmin(part, 1 - part);
        size_t count = crossings(s->plot, row, s->y, xs);
        for (size_t j = 0; j + 1 < count; j += 2)
            try_stretch(s, fmax(xs[j], s->inner->x0), fmin(xs[j + 1], s->inner->x1), 0);
    }
}

void mintu_plot_see_spot(const mintu_plot *plot, mintu_plot_row *row, const mintu_box *frame)
{
    search s = {.plot = plot, .row = row, .inner = frame};
    move_spot(&s);
}

static bool is_covered(const mintu_plot_row *row, const mintu_box *covers, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (row->has_spot && mintu_box_holds(&covers[i], row->spot[0], row->spot[1]))
            return true;
    return false;
}

void mintu_plot_move_spots(mintu_plot *plot, const mintu_box *frame, const mintu_box *covers, size_t cover_count)
{
    for (size_t i = 0; i < plot->row_count; i++) {
        mintu_plot_row *row = &plot->rows[i];
        if (row->type != MINTU_GEOMETRY_TYPE_POLYGON || !mintu_box_meets(&row->box, frame))
            continue;
        row->context = row->has_spot && !mintu_box_holds(frame, row->spot[0], row->spot[1]);
        search s = {.plot = plot, .row = row, .inner = frame, .covers = covers, .cover_count = cover_count};
        if (!mintu_box_within(&row->box, frame) || is_covered(row, covers, cover_count))
            move_spot(&s);
    }
}
