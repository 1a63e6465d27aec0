/* Where a label could stand: around its symbol, inside its area, along its line. */
#include "map/label.h"

#include <math.h>
#include <string.h>

static const double GAP = 1.2; /* px between a symbol and its label */
static const double HALF_DIAGONAL = 0.70710678118654752440;

/* To which side of the place the text stands when its anchor is at it. */
static const struct anchor {
    const char *name;
    double x, y;
} ANCHORS[] = {{"center", 0, 0},   {"left", 1, 0},       {"right", -1, 0},       {"top", 0, 1},           {"bottom", 0, -1},
               {"top-left", 1, 1}, {"top-right", -1, 1}, {"bottom-left", 1, -1}, {"bottom-right", -1, -1}};

static const char *const DEFAULT_ANCHORS[] = {"left",        "right",    "bottom",       "top",
                                              "bottom-left", "top-left", "bottom-right", "top-right"};

static const struct anchor *find_anchor(const char *name)
{
    for (size_t i = 0; i < sizeof ANCHORS / sizeof *ANCHORS; i++)
        if (strcmp(ANCHORS[i].name, name) == 0)
            return &ANCHORS[i];
    return &ANCHORS[0];
}

void mintu_label_candidate_add(mintu_scene *scene, mintu_label *label, const mintu_candidate *candidate)
{
    mintu_labels *labels = scene->labels;
    void *room = labels->candidates;
    if (!mintu_array_reserve(&room, &labels->candidate_room, labels->candidate_count + 1, sizeof *labels->candidates)) {
        scene->failed = true;
        return;
    }
    labels->candidates = room;
    labels->candidates[labels->candidate_count++] = *candidate;
    label->count++;
}

/* Width and height that the turned text takes up. */
static void turned_size(const mintu_run *run, double angle, double size[2])
{
    double along = fabs(cos(angle)), across = fabs(sin(angle));
    size[0] = along * run->width + across * run->height;
    size[1] = across * run->width + along * run->height;
}

/* What a text with its centre at x, y and its halo covers, and the room that text-padding asks for. */
static mintu_box text_box(const mintu_run *run, const mintu_label *label, double x, double y, double padding)
{
    double size[2], left = x - run->width / 2, top = y - run->height / 2;
    mintu_box box = {left + fmin(run->ink.x0, 0), top + run->ink.y0, left + fmax(run->ink.x1, run->width), top + run->ink.y1};
    if (label->angle != 0) {
        turned_size(run, label->angle, size);
        box = mintu_box_about(x, y, size[0], size[1]);
    }
    return mintu_box_grown(box, label->paint.halo_width * 0.7 + padding);
}

/* How far the text's edge stands from the place, for diagonal and straight anchors, and the fixed shift of text-offset. */
typedef struct offsets {
    double straight_x, straight_y, diagonal_x, diagonal_y, shift_x, shift_y, padding;
} offsets;

static offsets offsets_of(const mintu_label *label, const mintu_run *run, const mintu_style_layer *layer,
                          mintu_style_scope *scope)
{
    offsets result = {.padding = mintu_style_is_set(layer, MINTU_PROPERTY_TEXT_PADDING)
                                     ? mintu_style_number(layer, MINTU_PROPERTY_TEXT_PADDING, scope)
                                     : 0.8};
    double offset[2] = {0, 0}, radial = mintu_style_number(layer, MINTU_PROPERTY_TEXT_RADIAL_OFFSET, scope) * run->size;
    double clear = label->clearance > 0 ? label->clearance + GAP + label->paint.halo_width * 0.5 : 0;
    bool variable = mintu_style_is_set(layer, MINTU_PROPERTY_TEXT_VARIABLE_ANCHOR);
    mintu_style_numbers(layer, MINTU_PROPERTY_TEXT_OFFSET, scope, offset, 2);
    radial = fmax(radial, clear);
    result.straight_x = result.straight_y = radial;
    result.diagonal_x = result.diagonal_y = radial * HALF_DIAGONAL;
    if (variable && !mintu_style_is_set(layer, MINTU_PROPERTY_TEXT_RADIAL_OFFSET)) {
        result.straight_x = result.diagonal_x = fmax(fabs(offset[0]) * run->size, clear);
        result.straight_y = result.diagonal_y = fmax(fabs(offset[1]) * run->size, clear);
    } else if (!variable) {
        result.shift_x = offset[0] * run->size;
        result.shift_y = offset[1] * run->size;
    }
    return result;
}

