#include "geometry/validity_test.h"

#include "base/earth.h"
#include "geometry/cap.h"
#include "geometry/measure.h"

#include <math.h>
#include <string.h>

static const double STEP = 0.2;    /* degrees between a place that is tried and its neighbours */
static const double STRETCH = 20;  /* more than this times as far apart as on earth, and they are no neighbours */
static const double RETURN = 1e-4; /* degrees that a place may be off when it comes back */
enum { PLACES = 3, ROW = 181 };

/* A place with one neighbour to the north (or south, near a pole) and one towards the middle: they come back, and stay together. */
static mintu_status try_place(mintu_projection *projection, const double at[2], double towards, mintu_error *error, bool *good)
{
    double north = at[1] > 0 ? -STEP : STEP, east = towards > at[0] ? STEP : -STEP;
    const double lonlat[2 * PLACES] = {at[0], at[1], at[0], at[1] + north, at[0] + east, at[1]};
    double plane[2 * PLACES], back[2 * PLACES];
    memcpy(plane, lonlat, sizeof plane);
    mintu_status status = mintu_projection_forward(projection, plane, PLACES, error);
    memcpy(back, plane, sizeof back);
    if (status == MINTU_STATUS_OK)
        status = mintu_projection_inverse(projection, back, PLACES, error);
    for (size_t i = 0; i < PLACES && status == MINTU_STATUS_OK; i++) {
        double off = fabs(remainder(back[2 * i] - lonlat[2 * i], 360)) * cos(lonlat[2 * i + 1] * MINTU_DEGREE);
        double most = STRETCH * STEP * MINTU_METRES_PER_DEGREE;
        *good = *good && isfinite(plane[2 * i]) && isfinite(plane[2 * i + 1]) && off < RETURN &&
                fabs(back[2 * i + 1] - lonlat[2 * i + 1]) < RETURN &&
                hypot(plane[2 * i] - plane[0], plane[2 * i + 1] - plane[1]) < most;
    }
    return status;
}

/* A row of places along a parallel or a meridian, 2 degrees and less apart, stays one line without a leap. */
static mintu_status try_row(mintu_projection *projection, const double from[2], const double to[2], mintu_error *error,
                            bool *good)
{
    double xy[2 * ROW], apart = fmax(fabs(to[0] - from[0]), fabs(to[1] - from[1])) / (ROW - 1);
    for (size_t i = 0; i < ROW; i++)
        for (size_t axis = 0; axis < 2; axis++)
            xy[2 * i + axis] = from[axis] + (to[axis] - from[axis]) * (double)i / (ROW - 1);
    mintu_status status = mintu_projection_forward(projection, xy, ROW, error);
    for (size_t i = 1; i < ROW && status == MINTU_STATUS_OK; i++) /* what is not finite is not less, either */
        *good = *good &&
                hypot(xy[2 * i] - xy[2 * i - 2], xy[2 * i + 1] - xy[2 * i - 1]) < STRETCH * apart * MINTU_METRES_PER_DEGREE;
    return status;
}

static mintu_status try_world(mintu_projection *projection, double middle, mintu_error *error, bool *good)
{
    enum { PARALLELS = 44, MERIDIANS = 72, EACH = 2 };
    static const double EAST = 179.9, NORTH = 88;
    mintu_status status = MINTU_STATUS_OK;
    for (int i = 0; i <= PARALLELS && *good && status == MINTU_STATUS_OK; i++) {
        double lat = NORTH * (2.0 * i / PARALLELS - 1);
        status = try_row(projection, (const double[]){middle - EAST, lat}, (const double[]){middle + EAST, lat}, error, good);
    }
    for (int i = 0; i <= MERIDIANS && *good && status == MINTU_STATUS_OK; i++) {
        double lon = middle + EAST * (2.0 * i / MERIDIANS - 1);
        status = try_row(projection, (const double[]){lon, -NORTH}, (const double[]){lon, NORTH}, error, good);
        for (int j = 0; i % EACH == 0 && j <= PARALLELS / EACH && *good && status == MINTU_STATUS_OK; j++)
            status =
                try_place(projection, (const double[]){lon, NORTH * (2.0 * EACH * j / PARALLELS - 1)}, middle, error, good);
    }
    return status;
}

/* A circle about the place, each two of its places within reach of each other. */
static mintu_status try_circle(mintu_projection *projection, const double about[2], double distance, mintu_error *error,
                               bool *good)
{
    double xy[2 * ROW], apart = distance * 2 * MINTU_PI / (ROW - 1);
    for (size_t i = 0; i < ROW; i++)
        mintu_bearing_reach(about, (mintu_bearing){distance, 360.0 * (double)i / (ROW - 1)}, xy + 2 * i);
    mintu_status status = mintu_projection_forward(projection, xy, ROW, error);
    for (size_t i = 1; i < ROW && status == MINTU_STATUS_OK; i++)
        *good = *good &&
                hypot(xy[2 * i] - xy[2 * i - 2], xy[2 * i + 1] - xy[2 * i - 1]) < STRETCH * apart * MINTU_METRES_PER_DEGREE;
    return status;
}

static mintu_status try_ring(mintu_projection *projection, const double about[2], double distance, mintu_error *error,
                             bool *good)
{
    mintu_status status = try_circle(projection, about, distance, error, good);
    for (int i = 0; i < 48 && *good && status == MINTU_STATUS_OK; i++) {
        double at[2];
        mintu_bearing_reach(about, (mintu_bearing){distance, 7.5 * i - 180}, at);
        status = try_place(projection, at, about[0], error, good);
    }
    return status;
}

mintu_status mintu_validity_test(mintu_projection *projection, double middle, const double about[2], mintu_error *error,
                                 double *radius)
{
    static const double LEAST = 1, MOST = 170, GROWTH = 1.06;
    bool good = true;
    mintu_status status = try_world(projection, middle, error, &good);
    *radius = 180;
    if (status != MINTU_STATUS_OK || good)
        return status;
    good = true;
    *radius = LEAST;
    double next = LEAST;
    while (next <= MOST && status == MINTU_STATUS_OK) {
        status = try_ring(projection, about, next, error, &good);
        if (!good)
            break;
        *radius = next;
        next = fmin(next * GROWTH, next + 2);
    }
    return status;
}
