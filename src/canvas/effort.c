#include "canvas/effort.h"

#include "base/earth.h"
#include "base/message.h"

#include <float.h>
#include <math.h>

/* About half a minute of one processor each. */
static const struct {
    double most;
    const char *what;
} LIMITS[MINTU_EFFORT_END] = {
    [MINTU_EFFORT_CROSSINGS] = {4e7, N_("crossings of outlines")},
    [MINTU_EFFORT_PIXELS] = {4e10, N_("pixels that are painted")},
    [MINTU_EFFORT_MARKS] = {1e6, N_("dashes, and dots and lines of patterns")},
};

static bool take(mintu_effort *effort, mintu_effort_kind kind, double amount)
{
    if (effort->over)
        return false;
    effort->sums[kind] += amount;
    effort->over = !(effort->sums[kind] <= LIMITS[kind].most);
    return !effort->over;
}

void mintu_effort_piece(mintu_effort *effort, const double from[2], const double to[2], double longest)
{
    mintu_box *box = &effort->box;
    if (effort->vertices == 0)
        *box = (mintu_box){DBL_MAX, DBL_MAX, -DBL_MAX, -DBL_MAX};
    *box = (mintu_box){fmin(box->x0, fmin(from[0], to[0])), fmin(box->y0, fmin(from[1], to[1])),
                       fmax(box->x1, fmax(from[0], to[0])), fmax(box->y1, fmax(from[1], to[1]))};
    effort->length += fmin(hypot(to[0] - from[0], to[1] - from[1]), longest);
    effort->vertices++;
}

/* Lines of a length that lie anyhow in an area cross each other length² / (π area) times (Buffon's needle, for both ends free). */
static double crossings(const mintu_effort *effort, double length, double margin)
{
    const mintu_box *box = &effort->box;
    double width = fmax(box->x1 - box->x0, 0) + margin, height = fmax(box->y1 - box->y0, 0) + margin;
    return length * length / (MINTU_PI * width * height);
}

bool mintu_effort_box(mintu_effort *effort, const mintu_box *box, const mintu_box *clip, double device)
{
    mintu_box seen = mintu_box_common(box, clip);
    double pixels = mintu_box_area(&seen) * device * device;
    return take(effort, MINTU_EFFORT_PIXELS, isfinite(pixels) ? pixels : 0);
}

bool mintu_effort_fill(mintu_effort *effort, const mintu_box *clip, double device)
{
    return (effort->vertices == 0 || mintu_effort_box(effort, &effort->box, clip, device)) &&
           take(effort, MINTU_EFFORT_CROSSINGS, crossings(effort, effort->length, 1));
}

bool mintu_effort_stroke(mintu_effort *effort, double width, double period, bool round)
{
    double joins = (double)effort->vertices * width * (round ? MINTU_PI / 2 : 1);
    return mintu_effort_marks(effort, period > 0 ? effort->length / period : 0) &&
           take(effort, MINTU_EFFORT_CROSSINGS, crossings(effort, 2 * effort->length + joins, width + 1));
}

bool mintu_effort_marks(mintu_effort *effort, double count)
{
    return take(effort, MINTU_EFFORT_MARKS, count);
}

void mintu_effort_next(mintu_effort *effort)
{
    effort->length = 0;
    effort->vertices = 0;
}

mintu_status mintu_effort_check(const mintu_effort *effort, mintu_error *error)
{
    for (int kind = 0; kind < MINTU_EFFORT_END; kind++)
        if (!(effort->sums[kind] <= LIMITS[kind].most)) /* the one with which counting ended */
            return mintu_fail(
                error, MINTU_STATUS_INPUT,
                "drawing the layer \"%s\": with it the map has %.3g %s, which is more than %g; simplify its shapes, make its "
                "lines thinner or its dashes longer, or leave features out",
                effort->layer, effort->sums[kind], mintu_message(LIMITS[kind].what), LIMITS[kind].most);
    return MINTU_STATUS_OK;
}
