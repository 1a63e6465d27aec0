/* Rectangles on the page, in CSS px with y downwards. */
#ifndef CANVAS_BOX_H
#define CANVAS_BOX_H

#include <math.h>
#include <stdbool.h>
#include <stddef.h>

typedef struct mintu_box {
    double x0, y0, x1, y1;
} mintu_box;

static inline bool mintu_box_meets(const mintu_box *a, const mintu_box *b)
{
    return a->x0 < b->x1 && b->x0 < a->x1 && a->y0 < b->y1 && b->y0 < a->y1;
}

static inline bool mintu_box_within(const mintu_box *inner, const mintu_box *outer)
{
    return inner->x0 >= outer->x0 && inner->x1 <= outer->x1 && inner->y0 >= outer->y0 && inner->y1 <= outer->y1;
}

static inline bool mintu_box_holds(const mintu_box *box, double x, double y)
{
    return x >= box->x0 && x <= box->x1 && y >= box->y0 && y <= box->y1;
}

/* True when not even their edges meet. */
static inline bool mintu_box_apart(const mintu_box *a, const mintu_box *b)
{
    return a->x0 > b->x1 || a->x1 < b->x0 || a->y0 > b->y1 || a->y1 < b->y0;
}

/* What lies in both; x0 > x1 or y0 > y1 when nothing does. */
static inline mintu_box mintu_box_common(const mintu_box *a, const mintu_box *b)
{
    return (mintu_box){fmax(a->x0, b->x0), fmax(a->y0, b->y0), fmin(a->x1, b->x1), fmin(a->y1, b->y1)};
}

static inline mintu_box mintu_box_grown(mintu_box box, double by)
{
    return (mintu_box){box.x0 - by, box.y0 - by, box.x1 + by, box.y1 + by};
}

static inline mintu_box mintu_box_about(double x, double y, double width, double height)
{
    return (mintu_box){x - width / 2, y - height / 2, x + width / 2, y + height / 2};
}

static inline void mintu_box_add(mintu_box *box, double x, double y)
{
    box->x0 = x < box->x0 ? x : box->x0;
    box->x1 = x > box->x1 ? x : box->x1;
    box->y0 = y < box->y0 ? y : box->y0;
    box->y1 = y > box->y1 ? y : box->y1;
}

static inline void mintu_box_join(mintu_box *box, const mintu_box *other)
{
    mintu_box_add(box, other->x0, other->y0);
    mintu_box_add(box, other->x1, other->y1);
}

/* 0 for a box that is turned inside out. */
static inline double mintu_box_area(const mintu_box *box)
{
    return fmax(box->x1 - box->x0, 0) * fmax(box->y1 - box->y0, 0);
}

/* Bounds of points, x and y each; those at infinity do not count. x0 > x1 when there is no other. */
static inline mintu_box mintu_box_of(const double *xy, size_t count)
{
    mintu_box box = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (size_t i = 0; i < count; i++)
        if (isfinite(xy[2 * i]) && isfinite(xy[2 * i + 1]))
            mintu_box_add(&box, xy[2 * i], xy[2 * i + 1]);
    return box;
}

#endif
