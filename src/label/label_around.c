#include "label/label_around.h"

#include "base/earth.h"
#include "label/label_area.h"
#include "label/label_candidate.h"
#include "label/label_far.h"
#include "style/property_value.h"

#include <math.h>
#include <string.h>

static const double HALF_DIAGONAL = 0.70710678118654752440, QUARTER_TURN = MINTU_PI / 2;

/* To which side of the place the text stands when its anchor is at it. The eight sides are in the order of the compass. */
static const struct anchor {
    const char *name;
    double side[2];
} ANCHORS[] = {{"left", {1, 0}},   {"bottom-left", {1, -1}}, {"bottom", {0, -1}}, {"bottom-right", {-1, -1}},
               {"right", {-1, 0}}, {"top-right", {-1, 1}},   {"top", {0, 1}},     {"top-left", {1, 1}},
               {"center", {0, 0}}};
enum { SIDES = 8, CENTRE = 8, ANCHOR_COUNT = 9 };

/* Right of the symbol first, then above, as readers expect it. */
static const char *const DEFAULT_ANCHORS[] = {"left",        "right",    "bottom",       "top",
                                              "bottom-left", "top-left", "bottom-right", "top-right"};

static const double RING_COST = 9, BETWEEN_COST = 1.5; /* farther out; between two sides */

static const double SYMBOL_PADDING = 0.8; /* px that a text keeps from symbols, its own among them */

static size_t find_anchor(const char *name)
{
    for (size_t i = 0; i < ANCHOR_COUNT; i++)
        if (strcmp(ANCHORS[i].name, name) == 0)
            return i;
    return CENTRE;
}

/* How far the text's edge stands from the place, for diagonal and straight anchors, and the shift of text-offset within areas. */
typedef struct offsets {
    double straight[2], diagonal[2], shift[2], padding;
    double clear; /* the least distance from the symbol's middle; 0 without a symbol */
} offsets;

static offsets offsets_of(const mintu_label *label, const mintu_run *run, const mintu_style_layer *layer,
                          mintu_style_scope *scope)
{
    offsets result = {.padding = mintu_style_number(layer, MINTU_PROPERTY_TEXT_PADDING, scope)};
    double offset[2] = {0, 0}, radial = mintu_style_number(layer, MINTU_PROPERTY_TEXT_RADIAL_OFFSET, scope) * run->size;
    double clear = label->clearance > 0 ? label->clearance + MINTU_LABEL_GAP + label->paint.halo_width * 0.5 : 0;
    bool by_offset = !mintu_style_is_set(layer, MINTU_PROPERTY_TEXT_RADIAL_OFFSET);
    mintu_style_numbers(layer, MINTU_PROPERTY_TEXT_OFFSET, scope, offset, 2);
    radial = fmax(radial, clear);
    result.clear = clear;
    for (int axis = 0; axis < 2; axis++) {
        double own = fmax(fabs(offset[axis]) * run->size, clear);
        result.straight[axis] = by_offset ? own : radial;
        result.diagonal[axis] = by_offset ? (offset[axis] != 0 ? own : clear * HALF_DIAGONAL) : radial * HALF_DIAGONAL;
        result.shift[axis] = offset[axis] * run->size;
    }
    return result;
}

/* Anchors in the order of preference, and, by anchor, what text-variable-anchor-offset says. */
typedef struct anchors {
    size_t order[ANCHOR_COUNT], count;
    bool offset_given;
    double offset[ANCHOR_COUNT][2]; /* em */
} anchors;

static void add_anchor(anchors *list, const char *name)
{
    size_t anchor = find_anchor(name);
    for (size_t i = 0; i < list->count; i++)
        if (list->order[i] == anchor)
            return;
    list->order[list->count++] = anchor;
}

static void add_with_offsets(anchors *list, const mintu_style_layer *layer, mintu_style_scope *scope)
{
    mintu_anchored given[ANCHOR_COUNT];
    size_t count = mintu_style_anchored(layer, MINTU_PROPERTY_TEXT_VARIABLE_ANCHOR_OFFSET, scope, given, ANCHOR_COUNT);
    for (size_t i = 0; i < count; i++) {
        add_anchor(list, given[i].anchor);
        memcpy(list->offset[find_anchor(given[i].anchor)], given[i].offset, sizeof given[i].offset);
    }
    list->offset_given = count > 0;
}

/* Those of an area are none when its name may stand anywhere in it. */
static anchors anchors_of(const mintu_style_layer *layer, mintu_style_scope *scope, bool area)
{
    const char *names[ANCHOR_COUNT];
    anchors result = {0};
    add_with_offsets(&result, layer, scope);
    if (!result.count && mintu_style_is_set(layer, MINTU_PROPERTY_TEXT_VARIABLE_ANCHOR)) {
        size_t count = mintu_style_strings(layer, MINTU_PROPERTY_TEXT_VARIABLE_ANCHOR, scope, names, ANCHOR_COUNT);
        for (size_t i = 0; i < count && i < ANCHOR_COUNT; i++)
            add_anchor(&result, names[i]);
    }
    if (result.count)
        return result;
    const char *anchor = mintu_style_string(layer, MINTU_PROPERTY_TEXT_ANCHOR, scope);
    if (strcmp(anchor, "center") != 0)
        add_anchor(&result, anchor);
    else if (area)
        return result;
    for (size_t i = 0; i < SIDES; i++)
        add_anchor(&result, DEFAULT_ANCHORS[i]);
    return result;
}

/* A label's text in rows, or in columns, that is set around its symbol. */
typedef struct setting {
    mintu_labels *labels;
    mintu_label *label;
    const offsets *offset;
    const anchors *asked;
    size_t run;
    double angle, size[2]; /* size: of the turned text */
} setting;

