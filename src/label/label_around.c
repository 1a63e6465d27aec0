#include "label/label_around.h"

#include "label/label_area.h"
#include "label/label_candidate.h"
#include "label/label_far.h"
#include "style/property_value.h"
#include "style/style_layer.h"

#include <math.h>
#include <string.h>

static const double HALF_DIAGONAL = 0.70710678118654752440, QUARTER_TURN = 1.57079632679489661923;

/* To which side of the place the text stands when its anchor is at it. The eight sides are in the order of the compass. */
static const struct anchor {
    const char *name;
    double x, y;
} ANCHORS[] = {{"left", 1, 0},       {"bottom-left", 1, -1}, {"bottom", 0, -1},  {"bottom-right", -1, -1}, {"right", -1, 0},
               {"top-right", -1, 1}, {"top", 0, 1},          {"top-left", 1, 1}, {"center", 0, 0}};
enum { SIDES = 8, CENTRE = 8, ANCHOR_COUNT = 9 };

/* Right of the symbol first, then above, as readers expect it. */
static const char *const DEFAULT_ANCHORS[] = {"left",        "right",    "bottom",       "top",
                                              "bottom-left", "top-left", "bottom-right", "top-right"};

static const double RING_COST = 9, BETWEEN_COST = 1.5; /* farther out; between two sides */

static size_t find_anchor(const char *name)
{
    for (size_t i = 0; i < ANCHOR_COUNT; i++)
        if (strcmp(ANCHORS[i].name, name) == 0)
            return i;
    return CENTRE;
}

/* How far the text's edge stands from the place, for diagonal and straight anchors, and the fixed shift of text-offset. */
typedef struct offsets {
    double straight_x, straight_y, diagonal_x, diagonal_y, shift[2], padding;
    double clear; /* the least distance from the symbol's middle; 0 without a symbol */
} offsets;

static offsets offsets_of(const mintu_label *label, const mintu_run *run, const mintu_style_layer *layer,
                          mintu_style_scope *scope)
{
    offsets result = {.padding = mintu_style_is_set(layer, MINTU_PROPERTY_TEXT_PADDING)
                                     ? mintu_style_number(layer, MINTU_PROPERTY_TEXT_PADDING, scope)
                                     : 0.8};
    double offset[2] = {0, 0}, radial = mintu_style_number(layer, MINTU_PROPERTY_TEXT_RADIAL_OFFSET, scope) * run->size;
    double clear = label->clearance > 0 ? label->clearance + MINTU_LABEL_GAP + label->paint.halo_width * 0.5 : 0;
    bool variable = mintu_style_is_set(layer, MINTU_PROPERTY_TEXT_VARIABLE_ANCHOR);
    mintu_style_numbers(layer, MINTU_PROPERTY_TEXT_OFFSET, scope, offset, 2);
    radial = fmax(radial, clear);
    result.clear = clear;
    result.straight_x = result.straight_y = radial;
    result.diagonal_x = result.diagonal_y = radial * HALF_DIAGONAL;
    if (variable && !mintu_style_is_set(layer, MINTU_PROPERTY_TEXT_RADIAL_OFFSET)) {
        result.straight_x = result.diagonal_x = fmax(fabs(offset[0]) * run->size, clear);
        result.straight_y = result.diagonal_y = fmax(fabs(offset[1]) * run->size, clear);
    } else if (!variable) {
        result.shift[0] = offset[0] * run->size;
        result.shift[1] = offset[1] * run->size;
    }
    return result;
}

/* Anchors in the order of preference; @p free_choice when the label may also stand between them and farther out. */
typedef struct anchors {
    size_t order[ANCHOR_COUNT], count;
    bool free_choice;
} anchors;

static anchors anchors_of(const mintu_style_layer *layer, mintu_style_scope *scope, bool area)
{
    const char *names[ANCHOR_COUNT];
    anchors result = {.free_choice = true};
    size_t count = 0;
    if (mintu_style_is_set(layer, MINTU_PROPERTY_TEXT_VARIABLE_ANCHOR)) {
        count = mintu_style_strings(layer, MINTU_PROPERTY_TEXT_VARIABLE_ANCHOR, scope, names, ANCHOR_COUNT);
        count = count > ANCHOR_COUNT ? ANCHOR_COUNT : count;
    }
    if (!count && mintu_style_is_set(layer, MINTU_PROPERTY_TEXT_ANCHOR)) {
        names[count++] = mintu_style_string(layer, MINTU_PROPERTY_TEXT_ANCHOR, scope);
        result.free_choice = false;
    } else if (!count && !area) {
        count = sizeof DEFAULT_ANCHORS / sizeof *DEFAULT_ANCHORS;
        memcpy(names, DEFAULT_ANCHORS, sizeof DEFAULT_ANCHORS);
    }
    for (size_t i = 0; i < count; i++)
        result.order[result.count++] = find_anchor(names[i]);
    return result;
}

