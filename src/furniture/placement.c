#include "furniture/placement.h"

#include <math.h>
#include <string.h>

/* What a place costs besides what it hides, as a share of the piece's own area full of ink. */
static const double BESIDE = 0.08, EDGE = 0.1, INSIDE = 0.3;
/* Touching the subject at all, and hiding all that a piece can hide. */
static const double TOUCHED = 0.15, HIDDEN = 3, INK = 1.5;
/* Each symbol around the focus. */
static const double AROUND = 0.04;
static const double STEP = 4; /* px between places along an edge; inside, twice as much */

/* Where the anchors are: at the left or upper (-1) edge, in the middle, or at the right or lower (1) one. */
static const struct {
    const char *name;
    int x, y;
} ANCHORS[MINTU_ANCHOR_END] = {
    [MINTU_ANCHOR_BOTTOM_RIGHT] = {"bottom-right", 1, 1},
    [MINTU_ANCHOR_BOTTOM_LEFT] = {"bottom-left", -1, 1},
    [MINTU_ANCHOR_TOP_RIGHT] = {"top-right", 1, -1},
    [MINTU_ANCHOR_TOP_LEFT] = {"top-left", -1, -1},
    [MINTU_ANCHOR_BOTTOM] = {"bottom", 0, 1},
    [MINTU_ANCHOR_TOP] = {"top", 0, -1},
    [MINTU_ANCHOR_RIGHT] = {"right", 1, 0},
    [MINTU_ANCHOR_LEFT] = {"left", -1, 0},
};

mintu_anchor mintu_anchor_named(const char *name)
{
    for (int i = 0; i < MINTU_ANCHOR_END; i++)
        if (name && strcmp(name, ANCHORS[i].name) == 0)
            return (mintu_anchor)i;
    return MINTU_ANCHOR_END;
}

void mintu_placement_take(mintu_placement *placement, const mintu_box *box)
{
    if (placement->taken_count < MINTU_PLACEMENT_MOST)
        placement->taken[placement->taken_count++] = *box;
}

static mintu_box box_at(double x, double y, const double size[2])
{
    return (mintu_box){x, y, x + size[0], y + size[1]};
}

static mintu_box anchored(const mintu_placement *placement, mintu_anchor anchor, const double size[2])
{
    const mintu_box *frame = &placement->frame;
    double x = (frame->x0 + frame->x1 - size[0]) / 2, y = (frame->y0 + frame->y1 - size[1]) / 2;
    if (ANCHORS[anchor].x)
        x = ANCHORS[anchor].x < 0 ? frame->x0 + placement->gap : frame->x1 - placement->gap - size[0];
    if (ANCHORS[anchor].y)
        y = ANCHORS[anchor].y < 0 ? frame->y0 + placement->gap : frame->y1 - placement->gap - size[1];
    return box_at(x, y, size);
}

/* The piece that the box would meet or come nearer to than the gap; NULL when there is none. */
static const mintu_box *meets_taken(const mintu_placement *placement, const mintu_box *box)
{
    mintu_box near = mintu_box_grown(*box, placement->gap - 0.01);
    for (size_t i = 0; i < placement->taken_count; i++)
        if (mintu_box_meets(&near, &placement->taken[i]))
            return &placement->taken[i];
    return NULL;
}

mintu_box mintu_placement_at(mintu_placement *placement, mintu_anchor anchor, const double size[2])
{
    mintu_box box = anchored(placement, anchor, size);
    const mintu_box *taken;
    for (size_t i = 0; i < placement->taken_count && (taken = meets_taken(placement, &box)); i++) {
        if (ANCHORS[anchor].y)
            box =
                box_at(box.x0, ANCHORS[anchor].y < 0 ? taken->y1 + placement->gap : taken->y0 - placement->gap - size[1], size);
        else
            box =
                box_at(ANCHORS[anchor].x < 0 ? taken->x1 + placement->gap : taken->x0 - placement->gap - size[0], box.y0, size);
    }
    mintu_placement_take(placement, &box);
    return box;
}

/* How bad a place is: first what would not be seen at all, then how many points it hides, then all the rest. */
typedef struct badness {
    int outside;
    double points, cost;
} badness;

typedef struct search {
    const mintu_placement *placement;
    const double *size;
    mintu_box best;
    badness least;
} search;

static bool is_better(const badness *one, const badness *two)
{
    if (one->outside != two->outside)
        return one->outside < two->outside;
    if (one->points != two->points)
        return one->points < two->points;
    return one->cost < two->cost * 0.98 - 1e-9;
}

