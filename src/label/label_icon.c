#include "label/label_icon.h"

#include "base/earth.h"
#include "canvas/compositing.h"
#include "label/label_anchor.h"
#include "label/label_candidate.h"
#include "label/label_fixed.h"
#include "style/property.h"
#include "style/property_value.h"

#include <math.h>
#include <string.h>

/* The line's angle where the icon turns with it. */
static double turn_of(const mintu_label *label, const mintu_style_layer *layer, mintu_style_scope *scope)
{
    double angle = mintu_style_number(layer, MINTU_PROPERTY_ICON_ROTATE, scope) * MINTU_DEGREE;
    const char *placement = mintu_style_string(layer, MINTU_PROPERTY_SYMBOL_PLACEMENT, scope);
    if (strcmp(placement, "point") == 0 ||
        strcmp(mintu_style_string(layer, MINTU_PROPERTY_ICON_ROTATION_ALIGNMENT, scope), "viewport") == 0)
        return angle;
    bool upside_down = cos(label->line_angle) < 0;
    bool turned = upside_down && mintu_style_boolean(layer, MINTU_PROPERTY_ICON_KEEP_UPRIGHT, scope);
    return angle + label->line_angle + (turned ? MINTU_PI : 0);
}

/* Stretches the icon over the text in the directions that @p fit names, and puts its middle over that of the text. */
static void fit(mintu_icon_stand *stand, const mintu_style_layer *layer, mintu_style_scope *scope, const double size[2],
                double moved[2])
{
    const char *way = mintu_style_string(layer, MINTU_PROPERTY_ICON_TEXT_FIT, scope);
    double sides[4], scale = mintu_style_number(layer, MINTU_PROPERTY_ICON_SIZE, scope);
    bool both = strcmp(way, "both") == 0, fits[2] = {both || strcmp(way, "width") == 0, both || strcmp(way, "height") == 0};
    mintu_style_sides(layer, MINTU_PROPERTY_ICON_TEXT_FIT_PADDING, scope, sides);
    const double margins[2][2] = {{sides[3], sides[1]}, {sides[0], sides[2]}};
    for (int axis = 0; axis < 2; axis++) {
        if (fits[axis]) {
            stand->look.size[axis] = fmax(size[axis] + margins[axis][0] + margins[axis][1], 0) * scale;
            moved[axis] += (margins[axis][1] - margins[axis][0]) / 2;
        }
        moved[axis] *= scale;
    }
}

mintu_icon_stand mintu_label_icon_stand(const mintu_labels *labels, const mintu_label *label, mintu_style_scope *scope,
                                        const mintu_text_spot *text)
{
    const mintu_style_layer *layer = mintu_label_layer(labels, label);
    mintu_icon_stand stand = {.look = mintu_icon_look_of(labels->drawing, layer, scope)};
    double moved[2] = {0, 0}, side[2], size[2], scale = mintu_style_number(layer, MINTU_PROPERTY_ICON_SIZE, scope);
    mintu_style_numbers(layer, MINTU_PROPERTY_ICON_OFFSET, scope, moved, 2);
    stand.angle = turn_of(label, layer, scope);
    if (label->icon.fitted && text) {
        mintu_label_block(layer, scope, mintu_labels_run(labels, text->run), size);
        for (int axis = 0; axis < 2; axis++)
            moved[axis] += text->at[axis] - label->shift[axis] - label->at[axis];
        fit(&stand, layer, scope, size, moved);
    } else {
        mintu_anchor_side(mintu_style_string(layer, MINTU_PROPERTY_ICON_ANCHOR, scope), side);
        for (int axis = 0; axis < 2; axis++)
            moved[axis] = moved[axis] * scale + side[axis] * stand.look.size[axis] / 2;
    }
    mintu_turn(moved, stand.angle);
    const mintu_shift shift =
        mintu_shift_of(labels->drawing, layer, MINTU_PROPERTY_ICON_TRANSLATE, MINTU_PROPERTY_ICON_TRANSLATE_ANCHOR);
    stand.at[0] = label->at[0] + moved[0] + shift.x;
    stand.at[1] = label->at[1] + moved[1] + shift.y;
    return stand;
}

mintu_box mintu_label_icon_box(const mintu_labels *labels, const mintu_label *label, mintu_style_scope *scope,
                               const mintu_text_spot *text)
{
    const mintu_icon_stand stand = mintu_label_icon_stand(labels, label, scope, text);
    double sides[4], along = fabs(cos(stand.angle)), across = fabs(sin(stand.angle));
    const double *size = stand.look.size;
    mintu_style_sides(mintu_label_layer(labels, label), MINTU_PROPERTY_ICON_PADDING, scope, sides);
    mintu_box box =
        mintu_box_about(stand.at[0], stand.at[1], along * size[0] + across * size[1], across * size[0] + along * size[1]);
    return mintu_box_grown((mintu_box){box.x0 - sides[3], box.y0 - sides[0], box.x1 + sides[1], box.y1 + sides[2]},
                           MINTU_LABEL_GRAIN);
}

mintu_overlap mintu_overlap_of(const mintu_style_layer *layer, mintu_style_scope *scope, mintu_property overlap,
                               mintu_property allowed)
{
    if (!mintu_style_is_set(layer, overlap))
        return mintu_style_boolean(layer, allowed, scope) ? MINTU_OVERLAP_ALWAYS : MINTU_OVERLAP_NEVER;
    const char *way = mintu_style_string(layer, overlap, scope);
    return strcmp(way, "always") == 0        ? MINTU_OVERLAP_ALWAYS
           : strcmp(way, "cooperative") == 0 ? MINTU_OVERLAP_COOPERATIVE
                                             : MINTU_OVERLAP_NEVER;
}

void mintu_label_icon_read(mintu_labels *labels, mintu_label *label, mintu_style_scope *scope)
{
    const mintu_style_layer *layer = mintu_label_layer(labels, label);
    const mintu_icon_look look = mintu_icon_look_of(labels->drawing, layer, scope);
    bool known = look.sprite || mintu_style_icon_known(look.image) || mintu_style_icon_is_file(look.image);
    if (!known)
        mintu_findings_add(labels->drawing->findings,
                           "the icon \"%s\" of layer \"%s\" is not known; see icon-image for those that are", look.image,
                           mintu_style_layer_id(layer));
    label->icon = (mintu_label_icon){.wanted = known && *look.image,
                                     .optional = mintu_style_boolean(layer, MINTU_PROPERTY_ICON_OPTIONAL, scope),
                                     .ignored = mintu_style_boolean(layer, MINTU_PROPERTY_ICON_IGNORE_PLACEMENT, scope)};
    label->icon.fitted = strcmp(mintu_style_string(layer, MINTU_PROPERTY_ICON_TEXT_FIT, scope), "none") != 0;
    label->icon.overlap = mintu_overlap_of(layer, scope, MINTU_PROPERTY_ICON_OVERLAP, MINTU_PROPERTY_ICON_ALLOW_OVERLAP);
}
