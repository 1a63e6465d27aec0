#include "canvas/plot_path.h"

#include "base/array.h"
#include "base/earth.h"
#include "geometry/track.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

bool mintu_plot_next_stretch(const mintu_plot *plot, const mintu_polyline *part, size_t *at, mintu_polyline *out)
{
    const unsigned char *marks = plot->marks ? plot->marks + (part->xy - plot->xy) / 2 : NULL;
    size_t end = part->count;
    if (*at + (*at ? 1 : 0) >= part->count)
        return false;
    for (; marks && *at + 1 < part->count && (marks[*at + 1] & MINTU_MARK_SEAM);)
        ++*at;
    for (size_t i = *at + 1; marks && i < end; i++)
        if (marks[i] & MINTU_MARK_SEAM)
            end = i;
    *out = (mintu_polyline){part->xy + 2 * *at, end - *at, part->ring && *at == 0 && end == part->count};
    *at = end;
    return out->count > 1 || !marks;
}

void mintu_plot_add_row(mintu_canvas *canvas, const mintu_plot *plot, const mintu_plot_row *row, double width)
{
    for (size_t part = row->part; part < row->part_end; part++) {
        const mintu_polyline line = mintu_plot_line(plot, row, part);
        mintu_canvas_path_fixed(canvas, &line, width, mintu_plot_seams(plot, part));
    }
}

void mintu_plot_add_border(mintu_canvas *canvas, const mintu_plot *plot, const mintu_polyline *ring, const unsigned char *skip,
                           double width)
{
    const uint32_t *edges = plot->edges + (ring->xy - plot->xy) / 2;
    size_t start = 0, last = ring->count ? ring->count - 1 : 0;
    bool whole = true;
    for (size_t i = 0; i < last; i++)
        whole = whole && !skip[edges[i]];
    for (size_t i = 0; i <= last; i++) {
        bool ends = i == last || (!whole && skip[edges[i]]);
        if (ends && i > start)
            mintu_canvas_path(canvas, &(mintu_polyline){ring->xy + 2 * start, i - start + 1, whole && ring->ring}, width);
        start = ends ? i + 1 : start;
    }
}

/* A vertex of a parallel at @p offset px to the right (in drawing direction, y downwards), mitred; points are x, y. */
static void offset_vertex(const double *before, const double *here, const double *after, double offset, double out[2])
{
    double ax = here[0] - before[0], ay = here[1] - before[1], bx = after[0] - here[0], by = after[1] - here[1];
    double al = hypot(ax, ay), bl = hypot(bx, by);
    double nx = (al > 0 ? -ay / al : 0) + (bl > 0 ? -by / bl : 0), ny = (al > 0 ? ax / al : 0) + (bl > 0 ? bx / bl : 0);
    double square = nx * nx + ny * ny, length = al > 0 && bl > 0 ? fmax(square / 2, 0.5) : fmax(square, 1e-12);
    out[0] = here[0] + offset * nx / length;
    out[1] = here[1] + offset * ny / length;
}

enum { CORNER = 12 }; /* vertices of a cut corner at most */

/* The outer side of a corner that is not to be a point: from the end of one piece's own parallel to that of the other's. Returns the
 * number of vertices, 0 for a corner that is not cut. */
static size_t cut_vertex(const double *before, const double *here, const double *after, const mintu_parallel *parallel,
                         double out[2 * CORNER])
{
    double ax = here[0] - before[0], ay = here[1] - before[1], bx = after[0] - here[0], by = after[1] - here[1];
    double turn = atan2(ax * by - ay * bx, ax * bx + ay * by), start = atan2(ax, -ay);
    if (hypot(ax, ay) <= 0 || hypot(bx, by) <= 0 || parallel->offset * turn >= 0)
        return 0;
    if (1 / fmax(cos(turn / 2), 1e-6) <= parallel->miter_limit) /* the point's length to the line's width */
        return 0;
    size_t count = parallel->round ? 2 + (size_t)(fabs(turn) / MINTU_PI * (CORNER - 2)) : 2;
    for (size_t i = 0; i < count; i++) {
        double angle = start + turn * (double)i / (double)(count - 1);
        out[2 * i] = here[0] + parallel->offset * cos(angle);
        out[2 * i + 1] = here[1] + parallel->offset * sin(angle);
    }
    return count;
}

