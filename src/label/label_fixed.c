#include "label/label_fixed.h"

#include "base/earth.h"
#include "label/label_anchor.h"
#include "label/label_candidate.h"
#include "style/property_value.h"

#include <math.h>
#include <string.h>

static const double QUARTER_TURN = MINTU_PI / 2;

/* Offsets with an anchor of their own are to the glyphs, not to the line's edge, which is this far above capitals and below the
 * baseline, em. */
static const double BASELINE = 7.0 / 24;

/* The signs of a column stand this much farther up than its middle says, since each is turned back about a point of its box, em. */
static const double COLUMN_LIFT = 1.12 / 24;

/* Letters that are set as in a row have their middle this much farther down than those of a column, em. */
static const double UPRIGHT_LIFT = 0.88 / 24;

enum { MOST_ANCHORS = 9 };

/* A place that the style asks for. */
typedef struct anchored {
    double side[2], offset[2]; /* em */
} anchored;

static double towards_baseline(const anchored *a)
{
    return -a->side[1] * BASELINE;
}

/* text-radial-offset: so far out, in the direction that the anchor leaves free. */
static void set_radial(anchored *a, double radial)
{
    radial = fmax(radial, 0) * (a->side[0] != 0 && a->side[1] != 0 ? sqrt(0.5) : 1);
    a->offset[0] = a->side[0] * radial;
    a->offset[1] = a->side[1] * radial + towards_baseline(a);
}

void mintu_label_anchor_read(const mintu_style_layer *layer, mintu_style_scope *scope, double side[2], double offset[2])
{
    anchored a = {.offset = {0, 0}};
    double radial = mintu_style_number(layer, MINTU_PROPERTY_TEXT_RADIAL_OFFSET, scope);
    mintu_anchor_side(mintu_style_string(layer, MINTU_PROPERTY_TEXT_ANCHOR, scope), a.side);
    if (radial > 0 || radial < 0)
        set_radial(&a, radial);
    else
        mintu_style_numbers(layer, MINTU_PROPERTY_TEXT_OFFSET, scope, a.offset, 2);
    memcpy(side, a.side, sizeof a.side);
    memcpy(offset, a.offset, sizeof a.offset);
}

static size_t read_anchors_with_offsets(const mintu_style_layer *layer, mintu_style_scope *scope, anchored *out)
{
    mintu_anchored given[MOST_ANCHORS];
    size_t count = mintu_style_anchored(layer, MINTU_PROPERTY_TEXT_VARIABLE_ANCHOR_OFFSET, scope, given, MOST_ANCHORS);
    for (size_t i = 0; i < count; i++) {
        mintu_anchor_side(given[i].anchor, out[i].side);
        memcpy(out[i].offset, given[i].offset, sizeof out[i].offset);
        out[i].offset[1] += towards_baseline(&out[i]);
    }
    return count;
}

/* Those that the text may take one of, with an offset that leads away from the point for each; none unless they are asked for. */
static size_t read_anchors(const mintu_style_layer *layer, mintu_style_scope *scope, anchored *out)
{
    const char *names[MOST_ANCHORS];
    double offset[2] = {0, 0}, radial = mintu_style_number(layer, MINTU_PROPERTY_TEXT_RADIAL_OFFSET, scope);
    size_t count = read_anchors_with_offsets(layer, scope, out);
    if (count || !mintu_style_is_set(layer, MINTU_PROPERTY_TEXT_VARIABLE_ANCHOR))
        return count;
    mintu_style_numbers(layer, MINTU_PROPERTY_TEXT_OFFSET, scope, offset, 2);
    count = mintu_style_strings(layer, MINTU_PROPERTY_TEXT_VARIABLE_ANCHOR, scope, names, MOST_ANCHORS);
    count = count < MOST_ANCHORS ? count : MOST_ANCHORS;
    for (size_t i = 0; i < count; i++) {
        mintu_anchor_side(names[i], out[i].side);
        if (mintu_style_is_set(layer, MINTU_PROPERTY_TEXT_RADIAL_OFFSET)) {
            set_radial(&out[i], radial);
            continue;
        }
        out[i].offset[0] = out[i].side[0] * fabs(offset[0]);
        out[i].offset[1] = out[i].side[1] * fabs(offset[1]) + towards_baseline(&out[i]);
    }
    return count;
}

void mintu_label_block(const mintu_style_layer *layer, mintu_style_scope *scope, const mintu_run *run, double size[2])
{
    size[0] = run->width;
    size[1] = run->height + run->size * (mintu_style_number(layer, MINTU_PROPERTY_TEXT_LINE_HEIGHT, scope) - 1);
}

typedef struct setting {
    mintu_labels *labels;
    mintu_label *label;
    mintu_style_scope *scope;
    double padding;
    bool variable; /* one of several anchors, for which the text stands upright and clear by its padding */
} setting;

