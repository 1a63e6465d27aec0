/* Which place each label gets: the important ones first, each the best place that is free; then labels that stand badly, or
 * nowhere, ask those in their way to move. The order is total, so the same input gives the same map. */
#include "map/label.h"

#include <math.h>
#include <stdlib.h>

enum { BLOCKERS = 6, PASSES = 4, LEADER_STEPS = 12 };

static int by_priority(const void *a, const void *b)
{
    const mintu_label *one = *(mintu_label *const *)a, *two = *(mintu_label *const *)b;
    if (one->required != two->required)
        return one->required ? -1 : 1;
    if (one->layer != two->layer)
        return one->layer > two->layer ? -1 : 1; /* as MapLibre: the layer on top first */
    if (one->sort_key != two->sort_key)
        return one->sort_key < two->sort_key ? -1 : 1;
    return one->row < two->row ? -1 : one->row > two->row;
}

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

static mintu_box leader_step(const double line[4], int step)
{
    double part = (step + 0.5) / LEADER_STEPS;
    double x = line[0] + part * (line[2] - line[0]), y = line[1] + part * (line[3] - line[1]);
    return mintu_box_about(x, y, fmax(fabs(line[2] - line[0]) / LEADER_STEPS, 1),
                           fmax(fabs(line[3] - line[1]) / LEADER_STEPS, 1));
}

/* Owners of what is in a candidate's way, its leader's included; MINTU_UNPLACED among them is something that cannot move. */
static size_t blockers_of(const mintu_scene *scene, size_t index, const mintu_candidate *candidate, size_t *owners)
{
    const mintu_labels *labels = scene->labels;
    const mintu_label *label = &labels->labels[index];
    double line[4];
    if (!mintu_box_within(&candidate->box, &scene->page.frame)) {
        owners[0] = MINTU_UNPLACED;
        return 1;
    }
    size_t count = mintu_collision_query(&labels->collision, &candidate->box, index, owners, BLOCKERS);
    if (!mintu_label_leader(label, candidate, mintu_text_run(&scene->text, label->run), line))
        return count;
    for (int step = 1; step < LEADER_STEPS && count == 0; step++) {
        mintu_box box = leader_step(line, step);
        count = mintu_collision_query(&labels->collision, &box, index, owners, BLOCKERS);
    }
    return count;
}

static void put(mintu_scene *scene, size_t index, size_t candidate_index)
{
    mintu_labels *labels = scene->labels;
    mintu_label *label = &labels->labels[index];
    const mintu_candidate *candidate = &labels->candidates[candidate_index];
    double line[4];
    label->chosen = candidate_index;
    if (label->ignored)
        return;
    mintu_collision_add(&labels->collision, &(mintu_obstacle){.box = candidate->box, .owner = index});
    if (mintu_label_leader(label, candidate, mintu_text_run(&scene->text, label->run), line))
        for (int step = 0; step < LEADER_STEPS; step++)
            mintu_collision_add(&labels->collision, &(mintu_obstacle){.box = leader_step(line, step), .owner = index});
}

static void take_away(mintu_scene *scene, size_t index)
{
    mintu_labels *labels = scene->labels;
    mintu_label *label = &labels->labels[index];
    if (label->chosen == MINTU_UNPLACED)
        return;
    mintu_box box = labels->candidates[label->chosen].box;
    mintu_box_add(&box, label->x, label->y);
    mintu_collision_remove(&labels->collision, index,
                           labels->candidates[label->chosen].leader ? &box : &labels->candidates[label->chosen].box);
    label->chosen = MINTU_UNPLACED;
}

/* The cheapest free candidate, MINTU_UNPLACED when none is free. Candidates come in order of cost except on lines. */
static size_t best_free(const mintu_scene *scene, size_t index)
{
    const mintu_label *label = &scene->labels->labels[index];
    size_t owners[BLOCKERS], best = MINTU_UNPLACED;
    for (size_t i = label->first; i < label->first + label->count; i++) {
        const mintu_candidate *candidate = &scene->labels->candidates[i];
        if (best != MINTU_UNPLACED && candidate->cost >= scene->labels->candidates[best].cost)
            continue;
        if (blockers_of(scene, index, candidate, owners) == 0)
            best = i;
    }
    return best;
}

static void choose_first(mintu_scene *scene, size_t index)
{
    mintu_label *label = &scene->labels->labels[index];
    size_t best = best_free(scene, index);
    if (best == MINTU_UNPLACED && label->overlap && label->count)
        best = label->first;
    if (best != MINTU_UNPLACED)
        put(scene, index, best);
}

static const double UNPLACED_COST = 1000;

