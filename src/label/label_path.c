#include "label/label_path.h"

#include "base/earth.h"
#include "label/label_candidate.h"
#include "label/label_fixed.h"
#include "style/property_value.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>

static const double QUARTER_TURN = MINTU_PI / 2;

/* A sign that stands upright is turned back about a point of its box, which leaves it this much nearer to the text's beginning, em. */
static const double UPRIGHT_BACK = 2.0 / 24;

/* A line with the place of a text on it. Read from its end where the text would stand on its head else. */
typedef struct path {
    const double *xy;
    size_t count, segment;   /* segment: from the vertex of that number to the next, where the anchor is */
    double anchor[2], below; /* below: px by which the letters' line lies beside the path */
    bool back;
} path;

static const double *vertex(const path *p, size_t i)
{
    return p->xy + 2 * (p->back ? p->count - 1 - i : i);
}

/* To the right of the way from a to b, which leads towards the text's end, or with @p sign -1 towards its beginning. */
static void normal(const double *a, const double *b, double length, double out[2])
{
    double dx = b[0] - a[0], dy = b[1] - a[1], whole = hypot(dx, dy);
    out[0] = whole > 0 ? -dy / whole * length : 0;
    out[1] = whole > 0 ? dx / whole * length : 0;
}

static bool meet(const double a[4], const double b[4], double out[2])
{
    double ax = a[2] - a[0], ay = a[3] - a[1], bx = b[2] - b[0], by = b[3] - b[1], cross = by * ax - bx * ay;
    if (cross == 0)
        return false;
    double share = (bx * (a[1] - b[1]) - by * (a[0] - b[0])) / cross;
    out[0] = a[0] + share * ax;
    out[1] = a[1] + share * ay;
    return true;
}

/* The walk from the anchor to a letter. */
typedef struct walk {
    const path *p;
    int sign; /* 1: towards the text's end */
    size_t index;
    double from[2], to[2];            /* of the piece of the path under way */
    double beside_from[2], beside[2]; /* of the piece of the letters' line */
    bool begun;
} walk;

static const size_t NONE = (size_t)-1;

/* The next vertex that is elsewhere than the end of the piece. */
static size_t next_index(const walk *w)
{
    for (size_t i = w->index; w->sign > 0 ? i + 1 < w->p->count : i > 0;) {
        i = w->sign > 0 ? i + 1 : i - 1;
        const double *xy = vertex(w->p, i);
        if (xy[0] != w->to[0] || xy[1] != w->to[1])
            return i;
    }
    return NONE;
}

/* Where the letters' line turns at the end of the piece: where its two pieces meet, but where the path goes straight back. */
static void turn(walk *w, const double across[2])
{
    const double *at = w->to;
    double own[2] = {at[0] + across[0], at[1] + across[1]}, ahead[2];
    memcpy(w->beside, own, sizeof own);
    size_t ahead_index = next_index(w);
    if (ahead_index == NONE)
        return;
    const double *next = vertex(w->p, ahead_index);
    double dot = (at[0] - w->from[0]) * (next[0] - at[0]) + (at[1] - w->from[1]) * (next[1] - at[1]),
           cross = (at[0] - w->from[0]) * (next[1] - at[1]) - (at[1] - w->from[1]) * (next[0] - at[0]);
    if (fabs(cross) < 1e-9 * fabs(dot) && dot < 0)
        return;
    normal(at, next, w->p->below * w->sign, ahead);
    const double one[4] = {w->beside_from[0], w->beside_from[1], own[0], own[1]},
                 two[4] = {at[0] + ahead[0], at[1] + ahead[1], next[0] + ahead[0], next[1] + ahead[1]};
    if (!meet(one, two, w->beside))
        memcpy(w->beside, own, sizeof own);
}

/* Goes on to the next vertex; false at the end of the line. */
static bool step(walk *w)
{
    double across[2];
    size_t next = next_index(w);
    if (next == NONE)
        return false;
    w->index = next;
    memcpy(w->from, w->to, sizeof w->from);
    memcpy(w->beside_from, w->beside, sizeof w->beside_from);
    memcpy(w->to, vertex(w->p, w->index), sizeof w->to);
    normal(w->from, w->to, w->p->below * w->sign, across);
    if (!w->begun) {
        w->beside_from[0] = w->from[0] + across[0];
        w->beside_from[1] = w->from[1] + across[1];
    }
    w->begun = true;
    turn(w, across);
    return true;
}

