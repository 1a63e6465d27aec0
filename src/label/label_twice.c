#include "label/label_twice.h"

#include "style/style_layer.h"

#include <math.h>
#include <string.h>

static const double SAME = 6; /* px between two points of one place */

static bool is_same(const mintu_labels *labels, const mintu_label *one, const mintu_label *other)
{
    const mintu_text *text = &labels->drawing->text;
    return hypot(one->at[0] - other->at[0], one->at[1] - other->at[1]) < SAME &&
           strcmp(mintu_text_string(text, one->run), mintu_text_string(text, other->run)) == 0;
}

static bool is_named_above(const mintu_labels *labels, const mintu_label *label)
{
    for (size_t i = labels->count; i-- > 0 && labels->labels[i].layer > label->layer;) {
        const mintu_label *other = &labels->labels[i];
        if (other->run != MINTU_UNPLACED && mintu_style_layer_required(mintu_label_layer(labels, other)) &&
            is_same(labels, label, other))
            return true;
    }
    return false;
}

void mintu_labels_drop_twice(mintu_labels *labels)
{
    for (size_t i = 0; i < labels->count; i++) {
        mintu_label *label = &labels->labels[i];
        if (label->run == MINTU_UNPLACED || label->along || label->required || !is_named_above(labels, label))
            continue;
        label->run = MINTU_UNPLACED;
        label->count = 0;
    }
}
