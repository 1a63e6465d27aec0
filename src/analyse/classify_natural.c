/* Exact one-dimensional k-means (Fisher 1958; Wang and Song 2011): cost[k][i] is the least sum of squares of the first i values in
 * k classes, the last of which begins at start[k][i]. Starts rise with i, so each row is filled by halves: O(k n log n). */
#include "analyse/classify_natural.h"

#include "base/error.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

typedef struct work {
    const double *values;
    double *sums, *squares; /* of the first i values, less the median, which keeps the digits */
    double *before, *now;
    uint32_t *starts; /* of the classes from the second on, count + 1 each */
    size_t count;
} work;

/* Sum of squares from the mean of values from..to - 1. */
static double within(const work *w, size_t from, size_t to)
{
    double sum = w->sums[to] - w->sums[from];
    double cost = w->squares[to] - w->squares[from] - sum * sum / (double)(to - from);
    return cost > 0 ? cost : 0;
}

static void fill(work *w, uint32_t *starts, size_t classes, size_t range[4])
{
    size_t low = range[0], high = range[1];
    if (low > high)
        return;
    size_t middle = low + (high - low) / 2, best = range[2];
    double least = INFINITY;
    size_t last = range[3] < middle - 1 ? range[3] : middle - 1;
    for (size_t start = range[2] > classes - 1 ? range[2] : classes - 1; start <= last; start++) {
        double cost = w->before[start] + within(w, start, middle);
        if (cost < least) {
            least = cost;
            best = start;
        }
    }
    w->now[middle] = least;
    starts[middle] = (uint32_t)best;
    fill(w, starts, classes, (size_t[4]){low, middle - 1, range[2], best});
    fill(w, starts, classes, (size_t[4]){middle + 1, high, best, range[3]});
}

static void solve(work *w, size_t wanted)
{
    for (size_t i = 1; i <= w->count; i++)
        w->before[i] = within(w, 0, i);
    for (size_t classes = 2; classes <= wanted; classes++) {
        fill(w, w->starts + (classes - 2) * (w->count + 1), classes, (size_t[4]){classes, w->count, classes - 1, w->count - 1});
        double *swap = w->before;
        w->before = w->now;
        w->now = swap;
    }
}

static void read_breaks(const work *w, size_t wanted, mintu_classes *out)
{
    size_t to = w->count;
    out->count = wanted;
    out->limits[wanted] = w->values[w->count - 1];
    out->limits[0] = w->values[0];
    for (size_t classes = wanted; classes > 1; classes--) {
        to = w->starts[(classes - 2) * (w->count + 1) + to];
        out->limits[classes - 1] = w->values[to];
    }
}

mintu_status mintu_breaks_natural(const double *values, size_t count, size_t wanted, mintu_error *error, mintu_classes *out)
{
    size_t room = count + 1;
    wanted = wanted < out->different ? wanted : out->different;
    double *numbers = calloc(4 * room, sizeof *numbers);
    work w = {.values = values, .count = count, .starts = calloc(wanted * room, sizeof *w.starts)};
    if (!numbers || !w.starts || count > UINT32_MAX) {
        free(numbers);
        free(w.starts);
        return mintu_fail_memory(error, "classifying values");
    }
    w.sums = numbers;
    w.squares = numbers + room;
    w.before = numbers + 2 * room;
    w.now = numbers + 3 * room;
    for (size_t i = 0; i < count; i++) {
        double value = values[i] - values[count / 2];
        w.sums[i + 1] = w.sums[i] + value;
        w.squares[i + 1] = w.squares[i] + value * value;
    }
    solve(&w, wanted);
    read_breaks(&w, wanted, out);
    free(numbers);
    free(w.starts);
    return MINTU_STATUS_OK;
}
