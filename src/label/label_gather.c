/* The texts of all symbol layers, each with the places where it could stand. */
#include "label/label_gather.h"

#include "base/earth.h"
#include "canvas/drawn_rows.h"
#include "canvas/focus.h"
#include "canvas/paint_symbol.h"
#include "label/label_around.h"
#include "label/label_line.h"
#include "style/property_value.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double CELL = 32; /* px, of the look-up of what is in the way */

mintu_status mintu_labels_open(mintu_labels *labels, mintu_drawing *drawing)
{
    *labels = (mintu_labels){.drawing = drawing};
    return mintu_collision_open(&labels->collision, &drawing->page.frame, CELL)
               ? MINTU_STATUS_OK
               : mintu_fail_memory(drawing->error, "placing the labels");
}

void mintu_labels_free(mintu_labels *labels)
{
    mintu_collision_free(&labels->collision);
    mintu_ground_free(&labels->ground);
    free(labels->labels);
    free(labels->candidates);
    free(labels->parts);
    free(labels->letters);
    *labels = (mintu_labels){0};
}

static mintu_label *new_label(mintu_labels *labels)
{
    if (!MINTU_ARRAY_RESERVE(labels->labels, labels->room, labels->count + 1))
        return NULL;
    mintu_label *label = &labels->labels[labels->count];
    *label = (mintu_label){
        .first = labels->candidate_count, .chosen = MINTU_UNPLACED, .run = MINTU_UNPLACED, .vertical = MINTU_UNPLACED};
    return label;
}

static void read_traits(mintu_label *label, const mintu_style_layer *layer, mintu_style_scope *scope)
{
    label->required = mintu_style_layer_required(layer);
    label->overlap = mintu_style_boolean(layer, MINTU_PROPERTY_TEXT_ALLOW_OVERLAP, scope);
    label->ignored = mintu_style_boolean(layer, MINTU_PROPERTY_TEXT_IGNORE_PLACEMENT, scope);
    label->sort_key = mintu_style_is_set(layer, MINTU_PROPERTY_SYMBOL_SORT_KEY)
                          ? mintu_style_number(layer, MINTU_PROPERTY_SYMBOL_SORT_KEY, scope)
                          : 0;
    label->angle = mintu_style_number(layer, MINTU_PROPERTY_TEXT_ROTATE, scope) * MINTU_DEGREE;
    label->paint = mintu_text_paint_of(layer, scope);
}

/* True when the text may be set in columns; *first says that it is so by preference. */
static bool wants_columns(const mintu_style_layer *layer, mintu_style_scope *scope, bool *first)
{
    const char *modes[2];
    size_t count = mintu_style_strings(layer, MINTU_PROPERTY_TEXT_WRITING_MODE, scope, modes, 2);
    bool wanted = false;
    *first = false;
    for (size_t i = 0; i < count && i < 2; i++)
        if (strcmp(modes[i], "vertical") == 0) {
            wanted = true;
            *first = i == 0;
        }
    return wanted;
}

static void shape(mintu_labels *labels, mintu_label *label, mintu_text_style *style, const char *string)
{
    mintu_text *text = &labels->drawing->text;
    bool columns = style->vertical;
    style->vertical = false;
    style->width = label->along ? 0 : style->width;
    label->run = mintu_text_shape(text, style, string);
    if (label->along && label->run != MINTU_UNPLACED)
        mintu_text_split(text, style, label->run);
    style->vertical = columns;
    if (columns)
        label->vertical = label->along ? label->run : mintu_text_shape(text, style, string);
}

/* Gives the label its text; false when the feature has none or memory ran out. */
static bool read_text(mintu_labels *labels, mintu_label *label, const mintu_style_layer *layer, mintu_style_scope *scope)
{
    char *string = mintu_text_field_of(layer, scope);
    mintu_buffer font = {0};
    bool first = false;
    if (string && *string) {
        mintu_text_style style = mintu_text_style_of(layer, scope, &font);
        style.vertical = wants_columns(layer, scope, &first);
        if (style.size > MINTU_TEXT_LARGEST)
            mintu_findings_add(labels->drawing->findings,
                               "a text of layer \"%s\" is %g px high and not drawn; text-size may be %g at most",
                               mintu_style_layer_id(layer), style.size, MINTU_TEXT_LARGEST);
        else if (style.size > 0)
            shape(labels, label, &style, string);
    }
    label->columns_first = first && !label->along && label->vertical != MINTU_UNPLACED; /* columns only, or before rows */
    mintu_buffer_free(&font);
    free(string);
    return label->run != MINTU_UNPLACED;
}