/* px between the place and the text's edge along an axis: as asked for, but clear of the symbol. */
static double off_of(const setting *s, size_t index, int axis)
{
    const double *side = ANCHORS[index].side;
    bool diagonal = side[0] != 0 && side[1] != 0;
    if (!s->asked->offset_given)
        return (diagonal ? s->offset->diagonal : s->offset->straight)[axis];
    double given = s->asked->offset[index][axis] * mintu_labels_run(s->labels, s->run)->size * side[axis];
    return fmax(given, s->offset->clear * (diagonal ? HALF_DIAGONAL : 1));
}

/* Where the text's centre stands for an anchor, @p farther px out than asked. */
static void anchor_centre(const setting *s, size_t index, double farther, double xy[2])
{
    const double *side = ANCHORS[index].side;
    bool diagonal = side[0] != 0 && side[1] != 0;
    for (int axis = 0; axis < 2; axis++) {
        double off = off_of(s, index, axis) + farther * (diagonal ? HALF_DIAGONAL : 1);
        double shift = side[axis] == 0 ? s->asked->offset[index][axis] * mintu_labels_run(s->labels, s->run)->size : 0;
        xy[axis] = s->label->at[axis] + side[axis] * (s->size[axis] / 2 + off) + shift;
    }
}

static void add_at(const setting *s, const double xy[2], double cost, bool over)
{
    mintu_label_candidate candidate = {.text = {{xy[0], xy[1]}, s->angle, s->run}, .cost = cost, .over = over};
    candidate.inset = fmax(s->offset->padding - SYMBOL_PADDING, 0);
    candidate.box = mintu_box_grown(mintu_label_text_box(s->labels, s->label, &candidate.text), s->offset->padding);
    mintu_label_candidate_add(s->labels, s->label, &candidate);
}

/* Keeps the text as far from the symbol between two sides as it is at them, by moving it along the axis on which it stands off. */
static void push_out(const setting *s, double xy[2])
{
    double away[2], off[2], clear = s->offset->clear;
    for (int i = 0; i < 2; i++) {
        away[i] = xy[i] - s->label->at[i];
        off[i] = fmax(fabs(away[i]) - s->size[i] / 2, 0);
    }
    int axis = off[1] > off[0];
    double needed = sqrt(fmax(clear * clear - off[!axis] * off[!axis], 0));
    xy[axis] += (away[axis] < 0 ? -1 : 1) * fmax(needed - off[axis], 0);
}

/* Between two neighbouring sides that are both asked for: a quarter, a half and three quarters of the way. */
static void add_between(const setting *s, double farther, double cost)
{
    double a[2], b[2];
    int rank[ANCHOR_COUNT];
    for (int i = 0; i < ANCHOR_COUNT; i++)
        rank[i] = -1;
    for (size_t i = 0; i < s->asked->count; i++)
        rank[s->asked->order[i]] = (int)i;
    for (size_t side = 0; side < SIDES; side++) {
        size_t next = (side + 1) % SIDES;
        if (rank[side] < 0 || rank[next] < 0)
            continue;
        anchor_centre(s, side, farther, a);
        anchor_centre(s, next, farther, b);
        for (int part = 1; part < 4; part++) {
            double share = part / 4.0, xy[2] = {a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])};
            push_out(s, xy);
            add_at(s, xy, cost + (BETWEEN_COST + (1 - share) * rank[side] + share * rank[next]), false);
        }
    }
}

/* @p cost: of being in rows, or in columns. */
static void add_around(setting *s, double cost)
{
    static const double FARTHER[] = {0, 0.4, 0.8}; /* em */
    const mintu_run *run = mintu_labels_run(s->labels, s->run);
    double xy[2];
    mintu_label_turned_size(run, s->angle, s->size);
    for (int ring = 0; ring < (s->label->clearance > 0 ? 3 : 1); ring++) {
        double farther = FARTHER[ring] * run->size, ring_cost = cost + ring * RING_COST;
        for (size_t i = 0; i < s->asked->count; i++) {
            anchor_centre(s, s->asked->order[i], farther, xy);
            add_at(s, xy, ring_cost + (double)i, s->asked->order[i] == CENTRE);
        }
        add_between(s, farther, ring_cost);
    }
}

void mintu_label_candidates_point(mintu_labels *labels, mintu_label *label, mintu_style_scope *scope, bool area)
{
    const double second = 2.5;
    const mintu_style_layer *layer = mintu_label_layer(labels, label);
    offsets offset = offsets_of(label, mintu_labels_run(labels, label->run), layer, scope);
    anchors asked = anchors_of(layer, scope, area);
    if (area && (asked.count == 0 || (asked.count == 1 && asked.order[0] == CENTRE))) {
        mintu_label_candidates_area(labels, label, offset.shift, offset.padding);
        return;
    }
    setting row = {labels, label, &offset, &asked, label->run, label->angle, {0}};
    setting column = {labels, label, &offset, &asked, label->vertical, label->angle + QUARTER_TURN, {0}};
    if (!label->columns_only)
        add_around(&row, label->columns_first ? second : 0);
    if (label->vertical != MINTU_UNPLACED)
        add_around(&column, label->columns_first ? 0 : second);
}

void mintu_label_candidates_last(mintu_labels *labels, mintu_label *label, mintu_style_scope *scope)
{
    const mintu_style_layer *layer = mintu_label_layer(labels, label);
    offsets offset = offsets_of(label, mintu_labels_run(labels, label->run), layer, scope);
    mintu_label_candidates_far(labels, label, offset.straight[0], offset.padding);
}
