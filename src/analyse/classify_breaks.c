#include "analyse/classify_breaks.h"

#include <float.h>
#include <math.h>
#include <stdbool.h>

/* The decimal number of few digits from which @p limit differs by no more than arithmetic on numbers of @p scale does, else the limit
 * itself: with 5.000000000000001 for 5 a value of 5 would be one class too low. */
static double plain(double limit, double scale)
{
    static const double POWERS_MOST = 22; /* of ten are exact, so that one division gives what reading the digits would */
    double noise = 16 * DBL_EPSILON * scale, magnitude = floor(log10(fabs(limit)));
    if (fabs(limit) <= noise)
        return 0;
    for (int digits = 1; digits <= 15; digits++) {
        double places = digits - 1 - magnitude, power = pow(10, fabs(places));
        double shorter = places > 0 ? round(limit * power) / power : round(limit / power) * power;
        if (fabs(places) <= POWERS_MOST && fabs(shorter - limit) <= noise)
            return shorter;
    }
    return limit;
}

static double scale_of(const double *values, size_t count)
{
    return fmax(fabs(values[0]), fabs(values[count - 1]));
}

/* In rising order and each once. */
static void add(mintu_classes *out, double limit)
{
    if (limit > out->limits[out->count])
        out->limits[++out->count] = limit;
}

void mintu_breaks_equal(const double *values, size_t count, size_t wanted, mintu_classes *out)
{
    double low = values[0], high = values[count - 1];
    for (size_t i = 1; i < wanted; i++) {
        double share = (double)i / (double)wanted;
        double limit = plain(low * (1 - share) + high * share, scale_of(values, count));
        if (limit < high)
            add(out, limit);
    }
}

/* Sample quantiles of type 7 (Hyndman and Fan 1996), which R, NumPy and spreadsheets mean by the word: between the two values round
 * the share. Equal values are never split, so a class may be larger than its share. */
void mintu_breaks_quantile(const double *values, size_t count, size_t wanted, mintu_classes *out)
{
    for (size_t i = 1; i < wanted; i++) {
        size_t at = (count - 1) * i / wanted;
        double part = (double)((count - 1) * i % wanted) / (double)wanted;
        double limit = values[at];
        if (part > 0)
            limit = plain(limit * (1 - part) + values[at + 1] * part, scale_of(values, count));
        if (limit < values[count - 1])
            add(out, limit);
    }
}

static double mean_of(const double *values, size_t count)
{
    double mean = 0;
    for (size_t i = 0; i < count; i++)
        mean += (values[i] - mean) / (double)(i + 1);
    return mean;
}

/* Jiang 2013: the first cut is always made, at the mean; what is above it is cut again while it is the smaller part. */
void mintu_breaks_head_tail(const double *values, size_t count, size_t wanted, mintu_classes *out)
{
    static const double SMALLER_PART = 0.4;
    size_t first = 0, head = 0;
    bool smaller = true;
    while (smaller && out->count + 1 < wanted && count - head > 1) {
        first = head;
        double mean = plain(mean_of(values + first, count - first), scale_of(values, count));
        if (mean < values[count - 1])
            add(out, mean);
        while (head < count && values[head] <= mean)
            head++;
        smaller = (double)(count - head) <= SMALLER_PART * (double)(count - first);
    }
}

void mintu_breaks_deviation(const double *values, size_t count, size_t wanted, mintu_classes *out)
{
    double mean = mean_of(values, count), squares = 0;
    for (size_t i = 0; i < count; i++)
        squares += (values[i] - mean) * (values[i] - mean) / (double)count;
    double deviation = sqrt(squares);
    for (size_t i = 1; i < wanted && deviation > 0; i++) {
        double limit = plain(mean + ((double)i - (double)wanted / 2) * deviation, scale_of(values, count));
        if (limit <= values[count - 1])
            add(out, limit);
    }
}
