/* The texts of all symbol layers, each with the places where it could stand. */
#include "label/label_gather.h"

#include "base/earth.h"
#include "canvas/compositing.h"
#include "canvas/drawn_rows.h"
#include "canvas/focus.h"
#include "canvas/paint_symbol.h"
#include "canvas/text_letters.h"
#include "label/label_around.h"
#include "label/label_fixed.h"
#include "label/label_icon.h"
#include "label/label_line.h"
#include "label/label_path.h"
#include "label/label_spots.h"
#include "label/label_text.h"
#include "label/label_twice.h"
#include "label/symbol_order.h"
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

/* What goes for all symbols of a layer while they are gathered. */
typedef struct gathering {
    mintu_labels *labels;
    const mintu_style_layer *layer;
    size_t index;
    bool along, middle, single; /* symbol-placement is "line" or "line-center", the second; mintu:one-per-feature */
    bool south_first;           /* symbol-z-order is "viewport-y" */
    mintu_symbol_spots spots;   /* of the row under way */
    size_t *last, last_room;    /* the last label of each run in this layer, and one; 0 for none */
    size_t last_count;
    mintu_row_walk walk;
} gathering;

static void read_traits(const mintu_drawing *drawing, mintu_label *label, const mintu_style_layer *layer,
                        mintu_style_scope *scope)
{
    label->overlap = mintu_overlap_of(layer, scope, MINTU_PROPERTY_TEXT_OVERLAP, MINTU_PROPERTY_TEXT_ALLOW_OVERLAP);
    label->ignored = mintu_style_boolean(layer, MINTU_PROPERTY_TEXT_IGNORE_PLACEMENT, scope);
    label->optional = mintu_style_boolean(layer, MINTU_PROPERTY_TEXT_OPTIONAL, scope);
    label->sort_key = mintu_style_is_set(layer, MINTU_PROPERTY_SYMBOL_SORT_KEY)
                          ? mintu_style_number(layer, MINTU_PROPERTY_SYMBOL_SORT_KEY, scope)
                          : 0;
    label->angle = mintu_style_number(layer, MINTU_PROPERTY_TEXT_ROTATE, scope) * MINTU_DEGREE;
    label->paint = mintu_text_paint_of(layer, scope);
    const mintu_shift shift =
        mintu_shift_of(drawing, layer, MINTU_PROPERTY_TEXT_TRANSLATE, MINTU_PROPERTY_TEXT_TRANSLATE_ANCHOR);
    label->shift[0] = shift.x;
    label->shift[1] = shift.y;
}

/* Whether the text may be set in columns, and in rows: only a text with ideographs, or the like, goes in columns. */
static void read_modes(mintu_label *label, const mintu_style_layer *layer, mintu_style_scope *scope, mintu_text_style *style)
{
    const char *modes[2] = {"", ""};
    size_t count = mintu_style_strings(layer, MINTU_PROPERTY_TEXT_WRITING_MODE, scope, modes, 2);
    bool first = count > 0 && strcmp(modes[0], "vertical") == 0, second = count > 1 && strcmp(modes[1], "vertical") == 0;
    style->vertical = style->vertical && !label->along && (first || second);
    label->columns_first = style->vertical && first;
    label->columns_only = label->columns_first && (count == 1 || second);
}

/* As print sets it: in lines of about one length, which Pango breaks. */
static void shape(mintu_labels *labels, mintu_label *label, mintu_text_style *style, const mintu_label_text *said)
{
    mintu_text *text = &labels->drawing->text;
    const char *string = said->string;
    bool columns = style->vertical;
    style->sections = said->sections;
    style->section_count = said->count;
    style->vertical = false;
    style->width = label->along ? 0 : style->width;
    label->run = mintu_text_shape(text, style, string);
    if (label->along && label->run != MINTU_UNPLACED)
        mintu_text_split(text, style, label->run);
    style->vertical = columns;
    if (columns)
        label->vertical = mintu_text_shape(text, style, string);
}