/* Where the text's centre stands for an anchor, @p out px farther than asked. */
static void anchor_centre(const mintu_label *label, const offsets *offset, const double size[2], size_t index, double out,
                          double xy[2])
{
    const struct anchor *anchor = &ANCHORS[index];
    bool diagonal = anchor->x != 0 && anchor->y != 0;
    double dx = (diagonal ? offset->diagonal_x : offset->straight_x) + out * (diagonal ? HALF_DIAGONAL : 1);
    double dy = (diagonal ? offset->diagonal_y : offset->straight_y) + out * (diagonal ? HALF_DIAGONAL : 1);
    xy[0] = label->x + anchor->x * (size[0] / 2 + dx) + offset->shift[0];
    xy[1] = label->y + anchor->y * (size[1] / 2 + dy) + offset->shift[1];
}

static void add_at(mintu_labels *labels, mintu_label *label, const mintu_label_candidate *given, const double xy[2],
                   double padding)
{
    mintu_label_candidate candidate = *given;
    candidate.x = xy[0];
    candidate.y = xy[1];
    candidate.box = mintu_box_grown(
        mintu_label_text_box(labels, label, candidate.run, (const double[]){xy[0], xy[1], candidate.angle}), padding);
    mintu_label_candidate_add(labels, label, &candidate);
}

/* Keeps the text as far from the symbol between two sides as it is at them, by moving it along the axis on which it stands off. */
static void push_out(const mintu_label *label, const double size[2], const offsets *offset, double xy[2])
{
    double off[2], clear = offset->clear;
    for (int i = 0; i < 2; i++)
        off[i] = fmax(fabs(xy[i] - offset->shift[i] - (i ? label->y : label->x)) - size[i] / 2, 0);
    int axis = off[1] > off[0];
    double needed = sqrt(fmax(clear * clear - off[!axis] * off[!axis], 0)), sign = 0;
    sign = xy[axis] - offset->shift[axis] < (axis ? label->y : label->x) ? -1 : 1;
    xy[axis] += sign * fmax(needed - off[axis], 0);
}

/* Between two neighbouring sides that are both asked for: a quarter, a half and three quarters of the way. */
static void add_between(mintu_labels *labels, mintu_label *label, const mintu_label_candidate *given, const offsets *offset,
                        const anchors *asked, double out)
{
    double size[2], a[2], b[2];
    int rank[ANCHOR_COUNT];
    for (int i = 0; i < ANCHOR_COUNT; i++)
        rank[i] = -1;
    for (size_t i = 0; i < asked->count; i++)
        rank[asked->order[i]] = (int)i;
    mintu_label_turned_size(mintu_labels_run(labels, given->run), given->angle, size);
    for (size_t side = 0; side < SIDES; side++) {
        size_t next = (side + 1) % SIDES;
        if (rank[side] < 0 || rank[next] < 0)
            continue;
        anchor_centre(label, offset, size, side, out, a);
        anchor_centre(label, offset, size, next, out, b);
        for (int part = 1; part < 4; part++) {
            mintu_label_candidate candidate = *given;
            double share = part / 4.0, xy[2] = {a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])};
            push_out(label, size, offset, xy);
            candidate.cost += BETWEEN_COST + (1 - share) * rank[side] + share * rank[next];
            add_at(labels, label, &candidate, xy, offset->padding);
        }
    }
}

static void add_around(mintu_labels *labels, mintu_label *label, const mintu_label_candidate *given, const offsets *offset,
                       const anchors *asked)
{
    static const double FARTHER[] = {0, 0.4, 0.8}; /* em */
    const mintu_run *run = mintu_labels_run(labels, given->run);
    double size[2], xy[2];
    mintu_label_turned_size(run, given->angle, size);
    for (int ring = 0; ring < (asked->free_choice && label->clearance > 0 ? 3 : 1); ring++) {
        mintu_label_candidate candidate = *given;
        double out = FARTHER[ring] * run->size, cost = given->cost + ring * RING_COST;
        for (size_t i = 0; i < asked->count; i++) {
            candidate.cost = cost + (double)i;
            anchor_centre(label, offset, size, asked->order[i], out, xy);
            add_at(labels, label, &candidate, xy, offset->padding);
        }
        candidate.cost = cost;
        if (asked->free_choice)
            add_between(labels, label, &candidate, offset, asked, out);
    }
}

void mintu_label_candidates_point(mintu_labels *labels, mintu_label *label, mintu_style_scope *scope, bool area)
{
    const mintu_style_layer *layer = mintu_label_layer(labels, label);
    offsets offset = offsets_of(label, mintu_labels_run(labels, label->run), layer, scope);
    anchors asked = anchors_of(layer, scope, area);
    if (area && (asked.count == 0 || (asked.count == 1 && asked.order[0] == CENTRE))) {
        mintu_label_candidates_area(labels, label, offset.shift, offset.padding);
    } else {
        const double second = 2.5;
        mintu_label_candidate row = {.angle = label->angle, .run = label->run, .cost = label->columns_first ? second : 0};
        mintu_label_candidate column = {
            .angle = label->angle + QUARTER_TURN, .run = label->vertical, .cost = label->columns_first ? 0 : second};
        add_around(labels, label, &row, &offset, &asked);
        if (label->vertical != MINTU_UNPLACED)
            add_around(labels, label, &column, &offset, &asked);
    }
    if (label->required) /* places with a leader cost so much that any near one is taken before */
        mintu_label_candidates_far(labels, label, offset.straight_x, offset.padding);
}
