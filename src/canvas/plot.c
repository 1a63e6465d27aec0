#include "canvas/plot.h"

#include "base/array.h"
#include "base/context.h"
#include "base/error.h"
#include "canvas/page.h"
#include "geometry/shared_edges.h"
#include "layer/shape.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char DOING[] = N_("preparing a layer for the map");

static bool reserve(mintu_plot *plot, size_t vertices, size_t parts)
{
    parts += plot->part_count + 1;
    return mintu_array_reserve(&plot->xy, &plot->vertex_room, plot->vertex_count + vertices + 1, 2 * sizeof *plot->xy) &&
           MINTU_ARRAY_RESERVE(plot->starts, plot->part_room, parts) &&
           MINTU_ARRAY_RESERVE(plot->outer, plot->outer_room, parts);
}

static bool append(mintu_plot *plot, mintu_plot_row *row, const mintu_shape *shape)
{
    row->type = shape->type;
    row->part = plot->part_count;
    if (!reserve(plot, shape->vertex_count, shape->part_count))
        return false;
    if (shape->vertex_count)
        memcpy(plot->xy + 2 * plot->vertex_count, shape->xy, 2 * shape->vertex_count * sizeof *plot->xy);
    for (size_t part = 0; part < shape->part_count; part++) {
        plot->outer[plot->part_count] = shape->outer[part];
        plot->starts[plot->part_count++] = plot->vertex_count + shape->starts[part];
    }
    plot->vertex_count += shape->vertex_count;
    plot->starts[plot->part_count] = plot->vertex_count;
    row->part_end = plot->part_count;
    return true;
}

/* A point's spot is its own; a line has none here (labels walk along it). */
static void take_point(const mintu_plot *plot, mintu_plot_row *row)
{
    row->has_spot = row->type == MINTU_GEOMETRY_TYPE_POINT && row->part_end > row->part;
    if (row->has_spot)
        memcpy(row->spot, plot->xy + 2 * plot->starts[row->part], sizeof row->spot);
}

mintu_status mintu_plot_load(mintu_plot *plot, mintu_context *context, const mintu_layer *layer, mintu_error *error)
{
    mintu_shape shape = {0};
    mintu_status status = MINTU_STATUS_OK;
    plot->layer = layer;
    plot->row_count = mintu_layer_count(layer);
    plot->rows = calloc(plot->row_count + 1, sizeof *plot->rows);
    if (!plot->rows || !reserve(plot, 0, 0))
        return mintu_fail_memory(error, DOING);
    plot->starts[0] = 0;
    for (size_t row = 0; status == MINTU_STATUS_OK && row < plot->row_count; row++) {
        status = mintu_context_steps(context, row, 0, DOING, error);
        if (status == MINTU_STATUS_OK)
            status = mintu_layer_shape(layer, row, &shape, error);
        if (status == MINTU_STATUS_OK && !append(plot, &plot->rows[row], &shape))
            status = mintu_fail_memory(error, DOING);
        if (status == MINTU_STATUS_OK)
            take_point(plot, &plot->rows[row]);
    }
    mintu_shape_free(&shape);
    return status;
}

/* A polygon's label point is GEOS's business. */
mintu_status mintu_plot_find_spots(mintu_plot *plot, mintu_context *context, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    for (size_t i = 0; status == MINTU_STATUS_OK && i < plot->row_count; i++) {
        mintu_plot_row *row = &plot->rows[i];
        status = mintu_context_steps(context, i, 0, DOING, error);
        if (status == MINTU_STATUS_OK && row->type == MINTU_GEOMETRY_TYPE_POLYGON && !row->cut && row->part < row->part_end)
            status = mintu_layer_point(context, plot->layer, i, row->spot, &row->has_spot, error);
    }
    return status;
}

mintu_status mintu_plot_project(mintu_plot *plot, mintu_projection *projection, mintu_error *error)
{
    mintu_status status = mintu_projection_forward(projection, plot->xy, plot->vertex_count, error);
    if (status != MINTU_STATUS_OK)
        return status;
    double *spots = malloc((2 * plot->row_count + 2) * sizeof *spots);
    if (!spots)
        return mintu_fail_memory(error, DOING);
    for (size_t i = 0; i < plot->row_count; i++)
        memcpy(spots + 2 * i, plot->rows[i].spot, sizeof plot->rows[i].spot);
    status = mintu_projection_forward(projection, spots, plot->row_count, error);
    for (size_t i = 0; i < plot->row_count; i++) {
        memcpy(plot->rows[i].spot, spots + 2 * i, sizeof plot->rows[i].spot);
        plot->rows[i].has_spot = plot->rows[i].has_spot && isfinite(spots[2 * i]) && isfinite(spots[2 * i + 1]);
    }
    free(spots);
    return status;
}

