#include "label/label_far.h"

#include "base/earth.h"
#include "label/label_area.h"
#include "label/label_candidate.h"

#include <math.h>

static const double LEADER_COST = 60, RING_COST = 5;

/* Where on a ring about the symbol a text is tried: so far out, in this direction. */
typedef struct ray {
    double far, toward[2], cost;
} ray;

static void add_far(mintu_labels *labels, mintu_label *label, const ray *r, double padding)
{
    const mintu_run *run = mintu_labels_run(labels, label->run);
    const double size[2] = {run->width, run->height};
    mintu_label_candidate candidate = {.text = {.angle = label->angle, .run = label->run}, .cost = r->cost, .leader = true};
    for (int axis = 0; axis < 2; axis++) { /* the text's box touches the ring with the edge or corner that faces the symbol */
        double reach = fmin(fabs(r->toward[axis]) * 3, 1) * size[axis] / 2;
        candidate.text.at[axis] = label->at[axis] + r->far * r->toward[axis] + (r->toward[axis] < 0 ? -reach : reach);
    }
    candidate.box = mintu_box_grown(mintu_label_text_box(labels, label, &candidate.text), padding);
    if (!(label->clearance > 0))
        candidate.cost += mintu_label_foreign_cost(labels, label, candidate.text.at[0], candidate.text.at[1]);
    mintu_label_candidate_add(labels, label, &candidate);
}

/* Sixteen rays; in a crowd, where most of these are taken, twice as many and farther. */
void mintu_label_candidates_far(mintu_labels *labels, mintu_label *label, double distance, double padding)
{
    enum { RAYS = 16, RINGS = 7, MOST_RINGS = 24, ENOUGH = 150 };
    double size = mintu_labels_run(labels, label->run)->size;
    for (int ring = 1; ring <= MOST_RINGS && (ring <= RINGS || label->count < ENOUGH); ring++) {
        int rays = ring <= RINGS ? RAYS : 2 * RAYS;
        for (int i = 0; i < rays; i++) {
            double angle = 2 * MINTU_PI * i / rays;
            const ray one = {distance + (0.25 + 0.75 * ring) * size, {cos(angle), -sin(angle)}, LEADER_COST + RING_COST * ring};
            add_far(labels, label, &one, padding);
        }
    }
}