/* With "text-justify": "auto" the lines begin at that side of the text at which its anchor is, whichever that will be. */
static void shape_sides(gathering *g, mintu_label *label, mintu_text_style *style, const char *string)
{
    static const mintu_text_align SIDES[] = {MINTU_TEXT_ALIGN_LEFT, MINTU_TEXT_ALIGN_CENTER, MINTU_TEXT_ALIGN_RIGHT};
    bool chosen = mintu_style_is_set(g->layer, MINTU_PROPERTY_TEXT_VARIABLE_ANCHOR) ||
                  mintu_style_is_set(g->layer, MINTU_PROPERTY_TEXT_VARIABLE_ANCHOR_OFFSET),
         own = strcmp(mintu_style_string(g->layer, MINTU_PROPERTY_TEXT_JUSTIFY, &g->walk.scope), "auto") == 0;
    for (int i = 0; i < 3; i++) {
        label->sided[i] = label->run;
        style->align = SIDES[i];
        if (chosen && own && label->run != MINTU_UNPLACED && strchr(string, '\n'))
            label->sided[i] = mintu_text_shape(&g->labels->drawing->text, style, string);
        label->run = label->sided[i] == MINTU_UNPLACED ? MINTU_UNPLACED : label->run;
    }
}

/* As the web sets it. */
static void shape_for_web(gathering *g, mintu_label *label, mintu_text_style *style, mintu_label_text *text)
{
    mintu_text *texts = &g->labels->drawing->text;
    bool columns = style->vertical;
    double most = g->along ? INFINITY : style->width;
    style->web = true;
    style->vertical = false;
    style->width = 0;
    style->align = label->along ? MINTU_TEXT_ALIGN_CENTER : style->align;
    label->run = mintu_label_text_shape(g->labels, text, style, most);
    if (label->run == MINTU_UNPLACED)
        return;
    if (label->along)
        mintu_text_split(texts, style, label->run);
    shape_sides(g, label, style, text->string);
    style->vertical = columns;
    style->align = MINTU_TEXT_ALIGN_LEFT;
    if (columns)
        label->vertical = mintu_text_shape(texts, style, text->string);
    if (label->vertical != MINTU_UNPLACED)
        mintu_text_split_column(texts, style, label->vertical, label->run);
}

/* Gives the label its text, if the feature has one. */
static void read_text(gathering *g, mintu_label *label, mintu_style_scope *scope)
{
    mintu_label_text text = mintu_label_text_read(g->labels, g->layer, scope);
    mintu_buffer font = {0};
    if (text.string && *text.string) {
        mintu_text_style style = mintu_text_style_of(g->layer, scope, &font);
        style.vertical = mintu_text_is_upright(text.string);
        read_modes(label, g->layer, scope, &style);
        double largest = style.size * mintu_label_text_scale(&text);
        if (largest > MINTU_TEXT_LARGEST)
            mintu_findings_add(g->labels->drawing->findings,
                               "a text of layer \"%s\" is %g px high and not drawn; text-size may be %g at most",
                               mintu_style_layer_id(g->layer), largest, MINTU_TEXT_LARGEST);
        else if (style.size > 0 && label->automatic)
            shape(g->labels, label, &style, &text);
        else if (style.size > 0)
            shape_for_web(g, label, &style, &text);
    }
    mintu_buffer_free(&font);
    mintu_label_text_free(&text);
}

/* Where the name of a point or an area could stand: nowhere when nobody would see what it names, since furniture lies over it or what
 * the frame shows of it is narrower than the name. */
static void add_places(gathering *g, mintu_label *label, const mintu_symbol_spot *spot)
{
    mintu_labels *labels = g->labels;
    mintu_style_scope *scope = &g->walk.scope;
    if (label->along) {
        if (label->automatic)
            mintu_label_candidates_line(labels, label, scope);
        else
            mintu_label_candidates_path(labels, label, scope, spot->distance);
        return;
    }
    label->cover = mintu_collision_cover(&labels->collision, label->at);
    if (label->cover)
        return;
    if (label->automatic || label->required)
        label->clearance = mintu_collision_symbol(&labels->collision, label->at);
    if (!label->automatic)
        mintu_label_candidates_fixed(labels, label, scope);
    else if (!(spot->stretch > 0 && spot->stretch < mintu_labels_run(labels, label->run)->width))
        mintu_label_candidates_point(labels, label, scope, g->walk.row->type == MINTU_GEOMETRY_TYPE_POLYGON);
    if (label->required) /* places with a leader cost so much that any near one is taken before */
        mintu_label_candidates_last(labels, label, scope);
}

/* Adds a symbol like @p pattern at a spot, unless it is off the map. A text anywhere along a line may be in sight though the spot is
 * not. */
