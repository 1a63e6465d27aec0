#include "label/label_candidate.h"

#include "label/label_leader.h"

#include <math.h>

static const double LINE_COST = 1.5;                     /* of a thin line across the whole text */
static const double STRANGER_COST = 3, NEARER_COST = 12; /* another's symbol as near as its own, and nearer */
static const double OVERLAP_COST = 9;                    /* of what is in the way, for texts that may overlap */

void mintu_label_turned_size(const mintu_run *run, double angle, double size[2])
{
    double along = fabs(cos(angle)), across = fabs(sin(angle));
    size[0] = along * run->width + across * run->height;
    size[1] = across * run->width + along * run->height;
}

mintu_box mintu_label_text_box(const mintu_labels *labels, const mintu_label *label, size_t index, const double at[3])
{
    const mintu_run *run = mintu_labels_run(labels, index);
    double size[2], left = at[0] - run->width / 2, top = at[1] - run->height / 2;
    mintu_box box = {left + fmin(run->ink.x0, 0), top + run->ink.y0, left + fmax(run->ink.x1, run->width), top + run->ink.y1};
    if (at[2] != 0) {
        mintu_label_turned_size(run, at[2], size);
        box = mintu_box_about(at[0], at[1], size[0], size[1]);
    }
    return mintu_box_grown(box, label->paint.halo_width * 0.7);
}

/* A text may not reach over the map's edge, lie beneath furniture, or cover a symbol, be it its own. Other labels are no hindrance
 * here: which of two gives way is the choice's business (label_choice.c). A leader may pass symbols that touch its own, or stand
 * where it begins in an area. */
static mintu_hindrance hindrance_of(const mintu_labels *labels, const mintu_label *label,
                                    const mintu_label_candidate *candidate)
{
    const double none[3] = {0, 0, 0}, size = mintu_labels_run(labels, candidate->run)->size;
    const double own[3] = {label->x, label->y, label->clearance > 0 ? label->clearance : size * 0.6};
    mintu_hindrance worst = MINTU_HINDRANCE_NONE;
    for (size_t i = 0; i < candidate->part_count && worst == MINTU_HINDRANCE_NONE; i++)
        worst = mintu_collision_hindrance(&labels->collision, &labels->parts[candidate->part + i],
                                          candidate->leader && i > 0 ? own : none);
    return worst;
}

double mintu_label_distance(const mintu_label *label, const mintu_box *box)
{
    double dx = label->x - fmin(fmax(label->x, box->x0), box->x1), dy = label->y - fmin(fmax(label->y, box->y0), box->y1);
    return fmax(hypot(dx, dy) - label->clearance, 0);
}

/* Symbols of others so near that a reader could take the text for theirs. A leader tells whose it is, but not where it ends. */
static double stranger_cost(const mintu_labels *labels, const mintu_label *label, const mintu_label_candidate *candidate)
{
    const mintu_collision *collision = &labels->collision;
    double own = candidate->leader ? 0 : mintu_label_distance(label, &candidate->box);
    mintu_box near = mintu_box_grown(candidate->box, fmax(MINTU_LABEL_GAP, own) + 1.5),
              nearer = mintu_box_grown(candidate->box, own);
    double cost = STRANGER_COST * (double)mintu_collision_others(collision, &near, label->x, label->y);
    if (cost > 0 && own > 0)
        cost += NEARER_COST * (double)mintu_collision_others(collision, &nearer, label->x, label->y);
    return cost;
}

/* Lines below the text, and symbols beside it. */
static double ground_cost(const mintu_labels *labels, const mintu_label *label, const mintu_label_candidate *candidate)
{
    double cost = 0;
    for (size_t i = 0; i < candidate->part_count; i++)
        cost += mintu_ground_weight(&labels->ground, &labels->parts[candidate->part + i]) * LINE_COST /
                (double)candidate->part_count;
    if (label->clearance > 0 || candidate->leader)
        cost += stranger_cost(labels, label, candidate);
    return cost;
}

static bool add_part(mintu_labels *labels, mintu_label_candidate *candidate, const mintu_box *box)
{
    if (!MINTU_ARRAY_RESERVE(labels->parts, labels->part_room, labels->part_count + 1)) {
        labels->drawing->failed = true;
        return false;
    }
    labels->parts[labels->part_count++] = *box;
    candidate->part_count++;
    return true;
}

static void add_parts(mintu_labels *labels, const mintu_label *label, mintu_label_candidate *candidate)
{
    double line[4];
    candidate->part = labels->part_count;
    candidate->part_count = 0;
    for (size_t i = 0; i < candidate->letter_count; i++) {
        const mintu_letter *letter = &labels->letters[candidate->letter + i];
        mintu_box box = mintu_label_text_box(labels, label, letter->run, (const double[]){letter->x, letter->y, letter->angle});
        add_part(labels, candidate, &box);
    }
    if (!candidate->letter_count)
        add_part(labels, candidate, &candidate->box);
    if (mintu_label_leader(label, candidate, mintu_labels_run(labels, candidate->run), line))
        for (int step = 0; step < MINTU_LEADER_STEPS; step++) {
            mintu_box box = mintu_label_leader_step(line, step);
            add_part(labels, candidate, &box);
        }
}

void mintu_label_candidate_add(mintu_labels *labels, mintu_label *label, const mintu_label_candidate *given)
{
    if (!MINTU_ARRAY_RESERVE(labels->candidates, labels->candidate_room, labels->candidate_count + 1)) {
        labels->drawing->failed = true;
        return;
    }
    mintu_label_candidate candidate = *given;
    candidate.rank = label->tried++;
    add_parts(labels, label, &candidate);
    mintu_hindrance hindrance = hindrance_of(labels, label, &candidate);
    label->hindered[hindrance]++;
    if (hindrance != MINTU_HINDRANCE_NONE && !label->overlap) {
        labels->part_count = candidate.part; /* taken back */
        return;
    }
    candidate.cost += ground_cost(labels, label, &candidate) + (hindrance != MINTU_HINDRANCE_NONE ? OVERLAP_COST : 0);
    labels->candidates[labels->candidate_count++] = candidate;
    label->count++;
}