/* Cells that the piece covers, the gap around it among them. */
static double area_cells(const search *s)
{
    double gap = s->placement->gap, cell = s->placement->occupancy->cell;
    return (s->size[0] + 2 * gap) * (s->size[1] + 2 * gap) / (cell * cell);
}

/* @p place is what the kind of place costs. */
static void consider(search *s, double x, double y, double place)
{
    const mintu_placement *placement = s->placement;
    const mintu_occupancy *occupancy = placement->occupancy;
    mintu_box box = box_at(x, y, s->size), area = mintu_box_grown(box, placement->gap);
    double cells = area_cells(s);
    double subject = mintu_occupancy_sum(occupancy, MINTU_COVER_SUBJECT, &area);
    double ink = mintu_occupancy_sum(occupancy, MINTU_COVER_INK, &area) / 255;
    const double points = mintu_occupancy_sum(occupancy, MINTU_COVER_POINTS, &area), inside = floor(points / MINTU_COVER_POINT),
                 around = points - inside * MINTU_COVER_POINT;
    badness bad = {!mintu_box_within(&box, &placement->frame) + (meets_taken(placement, &box) != NULL), inside,
                   place * fmax(placement->corners, 1) * cells + (subject > 0 ? TOUCHED * cells : 0) + HIDDEN * subject +
                       INK * ink + AROUND * around * cells};
    if (is_better(&bad, &s->least)) {
        s->least = bad;
        s->best = box;
    }
}

static void consider_corners(search *s, mintu_anchor first)
{
    for (int i = 0; i < MINTU_ANCHOR_CORNERS; i++) {
        mintu_box box = anchored(s->placement, (mintu_anchor)(((int)first + i) % MINTU_ANCHOR_CORNERS), s->size);
        consider(s, box.x0, box.y0, 0);
    }
}

/* Above, below and beside a piece, in line with that side of it which stands along the frame. */
static void consider_company(search *s)
{
    const mintu_placement *placement = s->placement;
    double gap = placement->gap, width = s->size[0], height = s->size[1];
    mintu_box inner = mintu_box_grown(placement->frame, -gap - 0.01);
    for (size_t i = 0; i < placement->taken_count; i++) {
        const mintu_box *taken = &placement->taken[i];
        double xs[2] = {taken->x0, taken->x1 - width}, ys[2] = {taken->y0, taken->y1 - height};
        bool hugs_x[2] = {taken->x0 <= inner.x0, taken->x1 >= inner.x1},
             hugs_y[2] = {taken->y0 <= inner.y0, taken->y1 >= inner.y1};
        for (int j = 0; j < 2; j++) {
            if (hugs_x[j]) {
                consider(s, xs[j], taken->y1 + gap, BESIDE);
                consider(s, xs[j], taken->y0 - gap - height, BESIDE);
            }
            if (hugs_y[j]) {
                consider(s, taken->x1 + gap, ys[j], BESIDE);
                consider(s, taken->x0 - gap - width, ys[j], BESIDE);
            }
        }
    }
}

static void consider_edges(search *s)
{
    mintu_box inner = mintu_box_grown(s->placement->frame, -s->placement->gap);
    double right = inner.x1 - s->size[0], bottom = inner.y1 - s->size[1];
    double x = inner.x0, y = inner.y0;
    while (x <= right) {
        consider(s, x, inner.y0, EDGE);
        consider(s, x, bottom, EDGE);
        x += STEP;
    }
    while (y <= bottom) {
        consider(s, inner.x0, y, EDGE);
        consider(s, right, y, EDGE);
        y += STEP;
    }
}

static void consider_inside(search *s)
{
    mintu_box inner = mintu_box_grown(s->placement->frame, -s->placement->gap);
    double y = inner.y0;
    while (y <= inner.y1 - s->size[1]) {
        double x = inner.x0;
        while (x <= inner.x1 - s->size[0]) {
            consider(s, x, y, INSIDE);
            x += 2 * STEP;
        }
        y += 2 * STEP;
    }
}

mintu_box mintu_placement_find(mintu_placement *placement, mintu_anchor first, const double size[2])
{
    search s = {.placement = placement, .size = size, .least = {.outside = 3, .points = INFINITY, .cost = INFINITY}};
    consider_corners(&s, first);
    consider_company(&s);
    consider_edges(&s);
    if (s.least.outside || s.least.points > 0 || s.least.cost > INSIDE * area_cells(&s))
        consider_inside(&s);
    mintu_placement_take(placement, &s.best);
    return s.best;
}