/* The lines of a text, or its columns. */
typedef struct block {
    size_t run;
    bool column;
    double turn, em;
    double size[2], box[2]; /* before it is turned, and of what it covers then */
} block;

static block block_of(const setting *s, const anchored *a, bool column)
{
    const mintu_label *label = s->label;
    block b = {.run = column ? label->vertical : label->sided[s->variable ? (int)(1 - a->side[0]) : 1], .column = column};
    const mintu_run *run = mintu_labels_run(s->labels, b.run);
    b.em = run->size;
    b.turn = label->angle + (column ? QUARTER_TURN : 0);
    mintu_label_block(mintu_label_layer(s->labels, label), s->scope, run, b.size);
    double along = fabs(cos(b.turn)), across = fabs(sin(b.turn));
    b.box[0] = along * b.size[0] + across * b.size[1];
    b.box[1] = across * b.size[0] + along * b.size[1];
    return b;
}

/* How far the text's middle is from its point. One of several anchors is a side of what the turned text covers, and its padding lies
 * between; a single one turns with the text. */
static void move(const setting *s, const anchored *a, const block *b, double moved[2])
{
    const double *size = s->variable ? b->box : b->size, clear = s->variable ? s->padding : 0;
    double lift[2] = {b->column ? -COLUMN_LIFT * b->em : 0, 0};
    if (s->variable)
        mintu_turn(lift, b->turn);
    for (int axis = 0; axis < 2; axis++)
        moved[axis] = lift[axis] + a->offset[axis] * b->em + a->side[axis] * (size[axis] / 2 + clear);
    if (!s->variable)
        mintu_turn(moved, b->turn);
}

/* The letters of a column that is not set as a whole, about its middle. */
static void add_letters(const setting *s, const block *b, mintu_label_candidate *candidate)
{
    mintu_labels *labels = s->labels;
    const mintu_run *run = mintu_labels_run(labels, b->run);
    candidate->letter = labels->letter_count;
    for (size_t i = 0; b->column && i < run->letter_count; i++) {
        const mintu_text_letter *letter = &run->letters[i];
        double xy[2] = {letter->middle - run->width / 2 - (letter->upright ? UPRIGHT_LIFT * b->em : 0), letter->across};
        if (!MINTU_ARRAY_RESERVE(labels->letters, labels->letter_room, labels->letter_count + 1))
            break;
        mintu_turn(xy, b->turn);
        labels->letters[labels->letter_count++] =
            (mintu_text_spot){{candidate->text.at[0] + xy[0], candidate->text.at[1] + xy[1]},
                              letter->upright ? s->label->angle : b->turn,
                              letter->run};
    }
    candidate->letter_count = labels->letter_count - candidate->letter;
}

static void add(const setting *s, const anchored *a, bool column, bool strict)
{
    const block b = block_of(s, a, column);
    double moved[2];
    move(s, a, &b, moved);
    const double at[2] = {s->label->at[0] + moved[0], s->label->at[1] + moved[1]};
    mintu_label_candidate candidate = {
        .text = {{at[0], at[1]}, b.turn, b.run}, .cost = (double)s->label->tried, .strict = strict};
    candidate.box = mintu_box_grown(mintu_box_about(at[0], at[1], b.box[0], b.box[1]), s->padding + MINTU_LABEL_GRAIN);
    size_t count = s->label->count;
    add_letters(s, &b, &candidate);
    mintu_label_candidate_add(s->labels, s->label, &candidate);
    if (s->label->count == count)
        s->labels->letter_count = candidate.letter;
}

/* In rows or in columns. Of several places one that is free comes first, even for a text that may lie over others. */
static void add_mode(const setting *s, const anchored *anchors, size_t count, bool column)
{
    for (size_t i = 0; i < count; i++)
        add(s, &anchors[i], column, s->variable);
    for (size_t i = 0; i < count && s->variable && s->label->overlap != MINTU_OVERLAP_NEVER; i++)
        add(s, &anchors[i], column, false);
}

void mintu_label_candidates_fixed(mintu_labels *labels, mintu_label *label, mintu_style_scope *scope)
{
    const mintu_style_layer *layer = mintu_label_layer(labels, label);
    setting s = {.labels = labels, .label = label, .scope = scope};
    anchored anchors[MOST_ANCHORS];
    size_t count = read_anchors(layer, scope, anchors);
    s.padding = mintu_style_number(layer, MINTU_PROPERTY_TEXT_PADDING, scope);
    s.variable = count > 0;
    if (!count) {
        mintu_label_anchor_read(layer, scope, anchors[0].side, anchors[0].offset);
        count = 1;
    }
    bool columns = label->vertical != MINTU_UNPLACED;
    if (columns && label->columns_first)
        add_mode(&s, anchors, count, true);
    if (!label->columns_only)
        add_mode(&s, anchors, count, false);
    if (columns && !label->columns_first)
        add_mode(&s, anchors, count, true);
}