static void add_symbol(gathering *g, const mintu_label *pattern, const mintu_symbol_spot *spot)
{
    mintu_labels *labels = g->labels;
    bool anywhere = pattern->along && pattern->automatic;
    if (!anywhere && !mintu_box_holds(&labels->drawing->page.frame, spot->at[0], spot->at[1]))
        return;
    if (!MINTU_ARRAY_RESERVE(labels->labels, labels->room, labels->count + 1))
        return;
    mintu_label *label = &labels->labels[labels->count];
    *label = *pattern;
    memcpy(label->at, spot->at, sizeof label->at);
    label->part = spot->part;
    label->part_end = spot->part_end;
    label->line_angle = spot->angle;
    label->turn = g->south_first ? -spot->at[1] : label->sort_key;
    label->first = labels->candidate_count;
    /* What the contract is about: not what lies mostly off the page, nor around the focus. */
    label->required = pattern->required && label->run != MINTU_UNPLACED && !spot->context &&
                      (anywhere || mintu_focus_holds(labels->drawing, spot->at[0], spot->at[1]));
    label->edges = label->edges && !label->required;
    label->paint.opacity *= mintu_focus_strength(labels->drawing, spot->at);
    if (label->run != MINTU_UNPLACED)
        add_places(g, label, spot);
    if (label->icon.wanted)
        label->icon.box =
            mintu_label_icon_box(labels, label, &g->walk.scope, label->count ? &labels->candidates[label->first].text : NULL);
    labels->count++;
}

/* How the symbols stand along the row's lines. The web measures with the text-size of zoom 18, so that they stay where they are while
 * the zoom changes, and an icon's width too as if it grew with the text. */
static mintu_spacing spacing_of(gathering *g, const mintu_label *pattern)
{
    const mintu_run *run = pattern->run == MINTU_UNPLACED ? NULL : mintu_labels_run(g->labels, pattern->run);
    mintu_style_scope *scope = &g->walk.scope;
    const mintu_icon_look look = mintu_icon_look_of(g->labels->drawing, g->layer, scope);
    double zoom = scope->zoom, icon = mintu_style_number(g->layer, MINTU_PROPERTY_ICON_SIZE, scope);
    mintu_spacing spacing = {.spacing = mintu_style_number(g->layer, MINTU_PROPERTY_SYMBOL_SPACING, scope),
                             .most_bend = mintu_style_number(g->layer, MINTU_PROPERTY_TEXT_MAX_ANGLE, scope) * MINTU_DEGREE};
    scope->zoom = 18;
    spacing.size = mintu_style_number(g->layer, MINTU_PROPERTY_TEXT_SIZE, scope);
    scope->zoom = zoom;
    spacing.window = run ? 0.6 * spacing.size : 0;
    double length = 0;
    if (run)
        length = pattern->along ? mintu_path_text_length(g->labels, pattern->run,
                                                         mintu_style_boolean(g->layer, MINTU_PROPERTY_TEXT_KEEP_UPRIGHT, scope))
                                : run->width;
    spacing.length = fmax(run ? length / run->size * spacing.size : 0,
                          pattern->icon.wanted && icon > 0 ? look.size[0] / icon * spacing.size / 24 : 0);
    return spacing;
}

/* The spots of the row under way. */
static void find_spots(gathering *g, const mintu_label *pattern)
{
    if (!g->along) {
        mintu_spots_find(g->labels, g->walk.plot, g->walk.scope.row, g->single, &g->spots);
        return;
    }
    mintu_spacing spacing = spacing_of(g, pattern);
    spacing.middle = pattern->automatic || g->middle;
    spacing.single = g->single;
    mintu_spots_find_along(g->labels, g->walk.plot, g->walk.scope.row, &spacing, &g->spots);
    if (g->single && pattern->automatic && g->spots.count == 1) { /* anywhere along all its lines */
        g->spots.items[0].part = g->walk.row->part;
        g->spots.items[0].part_end = g->walk.row->part_end;
    }
}

/* Whether the last labels of each run have room for this one. */
static bool reserve_last(gathering *g, size_t run)
{
    if (!MINTU_ARRAY_RESERVE(g->last, g->last_room, run + 1))
        return false;
    while (g->last_count <= run)
        g->last[g->last_count++] = 0;
    return true;
}

