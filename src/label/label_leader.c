#include "label/label_leader.h"

#include "canvas/pen.h"

#include <math.h>

bool mintu_label_leader(const mintu_label *label, const mintu_label_candidate *candidate, const mintu_run *run, double line[4])
{
    if (!candidate->leader)
        return false;
    double x = fmin(fmax(label->x, candidate->x - run->width / 2), candidate->x + run->width / 2);
    double y = fmin(fmax(label->y, candidate->y - run->height / 2), candidate->y + run->height / 2);
    double dx = x - label->x, dy = y - label->y, length = hypot(dx, dy);
    if (length < 1e-6)
        return false;
    double end = fmax(length - 1, 0) / length, start = fmin(label->clearance / length, end);
    line[0] = label->x + start * dx;
    line[1] = label->y + start * dy;
    line[2] = label->x + end * dx;
    line[3] = label->y + end * dy;
    return true;
}

mintu_box mintu_label_leader_step(const double line[4], int step)
{
    double part = (step + 0.5) / MINTU_LEADER_STEPS;
    double x = line[0] + part * (line[2] - line[0]), y = line[1] + part * (line[3] - line[1]);
    return mintu_box_about(x, y, fmax(fabs(line[2] - line[0]) / MINTU_LEADER_STEPS, 1),
                           fmax(fabs(line[3] - line[1]) / MINTU_LEADER_STEPS, 1));
}

void mintu_label_leader_paint(const mintu_labels *labels, const mintu_label *label, const mintu_label_candidate *candidate)
{
    double line[4];
    mintu_canvas *canvas = &labels->drawing->canvas;
    if (!mintu_label_leader(label, candidate, mintu_labels_run(labels, candidate->run), line))
        return;
    mintu_canvas_segment(canvas, line, line + 2);
    mintu_canvas_outline(canvas, &(mintu_pen){label->paint.color, label->paint.opacity, 0.4, false});
}
