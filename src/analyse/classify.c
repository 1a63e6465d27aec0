#include "analyse/classify_breaks.h"
#include "analyse/classify_natural.h"
#include "base/argument.h"
#include "base/array.h"
#include "base/error.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

size_t mintu_class_of(const mintu_classes *classes, double value)
{
    if (!classes)
        return 0;
    if (!isfinite(value) || value < classes->limits[0] || value > classes->limits[classes->count])
        return classes->count;
    size_t class = classes->count - 1;
    while (class > 0 && value < classes->limits[class])
        class --;
    return class;
}

/* Members, empty classes and the fit: 1 less the share of the sum of squares that is left within classes. */
static void measure(const double *values, size_t count, mintu_classes *out)
{
    double sums[MINTU_CLASSES] = {0}, sum = 0, within = 0, total = 0;
    size_t inside = 0;
    for (size_t i = 0; i < count; i++) {
        size_t class = mintu_class_of(out, values[i]);
        if (class == out->count) {
            out->outside++;
            continue;
        }
        out->members[class]++;
        sums[class] += values[i];
        sum += values[i];
        inside++;
    }
    for (size_t i = 0; i < count; i++) {
        size_t class = mintu_class_of(out, values[i]);
        if (class == out->count)
            continue;
        double own = values[i] - sums[class] / (double)out->members[class], all = values[i] - sum / (double)inside;
        within += own * own;
        total += all * all;
    }
    for (size_t class = 0; class < out->count; class ++)
        out->empty += out->members[class] == 0;
    out->fit = total > 0 ? fmax(0, 1 - within / total) : 1;
}

static mintu_status use_limits(const double *limits, size_t wanted, mintu_error *error, mintu_classes *out)
{
    for (size_t i = 0; limits && i <= wanted; i++) {
        if (!isfinite(limits[i]) || (i > 0 && limits[i] <= limits[i - 1]))
            return mintu_fail(error, MINTU_STATUS_USAGE,
                              "classifying values: limit %zu does not rise; expected numbers, each above "
                              "the one before",
                              i + 1);
        out->limits[i] = limits[i];
    }
    out->count = wanted;
    return limits ? MINTU_STATUS_OK
                  : mintu_fail(error, MINTU_STATUS_USAGE,
                               "classifying values: manual classes need limits; give one more than classes");
}

static mintu_status find_breaks(const double *values, size_t count, mintu_classify_method method, size_t wanted,
                                mintu_error *error, mintu_classes *out)
{
    static void (*const plain[])(const double *, size_t, size_t, mintu_classes *) = {
        [MINTU_CLASSIFY_EQUAL] = mintu_breaks_equal,
        [MINTU_CLASSIFY_QUANTILE] = mintu_breaks_quantile,
        [MINTU_CLASSIFY_HEAD_TAIL] = mintu_breaks_head_tail,
        [MINTU_CLASSIFY_DEVIATION] = mintu_breaks_deviation,
    };
    if (method == MINTU_CLASSIFY_NATURAL)
        return mintu_breaks_natural(values, count, wanted, error, out);
    out->limits[0] = values[0];
    plain[method](values, count, wanted, out);
    out->limits[++out->count] = values[count - 1];
    return MINTU_STATUS_OK;
}

/* Finite values, sorted; what is left out and what is equal is counted. */
static size_t sort_values(const double *values, size_t count, double *sorted, mintu_classes *out)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (isfinite(values[i]))
            sorted[kept++] = values[i];
    qsort(sorted, kept, sizeof *sorted, mintu_double_compare);
    out->no_data = count - kept;
    for (size_t i = 0; i < kept; i++) {
        bool first = i == 0 || sorted[i] > sorted[i - 1], last = i + 1 == kept || sorted[i + 1] > sorted[i];
        out->different += first;
        out->tied += !(first && last);
    }
    return kept;
}

enum { CLASSES_USUAL = 5 };

mintu_status mintu_classify(const double *values, size_t count, const mintu_classify_options *options, mintu_error *error,
                            mintu_classes *out)
{
    if (MINTU_GIVEN(error, out) || (count && MINTU_GIVEN(error, values)) || MINTU_RESERVED_ZERO(error, options))
        return MINTU_STATUS_USAGE;
    options = options ? options : &(const mintu_classify_options){0};
    mintu_classify_method method = options->method;
    size_t wanted = options->classes ? options->classes : CLASSES_USUAL;
    *out = (mintu_classes){0};
    if ((unsigned)method >= MINTU_CLASSIFY_END || wanted < 1 || wanted > MINTU_CLASSES)
        return mintu_fail(error, MINTU_STATUS_USAGE,
                          "classifying values: %zu classes by method %d; expected 1 to %d by one of the enum", wanted,
                          (int)method, (int)MINTU_CLASSES);
    double *sorted = malloc((count + 1) * sizeof *sorted);
    if (!sorted)
        return mintu_fail_memory(error, "classifying values");
    size_t kept = sort_values(values, count, sorted, out);
    mintu_status status = MINTU_STATUS_OK;
    if (kept == 0)
        status = mintu_fail(error, MINTU_STATUS_INPUT, "classifying values: none of the %zu is a number; expected one at least",
                            count);
    else if (method == MINTU_CLASSIFY_MANUAL)
        status = use_limits(options->limits, wanted, error, out);
    else
        status = find_breaks(sorted, kept, method, wanted, error, out);
    if (status == MINTU_STATUS_OK)
        measure(sorted, kept, out);
    free(sorted);
    return status;
}
