#include "analyse/classify_breaks.h"

#include <math.h>

/* Begins with the least value and ends with the greatest; breaks are added between, in rising order and each once. */
static void begin(const double *values, mintu_classes *out)
{
    out->count = 0;
    out->limits[0] = values[0];
}

static void add(mintu_classes *out, double limit)
{
    if (limit > out->limits[out->count])
        out->limits[++out->count] = limit;
}

static void end(const double *values, size_t count, mintu_classes *out)
{
    out->limits[++out->count] = values[count - 1];
}

void mintu_breaks_equal(const double *values, size_t count, size_t wanted, mintu_classes *out)
{
    double low = values[0], high = values[count - 1];
    begin(values, out);
    for (size_t i = 1; i < wanted; i++) {
        double share = (double)i / (double)wanted;
        double limit = low * (1 - share) + high * share;
        if (limit < high)
            add(out, limit);
    }
    end(values, count, out);
}

/* The first value past each share; equal values stay together, so a class may be larger than its share. */
void mintu_breaks_quantile(const double *values, size_t count, size_t wanted, mintu_classes *out)
{
    begin(values, out);
    for (size_t i = 1; i < wanted; i++)
        add(out, values[i * count / wanted]);
    end(values, count, out);
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
    begin(values, out);
    size_t first = 0;
    while (out->count + 1 < wanted && count - first > 1) {
        double mean = mean_of(values + first, count - first);
        size_t head = first;
        while (head < count && values[head] < mean)
            head++;
        if (head == first || head == count || (double)(count - head) >= 0.4 * (double)(count - first))
            break;
        add(out, mean);
        first = head;
    }
    end(values, count, out);
}

void mintu_breaks_deviation(const double *values, size_t count, size_t wanted, mintu_classes *out)
{
    double mean = mean_of(values, count), squares = 0;
    for (size_t i = 0; i < count; i++)
        squares += (values[i] - mean) * (values[i] - mean) / (double)count;
    double deviation = sqrt(squares);
    begin(values, out);
    for (size_t i = 1; i < wanted && deviation > 0; i++) {
        double limit = mean + ((double)i - (double)wanted / 2) * deviation;
        if (limit <= values[count - 1])
            add(out, limit);
    }
    end(values, count, out);
}
