#include "label/ground.h"

#include "canvas/drawn_rows.h"
#include "canvas/paint.h"
#include "canvas/paint_line.h"
#include "label/page_cells.h"
#include "style/property_value.h"

#include <math.h>
#include <stdlib.h>

static const double CELL = 2; /* px */

/* Row and column 0 of the sums stay 0. */
static void mark(mintu_ground *ground, double x, double y, float weight)
{
    if (!mintu_box_holds(&ground->area, x, y))
        return;
    float *cell = &ground->sums[(mintu_cell_at(y - ground->area.y0, CELL, ground->lines) + 1) * (ground->columns + 1) +
                                mintu_cell_at(x - ground->area.x0, CELL, ground->columns) + 1];
    *cell = *cell > weight ? *cell : weight;
}

static void mark_piece(mintu_ground *ground, const double *a, const double *b, float weight)
{
    mintu_box box = {a[0], a[1], a[0], a[1]};
    mintu_box_add(&box, b[0], b[1]);
    if (!mintu_box_meets(&box, &ground->area) && !mintu_box_holds(&ground->area, a[0], a[1]))
        return;
    double steps = ceil(fmax(fabs(b[0] - a[0]), fabs(b[1] - a[1])) / CELL);
    if (!(steps < 1e5)) /* both ends far outside */
        return;
    for (int step = 0; step <= (int)steps; step++) {
        double part = steps > 0 ? step / steps : 0;
        mark(ground, a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1]), weight);
    }
}

static void mark_row(mintu_ground *ground, const mintu_plot *plot, const mintu_plot_row *row, float weight)
{
    for (size_t part = row->part; part < row->part_end; part++)
        for (size_t i = plot->starts[part]; i + 1 < plot->starts[part + 1]; i++)
            mark_piece(ground, plot->xy + 2 * i, plot->xy + 2 * i + 2, weight);
}

static void mark_layer(mintu_ground *ground, mintu_drawing *drawing, const mintu_style_layer *layer)
{
    mintu_row_walk walk = mintu_rows_begin(drawing, layer, MINTU_PROPERTY_LINE_SORT_KEY, 0);
    while (mintu_rows_next(&walk)) {
        mintu_line_look look = mintu_line_look_of(layer, &walk.scope);
        double weight = sqrt(fmin(look.width, 4)) * look.color.alpha * look.layer_opacity;
        if (weight > 0 && walk.row->type != MINTU_GEOMETRY_TYPE_POINT)
            mark_row(ground, walk.plot, walk.row, (float)weight);
    }
}

static void sum_up(mintu_ground *ground)
{
    size_t stride = ground->columns + 1;
    for (size_t y = 1; y <= ground->lines; y++) {
        float line = 0;
        for (size_t x = 1; x <= ground->columns; x++) {
            line += ground->sums[y * stride + x];
            ground->sums[y * stride + x] = line + ground->sums[(y - 1) * stride + x];
        }
    }
}

void mintu_ground_open(mintu_ground *ground, mintu_drawing *drawing)
{
    *ground = (mintu_ground){.area = drawing->page.frame};
    ground->columns = (size_t)ceil(fmax(ground->area.x1 - ground->area.x0, 1) / CELL);
    ground->lines = (size_t)ceil(fmax(ground->area.y1 - ground->area.y0, 1) / CELL);
    ground->sums = calloc((ground->columns + 1) * (ground->lines + 1), sizeof *ground->sums);
    if (!mintu_memory_good(ground->sums))
        return;
    for (size_t i = 0; i < mintu_style_layer_count(drawing->style); i++) {
        const mintu_style_layer *layer = mintu_drawing_visible(drawing, i);
        if (layer && mintu_style_layer_kind(layer) == MINTU_LAYER_TYPE_LINE && mintu_drawing_plot(drawing, layer))
            mark_layer(ground, drawing, layer);
    }
    sum_up(ground);
}

void mintu_ground_free(mintu_ground *ground)
{
    free(ground->sums);
    *ground = (mintu_ground){0};
}

double mintu_ground_weight(const mintu_ground *ground, const mintu_box *box)
{
    if (!ground->sums)
        return 0;
    size_t stride = ground->columns + 1, x0 = mintu_cell_at(box->x0 - ground->area.x0, CELL, ground->columns),
           x1 = mintu_cell_at(box->x1 - ground->area.x0, CELL, ground->columns) + 1,
           y0 = mintu_cell_at(box->y0 - ground->area.y0, CELL, ground->lines),
           y1 = mintu_cell_at(box->y1 - ground->area.y0, CELL, ground->lines) + 1;
    const float *sums = ground->sums;
    double sum = (double)sums[y1 * stride + x1] - sums[y0 * stride + x1] - sums[y1 * stride + x0] + sums[y0 * stride + x0];
    return sum / (double)(x1 > x0 ? x1 - x0 : 1);
}
