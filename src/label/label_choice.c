#include "label/label_choice.h"

#include "base/clock.h"
#include "label/label_report.h"

#include <math.h>
#include <stdlib.h>

enum { BLOCKERS = 32, PASSES = 6, TRIALS_PER_LABEL = 260, MOST_TRIALS = 400000, TRIALS_BETWEEN_CLOCKS = 256, STEPS = 64 };
static const double HOT = 70, COLD = 0.6; /* against the 100 that a label is worth at least */
static const size_t MOST_LOOKS = 50000000;
static const double MOST_SECONDS = 20;
static const double CELL = 16; /* px */

typedef struct search {
    mintu_labels *labels;
    mintu_collision placed; /* the labels that have a place */
    mintu_label **order;
    uint64_t state;
    size_t *without, without_count; /* labels that have no place */
    size_t looks;                   /* boxes looked up among the placed ones */
    double chances[STEPS];          /* logarithms, rounded so that no libm can turn a decision */
} search;

/* A text with many places that may lie over others does not give way. */
static bool goes_first(const mintu_label *label)
{
    return label->automatic && label->overlap == MINTU_OVERLAP_ALWAYS;
}

static int by_priority(const void *a, const void *b)
{
    const mintu_label *one = *(mintu_label *const *)a, *two = *(mintu_label *const *)b;
    if (goes_first(one) != goes_first(two))
        return goes_first(one) ? -1 : 1;
    if (one->required != two->required)
        return one->required ? -1 : 1;
    if (one->layer != two->layer)
        return one->layer > two->layer ? -1 : 1; /* as MapLibre: the layer on top first */
    if (one->turn != two->turn)
        return one->turn < two->turn ? -1 : 1;
    return one < two ? -1 : one > two; /* in the order in which they were gathered */
}

/* Steele, Lea and Flood's SplitMix64. */
static size_t draw(search *s, size_t below)
{
    uint64_t z = s->state += 0x9E3779B97F4A7C15u;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return below ? (size_t)((z ^ z >> 31) % below) : 0;
}

/* Labels that are in the way of one, each once. */
typedef struct blockers {
    size_t owners[BLOCKERS], count;
} blockers;

static void add_blocker(blockers *found, size_t owner)
{
    for (size_t i = 0; i < found->count; i++)
        if (found->owners[i] == owner)
            return;
    found->owners[found->count++] = owner;
}

/* What stands for a number in the index of what is placed: the text of a label, or behind all texts its icon. */
static const mintu_label *owner_of(const search *s, size_t owner, bool *icon)
{
    *icon = owner >= s->labels->count;
    return &s->labels->labels[*icon ? owner - s->labels->count : owner];
}

/* Whether one that may lie over others in one way may lie over this owner's. */
static bool may_lie_over(const search *s, mintu_overlap overlap, size_t owner)
{
    bool icon;
    const mintu_label *other = owner_of(s, owner, &icon);
    return overlap != MINTU_OVERLAP_NEVER && (icon ? other->icon.overlap : other->overlap) != MINTU_OVERLAP_NEVER;
}

/* Whether another may push it from its place. */
static bool gives_way(const search *s, size_t owner)
{
    bool icon;
    const mintu_label *other = owner_of(s, owner, &icon);
    return !icon && mintu_label_is_movable(other);
}

/* Whether what stands for the owner's number is in the way of a label that may lie over others in this way. Icons are not in that of an automatic one, whose places keep
 * clear of them from the beginning, but for those about a text. */
static bool is_in_the_way(const search *s, size_t index, size_t owner, mintu_overlap overlap)
{
    bool icon;
    const mintu_label *label = &s->labels->labels[index], *other = owner_of(s, owner, &icon);
    return other != label && !(icon && label->automatic && !other->icon.fitted) && !may_lie_over(s, overlap, owner);
}

