/* Texts that follow a line, letter by letter, on a smoothed course so that the letters stand quietly. */
#include "label/label_line.h"

#include "base/earth.h"
#include "label/label_candidate.h"
#include "style/property_value.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double QUARTER_TURN = MINTU_PI / 2;
static const double BEND_COST = 6, AWAY_COST = 4; /* per radian of all bends; at the end of the line instead of its middle */
static const double STEEP = 1.2;                  /* rise over run beyond which ideographs stand upright */
enum { MOST_POINTS = 4000, MOST_PLACES = 24 };

/* Points at equal distances along a line. */
typedef struct course {
    double *xy, *spare;
    size_t count;
    double step, length;
} course;

double mintu_line_length(const double *xy, size_t count)
{
    double length = 0;
    for (size_t i = 0; i + 1 < count; i++)
        length += hypot(xy[2 * i + 2] - xy[2 * i], xy[2 * i + 3] - xy[2 * i + 1]);
    return length;
}

static void resample(const double *xy, size_t count, course *out)
{
    double passed = 0;
    size_t i = 0, done = 0;
    double piece = hypot(xy[2] - xy[0], xy[3] - xy[1]);
    for (; done < out->count; done++) {
        double at = (double)done * out->step;
        while (i + 2 < count && passed + piece < at) {
            passed += piece;
            i++;
            piece = hypot(xy[2 * i + 2] - xy[2 * i], xy[2 * i + 3] - xy[2 * i + 1]);
        }
        double part = piece > 0 ? fmin((at - passed) / piece, 1) : 0;
        out->xy[2 * done] = xy[2 * i] + part * (xy[2 * i + 2] - xy[2 * i]);
        out->xy[2 * done + 1] = xy[2 * i + 1] + part * (xy[2 * i + 3] - xy[2 * i + 1]);
    }
}

/* Each point becomes the mean of those within @p reach of it, fewer towards the ends. */
static void smooth(course *c, size_t reach)
{
    for (size_t i = 0; i < c->count; i++) {
        size_t near = i < reach ? i : reach;
        near = c->count - 1 - i < near ? c->count - 1 - i : near;
        double x = 0, y = 0;
        for (size_t j = i - near; j <= i + near; j++) {
            x += c->xy[2 * j];
            y += c->xy[2 * j + 1];
        }
        c->spare[2 * i] = x / (double)(2 * near + 1);
        c->spare[2 * i + 1] = y / (double)(2 * near + 1);
    }
    double *swap = c->xy;
    c->xy = c->spare;
    c->spare = swap;
}

static bool open_course(course *c, const double *xy, size_t count, double size)
{
    double length = mintu_line_length(xy, count);
    c->step = fmax(size / 4, length / (MOST_POINTS - 1));
    c->count = (size_t)floor(length / c->step) + 1;
    c->xy = calloc(4 * c->count, sizeof *c->xy);
    c->spare = c->xy ? c->xy + 2 * c->count : NULL;
    if (!c->xy)
        return false;
    resample(xy, count, c);
    c->length = mintu_line_length(c->xy, c->count);
    return true;
}

static void smooth_course(course *c)
{
    smooth(c, 5);
    smooth(c, 5); /* twice, so that the points stand in the first half again, which is to be freed */
    c->length = mintu_line_length(c->xy, c->count);
}

void mintu_line_walk(const double *xy, size_t count, double distance, double at[2], double *angle)
{
    for (size_t i = 0; i + 1 < count; i++) {
        double dx = xy[2 * i + 2] - xy[2 * i], dy = xy[2 * i + 3] - xy[2 * i + 1], length = hypot(dx, dy);
        if (distance <= length || i + 2 == count) {
            double part = length > 0 ? distance / length : 0;
            at[0] = xy[2 * i] + part * dx;
            at[1] = xy[2 * i + 1] + part * dy;
            *angle = atan2(dy, dx);
            return;
        }
        distance -= length;
    }
}

static void walk(const course *c, double distance, double out[2])
{
    double angle;
    mintu_line_walk(c->xy, c->count, distance, out, &angle);
}

/* How the letters are set along a course. */
typedef struct setting {
    mintu_labels *labels;
    mintu_label *label;
    const mintu_text_letter *letters;
    size_t count;
    double width, size, shift[2], most_bend, padding;
    bool columns, upright; /* upright: as the reader holds the map, and ideographs always so */
} setting;

static bool add_letter(mintu_labels *labels, const mintu_text_spot *letter)
{
    if (!MINTU_ARRAY_RESERVE(labels->letters, labels->letter_room, labels->letter_count + 1))
        return false;
    labels->letters[labels->letter_count++] = *letter;
    return true;
}

/* Ideographs stand upright along a steep line, other letters lie along it. */
static double letter_angle(const mintu_text_letter *letter, double angle, bool steep)
{
    return steep && letter->upright ? angle - QUARTER_TURN : angle;
}

