#include "label/label_area.h"

#include "canvas/plot_meets.h"
#include "geometry/pole.h"
#include "geometry/ray.h"
#include "label/label_candidate.h"

#include <math.h>
#include <stdlib.h>

static const double OUTSIDE_COST = 24; /* of a text that lies wholly outside its area */
static const double AWAY_COST = 8;     /* of standing half the area's size away from its pole */
static const double FOREIGN_COST = 30; /* of a leader's text that stands in another area of the same map layer */

/* The rings of some parts without detail below @p step px. */
static bool gather_rings(mintu_drawing *drawing, const mintu_plot *plot, const size_t parts[2], double step, mintu_shape *out)
{
    mintu_status status = MINTU_STATUS_OK;
    out->type = MINTU_GEOMETRY_TYPE_POLYGON;
    for (size_t part = parts[0]; part < parts[1] && status == MINTU_STATUS_OK; part++) {
        size_t first = plot->starts[part], end = plot->starts[part + 1];
        const double *last = plot->xy + 2 * first;
        status = mintu_shape_part(out, plot->outer[part] != 0, drawing->error);
        for (size_t i = first; i < end && status == MINTU_STATUS_OK; i++) {
            const double *xy = plot->xy + 2 * i;
            if (i > first && i + 1 < end && hypot(xy[0] - last[0], xy[1] - last[1]) < step)
                continue;
            last = xy;
            status = mintu_shape_vertex(out, xy[0], xy[1], drawing->error);
        }
    }
    return mintu_memory_good(status == MINTU_STATUS_OK);
}

static mintu_box box_of(const mintu_plot *plot, const size_t parts[2])
{
    return mintu_box_of(plot->xy + 2 * plot->starts[parts[0]], plot->starts[parts[1]] - plot->starts[parts[0]]);
}

static bool find_pole(mintu_drawing *drawing, const mintu_shape *shape, double size, double xy[2])
{
    double radius = 0;
    return mintu_shape_pole(drawing->context, shape, fmax(size / 100, 0.5), xy, &radius, drawing->error) == MINTU_STATUS_OK &&
           radius > 0;
}

bool mintu_label_pole(mintu_drawing *drawing, const mintu_plot *plot, size_t part, size_t part_end, double xy[2])
{
    const size_t parts[2] = {part, part_end};
    mintu_shape shape = {0};
    const mintu_box box = box_of(plot, parts);
    double size = fmax(box.x1 - box.x0, box.y1 - box.y0);
    bool good = gather_rings(drawing, plot, parts, fmax(size / 400, 0.4), &shape) && find_pole(drawing, &shape, size, xy);
    mintu_shape_free(&shape);
    return good;
}

static bool holds(const mintu_shape *shape, double x, double y)
{
    return mintu_rings_hold(shape->xy, shape->starts, shape->part_count, (const double[]){x, y});
}

double mintu_label_foreign_cost(const mintu_labels *labels, const mintu_label *label, double x, double y)
{
    const mintu_plot *plot = mintu_drawing_plot(labels->drawing, mintu_label_layer(labels, label));
    for (size_t i = 0; i < plot->row_count; i++) {
        const mintu_plot_row *row = &plot->rows[i];
        if (row->type == MINTU_GEOMETRY_TYPE_POLYGON && mintu_box_holds(&row->box, x, y) && mintu_plot_row_holds(plot, i, x, y))
            return i == label->row ? 0 : FOREIGN_COST;
    }
    return 0;
}

/* Share of a box that lies outside the area, from twelve of its points. */
static double share_outside(const mintu_shape *shape, const mintu_box *box)
{
    int outside = 0;
    for (int row = 0; row < 3; row++)
        for (int column = 0; column < 4; column++)
            outside += !holds(shape, box->x0 + column / 3.0 * (box->x1 - box->x0), box->y0 + row / 2.0 * (box->y1 - box->y0));
    return outside / 12.0;
}

typedef struct area {
    mintu_labels *labels;
    mintu_label *label;
    const mintu_shape *shape;
    double shift[2], padding, reach;
} area;

static void add_at(const area *a, double x, double y, bool middle)
{
    mintu_label *label = a->label;
    if (!middle && !holds(a->shape, x, y))
        return;
    mintu_label_candidate candidate = {.text = {{x + a->shift[0], y + a->shift[1]}, label->angle, label->run}};
    mintu_box box = mintu_label_text_box(a->labels, label, &candidate.text);
    candidate.cost = OUTSIDE_COST * share_outside(a->shape, &box) +
                     AWAY_COST * fmin(hypot(x - label->at[0], y - label->at[1]) / a->reach, 2);
    candidate.box = mintu_box_grown(box, a->padding);
    mintu_label_candidate_add(a->labels, label, &candidate);
}

void mintu_label_candidates_area(mintu_labels *labels, mintu_label *label, const double shift[2], double padding)
{
    enum { LINES = 12, COLUMNS = 12 };
    const mintu_plot *plot = mintu_drawing_plot(labels->drawing, mintu_label_layer(labels, label));
    const size_t parts[2] = {label->part, label->part_end};
    const mintu_box box = box_of(plot, parts);
    const mintu_run *run = mintu_labels_run(labels, label->run);
    mintu_shape shape = {0};
    double width = box.x1 - box.x0, height = box.y1 - box.y0;
    if (!gather_rings(labels->drawing, plot, parts, fmax(fmax(width, height) / 400, 0.4), &shape)) {
        mintu_shape_free(&shape);
        return;
    }
    area a = {labels, label, &shape, {shift[0], shift[1]}, padding, fmax(sqrt(width * height) / 2, run->size)};
    double dx = fmax(run->width / 6, width / (2 * COLUMNS)), dy = fmax(run->height / 4, height / (2 * LINES));
    add_at(&a, label->at[0], label->at[1], true);
    for (int line = -LINES; line <= LINES; line++)
        for (int column = -COLUMNS; column <= COLUMNS; column++)
            if ((line || column) && (abs(line) + abs(column)) <= LINES)
                add_at(&a, label->at[0] + column * dx, label->at[1] + line * dy, false);
    mintu_shape_free(&shape);
}
