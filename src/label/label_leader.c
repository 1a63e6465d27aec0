#include "label/label_leader.h"

#include "canvas/pen.h"

#include <math.h>

bool mintu_label_leader(const mintu_label *label, const mintu_label_candidate *candidate, const mintu_run *run, double line[4])
{
    if (!candidate->leader)
        return false;
    const double *text = candidate->text.at, *own = label->at;
    double x = fmin(fmax(own[0], text[0] - run->width / 2), text[0] + run->width / 2);
    double y = fmin(fmax(own[1], text[1] - run->height / 2), text[1] + run->height / 2);
    double dx = x - own[0], dy = y - own[1], length = hypot(dx, dy);
    if (length < 1e-6)
        return false;
    double end = fmax(length - 1, 0) / length, start = fmin(label->clearance / length, end);
    line[0] = own[0] + start * dx;
    line[1] = own[1] + start * dy;
    line[2] = own[0] + end * dx;
    line[3] = own[1] + end * dy;
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
    if (!mintu_label_leader(label, candidate, mintu_labels_run(labels, candidate->text.run), line))
        return;
    mintu_canvas_segment(canvas, line, line + 2);
    mintu_canvas_outline(canvas, &(mintu_pen){label->paint.color, label->paint.opacity, 0.4, false});
}