/* A text is not repeated along a line, or along another near by, at less than half the spacing. */
static bool is_repeated(gathering *g, const mintu_label *pattern, const mintu_symbol_spot *spot)
{
    double least = mintu_style_number(g->layer, MINTU_PROPERTY_SYMBOL_SPACING, &g->walk.scope) / 2;
    if (!reserve_last(g, pattern->run))
        return false;
    for (size_t i = g->last[pattern->run]; i; i = g->labels->labels[i - 1].before) {
        const double *other = g->labels->labels[i - 1].at;
        if (hypot(other[0] - spot->at[0], other[1] - spot->at[1]) < least)
            return true;
    }
    return false;
}

/* Adds the symbols along the row's lines. */
static void add_repeated(gathering *g, const mintu_label *pattern)
{
    for (size_t i = 0; i < g->spots.count; i++) {
        size_t count = g->labels->count;
        if (is_repeated(g, pattern, &g->spots.items[i]))
            continue;
        add_symbol(g, pattern, &g->spots.items[i]);
        if (g->labels->count > count && reserve_last(g, pattern->run)) {
            g->labels->labels[count].before = g->last[pattern->run];
            g->last[pattern->run] = g->labels->count;
        }
    }
}

static void gather_row(gathering *g)
{
    mintu_label pattern = {.layer = g->index,
                           .row = g->walk.scope.row,
                           .run = MINTU_UNPLACED,
                           .vertical = MINTU_UNPLACED,
                           .chosen = MINTU_UNPLACED,
                           .required = mintu_style_layer_required(g->layer),
                           .automatic = mintu_style_layer_automatic(g->layer, g->along)};
    mintu_style_scope *scope = &g->walk.scope;
    pattern.along =
        g->along && strcmp(mintu_style_string(g->layer, MINTU_PROPERTY_TEXT_ROTATION_ALIGNMENT, scope), "viewport") != 0;
    pattern.edges = !pattern.automatic && !mintu_style_boolean(g->layer, MINTU_PROPERTY_SYMBOL_AVOID_EDGES, scope);
    read_text(g, &pattern, scope);
    mintu_label_icon_read(g->labels, &pattern, scope);
    if (pattern.run == MINTU_UNPLACED && !pattern.icon.wanted)
        return;
    read_traits(g->labels->drawing, &pattern, g->layer, scope);
    find_spots(g, &pattern);
    if (g->along && !g->middle && !pattern.automatic && pattern.run != MINTU_UNPLACED) {
        add_repeated(g, &pattern);
        return;
    }
    for (size_t i = 0; i < g->spots.count; i++)
        add_symbol(g, &pattern, &g->spots.items[i]);
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

static void gather_layer(mintu_labels *labels, const mintu_style_layer *layer, size_t index)
{
    gathering g = {.labels = labels, .layer = layer, .index = index, .single = mintu_style_layer_single(layer)};
    bool by_key = mintu_label_sorts_by_key(labels->drawing, layer);
    /* a key that no symbol layer has leaves the rows in their order */
    g.walk =
        mintu_rows_begin(labels->drawing, layer, by_key ? MINTU_PROPERTY_SYMBOL_SORT_KEY : MINTU_PROPERTY_CIRCLE_SORT_KEY, 0);
    const char *placement = mintu_style_string(layer, MINTU_PROPERTY_SYMBOL_PLACEMENT, &g.walk.scope);
    g.along = strcmp(placement, "point") != 0;
    g.south_first = mintu_label_south_first(labels->drawing, layer);
    g.middle = strcmp(placement, "line-center") == 0;
    while (mintu_rows_next(&g.walk))
        gather_row(&g);
    free(g.spots.items);
    free(g.last);
}

void mintu_labels_gather(mintu_labels *labels)
{
    const mintu_drawing *drawing = labels->drawing;
    double rank = 0;
    mintu_ground_open(&labels->ground, labels->drawing);
    for (size_t i = 0; i < mintu_style_layer_count(drawing->style); i++) {
        const mintu_style_layer *layer = mintu_drawing_visible(drawing, i);
        size_t first = labels->count;
        if (!layer || mintu_style_layer_kind(layer) != MINTU_LAYER_TYPE_SYMBOL)
            continue;
        gather_layer(labels, layer, i);
        if (!mintu_style_is_set(layer, MINTU_PROPERTY_TEXT_FIELD))
            continue;
        weigh(labels, first, rank);
        rank = fmin(rank + 0.25, 2);
    }
    mintu_labels_drop_twice(labels);
}