/* Finds @p most of them at most. */
static void find_blockers(search *s, size_t index, const mintu_label_candidate *candidate, size_t most, blockers *out)
{
    mintu_overlap overlap = candidate->strict ? MINTU_OVERLAP_NEVER : s->labels->labels[index].overlap;
    out->count = 0;
    s->looks += candidate->part_count;
    for (size_t i = 0; i < candidate->part_count && out->count < most; i++) {
        mintu_collision_walk walk = mintu_collision_begin(&s->placed, &s->labels->parts[candidate->part + i]);
        for (const mintu_obstacle *other; out->count < most && (other = mintu_collision_next(&walk));)
            if (is_in_the_way(s, index, other->owner, overlap))
                add_blocker(out, other->owner);
    }
}

static void put(search *s, size_t index, size_t candidate_index)
{
    mintu_label *label = &s->labels->labels[index];
    const mintu_label_candidate *candidate = &s->labels->candidates[candidate_index];
    label->chosen = candidate_index;
    for (size_t i = 0; i < candidate->part_count && !label->ignored; i++)
        mintu_collision_add(&s->placed, &(mintu_obstacle){.box = s->labels->parts[candidate->part + i], .owner = index});
}

static void take_away(search *s, size_t index)
{
    mintu_label *label = &s->labels->labels[index];
    const mintu_label_candidate *candidate = mintu_label_place(s->labels, label);
    for (size_t i = 0; candidate && i < candidate->part_count && !label->ignored; i++)
        mintu_collision_remove(&s->placed, &s->labels->parts[candidate->part + i], index);
    label->chosen = MINTU_UNPLACED;
}

/* The cheapest free candidate, MINTU_UNPLACED when none is free. */
static size_t best_free(search *s, size_t index)
{
    const mintu_label *label = &s->labels->labels[index];
    size_t best = MINTU_UNPLACED;
    blockers found;
    for (size_t i = label->first; i < label->first + label->count; i++) {
        const mintu_label_candidate *candidate = &s->labels->candidates[i];
        if (best != MINTU_UNPLACED && candidate->cost >= s->labels->candidates[best].cost)
            continue;
        find_blockers(s, index, candidate, 1, &found);
        if (found.count == 0)
            best = i;
    }
    return best;
}

/* The place that a label gets first: what may lie over others takes its first even when that is not free. */
static size_t first_place(search *s, size_t index)
{
    const mintu_label *label = &s->labels->labels[index];
    size_t best = best_free(s, index);
    return best == MINTU_UNPLACED && label->overlap == MINTU_OVERLAP_ALWAYS && label->count ? label->first : best;
}

static bool icon_is_free(const search *s, size_t index)
{
    const mintu_label *label = &s->labels->labels[index];
    if (!label->icon.wanted || label->icon.overlap == MINTU_OVERLAP_ALWAYS)
        return label->icon.wanted;
    mintu_collision_walk walk = mintu_collision_begin(&s->placed, &label->icon.box);
    for (const mintu_obstacle *other; (other = mintu_collision_next(&walk));)
        if (other->owner != index && !may_lie_over(s, label->icon.overlap, other->owner))
            return false;
    return true;
}

/* A text and an icon stand together or not at all, unless one of them is optional; as MapLibre GL JS has it. */
static void join(const mintu_label *label, bool *text, bool *icon)
{
    bool without_text = label->optional || label->run == MINTU_UNPLACED,
         without_icon = label->icon.optional || !label->icon.wanted, both = *text && *icon;
    *text = without_icon ? *text : both;
    *icon = without_text ? *icon : both;
}

/* Gives a symbol its first place. The place of an icon is kept for it while its text, which has many places, has none yet. */
static void choose_first(search *s, size_t index)
{
    mintu_label *label = &s->labels->labels[index];
    size_t place = first_place(s, index);
    bool text = place != MINTU_UNPLACED || (mintu_label_is_movable(label) && label->count > 0), icon = icon_is_free(s, index);
    join(label, &text, &icon);
    if (text && place != MINTU_UNPLACED)
        put(s, index, place);
    else if (!text)
        label->count = label->chosen == MINTU_UNPLACED && mintu_label_is_movable(label) ? 0 : label->count;
    label->icon.placed = icon;
    if (icon && !label->icon.ignored)
        mintu_collision_add(&s->placed, &(mintu_obstacle){.box = label->icon.box, .owner = index + s->labels->count});
}

