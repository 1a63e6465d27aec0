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

mintu_box mintu_label_text_box(const mintu_labels *labels, const mintu_label *label, const mintu_text_spot *text)
{
    const mintu_run *run = mintu_labels_run(labels, text->run);
    double size[2], left = text->at[0] - run->width / 2, top = text->at[1] - run->height / 2;
    mintu_box box = {left + fmin(run->ink.x0, 0), top + run->ink.y0, left + fmax(run->ink.x1, run->width), top + run->ink.y1};
    if (text->angle != 0) {
        mintu_label_turned_size(run, text->angle, size);
        box = mintu_box_about(text->at[0], text->at[1], size[0], size[1]);
    }
    return mintu_box_grown(box, label->paint.halo_width * 0.7);
}

/* The frame may cut a text whose place the style says, and symbols may lie below it. */
static mintu_hindrance hindrance_of_fixed(const mintu_labels *labels, const mintu_label *label, const mintu_box *whole)
{
    const mintu_box *frame = &labels->drawing->page.frame;
    if (!label->edges && !mintu_box_within(whole, frame))
        return MINTU_HINDRANCE_FRAME;
    mintu_box box = mintu_box_common(whole, frame);
    bool seen = box.x0 < box.x1 && box.y0 < box.y1;
    return seen && mintu_collision_covers(&labels->collision, &box) ? MINTU_HINDRANCE_FURNITURE : MINTU_HINDRANCE_NONE;
}

/* An automatic text may not reach over the map's edge, lie beneath furniture, or cover a symbol, be it its own. Other labels are no
 * hindrance here: which of two gives way is the choice's business (label_choice.c). A leader may pass symbols that touch its own, or
 * stand where it begins in an area. */
static mintu_hindrance hindrance_of(const mintu_labels *labels, const mintu_label *label,
                                    const mintu_label_candidate *candidate)
{
    const double none[3] = {0, 0, 0}, size = mintu_labels_run(labels, candidate->text.run)->size;
    const double own[3] = {label->at[0], label->at[1], label->clearance > 0 ? label->clearance : size * 0.6};
    const double over[3] = {label->at[0], label->at[1], 0.5};
    mintu_hindrance worst = MINTU_HINDRANCE_NONE;
    for (size_t i = 0; i < candidate->part_count && worst == MINTU_HINDRANCE_NONE; i++) {
        const mintu_box *part = &labels->parts[candidate->part + i];
        const mintu_box box = mintu_box_grown(*part, i == 0 ? -candidate->inset : 0);
        const double *spared = candidate->leader && i > 0 ? own : candidate->over ? over : none;
        worst = label->automatic || candidate->leader ? mintu_collision_hindrance(&labels->collision, &box, spared)
                                                      : hindrance_of_fixed(labels, label, part);
    }
    return worst;
}

double mintu_label_distance(const mintu_label *label, const mintu_box *box)
{
    double x = label->at[0], y = label->at[1];
    double dx = x - fmin(fmax(x, box->x0), box->x1), dy = y - fmin(fmax(y, box->y0), box->y1);
    return fmax(hypot(dx, dy) - label->clearance, 0);
}

/* Symbols of others so near that a reader could take the text for theirs. A leader tells whose it is, but not where it ends. */
static double stranger_cost(const mintu_labels *labels, const mintu_label *label, const mintu_label_candidate *candidate)
{
    const mintu_collision *collision = &labels->collision;
    double own = candidate->leader ? 0 : mintu_label_distance(label, &candidate->box);
    mintu_box near = mintu_box_grown(candidate->box, fmax(MINTU_LABEL_GAP, own) + 1.5),
              nearer = mintu_box_grown(candidate->box, own);
    double cost = STRANGER_COST * (double)mintu_collision_others(collision, &near, label->at);
    if (cost > 0 && own > 0)
        cost += NEARER_COST * (double)mintu_collision_others(collision, &nearer, label->at);
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

static void add_part(mintu_labels *labels, mintu_label_candidate *candidate, const mintu_box *box)
{
    if (!MINTU_ARRAY_RESERVE(labels->parts, labels->part_room, labels->part_count + 1))
        return;
    labels->parts[labels->part_count++] = *box;
    candidate->part_count++;
}

static void add_parts(mintu_labels *labels, const mintu_label *label, mintu_label_candidate *candidate)
{
    double line[4];
    candidate->part = labels->part_count;
    candidate->part_count = 0;
    for (size_t i = 0; label->along && i < candidate->letter_count; i++) {
        mintu_box box = mintu_label_text_box(labels, label, &labels->letters[candidate->letter + i]);
        add_part(labels, candidate, &box);
    }
    if (!label->along)
        add_part(labels, candidate, &candidate->box);
    if (mintu_label_leader(label, candidate, mintu_labels_run(labels, candidate->text.run), line))
        for (int step = 0; step < MINTU_LEADER_STEPS; step++) {
            mintu_box box = mintu_label_leader_step(line, step);
            add_part(labels, candidate, &box);
        }
}

/* text-translate moves all of a text, whatever it stands at. */
static void shift(mintu_labels *labels, const mintu_label *label, mintu_label_candidate *candidate)
{
    double x = label->shift[0], y = label->shift[1];
    candidate->box = (mintu_box){candidate->box.x0 + x, candidate->box.y0 + y, candidate->box.x1 + x, candidate->box.y1 + y};
    candidate->text.at[0] += x;
    candidate->text.at[1] += y;
    for (size_t i = 0; i < candidate->letter_count; i++) {
        labels->letters[candidate->letter + i].at[0] += x;
        labels->letters[candidate->letter + i].at[1] += y;
    }
}

void mintu_label_candidate_add(mintu_labels *labels, mintu_label *label, const mintu_label_candidate *given)
{
    if (!MINTU_ARRAY_RESERVE(labels->candidates, labels->candidate_room, labels->candidate_count + 1))
        return;
    mintu_label_candidate candidate = *given;
    candidate.rank = label->tried++;
    shift(labels, label, &candidate);
    add_parts(labels, label, &candidate);
    mintu_hindrance hindrance = hindrance_of(labels, label, &candidate);
    label->hindered[hindrance]++;
    if (hindrance != MINTU_HINDRANCE_NONE && label->overlap != MINTU_OVERLAP_ALWAYS) {
        labels->part_count = candidate.part; /* taken back */
        return;
    }
    if (label->automatic || label->required) /* else the style's order alone counts */
        candidate.cost += ground_cost(labels, label, &candidate);
    candidate.cost += hindrance != MINTU_HINDRANCE_NONE ? OVERLAP_COST : 0;
    labels->candidates[labels->candidate_count++] = candidate;
    label->count++;
}