/* Where the letter stands whose middle is @p offset px from the anchor along the text; false when the line does not reach that far. */
static bool place_letter(const path *p, double offset, mintu_text_spot *out)
{
    walk w = {.p = p, .sign = offset > 0 ? 1 : -1, .index = offset > 0 ? p->segment : p->segment + 1};
    double passed = 0, length = 0, away = fabs(offset);
    memcpy(w.to, p->anchor, sizeof w.to);
    while (passed + length <= away) {
        passed += length;
        if (!step(&w))
            return false;
        length = hypot(w.beside[0] - w.beside_from[0], w.beside[1] - w.beside_from[1]);
    }
    double share = (away - passed) / length;
    out->at[0] = w.beside_from[0] + share * (w.beside[0] - w.beside_from[0]);
    out->at[1] = w.beside_from[1] + share * (w.beside[1] - w.beside_from[1]);
    out->angle = atan2(w.to[1] - w.from[1], w.to[0] - w.from[0]) + (w.sign > 0 ? 0 : MINTU_PI);
    return true;
}

/* How a letter stands in the text as it is set here. */
typedef struct setting_letter {
    double offset; /* px of its middle from the anchor */
    bool upright;  /* turned back against the line */
} setting_letter;

typedef struct setting {
    mintu_labels *labels;
    const mintu_run *run;
    setting_letter *letters;
    path p;
    double side, along,
        down; /* -1, 0 or 1: where the text lies about the anchor; px of text-offset along the line, and below it */
} setting;

static UChar32 first_code(const mintu_labels *labels, size_t run)
{
    return (UChar32)g_utf8_get_char(mintu_text_string(&labels->drawing->text, run));
}

/* Whether the letters from @p first to @p end, none of which is an ideograph, stand upright beside ideographs: a number does, and what is
 * as short as a code. */
static bool is_code(const setting *s, size_t first, size_t end)
{
    enum { MOST = 3 };
    bool digits = false, number = true, capitals = end - first <= MOST;
    for (size_t i = first; i < end; i++) {
        UChar32 code = first_code(s->labels, s->run->letters[i].run);
        bool digit = u_isdigit(code);
        digits = digits || digit;
        number = number && (digit || u_ispunct(code));
        capitals = capitals && (digit || u_isupper(code));
    }
    return (digits && number) || capitals;
}

static double letter_width(const setting *s, size_t i)
{
    return mintu_labels_run(s->labels, s->run->letters[i].run)->width;
}

/* px of the space before a letter of the same line; below 0 where a line begins. */
static double space_before(const setting *s, size_t i)
{
    const mintu_text_letter *letters = s->run->letters;
    if (i == 0 || letters[i].across > letters[i - 1].across)
        return -1;
    return fmax(letters[i].middle - letters[i - 1].middle - (letter_width(s, i) + letter_width(s, i - 1)) / 2, 0);
}

static void stand_up(setting *s)
{
    const mintu_text_letter *letters = s->run->letters;
    for (size_t i = 0, end; i < s->run->letter_count; i = end) {
        for (end = i + 1; end < s->run->letter_count && letters[end].upright == letters[i].upright;)
            end++;
        bool upright = letters[i].upright || is_code(s, i, end);
        for (size_t j = i; j < end; j++)
            s->letters[j].upright = upright;
    }
}

/* In a column each letter that stands upright takes as much room as an ideograph. Returns the length of the longest. */
static double set_column(setting *s)
{
    size_t first = 0, count = s->run->letter_count;
    double x = 0, longest = 0;
    stand_up(s);
    for (size_t i = 0; i <= count; i++) {
        double space = i < count ? space_before(s, i) : -1;
        for (size_t j = first; space < 0 && j < i; j++)
            s->letters[j].offset += (s->side - 1) * x / 2;
        longest = fmax(longest, x);
        if (i == count)
            break;
        first = space < 0 ? i : first;
        x = space < 0 ? 0 : x + space;
        const mintu_run *run = mintu_labels_run(s->labels, s->run->letters[i].run);
        double advance = s->letters[i].upright ? run->size : run->width;
        s->letters[i].offset = x + advance / 2;
        x += advance;
    }
    return longest;
}

static void set_row(setting *s)
{
    for (size_t i = 0; i < s->run->letter_count; i++)
        s->letters[i] = (setting_letter){s->run->letters[i].middle + (s->side - 1) * s->run->width / 2, false};
}

static bool place_one(const setting *s, size_t i, mintu_text_spot *out)
{
    return place_letter(&s->p, s->letters[i].offset + (s->p.back ? -s->along : s->along), out);
}

/* Which way the text is read, from its first letter to its last; false when they have no room. */
static bool choose_way(setting *s, bool upright, bool ideographs)
{
    mintu_text_spot ends[2];
    size_t last = s->run->letter_count - 1;
    bool good = place_one(s, 0, &ends[0]) && place_one(s, last, &ends[1]);
    if (!good || !upright)
        return good;
    double dx = ends[1].at[0] - ends[0].at[0], dy = ends[1].at[1] - ends[0].at[1];
    if (last == 0) {
        dx = cos(ends[0].angle);
        dy = sin(ends[0].angle);
    }
    bool column = ideographs && fabs(dy) > fabs(dx);
    if (column)
        set_column(s);
    s->p.back = column ? dy < 0 : dx < 0;
    if (s->p.back) {
        s->p.segment = s->p.count - 2 - s->p.segment;
        s->p.below = -s->p.below; /* on the same side of the line */
    }
    return true;
}

