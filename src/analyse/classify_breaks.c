#include "analyse/classify_breaks.h"

#include <float.h>
#include <math.h>

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

/* The first value past each share; equal values stay together, so a class may be larger than its share. */
void mintu_breaks_quantile(const double *values, size_t count, size_t wanted, mintu_classes *out)
{
    for (size_t i = 1; i < wanted; i++)
        add(out, values[i * count / wanted]);
}

static double mean_of(const double *values, size_t count)
{
    double mean = 0;
    for (size_t i = 0; i < count; i++)
        mean += (values[i] - mean) / (double)(i + 1);
    return mean;
}

void mintu_breaks_head_tail(const double *values, size_t count, size_t wanted, mintu_classes *out)
{
    size_t first = 0;
    while (out->count + 1 < wanted && count - first > 1) {
        double mean = plain(mean_of(values + first, count - first), scale_of(values, count));
        size_t head = first;
        while (head < count && values[head] < mean)
            head++;
        if (head == first || head == count || (double)(count - head) >= 0.4 * (double)(count - first))
            break;
        add(out, mean);
        first = head;
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