bool mintu_plot_bounds(const mintu_plot *plot, mintu_box *out)
{
    *out = mintu_box_of(plot->xy, plot->vertex_count);
    return out->x0 <= out->x1;
}

static double twice_signed_area(const double *xy, size_t count)
{
    double sum = 0;
    for (size_t i = 0; i + 1 < count; i++)
        sum += (xy[2 * i] - xy[0]) * (xy[2 * i + 3] - xy[1]) - (xy[2 * i + 2] - xy[0]) * (xy[2 * i + 1] - xy[1]);
    return sum;
}

static void swap_marks(unsigned char *marks, size_t i, size_t j, unsigned bits)
{
    unsigned one = marks[i] & bits, other = marks[j] & bits;
    marks[i] = (unsigned char)((marks[i] & ~bits) | other);
    marks[j] = (unsigned char)((marks[j] & ~bits) | one);
}

/* A seam is marked at the end of its edge, which is then the other one. */
static void turn(double *xy, unsigned char *marks, size_t count)
{
    for (size_t i = 0, j = count; i + 1 < j--; i++) {
        for (size_t axis = 0; axis < 2; axis++) {
            double swap = xy[2 * i + axis];
            xy[2 * i + axis] = xy[2 * j + axis];
            xy[2 * j + axis] = swap;
        }
        if (marks)
            swap_marks(marks, i, j, MINTU_MARK_MADE);
    }
    for (size_t i = 1, j = count; marks && i < --j; i++)
        swap_marks(marks, i, j, MINTU_MARK_SEAM);
}

/* Vertices outside the projection's domain are left out of the part. */
static size_t keep_finite(double *xy, unsigned char *marks, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (isfinite(xy[2 * i]) && isfinite(xy[2 * i + 1])) {
            xy[2 * kept] = xy[2 * i];
            xy[2 * kept + 1] = xy[2 * i + 1];
            if (marks)
                marks[kept] = marks[i];
            kept++;
        }
    return kept;
}

static void place_part(mintu_plot *plot, mintu_plot_row *row, size_t part, size_t end)
{
    double *xy = plot->xy + 2 * plot->starts[part];
    unsigned char *marks = plot->marks ? plot->marks + plot->starts[part] : NULL;
    size_t count = keep_finite(xy, marks, end - plot->starts[part]);
    for (size_t i = count; i < end - plot->starts[part]; i++) { /* the part keeps its length: the last vertex stands again */
        xy[2 * i] = count ? xy[2 * count - 2] : 1e7;
        xy[2 * i + 1] = count ? xy[2 * count - 1] : 1e7;
    }
    if (row->type == MINTU_GEOMETRY_TYPE_POLYGON && (twice_signed_area(xy, count) > 0) != (plot->outer[part] != 0))
        turn(xy, marks, count);
    for (size_t i = 0; i < count; i++)
        mintu_box_add(&row->box, xy[2 * i], xy[2 * i + 1]);
}

void mintu_plot_place(mintu_plot *plot, const mintu_page *page)
{
    for (size_t i = 0; i < plot->vertex_count; i++)
        mintu_page_place(page, plot->xy + 2 * i);
    for (size_t i = 0; i < plot->row_count; i++) {
        mintu_plot_row *row = &plot->rows[i];
        row->box = (mintu_box){INFINITY, INFINITY, -INFINITY, -INFINITY};
        if (row->has_spot)
            mintu_page_place(page, row->spot);
        for (size_t part = row->part; part < row->part_end; part++)
            place_part(plot, row, part, plot->starts[part + 1]);
    }
}

bool mintu_plot_number_edges(mintu_plot *plot)
{
    if (!plot->edges)
        plot->edges = mintu_shared_edges(plot->xy, plot->starts, plot->part_count, &plot->edge_count);
    return plot->edges;
}

void mintu_plot_free(mintu_plot *plot)
{
    free(plot->xy);
    free(plot->starts);
    free(plot->outer);
    free(plot->marks);
    free(plot->rows);
    free(plot->edges);
    *plot = (mintu_plot){0};
}
