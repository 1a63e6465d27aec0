#include "label/label_spots.h"

#include "base/earth.h"
#include "canvas/plot_spot.h"
#include "label/label_area.h"
#include "label/label_line.h"

#include <math.h>
#include <string.h>

static const double LONGEST = 1e7; /* px: a line that is longer goes where no projection does */

static void add(mintu_symbol_spots *spots, const mintu_symbol_spot *spot)
{
    if (MINTU_ARRAY_RESERVE(spots->items, spots->room, spots->count + 1))
        spots->items[spots->count++] = *spot;
}

static void add_vertices(const mintu_plot *plot, size_t part, size_t end, mintu_symbol_spots *spots)
{
    for (size_t i = plot->starts[part]; i < end; i++)
        if (!mintu_plot_is_made(plot, i))
            add(spots, &(mintu_symbol_spot){
                           .at = {plot->xy[2 * i], plot->xy[2 * i + 1]}, .part = part, .part_end = part + 1, .distance = -1});
}

/* An area that the frame cuts has its symbol in what can be seen of it. */
static void add_area(mintu_labels *labels, const mintu_plot *plot, const mintu_plot_row *row, mintu_symbol_spots *spots)
{
    mintu_symbol_spot spot = {.part = row->part, .part_end = row->part_end, .distance = -1, .context = row->context};
    if (row->stretch > 0 || !mintu_label_pole(labels->drawing, plot, row->part, row->part_end, spot.at))
        memcpy(spot.at, row->spot, sizeof spot.at); /* it is cut, or too thin for a circle */
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

/* The corners of a line within a window that moves along it. */
typedef struct window {
    const line *l;
    double reach, turns, passed; /* px; radians of all within; px of the corner at its tail */
    size_t tail;
} window;

static double piece_length(const line *l, size_t i)
{
    return hypot(l->xy[2 * i + 2] - l->xy[2 * i], l->xy[2 * i + 3] - l->xy[2 * i + 1]);
}

static double turn_at(const line *l, size_t i)
{
    const double *p = l->xy + 2 * i;
    double before = atan2(p[1] - p[-1], p[0] - p[-2]), after = atan2(p[3] - p[1], p[2] - p[0]);
    return fabs(remainder(after - before, 2 * MINTU_PI));
}

/* Takes in the corner @p i, @p passed px along the line, and leaves out those that lie behind. */
static double move_window(window *w, size_t i, double passed)
{
    w->turns += turn_at(w->l, i);
    while (passed - w->passed > w->reach && w->tail < i) {
        w->turns -= turn_at(w->l, w->tail);
        w->passed += piece_length(w->l, w->tail++);
    }
    return w->turns;
}

/* A place on a line: on the piece behind the vertex @p piece, which is @p passed px along it. */
typedef struct place {
    double distance, passed;
    size_t piece;
} place;

/* Whether a text about a place has room on its line, and the line is nowhere below it bent too much to be read. */
static bool is_readable(const line *l, place at, const mintu_spacing *s)
{
    window w = {.l = l, .reach = s->window};
    double from = at.distance - s->length / 2, to = at.distance + s->length / 2;
    if (!(s->window > 0))
        return true;
    if (from < -1e-9 || to > l->length + 1e-9)
        return false;
    while (at.piece > 0 && at.passed > from)
        at.passed -= piece_length(l, --at.piece);
    for (size_t i = at.piece + 1; i + 1 < l->count; i++) {
        at.passed += piece_length(l, i - 1);
        if (at.passed >= to)
            return true;
        if (at.passed <= from)
            continue;
        if (!w.tail) {
            w.tail = i;
            w.passed = at.passed;
        }
        if (move_window(&w, i, at.passed) > s->most_bend)
            return false;
    }
    return true;
}

/* The walk along a line from one mark to the next. */
typedef struct marks {
    const line *l;
    const mintu_box *frame;
    const mintu_spacing *s;
    double next, step; /* px of the line to the next mark, and between two */
    bool any;
} marks;

/* Sets those of one piece that are in sight and have room; @p passed: px of the line before the piece. */
static void mark_piece(marks *m, size_t i, double passed, mintu_symbol_spots *spots)
{
    const double *a = m->l->xy + 2 * i, *b = a + 2, half = m->s->length / 2;
    double length = piece_length(m->l, i);
    while (m->next < passed + length) {
        double distance = m->next, share = (distance - passed) / length;
        mintu_symbol_spot spot = {.at = {a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])},
                                  .angle = atan2(b[1] - a[1], b[0] - a[0]),
                                  .part = m->l->part,
                                  .part_end = m->l->part + 1,
                                  .distance = distance};
        m->next += m->step;
        if (distance < half || distance + half > m->l->length || !is_readable(m->l, (place){distance, passed, i}, m->s))
            continue;
        m->any = true;
        if (mintu_box_holds(m->frame, spot.at[0], spot.at[1]))
            add(spots, &spot);
    }
}

static void mark(marks *m, double first, mintu_symbol_spots *spots)
{
    double passed = 0;
    m->next = first;
    for (size_t i = 0; i + 1 < m->l->count; i++) {
        mark_piece(m, i, passed, spots);
        passed += piece_length(m->l, i);
    }
}

/* The first stands as far from the line's beginning as keeps it clear of a junction there; where none stands so, one does in the
 * middle, and others from there. */
static void add_along(const mintu_box *frame, const line *l, const mintu_spacing *s, mintu_symbol_spots *spots)
{
    double step = s->spacing - s->length < s->spacing / 4 ? s->length + s->spacing / 4 : s->spacing;
    marks m = {.l = l, .frame = frame, .s = s, .step = step};
    if (l->count < 2 || !(l->length > 0) || !(step > 0) || !(l->length < LONGEST))
        return;
    if (s->middle) {
        if (is_readable(l, (place){.distance = l->length / 2}, s))
            add_on_line(l, l->length / 2, spots);
        return;
    }
    mark(&m, fmod(s->length / 2 + 2 * s->size, step), spots);
    if (!m.any)
        mark(&m, l->length / 2, spots);
}

void mintu_spots_find_along(mintu_labels *labels, const mintu_plot *plot, size_t index, const mintu_spacing *spacing,
                            mintu_symbol_spots *spots)
{
    const mintu_plot_row *row = &plot->rows[index];
    line longest = {0};
    spots->count = 0;
    for (size_t part = row->part; row->type != MINTU_GEOMETRY_TYPE_POINT && part < row->part_end; part++) {
        const line l = line_of(plot, part);
        if (l.length > longest.length)
            longest = l;
        if (!spacing->single)
            add_along(&labels->drawing->page.frame, &l, spacing, spots);
    }
    if (spacing->single && longest.length > 0 && longest.length < LONGEST)
        add_on_line(&longest, longest.length / 2, spots);
}