static void add_anchor(mintu_scene *scene, mintu_label *label, const struct anchor *anchor, const offsets *offset, double cost)
{
    const mintu_run *run = mintu_text_run(&scene->text, label->run);
    bool diagonal = anchor->x != 0 && anchor->y != 0;
    double dx = diagonal ? offset->diagonal_x : offset->straight_x, dy = diagonal ? offset->diagonal_y : offset->straight_y;
    double size[2];
    turned_size(run, label->angle, size);
    mintu_candidate candidate = {.cost = cost, .angle = label->angle};
    candidate.x = label->x + anchor->x * (size[0] / 2 + dx) + offset->shift_x;
    candidate.y = label->y + anchor->y * (size[1] / 2 + dy) + offset->shift_y;
    candidate.box = text_box(run, label, candidate.x, candidate.y, offset->padding);
    mintu_label_candidate_add(scene, label, &candidate);
}

/* Places farther and farther out on sixteen rays; beyond a symbol's own surroundings a leader tells whose text it is. */
static void add_far(mintu_scene *scene, mintu_label *label, const offsets *offset)
{
    enum { RAYS = 16, RINGS = 7 };
    const mintu_run *run = mintu_text_run(&scene->text, label->run);
    for (int ring = 1; ring <= RINGS; ring++)
        for (int ray = 0; ray < RAYS; ray++) {
            double angle = 2 * 3.14159265358979323846 * ray / RAYS, x = cos(angle), y = -sin(angle);
            double far = offset->straight_x + (0.25 + 0.75 * ring) * run->size;
            mintu_candidate candidate = {.cost = 20 + 4 * ring, .leader = true, .angle = label->angle};
            /* The text's box touches the ring with the edge or corner that faces the symbol. */
            double reach_x = fmin(fabs(x) * 3, 1) * run->width / 2, reach_y = fmin(fabs(y) * 3, 1) * run->height / 2;
            candidate.x = label->x + far * x + (x < 0 ? -reach_x : reach_x);
            candidate.y = label->y + far * y + (y < 0 ? -reach_y : reach_y);
            candidate.box = text_box(run, label, candidate.x, candidate.y, offset->padding);
            mintu_label_candidate_add(scene, label, &candidate);
        }
}

/* An area's name may slide about while its middle stays inside the area. */
static void add_slides(mintu_scene *scene, mintu_label *label, const mintu_style_layer *layer, const offsets *offset)
{
    static const double SLIDES[][2] = {{0, 0},      {0, -1},    {0, 1},      {0.25, 0}, {-0.25, 0}, {0.5, 0},
                                       {-0.5, 0},   {0.25, -1}, {-0.25, -1}, {0.25, 1}, {-0.25, 1}, {0.5, -1},
                                       {-0.5, -1},  {0.5, 1},   {-0.5, 1},   {0, -2},   {0, 2},     {0.25, -2},
                                       {-0.25, -2}, {0.25, 2},  {-0.25, 2},  {1, 0},    {-1, 0}};
    const mintu_run *run = mintu_text_run(&scene->text, label->run);
    const mintu_plot *plot = mintu_scene_plot(scene, layer);
    for (size_t i = 0; i < sizeof SLIDES / sizeof *SLIDES; i++) {
        mintu_candidate candidate = {.cost = (double)i, .angle = label->angle};
        double x = label->x + SLIDES[i][0] * run->width, y = label->y + SLIDES[i][1] * run->height;
        if (i > 0 && !mintu_plot_row_holds(plot, label->row, x, y))
            continue;
        candidate.x = x + offset->shift_x;
        candidate.y = y + offset->shift_y;
        candidate.box = text_box(run, label, candidate.x, candidate.y, offset->padding);
        mintu_label_candidate_add(scene, label, &candidate);
    }
}