static double cost_of(const mintu_labels *labels, size_t index)
{
    size_t chosen = labels->labels[index].chosen;
    return chosen == MINTU_UNPLACED ? UNPLACED_COST : labels->candidates[chosen].cost;
}

/* Who is in a candidate's way, when all of them could move; false when one cannot. */
static bool movable_blockers(const mintu_scene *scene, size_t index, size_t candidate, size_t *owners, size_t *count)
{
    *count = blockers_of(scene, index, &scene->labels->candidates[candidate], owners);
    if (*count > BLOCKERS)
        return false;
    for (size_t i = 0; i < *count; i++) {
        if (owners[i] == MINTU_UNPLACED)
            return false;
        for (size_t j = 0; j < i; j++)
            if (owners[j] == owners[i])
                return false;
    }
    return true;
}

/* Puts the label at a candidate if everyone in the way finds another place and all together stand better than before; else
 * all stays as it was. */
static bool push_aside(mintu_scene *scene, size_t index, size_t candidate)
{
    mintu_labels *labels = scene->labels;
    size_t owners[BLOCKERS], old[BLOCKERS], own = labels->labels[index].chosen, count;
    if (!movable_blockers(scene, index, candidate, owners, &count))
        return false;
    double before = cost_of(labels, index), after = labels->candidates[candidate].cost;
    for (size_t i = 0; i < count; i++) {
        old[i] = labels->labels[owners[i]].chosen;
        before += cost_of(labels, owners[i]);
    }
    take_away(scene, index);
    for (size_t i = 0; i < count; i++)
        take_away(scene, owners[i]);
    put(scene, index, candidate);
    size_t moved = 0;
    for (size_t found; moved < count && (found = best_free(scene, owners[moved])) != MINTU_UNPLACED; moved++) {
        put(scene, owners[moved], found);
        after += labels->candidates[found].cost;
    }
    /* The leader's way was only looked at until its first obstacle. */
    if (moved == count && after < before &&
        blockers_of(scene, index, &labels->candidates[candidate], (size_t[BLOCKERS]){0}) == 0)
        return true;
    for (size_t i = 0; i < moved; i++)
        take_away(scene, owners[i]);
    take_away(scene, index);
    for (size_t i = 0; i < count; i++)
        put(scene, owners[i], old[i]);
    if (own != MINTU_UNPLACED)
        put(scene, index, own);
    return false;
}

static bool improve(mintu_scene *scene, size_t index)
{
    const mintu_labels *labels = scene->labels;
    const mintu_label *label = &labels->labels[index];
    for (size_t i = label->first; i < label->first + label->count; i++)
        if (labels->candidates[i].cost < cost_of(labels, index) && push_aside(scene, index, i))
            return true;
    return false;
}

static void report(mintu_scene *scene, mintu_label *const *order)
{
    for (size_t i = 0; i < scene->labels->count; i++) {
        const mintu_label *label = order[i];
        if (!label->required || label->chosen != MINTU_UNPLACED)
            continue;
        const char *id = mintu_style_layer_id(mintu_style_layer_at(scene->style, label->layer));
        const char *text = pango_layout_get_text(mintu_text_run(&scene->text, label->run)->layout);
        if (label->cover) {
            mintu_findings_add(scene->findings,
                               "required label not placed: \"%s\" of layer \"%s\" (feature %zu) at 1:%.0f: what it names lies "
                               "beneath the %s; use a larger page, another extent or another anchor",
                               text, id, label->row + 1, scene->page.scale, label->cover);
            continue;
        }
        mintu_findings_add(
            scene->findings,
            "required label not placed: \"%s\" of layer \"%s\" (feature %zu) at 1:%.0f found no free place; use a larger "
            "scale or page, or smaller text",
            text, id, label->row + 1, scene->page.scale);
    }
}

void mintu_labels_choose(mintu_scene *scene)
{
    mintu_labels *labels = scene->labels;
    mintu_label **order = calloc(labels->count + 1, sizeof *order);
    if (!order) {
        scene->failed = true;
        return;
    }
    for (size_t i = 0; i < labels->count; i++)
        order[i] = &labels->labels[i];
    qsort(order, labels->count, sizeof *order, by_priority);
    for (size_t i = 0; i < labels->count; i++)
        choose_first(scene, (size_t)(order[i] - labels->labels));
    bool changed = true;
    for (int pass = 0; pass < PASSES && changed; pass++) {
        changed = false;
        for (size_t i = 0; i < labels->count; i++) {
            size_t index = (size_t)(order[i] - labels->labels);
            changed = improve(scene, index) || changed;
        }
    }
    scene->failed = scene->failed || labels->collision.failed;
    report(scene, order);
    free(order);
}