static double gain_of(const search *s, size_t index)
{
    const mintu_label *label = &s->labels->labels[index];
    const mintu_label_candidate *place = mintu_label_place(s->labels, label);
    return place ? label->weight - place->cost : 0;
}

/* What a move would change, so that it can be taken back. */
typedef struct move {
    size_t index, old, places[BLOCKERS];
    blockers others; /* that were in the way, and their places */
} move;

static void take_back(search *s, const move *m)
{
    for (size_t i = 0; i < m->others.count; i++)
        take_away(s, m->others.owners[i]);
    take_away(s, m->index);
    for (size_t i = 0; i < m->others.count; i++)
        put(s, m->others.owners[i], m->places[i]);
    if (m->old != MINTU_UNPLACED)
        put(s, m->index, m->old);
}

/* Puts the label at a candidate; those in the way take the best place that is left, or none. The move stands when it loses no
 * more than @p slack. */
static bool try_move(search *s, size_t index, size_t candidate, double slack)
{
    const mintu_label *label = &s->labels->labels[index];
    move m = {.index = index, .old = label->chosen};
    double before = gain_of(s, index), after = label->weight - s->labels->candidates[candidate].cost;
    find_blockers(s, index, &s->labels->candidates[candidate], BLOCKERS, &m.others);
    if (m.others.count == BLOCKERS)
        return false;
    if (after - before < -slack)
        return false; /* the others cannot make it better than it is, or hardly */
    for (size_t i = 0; i < m.others.count; i++) {
        if (!gives_way(s, m.others.owners[i]))
            return false;
        m.places[i] = s->labels->labels[m.others.owners[i]].chosen;
        before += gain_of(s, m.others.owners[i]);
    }
    for (size_t i = 0; i < m.others.count; i++)
        take_away(s, m.others.owners[i]);
    take_away(s, index);
    put(s, index, candidate);
    for (size_t i = 0; i < m.others.count; i++) {
        size_t place = best_free(s, m.others.owners[i]);
        if (place != MINTU_UNPLACED)
            put(s, m.others.owners[i], place);
        after += gain_of(s, m.others.owners[i]);
    }
    if (after - before >= -slack && after - before != 0)
        return true;
    take_back(s, &m);
    return false;
}

/* Labels that have a choice: all of them, or the required ones. */
static size_t list_movable(const search *s, bool required, size_t *out)
{
    size_t count = 0;
    for (size_t i = 0; i < s->labels->count; i++) {
        const mintu_label *label = &s->labels->labels[i];
        if (label->count > 0 && mintu_label_is_movable(label) && (label->required || !required))
            out[count++] = i;
    }
    return count;
}

/* A label that has no place, one time in four; else any. The list is from the last look at the clock. */
static size_t draw_label(search *s, const size_t *movable, size_t count)
{
    bool without = draw(s, 4) == 0 && s->without_count > 0;
    return without ? s->without[draw(s, s->without_count)] : movable[draw(s, count)];
}

static void list_without(search *s, const size_t *movable, size_t count)
{
    s->without_count = 0;
    for (size_t i = 0; i < count; i++)
        if (s->labels->labels[movable[i]].chosen == MINTU_UNPLACED)
            s->without[s->without_count++] = movable[i];
}

/* Cools by the share of trials, or of looks in a crowd where each trial takes many, that are done. */
static void anneal(search *s, const size_t *movable, size_t count, double scale)
{
    double begin = mintu_thread_seconds(), heat = HOT * scale;
    size_t trials = count * TRIALS_PER_LABEL < MOST_TRIALS ? count * TRIALS_PER_LABEL : MOST_TRIALS;
    s->looks = 0;
    for (size_t trial = 0; trial < trials && s->looks < MOST_LOOKS; trial++) {
        if (trial % TRIALS_BETWEEN_CLOCKS == 0) {
            double done = fmax((double)trial / (double)trials, (double)s->looks / (double)MOST_LOOKS);
            heat = HOT * scale * pow(COLD / HOT, done);
            list_without(s, movable, count);
            s->labels->stopped_by_time = s->labels->stopped_by_time || mintu_thread_seconds() - begin > MOST_SECONDS;
            if (s->labels->stopped_by_time || !mintu_drawing_goes_on(s->labels->drawing))
                return;
        }
        size_t index = draw_label(s, movable, count);
        const mintu_label *label = &s->labels->labels[index];
        size_t candidate = label->first + draw(s, label->count);
        double slack = heat * s->chances[draw(s, STEPS)];
        if (candidate != label->chosen)
            try_move(s, index, candidate, slack);
        s->labels->trials++;
    }
}