void mintu_label_candidates_point(mintu_scene *scene, mintu_label *label, const mintu_style_layer *layer,
                                  mintu_style_scope *scope, bool area)
{
    enum { MOST = 9 };
    const char *names[MOST];
    offsets offset = offsets_of(label, mintu_text_run(&scene->text, label->run), layer, scope);
    size_t count = mintu_style_is_set(layer, MINTU_PROPERTY_TEXT_VARIABLE_ANCHOR)
                       ? mintu_style_strings(layer, MINTU_PROPERTY_TEXT_VARIABLE_ANCHOR, scope, names, MOST)
                       : 0;
    count = count > MOST ? MOST : count;
    if (!count && mintu_style_is_set(layer, MINTU_PROPERTY_TEXT_ANCHOR)) {
        names[0] = mintu_style_string(layer, MINTU_PROPERTY_TEXT_ANCHOR, scope);
        count = 1;
    } else if (!count && !area) {
        count = sizeof DEFAULT_ANCHORS / sizeof *DEFAULT_ANCHORS;
        memcpy(names, DEFAULT_ANCHORS, sizeof DEFAULT_ANCHORS);
    }
    if (area && (count == 0 || (count == 1 && strcmp(names[0], "center") == 0)))
        add_slides(scene, label, layer, &offset);
    else
        for (size_t i = 0; i < count; i++)
            add_anchor(scene, label, find_anchor(names[i]), &offset, (double)i);
    if (label->required)
        add_far(scene, label, &offset);
}

/* Vertex and place on a line at a distance from its start. */
static void walk(const double *xy, size_t count, double distance, double out[2])
{
    for (size_t i = 0; i + 1 < count; i++) {
        double dx = xy[2 * i + 2] - xy[2 * i], dy = xy[2 * i + 3] - xy[2 * i + 1], length = hypot(dx, dy);
        if (distance <= length || i + 2 == count) {
            double part = length > 0 ? fmin(distance / length, 1) : 0;
            out[0] = xy[2 * i] + part * dx;
            out[1] = xy[2 * i + 1] + part * dy;
            return;
        }
        distance -= length;
    }
}

static double line_length(const double *xy, size_t count)
{
    double length = 0;
    for (size_t i = 0; i + 1 < count; i++)
        length += hypot(xy[2 * i + 2] - xy[2 * i], xy[2 * i + 3] - xy[2 * i + 1]);
    return length;
}

/* A straight text over the line, turned along its chord there; how far the line bows away from the chord costs. */
static void add_chord(mintu_scene *scene, mintu_label *label, const double *xy, size_t count, double at)
{
    const mintu_run *run = mintu_text_run(&scene->text, label->run);
    double a[2], b[2], middle[2];
    walk(xy, count, at - run->width / 2, a);
    walk(xy, count, at + run->width / 2, b);
    walk(xy, count, at, middle);
    double dx = b[0] - a[0], dy = b[1] - a[1], chord = hypot(dx, dy);
    if (chord < run->width * 0.7)
        return;
    double angle = dx < 0 ? atan2(-dy, -dx) : atan2(dy, dx),
           off = fabs((middle[0] - a[0]) * dy - (middle[1] - a[1]) * dx) / chord;
    mintu_candidate candidate = {.x = (a[0] + b[0]) / 2, .y = (a[1] + b[1]) / 2, .angle = angle, .cost = off};
    double size[2];
    turned_size(run, angle, size);
    candidate.box = mintu_box_grown(mintu_box_about(candidate.x, candidate.y, size[0], size[1]), label->paint.halo_width * 0.7);
    mintu_label_candidate_add(scene, label, &candidate);
}

void mintu_label_candidates_line(mintu_scene *scene, mintu_label *label, const mintu_plot_row *row)
{
    const mintu_plot *plot = mintu_scene_plot(scene, mintu_style_layer_at(scene->style, label->layer));
    double longest = 0;
    size_t best = row->part;
    for (size_t part = row->part; part < row->part_end; part++) {
        double length = line_length(plot->xy + 2 * plot->starts[part], plot->starts[part + 1] - plot->starts[part]);
        if (length > longest) {
            longest = length;
            best = part;
        }
    }
    double width = mintu_text_run(&scene->text, label->run)->width;
    for (int step = 0; step < 15 && longest > width; step++) { /* the middle first, then outwards to both sides */
        int side = (step + 1) / 2 * (step % 2 ? 1 : -1);
        double at = longest * (0.5 + side / 16.0);
        if (at > width / 2 && at < longest - width / 2)
            add_chord(scene, label, plot->xy + 2 * plot->starts[best], plot->starts[best + 1] - plot->starts[best], at);
    }
}
