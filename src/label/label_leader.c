/* Labels that stand away from their symbol, with a thin line that leads there: the last resort of required labels. */
#include "label/label_leader.h"

#include "label/label.h"
#include "label/label_area.h"
#include "label/label_candidates.h"

#include <math.h>

static const double TURN = 6.28318530717958647692;
static const double LEADER_COST = 60, RING_COST = 5;

bool mintu_label_leader(const mintu_label *label, const mintu_candidate *candidate, const mintu_run *run, double line[4])
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

static void add_far(mintu_scene *scene, mintu_label *label, double far, const double toward[2], double padding, double cost)
{
    const mintu_run *run = mintu_text_run(&scene->text, label->run);
    double x = toward[0], y = toward[1];
    mintu_candidate candidate = {.cost = cost, .leader = true, .angle = label->angle, .run = label->run};
    /* The text's box touches the ring with the edge or corner that faces the symbol. */
    double reach_x = fmin(fabs(x) * 3, 1) * run->width / 2, reach_y = fmin(fabs(y) * 3, 1) * run->height / 2;
    candidate.x = label->x + far * x + (x < 0 ? -reach_x : reach_x);
    candidate.y = label->y + far * y + (y < 0 ? -reach_y : reach_y);
    mintu_box box = mintu_label_text_box(scene, label, label->run, (const double[]){candidate.x, candidate.y, label->angle});
    candidate.box = mintu_box_grown(box, padding);
    if (!(label->clearance > 0))
        candidate.cost += mintu_label_foreign_cost(scene, label, candidate.x, candidate.y);
    mintu_label_candidate_add(scene, label, &candidate);
}

/* Sixteen rays; in a crowd, where most of these are taken, twice as many and farther. */
void mintu_label_candidates_far(mintu_scene *scene, mintu_label *label, double distance, double padding)
{
    enum { RAYS = 16, RINGS = 7, MOST_RINGS = 24, ENOUGH = 150 };
    double size = mintu_text_run(&scene->text, label->run)->size;
    for (int ring = 1; ring <= MOST_RINGS && (ring <= RINGS || label->count < ENOUGH); ring++) {
        int rays = ring <= RINGS ? RAYS : 2 * RAYS;
        for (int ray = 0; ray < rays; ray++) {
            double angle = TURN * ray / rays, toward[2] = {cos(angle), -sin(angle)};
            double far = distance + (0.25 + 0.75 * ring) * size;
            add_far(scene, label, far, toward, padding, LEADER_COST + RING_COST * ring);
        }
    }
}
