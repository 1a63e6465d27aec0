#include "canvas/effort.h"

#include "base/earth.h"

#include <float.h>
#include <math.h>

/* About half a minute of one processor each. */
static const double CROSSINGS_MOST = 4e7, PIXELS_MOST = 4e10, MARKS_MOST = 1e6;

static bool take(mintu_effort *effort, double *sum, double amount, double most, const char *what)
{
    *sum += amount;
    if (!effort->over && !(*sum <= most)) {
        effort->over = what;
        effort->amount = *sum;
        effort->most = most;
    }
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
    double width = fmin(box->x1, clip->x1) - fmax(box->x0, clip->x0),
           height = fmin(box->y1, clip->y1) - fmax(box->y0, clip->y0);
    double pixels = fmax(width, 0) * fmax(height, 0) * device * device;
    return take(effort, &effort->pixels, isfinite(pixels) ? pixels : 0, PIXELS_MOST, "pixels that are painted");
}

bool mintu_effort_fill(mintu_effort *effort, const mintu_box *clip, double device)
{
    return (effort->vertices == 0 || mintu_effort_box(effort, &effort->box, clip, device)) &&
           take(effort, &effort->crossings, crossings(effort, effort->length, 1), CROSSINGS_MOST, "crossings of outlines");
}

bool mintu_effort_stroke(mintu_effort *effort, const mintu_effort_line *line)
{
    double joins = (double)effort->vertices * line->width * (line->round ? MINTU_PI / 2 : 1);
    double dashes = line->period > 0 ? effort->length / line->period : 0;
    return mintu_effort_marks(effort, dashes) &&
           take(effort, &effort->crossings, crossings(effort, 2 * effort->length + joins, line->width + 1), CROSSINGS_MOST,
                "crossings of outlines");
}

bool mintu_effort_marks(mintu_effort *effort, double count)
{
    return take(effort, &effort->marks, count, MARKS_MOST, "dashes, and dots and lines of patterns");
}

void mintu_effort_next(mintu_effort *effort)
{
    effort->length = 0;
    effort->vertices = 0;
}

mintu_status mintu_effort_check(const mintu_effort *effort, mintu_error *error)
{
    if (!effort->over)
        return MINTU_STATUS_OK;
    return mintu_fail(
        error, MINTU_STATUS_INPUT,
        "drawing the layer \"%s\": with it the map has %.3g %s, which is more than %g; simplify its shapes, make its "
        "lines thinner or its dashes longer, or leave features out",
        effort->layer, effort->amount, effort->over, effort->most);
}
