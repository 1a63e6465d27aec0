#include "label/label_fixed.h"

#include "base/earth.h"
#include "label/label_anchor.h"
#include "label/label_candidate.h"
#include "style/property_value.h"

#include <math.h>

static const double QUARTER_TURN = MINTU_PI / 2;
static const double SECOND = 2.5; /* cost of the writing mode that comes second */

/* Radial offsets are to the glyphs, not to the line's edge, which is this far above capitals and below the baseline, em. */
static const double BASELINE = 7.0 / 24;

/* text-offset, or what text-radial-offset comes to for the anchor, em. */
static void read_offset(const mintu_style_layer *layer, mintu_style_scope *scope, const double side[2], double offset[2])
{
    double radial = mintu_style_number(layer, MINTU_PROPERTY_TEXT_RADIAL_OFFSET, scope);
    offset[0] = offset[1] = 0;
    if (!(radial > 0 || radial < 0)) {
        mintu_style_numbers(layer, MINTU_PROPERTY_TEXT_OFFSET, scope, offset, 2);
        return;
    }
    radial = fmax(radial, 0) * (side[0] != 0 && side[1] != 0 ? sqrt(0.5) : 1);
    offset[0] = side[0] * radial;
    offset[1] = side[1] * (radial - BASELINE);
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
    double side[2], offset[2], padding;
} setting;

static void add(const setting *s, size_t run_index, bool column, double cost)
{
    const mintu_style_layer *layer = mintu_label_layer(s->labels, s->label);
    const mintu_run *run = mintu_labels_run(s->labels, run_index);
    double angle = s->label->angle, size[2], moved[2];
    mintu_label_block(layer, s->scope, run, size);
    if (column) {
        double width = size[0];
        size[0] = size[1];
        size[1] = width;
    }
    for (int axis = 0; axis < 2; axis++)
        moved[axis] = s->offset[axis] * run->size + s->side[axis] * size[axis] / 2;
    mintu_turn(moved, angle);
    const double *at = s->label->at;
    mintu_label_candidate candidate = {
        .text = {{at[0] + moved[0], at[1] + moved[1]}, angle + (column ? QUARTER_TURN : 0), run_index}, .cost = cost};
    double along = fabs(cos(angle)), across = fabs(sin(angle));
    mintu_box box = mintu_box_about(at[0] + moved[0], at[1] + moved[1], along * size[0] + across * size[1],
                                    across * size[0] + along * size[1]);
    candidate.box = mintu_box_grown(box, s->padding);
    mintu_label_candidate_add(s->labels, s->label, &candidate);
}

void mintu_label_candidates_fixed(mintu_labels *labels, mintu_label *label, mintu_style_scope *scope)
{
    const mintu_style_layer *layer = mintu_label_layer(labels, label);
    setting s = {.labels = labels, .label = label, .scope = scope};
    s.padding = mintu_style_number(layer, MINTU_PROPERTY_TEXT_PADDING, scope);
    mintu_anchor_side(mintu_style_string(layer, MINTU_PROPERTY_TEXT_ANCHOR, scope), s.side);
    read_offset(layer, scope, s.side, s.offset);
    if (!label->columns_only)
        add(&s, label->run, false, label->columns_first ? SECOND : 0);
    if (label->vertical != MINTU_UNPLACED)
        add(&s, label->vertical, true, label->columns_first ? 0 : SECOND);
}