static bool improve(search *s, size_t index)
{
    const mintu_label *label = &s->labels->labels[index];
    bool changed = false;
    for (size_t i = label->first; i < label->first + label->count; i++)
        if (i != label->chosen && try_move(s, index, i, -1e-6))
            changed = true;
    return changed;
}

static void polish(search *s, const size_t *movable, size_t count)
{
    bool changed = true;
    s->looks = 0;
    for (int pass = 0; pass < PASSES && changed; pass++) {
        changed = false;
        for (size_t i = 0; i < count && s->looks < MOST_LOOKS / 2 && mintu_drawing_goes_on(s->labels->drawing); i++)
            changed = improve(s, movable[i]) || changed;
    }
}

/* Greedy start of the required labels or of the others, in their order. Returns how many found no place. */
static size_t start(search *s, bool required)
{
    size_t without = 0;
    for (size_t i = 0; i < s->labels->count && mintu_drawing_goes_on(s->labels->drawing); i++) {
        const mintu_label *label = s->order[i];
        if ((label->required || goes_first(label)) != required)
            continue;
        choose_first(s, (size_t)(label - s->labels->labels));
        without += label->chosen == MINTU_UNPLACED && label->count > 0;
    }
    return without;
}

/* In a crowd the required labels must settle among themselves before others join them, at a heat that fits their weight. */
static void run(search *s, size_t *movable)
{
    mintu_labels *labels = s->labels;
    for (size_t i = 0; i < labels->count; i++)
        s->order[i] = &labels->labels[i];
    qsort(s->order, labels->count, sizeof(mintu_label *), by_priority);
    for (int i = 0; i < STEPS; i++)
        s->chances[i] = round(-log((i + 0.5) / STEPS) * 1024) / 1024;
    size_t count = list_movable(s, true, movable);
    if (start(s, true) > 0) {
        anneal(s, movable, count, MINTU_REQUIRED_WEIGHT);
        polish(s, movable, count);
    }
    start(s, false);
    count = list_movable(s, false, movable);
    if (count)
        anneal(s, movable, count, 1);
    polish(s, movable, count);
}

/* Icons whose texts found no place after all go with them. */
static void part(mintu_labels *labels)
{
    for (size_t i = 0; i < labels->count; i++) {
        mintu_label *label = &labels->labels[i];
        bool text = label->chosen != MINTU_UNPLACED;
        join(label, &text, &label->icon.placed);
    }
}

/* The report looks at all that stands on the map: which labels meet each other, a symbol or furniture. */
static void claim(mintu_labels *labels)
{
    for (size_t i = 0; i < labels->count; i++) {
        const mintu_label *label = &labels->labels[i];
        const mintu_label_candidate *candidate = mintu_label_place(labels, label);
        for (size_t part = 0; candidate && part < candidate->part_count; part++)
            mintu_collision_add(&labels->collision,
                                &(mintu_obstacle){.box = labels->parts[candidate->part + part], .owner = i});
    }
}

void mintu_labels_choose(mintu_labels *labels)
{
    search s = {.labels = labels, .state = 1};
    s.order = calloc(labels->count + 1, sizeof(mintu_label *));
    size_t *movable = calloc(labels->count + 1, sizeof *movable);
    s.without = calloc(labels->count + 1, sizeof *s.without);
    bool room = s.order && movable && s.without;
    if (room && mintu_collision_open(&s.placed, &labels->drawing->page.frame, CELL))
        run(&s, movable);
    else
        mintu_memory_failure_add();
    mintu_collision_free(&s.placed);
    free(s.order);
    free(movable);
    free(s.without);
    part(labels);
    claim(labels);
    mintu_labels_tell(labels);
}
