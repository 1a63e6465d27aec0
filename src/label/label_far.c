#include "label/label_far.h"

#include "label/label_area.h"
#include "label/label_candidate.h"

#include <math.h>

static const double TURN = 6.28318530717958647692;
static const double LEADER_COST = 60, RING_COST = 5;

static void add_far(mintu_labels *labels, mintu_label *label, double far, const double toward[2], double padding, double cost)
{
    const mintu_run *run = mintu_labels_run(labels, label->run);
    double x = toward[0], y = toward[1];
    mintu_label_candidate candidate = {.cost = cost, .leader = true, .angle = label->angle, .run = label->run};
    /* The text's box touches the ring with the edge or corner that faces the symbol. */
    double reach_x = fmin(fabs(x) * 3, 1) * run->width / 2, reach_y = fmin(fabs(y) * 3, 1) * run->height / 2;
    candidate.x = label->x + far * x + (x < 0 ? -reach_x : reach_x);
    candidate.y = label->y + far * y + (y < 0 ? -reach_y : reach_y);
    mintu_box box = mintu_label_text_box(labels, label, label->run, (const double[]){candidate.x, candidate.y, label->angle});
    candidate.box = mintu_box_grown(box, padding);
    if (!(label->clearance > 0))
        candidate.cost += mintu_label_foreign_cost(labels, label, candidate.x, candidate.y);
    mintu_label_candidate_add(labels, label, &candidate);
}

/* Sixteen rays; in a crowd, where most of these are taken, twice as many and farther. */
void mintu_label_candidates_far(mintu_labels *labels, mintu_label *label, double distance, double padding)
{
    enum { RAYS = 16, RINGS = 7, MOST_RINGS = 24, ENOUGH = 150 };
    double size = mintu_labels_run(labels, label->run)->size;
    for (int ring = 1; ring <= MOST_RINGS && (ring <= RINGS || label->count < ENOUGH); ring++) {
        int rays = ring <= RINGS ? RAYS : 2 * RAYS;
        for (int ray = 0; ray < rays; ray++) {
            double angle = TURN * ray / rays, toward[2] = {cos(angle), -sin(angle)};
            double far = distance + (0.25 + 0.75 * ring) * size;
            add_far(labels, label, far, toward, padding, LEADER_COST + RING_COST * ring);
        }
    }
}
