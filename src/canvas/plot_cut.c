#include "canvas/plot_cut.h"

#include "base/error.h"
#include "canvas/plot_spot.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static mintu_spread reach_of(const mintu_plot *plot, const mintu_plot_row *row)
{
    return mintu_spread_of(plot->xy, plot->starts + row->part, row->part_end - row->part);
}

/* Moves the parts of a row to the end of those that are kept, in the same arrays. */
static void keep_row(mintu_plot *plot, mintu_plot_row *row, size_t *parts, size_t *vertices)
{
    size_t first = *parts;
    for (size_t part = row->part; part < row->part_end; part++) {
        size_t start = plot->starts[part], count = plot->starts[part + 1] - start;
        memmove(plot->xy + 2 * *vertices, plot->xy + 2 * start, 2 * count * sizeof *plot->xy);
        plot->outer[*parts] = plot->outer[part];
        plot->starts[(*parts)++] = *vertices;
        *vertices += count;
    }
    row->part = first;
    row->part_end = *parts;
}

void mintu_plot_drop(mintu_plot *plot, const mintu_cutter *cutter)
{
    size_t parts = 0, vertices = 0;
    for (size_t i = 0; i < plot->row_count; i++) {
        mintu_plot_row *row = &plot->rows[i];
        const mintu_spread reach = reach_of(plot, row);
        if (row->part == row->part_end || mintu_cutter_drops(cutter, &reach)) {
            row->part = row->part_end = parts;
            row->has_spot = false;
        } else {
            keep_row(plot, row, &parts, &vertices);
        }
    }
    plot->part_count = parts;
    plot->vertex_count = plot->starts[parts] = vertices;
}

/* A point outside has no place. */
static void cut_points(mintu_plot *plot, const mintu_plot_row *row, const mintu_validity *validity)
{
    for (size_t i = plot->starts[row->part]; validity->capped && i < plot->starts[row->part_end]; i++)
        if (!mintu_validity_holds(validity, plot->xy[2 * i], plot->xy[2 * i + 1]))
            plot->xy[2 * i] = plot->xy[2 * i + 1] = INFINITY;
}

static void cut_row(mintu_plot *plot, mintu_plot_row *row, mintu_cutter *cutter, bool only_near, mintu_pieces *out)
{
    static const size_t MANY = 20000;
    size_t count = row->part_end - row->part, first = out->part_count;
    mintu_shape shape = {.type = row->type,
                         .xy = plot->xy,
                         .starts = plot->starts + row->part,
                         .outer = plot->outer + row->part,
                         .part_count = count};
    if (row->cut)
        mintu_cutter_cut(cutter, &shape, only_near && plot->starts[row->part_end] - plot->starts[row->part] > MANY, out);
    else
        mintu_pieces_add_shape(out, &shape);
    row->part = first;
    row->part_end = out->part_count;
}

static void take_over(mintu_plot *plot, mintu_pieces *pieces)
{
    free(plot->xy);
    free(plot->starts);
    free(plot->outer);
    free(plot->marks);
    plot->xy = pieces->path.xy;
    plot->marks = pieces->path.marks;
    plot->vertex_count = pieces->path.count;
    plot->vertex_room = pieces->path.room;
    plot->starts = pieces->starts;
    plot->outer = pieces->outer;
    plot->part_count = pieces->part_count;
    plot->part_room = pieces->start_room;
    plot->outer_room = pieces->outer_room;
}

/* Marks the rows that must be cut; false when there is none. */
static bool mark_rows(mintu_plot *plot, const mintu_cutter *cutter, bool only_near)
{
    static const size_t MANY = 20000;
    bool any = false;
    for (size_t i = 0; i < plot->row_count; i++) {
        mintu_plot_row *row = &plot->rows[i];
        if (row->part == row->part_end)
            continue;
        if (row->type == MINTU_GEOMETRY_TYPE_POINT) {
            cut_points(plot, row, cutter->validity);
            continue;
        }
        const mintu_spread reach = reach_of(plot, row);
        row->cut =
            !mintu_cutter_leaves(cutter, &reach) || (only_near && plot->starts[row->part_end] - plot->starts[row->part] > MANY);
        any = any || row->cut;
    }
    return any;
}

mintu_status mintu_plot_cut(mintu_plot *plot, mintu_cutter *cutter, bool only_near, mintu_error *error)
{
    mintu_pieces pieces = {0};
    if (!mark_rows(plot, cutter, only_near))
        return MINTU_STATUS_OK;
    mintu_pieces_add(&pieces, NULL, NULL, 0, true); /* so that there are arrays, whatever is left */
    pieces.part_count = 0;
    for (size_t i = 0; i < plot->row_count && !pieces.path.failed; i++)
        cut_row(plot, &plot->rows[i], cutter, only_near, &pieces);
    if (pieces.path.failed) {
        mintu_pieces_free(&pieces);
        return mintu_fail_memory(error, "cutting a layer to the map");
    }
    take_over(plot, &pieces);
    return MINTU_STATUS_OK;
}

void mintu_plot_find_cut_spots(mintu_plot *plot)
{
    for (size_t i = 0; i < plot->row_count; i++) {
        mintu_plot_row *row = &plot->rows[i];
        if (!row->cut || row->type != MINTU_GEOMETRY_TYPE_POLYGON || row->part == row->part_end)
            continue;
        mintu_plot_see_spot(plot, row, &row->box);
        row->stretch = 0;
    }
}