/* The place of a point or an area, and where its name could stand: nowhere when nobody would see what it names, since furniture
 * lies over it or what the frame shows of it is narrower than the name. */
static void gather_spot(mintu_labels *labels, mintu_label *label, mintu_style_scope *scope, const mintu_plot_row *row)
{
    memcpy(label->at, row->spot, sizeof label->at);
    label->cover = mintu_collision_cover(&labels->collision, label->at);
    if (label->cover || (row->stretch > 0 && row->stretch < mintu_labels_run(labels, label->run)->width))
        return;
    label->clearance = mintu_collision_symbol(&labels->collision, label->at);
    mintu_label_candidates_point(labels, label, scope, row->type == MINTU_GEOMETRY_TYPE_POLYGON);
}

static void gather_row(mintu_labels *labels, const mintu_style_layer *layer, size_t layer_index, mintu_row_walk *walk)
{
    const mintu_drawing *drawing = labels->drawing;
    const mintu_plot_row *row = walk->row;
    const char *placement = mintu_style_string(layer, MINTU_PROPERTY_SYMBOL_PLACEMENT, &walk->scope);
    bool along = strcmp(placement, "point") != 0 && row->type == MINTU_GEOMETRY_TYPE_LINE;
    if (!along && !(row->has_spot && mintu_box_holds(&drawing->page.frame, row->spot[0], row->spot[1])))
        return;
    mintu_label *label = new_label(labels);
    if (!label)
        return;
    label->layer = layer_index;
    label->row = walk->scope.row;
    label->along = along;
    if (!read_text(labels, label, layer, &walk->scope))
        return;
    read_traits(label, layer, &walk->scope);
    /* What the contract is about: not what lies mostly off the page, nor around the focus. */
    label->required = label->required && !row->context && (along || mintu_focus_holds(drawing, row->spot[0], row->spot[1]));
    if (along)
        mintu_label_candidates_line(labels, label, &walk->scope, row);
    else
        gather_spot(labels, label, &walk->scope, row);
    labels->count++;
}

/* The layer on top is worth most, and within a layer the smallest sort key; what is required more than any number of others. */
static void weigh(mintu_labels *labels, size_t first, double rank)
{
    double least = INFINITY, most = -INFINITY;
    for (size_t i = first; i < labels->count; i++) {
        least = fmin(least, labels->labels[i].sort_key);
        most = fmax(most, labels->labels[i].sort_key);
    }
    for (size_t i = first; i < labels->count; i++) {
        mintu_label *label = &labels->labels[i];
        double place = most > least && isfinite(most - least) ? (most - label->sort_key) / (most - least) : 0;
        label->weight = 100 * (1 + rank) * (1 + place) * (label->required ? MINTU_REQUIRED_WEIGHT : 1);
    }
}

void mintu_labels_gather(mintu_labels *labels)
{
    const mintu_drawing *drawing = labels->drawing;
    double rank = 0;
    mintu_ground_open(&labels->ground, labels->drawing);
    for (size_t i = 0; i < mintu_style_layer_count(drawing->style); i++) {
        const mintu_style_layer *layer = mintu_drawing_visible(drawing, i);
        size_t first = labels->count;
        if (!layer || mintu_style_layer_kind(layer) != MINTU_LAYER_TYPE_SYMBOL ||
            !mintu_style_is_set(layer, MINTU_PROPERTY_TEXT_FIELD))
            continue;
        mintu_row_walk walk = mintu_rows_begin(labels->drawing, layer, MINTU_PROPERTY_SYMBOL_SORT_KEY, 0);
        while (mintu_rows_next(&walk))
            gather_row(labels, layer, i, &walk);
        weigh(labels, first, rank);
        rank = fmin(rank + 0.25, 2);
    }
}
