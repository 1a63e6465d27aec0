#include "geometry/chords.h"

#include "base/array.h"
#include "geometry/measure.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { LEAF = 4, DEPTH = 64 };

typedef struct mintu_chord_box {
    double low[3], high[3];
    size_t first, count; /* of a leaf; count 0: the left child follows, the right one is first */
} box;

mintu_chord mintu_chord_make(const double ends[4], size_t row)
{
    mintu_chord chord = {.row = row};
    double end[3], square = 0;
    mintu_space_from_degrees(ends, chord.from);
    mintu_space_from_degrees(ends + 2, end);
    for (int axis = 0; axis < 3; axis++) {
        chord.along[axis] = end[axis] - chord.from[axis];
        square += chord.along[axis] * chord.along[axis];
    }
    chord.inverse = square > 0 ? 1 / square : 0;
    return chord;
}

double mintu_chord_share(const mintu_chord *chord, const double at[3])
{
    double share = 0;
    for (int axis = 0; axis < 3; axis++)
        share += (at[axis] - chord->from[axis]) * chord->along[axis];
    return fmin(fmax(share * chord->inverse, 0), 1);
}

void mintu_chord_point(const mintu_chord *chord, double share, double out[3])
{
    for (int axis = 0; axis < 3; axis++)
        out[axis] = chord->from[axis] + share * chord->along[axis];
}

bool mintu_chords_add(mintu_chords *chords, const double ends[4], size_t row)
{
    if (!MINTU_ARRAY_RESERVE(chords->items, chords->room, chords->count + 1))
        return false;
    chords->items[chords->count++] = mintu_chord_make(ends, row);
    return true;
}

static int compare_axis(const mintu_chord *a, const mintu_chord *b, int axis)
{
    double x = a->from[axis] + a->along[axis] / 2, y = b->from[axis] + b->along[axis] / 2;
    return (x > y) - (x < y);
}
static int compare_x(const void *a, const void *b)
{
    return compare_axis(a, b, 0);
}
static int compare_y(const void *a, const void *b)
{
    return compare_axis(a, b, 1);
}
static int compare_z(const void *a, const void *b)
{
    return compare_axis(a, b, 2);
}

static void bound(const mintu_chord *chords, size_t count, box *out)
{
    for (int axis = 0; axis < 3; axis++) {
        out->low[axis] = INFINITY;
        out->high[axis] = -INFINITY;
        for (size_t i = 0; i < count; i++) {
            double a = chords[i].from[axis], b = a + chords[i].along[axis];
            out->low[axis] = fmin(out->low[axis], fmin(a, b));
            out->high[axis] = fmax(out->high[axis], fmax(a, b));
        }
    }
}

/* Halves the chords along the longest side of their box; room for all boxes is there. */
static void build(mintu_chords *chords, size_t first, size_t count)
{
    static int (*const compare[3])(const void *, const void *) = {compare_x, compare_y, compare_z};
    box *made = &chords->boxes[chords->box_count++];
    bound(chords->items + first, count, made);
    made->first = first;
    made->count = count;
    if (count <= LEAF)
        return;
    int axis = 0;
    for (int other = 1; other < 3; other++)
        if (made->high[other] - made->low[other] > made->high[axis] - made->low[axis])
            axis = other;
    qsort(chords->items + first, count, sizeof *chords->items, compare[axis]);
    build(chords, first, count / 2);
    made->first = chords->box_count;
    made->count = 0;
    build(chords, first + count / 2, count - count / 2);
}

bool mintu_chords_index(mintu_chords *chords)
{
    chords->boxes = malloc((2 * chords->count + 1) * sizeof *chords->boxes);
    if (chords->boxes && chords->count)
        build(chords, 0, chords->count);
    return chords->boxes;
}

void mintu_chords_free(mintu_chords *chords)
{
    free(chords->items);
    free(chords->boxes);
    *chords = (mintu_chords){0};
}

static double box_square(const box *b, const double at[3])
{
    double square = 0;
    for (int axis = 0; axis < 3; axis++) {
        double off = fmax(fmax(b->low[axis] - at[axis], at[axis] - b->high[axis]), 0);
        square += off * off;
    }
    return square;
}

/* The nearest point so far. */
typedef struct search {
    const double *at;
    size_t but, row;
    double square, *foot;
} search;

static void search_leaf(const mintu_chords *chords, const box *leaf, search *s)
{
    for (const mintu_chord *chord = chords->items + leaf->first; chord < chords->items + leaf->first + leaf->count; chord++) {
        double here[3], square = 0;
        mintu_chord_point(chord, mintu_chord_share(chord, s->at), here);
        for (int axis = 0; axis < 3; axis++)
            square += (s->at[axis] - here[axis]) * (s->at[axis] - here[axis]);
        if (square < s->square && chord->row != s->but) {
            s->square = square;
            s->row = chord->row;
            memcpy(s->foot, here, sizeof here);
        }
    }
}

size_t mintu_chords_nearest(const mintu_chords *chords, const double at[3], size_t but, double foot[3])
{
    search s = {at, but, MINTU_CHORDS_NONE, INFINITY, foot};
    size_t stack[DEPTH] = {0}, depth = chords->box_count ? 1 : 0;
    double squares[DEPTH] = {0};
    while (depth > 0) {
        size_t self = stack[--depth];
        const box *here = &chords->boxes[self];
        if (squares[depth] >= s.square)
            continue;
        if (here->count > 0) {
            search_leaf(chords, here, &s);
            continue;
        }
        size_t near = self + 1, far = here->first;
        double near_square = box_square(&chords->boxes[near], at), far_square = box_square(&chords->boxes[far], at);
        bool swap = far_square < near_square;
        stack[depth] = swap ? near : far;
        squares[depth++] = swap ? near_square : far_square;
        stack[depth] = swap ? far : near;
        squares[depth++] = swap ? far_square : near_square;
    }
    return s.row;
}