/* Sets the letters about the middle @p at; false when the line bends too much there. */
static bool set_letters(const setting *s, const course *c, double at, mintu_label_candidate *candidate)
{
    double a[2] = {0}, b[2] = {0}, bends = 0, before = 0;
    walk(c, at - s->width / 2, a);
    walk(c, at + s->width / 2, b);
    double dx = b[0] - a[0], dy = b[1] - a[1];
    bool steep = s->columns && fabs(dy) > STEEP * fabs(dx), back = s->upright && (steep ? dy < 0 : dx < 0);
    candidate->letter = s->labels->letter_count;
    for (size_t i = 0; i < s->count; i++) {
        double offset = (s->letters[i].middle - s->width / 2 + s->shift[0]) * (back ? -1 : 1), ahead[2] = {0}, behind[2] = {0};
        walk(c, at + offset + s->size / 2, back ? behind : ahead);
        walk(c, at + offset - s->size / 2, back ? ahead : behind);
        double angle = atan2(ahead[1] - behind[1], ahead[0] - behind[0]), turn = remainder(angle - before, 4 * QUARTER_TURN);
        bool begins = i == 0 || s->letters[i].across > s->letters[i - 1].across; /* a line of the text */
        if (!begins && fabs(turn) > s->most_bend)
            return false;
        bends += begins ? 0 : fabs(turn);
        before = angle;
        double aside = s->shift[1] + s->letters[i].across;
        const mintu_text_spot letter = {
            {(ahead[0] + behind[0]) / 2 - sin(angle) * aside, (ahead[1] + behind[1]) / 2 + cos(angle) * aside},
            letter_angle(&s->letters[i], angle, steep),
            s->letters[i].run};
        if (!add_letter(s->labels, &letter))
            return false;
    }
    candidate->letter_count = s->count;
    candidate->cost = BEND_COST * bends;
    return true;
}

static void add_place(const setting *s, const course *c, double at)
{
    mintu_label_candidate candidate = {.text.run = s->label->run};
    size_t count = s->label->count;
    if (set_letters(s, c, at, &candidate)) {
        const mintu_text_spot *first = &s->labels->letters[candidate.letter];
        mintu_box box = {first->at[0], first->at[1], first->at[0], first->at[1]};
        for (size_t i = 0; i < s->count; i++)
            mintu_box_add(&box, first[i].at[0], first[i].at[1]);
        candidate.box = box = mintu_box_grown(box, s->size / 2 + s->padding);
        candidate.text.at[0] = (box.x0 + box.x1) / 2;
        candidate.text.at[1] = (box.y0 + box.y1) / 2;
        candidate.cost += AWAY_COST * fabs(at / c->length - 0.5) * 2;
        mintu_label_candidate_add(s->labels, s->label, &candidate);
    }
    if (s->label->count == count) /* not taken */
        s->labels->letter_count = candidate.letter;
}

/* The middle first, then outwards to both sides. */
static void add_places(const setting *s, const course *c)
{
    double room = c->length - s->width;
    int places = (int)fmin(fmax(room / s->size, 0), MOST_PLACES);
    for (int i = 0; room >= 0 && i <= places; i++) {
        int side = (i + 1) / 2 * (i % 2 ? 1 : -1);
        add_place(s, c, c->length / 2 + (places ? side * room / (places + 1) : 0));
    }
}

/* All places along a line. */
static void add_part(const setting *s, const double *xy, size_t count)
{
    course c = {0};
    double length = count < 2 ? 0 : mintu_line_length(xy, count);
    if (!(s->width > 0) || !(length >= s->width) || !(length < 1e7))
        return;
    if (mintu_memory_good(open_course(&c, xy, count, s->size))) {
        smooth_course(&c);
        add_places(s, &c);
    }
    free(c.xy);
}

/* A text that is ideographs for the greater part: "4号" lies along a steep line, where an upright 号 would stand beside a lying 4. */
static bool stands_in_columns(const mintu_run *run)
{
    size_t upright = 0;
    for (size_t i = 0; i < run->letter_count; i++)
        upright += run->letters[i].upright;
    return 2 * upright > run->letter_count;
}

void mintu_label_candidates_line(mintu_labels *labels, mintu_label *label, mintu_style_scope *scope)
{
    const mintu_style_layer *layer = mintu_label_layer(labels, label);
    const mintu_plot *plot = mintu_drawing_plot(labels->drawing, layer);
    const mintu_run *run = mintu_labels_run(labels, label->run);
    double offset[2] = {0, 0};
    setting s = {.labels = labels,
                 .label = label,
                 .letters = run->letters,
                 .count = run->letter_count,
                 .width = run->width,
                 .size = run->size,
                 .upright = mintu_style_boolean(layer, MINTU_PROPERTY_TEXT_KEEP_UPRIGHT, scope)};
    s.columns = s.upright && stands_in_columns(run);
    mintu_style_numbers(layer, MINTU_PROPERTY_TEXT_OFFSET, scope, offset, 2);
    s.shift[0] = offset[0] * run->size;
    s.shift[1] = offset[1] * run->size;
    s.most_bend = mintu_style_number(layer, MINTU_PROPERTY_TEXT_MAX_ANGLE, scope) * MINTU_DEGREE;
    for (size_t part = label->part; s.letters && part < label->part_end; part++)
        add_part(&s, plot->xy + 2 * plot->starts[part], plot->starts[part + 1] - plot->starts[part]);
}
