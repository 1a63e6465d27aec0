#include "canvas/plot_path.h"

#include "base/array.h"
#include "geometry/track.h"

#include <math.h>
#include <stdlib.h>

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
        mintu_canvas_path(canvas, &line, width);
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

static void offset_line(const mintu_polyline *line, double offset, double *out)
{
    size_t count = line->count;
    for (size_t i = 0; i < count; i++) { /* a ring's last vertex is its first */
        size_t before = i ? i - 1 : line->ring ? count - 2 : 0, after = i + 1 < count ? i + 1 : line->ring ? 1 : i;
        offset_vertex(line->xy + 2 * before, line->xy + 2 * i, line->xy + 2 * after, offset, out + 2 * i);
    }
}

void mintu_canvas_parallel(mintu_canvas *canvas, const mintu_polyline *line, double width, double offset)
{
    double *moved = line->count < 2 ? NULL : malloc((2 * line->count + 2) * sizeof *moved);
    if (line->count < 2 || !mintu_memory_good(moved))
        return;
    offset_line(line, offset, moved);
    mintu_canvas_path(canvas, &(mintu_polyline){moved, line->count, line->ring}, width);
    free(moved);
}

void mintu_canvas_band(mintu_canvas *canvas, const mintu_polyline *line, double width, double offset)
{
    size_t count = line->count;
    double *sides = count < 2 ? NULL : malloc((4 * count + 4) * sizeof *sides);
    if (count < 2 || !mintu_memory_good(sides))
        return;
    offset_line(line, offset - width / 2, sides);
    offset_line(line, offset + width / 2, sides + 2 * count);
    for (size_t i = 0, j = count - 1; i < j; i++, j--)
        for (size_t axis = 0; axis < 2; axis++) {
            double swap = sides[2 * (count + i) + axis];
            sides[2 * (count + i) + axis] = sides[2 * (count + j) + axis];
            sides[2 * (count + j) + axis] = swap;
        }
    sides[4 * count] = sides[0], sides[4 * count + 1] = sides[1];
    mintu_canvas_path(canvas, &(mintu_polyline){sides, 2 * count + 1, true}, 0);
    free(sides);
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