/* A ring's last vertex is its first. */
static void offset_of(const mintu_polyline *line, size_t i, double offset, double out[2])
{
    size_t count = line->count, before = i ? i - 1 : line->ring ? count - 2 : 0;
    size_t after = i + 1 < count ? i + 1 : line->ring ? 1 : i;
    offset_vertex(line->xy + 2 * before, line->xy + 2 * i, line->xy + 2 * after, offset, out);
}

/* Of a ring that begins with a cut corner the last vertex is the first of the two. */
static size_t offset_line(const mintu_polyline *line, const mintu_parallel *parallel, double *out)
{
    size_t count = 0, last = line->count - 1;
    for (size_t i = 0; i <= last; i++) {
        const double *xy = line->xy, *here = xy + 2 * i;
        bool inner = line->ring ? i < last : i > 0 && i < last;
        const double *before = i > 0 ? here - 2 : xy + 2 * (last - 1), *after = i < last ? here + 2 : xy + 2;
        size_t cut = inner && last > 1 ? cut_vertex(before, here, after, parallel, out + 2 * count) : 0;
        if (cut == 0)
            offset_of(line, i, parallel->offset, out + 2 * count);
        if (line->ring && i == last)
            memcpy(out + 2 * count, out, 2 * sizeof *out);
        count += cut ? cut : 1;
    }
    return count;
}

void mintu_canvas_parallel(mintu_canvas *canvas, const mintu_polyline *line, double width, const mintu_parallel *parallel)
{
    if (line->count < 2)
        return;
    double *moved = malloc(2 * CORNER * line->count * sizeof *moved);
    if (mintu_memory_good(moved)) {
        size_t count = offset_line(line, parallel, moved);
        mintu_canvas_path(canvas, &(mintu_polyline){moved, count, line->ring}, width);
    }
    free(moved);
}

void mintu_canvas_band(mintu_canvas *canvas, const mintu_polyline *line, size_t segment, double width, double offset)
{
    double corners[4][2];
    for (size_t i = 0; i < 4; i++) { /* along one side and back along the other */
        size_t vertex = segment + (i == 1 || i == 2);
        offset_of(line, vertex, offset + (i < 2 ? -width / 2 : width / 2), corners[i]);
    }
    cairo_move_to(canvas->cairo, corners[0][0], corners[0][1]);
    for (size_t i = 1; i < 4; i++)
        cairo_line_to(canvas->cairo, corners[i][0], corners[i][1]);
    cairo_close_path(canvas->cairo);
}

double mintu_polyline_length(const mintu_polyline *line)
{
    double sum = 0;
    for (size_t i = 0; i + 1 < line->count; i++)
        sum += hypot(line->xy[2 * i + 2] - line->xy[2 * i], line->xy[2 * i + 3] - line->xy[2 * i + 1]);
    return sum;
}

void mintu_canvas_piece(mintu_canvas *canvas, const mintu_polyline *line, double from, double to)
{
    double done = 0;
    bool begun = false;
    for (size_t i = 0; i + 1 < line->count && done < to; i++) {
        const double *a = line->xy + 2 * i;
        double dx = a[2] - a[0], dy = a[3] - a[1], length = hypot(dx, dy), end = done + length;
        if (length > 0 && end > from) {
            double first = fmax(from - done, 0) / length, last = fmin(to - done, length) / length;
            if (!begun)
                cairo_move_to(canvas->cairo, a[0] + first * dx, a[1] + first * dy);
            cairo_line_to(canvas->cairo, a[0] + last * dx, a[1] + last * dy);
            begun = true;
        }
        done = end;
    }
}