static bool set_letter(const setting *s, size_t i)
{
    mintu_text_spot spot = {.run = s->run->letters[i].run};
    double aside = s->run->letters[i].across + s->down;
    if (!place_one(s, i, &spot) ||
        !MINTU_ARRAY_RESERVE(s->labels->letters, s->labels->letter_room, s->labels->letter_count + 1))
        return false;
    bool turned = s->letters[i].upright;
    double back = turned ? UPRIGHT_BACK * s->run->size : 0;
    spot.at[0] -= sin(spot.angle) * aside + cos(spot.angle) * back;
    spot.at[1] += cos(spot.angle) * aside - sin(spot.angle) * back;
    spot.angle -= turned ? QUARTER_TURN : 0;
    s->labels->letters[s->labels->letter_count++] = spot;
    return true;
}

static void add(const setting *s, mintu_label *label, double padding)
{
    mintu_label_candidate candidate = {.text.run = label->run, .letter = s->labels->letter_count};
    size_t count = label->count;
    bool good = true;
    mintu_box box = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (size_t i = 0; i < s->run->letter_count && good; i++) {
        good = set_letter(s, i);
        const double *at = s->labels->letters[s->labels->letter_count - good].at;
        if (good)
            mintu_box_add(&box, at[0], at[1]);
    }
    if (good) {
        candidate.box = box = mintu_box_grown(box, s->run->size / 2 + padding);
        candidate.text.at[0] = (box.x0 + box.x1) / 2;
        candidate.text.at[1] = (box.y0 + box.y1) / 2;
        candidate.letter_count = s->run->letter_count;
        mintu_label_candidate_add(s->labels, label, &candidate);
    }
    if (label->count == count)
        s->labels->letter_count = candidate.letter;
}

static bool find_anchor(path *p, double distance)
{
    for (p->segment = 0; p->segment + 1 < p->count; p->segment++) {
        const double *a = vertex(p, p->segment), *b = vertex(p, p->segment + 1);
        double length = hypot(b[0] - a[0], b[1] - a[1]);
        if (length > 0 && (distance <= length || p->segment + 2 == p->count)) {
            double share = fmin(distance / length, 1);
            p->anchor[0] = a[0] + share * (b[0] - a[0]);
            p->anchor[1] = a[1] + share * (b[1] - a[1]);
            return true;
        }
        distance -= length;
    }
    return false;
}

static bool has_ideograph(const mintu_run *run)
{
    for (size_t i = 0; i < run->letter_count; i++)
        if (run->letters[i].upright)
            return true;
    return false;
}

double mintu_path_text_length(mintu_labels *labels, size_t run_index, bool upright)
{
    const mintu_run *run = mintu_labels_run(labels, run_index);
    setting s = {.labels = labels, .run = run};
    if (!upright || !run->letters || !has_ideograph(run))
        return run->width;
    s.letters = calloc(run->letter_count, sizeof *s.letters);
    double length = mintu_memory_good(s.letters) ? set_column(&s) : run->width;
    free(s.letters);
    return length;
}

void mintu_label_candidates_path(mintu_labels *labels, mintu_label *label, mintu_style_scope *scope, double distance)
{
    const mintu_style_layer *layer = mintu_label_layer(labels, label);
    const mintu_plot *plot = mintu_drawing_plot(labels->drawing, layer);
    const mintu_run *run = mintu_labels_run(labels, label->run);
    double offset[2], side[2], size[2];
    size_t first = plot->starts[label->part];
    setting s = {
        .labels = labels, .run = run, .p = {.xy = plot->xy + 2 * first, .count = plot->starts[label->part + 1] - first}};
    if (!run->letters || !run->letter_count || s.p.count < 2 || !find_anchor(&s.p, distance))
        return;
    mintu_label_anchor_read(layer, scope, side, offset);
    mintu_label_block(layer, scope, run, size);
    s.side = side[0];
    s.along = offset[0] * run->size;
    s.down = side[1] * size[1] / 2;
    s.p.below = offset[1] * run->size;
    s.letters = calloc(run->letter_count, sizeof *s.letters);
    bool upright = mintu_style_boolean(layer, MINTU_PROPERTY_TEXT_KEEP_UPRIGHT, scope), good = mintu_memory_good(s.letters);
    if (good)
        set_row(&s);
    if (good && choose_way(&s, upright, has_ideograph(run)))
        add(&s, label, mintu_style_number(layer, MINTU_PROPERTY_TEXT_PADDING, scope));
    free(s.letters);
}
