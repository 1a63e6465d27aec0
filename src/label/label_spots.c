#include "label/label_spots.h"

#include "canvas/plot_spot.h"
#include "label/label_area.h"
#include "label/label_line.h"

#include <math.h>
#include <string.h>

static void add(mintu_symbol_spots *spots, const mintu_symbol_spot *spot)
{
    if (MINTU_ARRAY_RESERVE(spots->items, spots->room, spots->count + 1))
        spots->items[spots->count++] = *spot;
}

static void add_vertices(const mintu_plot *plot, size_t part, size_t end, mintu_symbol_spots *spots)
{
    for (size_t i = plot->starts[part]; i < end; i++)
        add(spots, &(mintu_symbol_spot){
                       .at = {plot->xy[2 * i], plot->xy[2 * i + 1]}, .part = part, .part_end = part + 1, .distance = -1});
}

/* An area that the frame cuts has its symbol in what can be seen of it. */
static void add_area(mintu_labels *labels, const mintu_plot *plot, const mintu_plot_row *row, mintu_symbol_spots *spots)
{
    mintu_symbol_spot spot = {.part = row->part, .part_end = row->part_end, .distance = -1, .context = row->context};
    if (row->stretch > 0)
        memcpy(spot.at, row->spot, sizeof spot.at);
    else if (!mintu_label_pole(labels->drawing, plot, row->part, row->part_end, spot.at))
        memcpy(spot.at, row->spot, sizeof spot.at); /* too thin for a circle */
    spot.stretch = row->stretch;
    add(spots, &spot);
}

/* One of several areas of a row. */
static void add_one_area(mintu_labels *labels, const mintu_plot *plot, size_t part, size_t part_end, mintu_symbol_spots *spots)
{
    const mintu_box *frame = &labels->drawing->page.frame;
    mintu_plot_row one = {.type = MINTU_GEOMETRY_TYPE_POLYGON, .part = part, .part_end = part_end};
    one.box = mintu_box_of(plot->xy + 2 * plot->starts[part], plot->starts[part + 1] - plot->starts[part]);
    if (!mintu_box_meets(&one.box, frame))
        return;
    memcpy(one.spot, plot->xy + 2 * plot->starts[part], sizeof one.spot);
    if (!mintu_box_within(&one.box, frame)) {
        double pole[2];
        one.context =
            mintu_label_pole(labels->drawing, plot, part, part_end, pole) && !mintu_box_holds(frame, pole[0], pole[1]);
        mintu_plot_see_spot(plot, &one, frame);
        if (!one.has_spot)
            return;
    }
    add_area(labels, plot, &one, spots);
}

static size_t end_of_area(const mintu_plot *plot, const mintu_plot_row *row, size_t part)
{
    size_t end = part + 1;
    while (end < row->part_end && !plot->outer[end])
        end++;
    return end;
}

static void add_areas(mintu_labels *labels, const mintu_plot *plot, const mintu_plot_row *row, bool single,
                      mintu_symbol_spots *spots)
{
    if (single || end_of_area(plot, row, row->part) == row->part_end) {
        if (row->has_spot)
            add_area(labels, plot, row, spots);
        return;
    }
    for (size_t part = row->part; part < row->part_end; part = end_of_area(plot, row, part))
        add_one_area(labels, plot, part, end_of_area(plot, row, part), spots);
}

void mintu_spots_find(mintu_labels *labels, const mintu_plot *plot, size_t index, bool single, mintu_symbol_spots *spots)
{
    const mintu_plot_row *row = &plot->rows[index];
    spots->count = 0;
    if (row->type == MINTU_GEOMETRY_TYPE_POLYGON) {
        add_areas(labels, plot, row, single, spots);
        return;
    }
    bool point = row->type == MINTU_GEOMETRY_TYPE_POINT;
    for (size_t part = row->part; part < row->part_end && !(single && spots->count > 0); part++)
        add_vertices(plot, part, point && !single ? plot->starts[part + 1] : plot->starts[part] + 1, spots);
}

/* A line, or a ring, of a row. */
typedef struct line {
    const double *xy;
    size_t count, part;
    double length;
} line;

static line line_of(const mintu_plot *plot, size_t part)
{
    line l = {plot->xy + 2 * plot->starts[part], plot->starts[part + 1] - plot->starts[part], part, 0};
    l.length = mintu_line_length(l.xy, l.count);
    return l;
}

static void add_on_line(const line *l, double distance, mintu_symbol_spots *spots)
{
    mintu_symbol_spot spot = {.part = l->part, .part_end = l->part + 1, .distance = distance};
    mintu_line_walk(l->xy, l->count, distance, spot.at, &spot.angle);
    add(spots, &spot);
}

/* The first stands as far from the line's beginning as keeps it clear of a junction there. */
static void add_along(const line *l, const mintu_spacing *s, mintu_symbol_spots *spots)
{
    size_t before = spots->count;
    double spacing = s->spacing - s->length < s->spacing / 4 ? s->length + s->spacing / 4 : s->spacing;
    double first = fmod(s->length / 2 + 2 * s->size, spacing);
    if (l->count < 2 || !(l->length > 0) || !(spacing > 0) || !(l->length < 1e7))
        return;
    for (double at = first; !s->middle && at < l->length; at += spacing)
        if (at - s->length / 2 >= 0 && at + s->length / 2 <= l->length)
            add_on_line(l, at, spots);
    if (spots->count == before)
        add_on_line(l, l->length / 2, spots);
}

void mintu_spots_find_along(const mintu_plot *plot, size_t index, const mintu_spacing *spacing, bool single,
                            mintu_symbol_spots *spots)
{
    const mintu_plot_row *row = &plot->rows[index];
    line longest = {0};
    spots->count = 0;
    for (size_t part = row->part; row->type != MINTU_GEOMETRY_TYPE_POINT && part < row->part_end; part++) {
        const line l = line_of(plot, part);
        if (l.length > longest.length)
            longest = l;
        if (!single)
            add_along(&l, spacing, spots);
    }
    if (single && longest.length > 0 && longest.length < 1e7)
        add_on_line(&longest, longest.length / 2, spots);
}
