#include "base/argument.h"
#include "base/array.h"
#include "base/earth.h"
#include "base/error.h"
#include "geometry/datum.h"

#include <mintu/reverse.h>

#include <math.h>
#include <stdlib.h>

/* Fewer pairs say nothing; farther ones are not about the same place, as the offsets of web maps are below 1.5 km. */
enum { FEWEST = 8 };
static const double NEAR = 5000;

/* The declared datum must be off by so many standard errors and metres, and the other one must fit. */
static const double ERRORS = 3.5, AT_LEAST = 150, WELL = 250, BETTER = 0.5;

typedef struct residuals {
    const double *given, *reference; /* of all pairs */
    size_t *near;                    /* which of them are about the same place */
    double *axes[2];                 /* of these: east, north in metres */
    size_t count;
} residuals;

/* The middle one of a sorted copy; @p scratch has room for all. */
static double median(const double *values, size_t count, double *scratch)
{
    if (count == 0)
        return 0;
    for (size_t i = 0; i < count; i++)
        scratch[i] = values[i];
    qsort(scratch, count, sizeof *scratch, mintu_double_compare);
    return count % 2 ? scratch[count / 2] : (scratch[count / 2 - 1] + scratch[count / 2]) / 2;
}

/* East and north in metres of a position, read in a datum, from its reference, which is good for what is near. */
static void find_residual(const double given[2], const double reference[2], mintu_datum datum, double out[2])
{
    double position[2] = {given[0], given[1]};
    mintu_datum_to_wgs84(datum, position, 1);
    out[0] = (position[0] - reference[0]) * MINTU_METRES_PER_DEGREE * cos(reference[1] * MINTU_DEGREE);
    out[1] = (position[1] - reference[1]) * MINTU_METRES_PER_DEGREE;
}

static void fill(mintu_datum datum, residuals *r)
{
    for (size_t i = 0; i < r->count; i++) {
        double metres[2];
        find_residual(r->given + 2 * r->near[i], r->reference + 2 * r->near[i], datum, metres);
        r->axes[0][i] = metres[0];
        r->axes[1][i] = metres[1];
    }
}

static void find_near(size_t count, mintu_datum declared, residuals *r)
{
    for (size_t i = 0; i < count; i++) {
        double metres[2];
        find_residual(r->given + 2 * i, r->reference + 2 * i, declared, metres);
        if (hypot(metres[0], metres[1]) <= NEAR) /* false for NaN */
            r->near[r->count++] = i;
    }
}

static double spread_about(residuals *r, const double centre[2], double *scratch)
{
    double spread[2];
    for (int axis = 0; axis < 2; axis++) {
        for (size_t i = 0; i < r->count; i++)
            r->axes[axis][i] = fabs(r->axes[axis][i] - centre[axis]);
        spread[axis] = 1.4826 * median(r->axes[axis], r->count, scratch);
    }
    return sqrt((spread[0] * spread[0] + spread[1] * spread[1]) / 2);
}

static void judge(residuals *r, mintu_datum_check *out)
{
    double medians[MINTU_DATUM_END][2], *scratch = r->axes[1] + r->count;
    int best = (int)out->declared;
    for (int datum = 0; datum < MINTU_DATUM_END; datum++) {
        fill((mintu_datum)datum, r);
        for (int axis = 0; axis < 2; axis++)
            medians[datum][axis] = median(r->axes[axis], r->count, scratch);
        if (datum == (int)out->declared)
            out->spread = spread_about(r, medians[datum], scratch);
    }
    for (int datum = 0; datum < MINTU_DATUM_END; datum++)
        if (hypot(medians[datum][0], medians[datum][1]) < hypot(medians[best][0], medians[best][1]))
            best = datum;
    const double *own = medians[out->declared], *other = medians[best];
    double off = hypot(own[0], own[1]), left = hypot(other[0], other[1]);
    double standard_error = 1.2533 * out->spread / sqrt((double)r->count);
    out->suspect =
        best != (int)out->declared && off > ERRORS * standard_error && off > AT_LEAST && left < BETTER * off && left < WELL;
    out->fits = out->suspect ? (mintu_datum)best : out->declared;
    for (int axis = 0; axis < 2; axis++) {
        out->residual[axis] = own[axis];
        out->remaining[axis] = medians[out->fits][axis];
        out->expected[axis] = own[axis] - medians[out->fits][axis];
    }
}

mintu_status mintu_datum_suspect(const double *given, const double *reference, size_t count, mintu_datum declared,
                                 mintu_error *error, mintu_datum_check *out)
{
    if (MINTU_GIVEN(error, out) || (count && MINTU_GIVEN(error, given, reference)))
        return MINTU_STATUS_USAGE;
    *out = (mintu_datum_check){.declared = declared, .fits = declared};
    if ((unsigned)declared >= MINTU_DATUM_END)
        return mintu_fail(error, MINTU_STATUS_USAGE, "checking the datum: %d is none; expected a mintu_datum", (int)declared);
    if (count < FEWEST)
        return MINTU_STATUS_OK;
    residuals r = {given, reference, malloc(count * sizeof *r.near), {NULL, NULL}, 0};
    double *room = calloc(count, 3 * sizeof *room);
    mintu_status status = r.near && room ? MINTU_STATUS_OK : mintu_fail_memory(error, "checking the datum");
    if (status == MINTU_STATUS_OK) {
        find_near(count, declared, &r);
        out->pairs = r.count;
        r.axes[0] = room;
        r.axes[1] = room + r.count;
        if (r.count >= FEWEST && 2 * r.count >= count)
            judge(&r, out);
    }
    free(r.near);
    free(room);
    return status;
}
