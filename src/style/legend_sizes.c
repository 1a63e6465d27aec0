#include "style/legend_sizes.h"

#include <math.h>
#include <string.h>

/* What a round number begins with. */
static const double DIGITS[] = {1, 2, 3, 4, 5, 6, 8, 10};
enum { ROUND = sizeof DIGITS / sizeof *DIGITS };

static double power_below(double value)
{
    return pow(10, floor(log10(value) + 1e-9));
}

double mintu_round_below(double value)
{
    double power = power_below(value);
    size_t i = ROUND - 1;
    while (i > 0 && DIGITS[i] * power > value * (1 + 1e-9))
        i--;
    return DIGITS[i] * power;
}

/* The smallest one that is not below. */
static double round_up(double value)
{
    double power = power_below(value);
    size_t i = 0;
    while (i + 1 < ROUND && DIGITS[i] * power < value * (1 - 1e-9))
        i++;
    return DIGITS[i] * power;
}

/* The ends of what the page shows, in steps of 1, 2 or 5, where it is too narrow for numbers of one digit. */
static void choose_narrow(const mintu_key_class *class, double out[3])
{
    double range = class->page_most - class->page_least, power = power_below(range / 2), step = power;
    static const double digits[] = {2, 5};
    for (size_t i = 0; i < 2; i++)
        step = digits[i] * power <= range / 2 ? digits[i] * power : step;
    step = class->whole && step < 1 ? 1 : step;
    out[0] = ceil(class->page_least / step - 1e-9) * step;
    out[2] = floor(class->page_most / step + 1e-9) * step;
    out[1] = round((out[0] + out[2]) / 2 / step) * step;
}

/* Halfway between the ends by the size of circles, whose area is the number. */
static void choose_wide(const mintu_key_class *class, double out[3])
{
    out[2] = mintu_round_below(class->page_most);
    out[0] = class->page_least > 0 ? round_up(class->page_least) : mintu_round_below(out[2] / 10);
    out[0] = class->whole && out[0] < 1 ? 1 : out[0];
    double root = (sqrt(out[0]) + sqrt(out[2])) / 2;
    out[1] = mintu_round_below(root * root);
}

/* As people count: 7, 20, 25, 150, 600. */
static bool is_round(double value)
{
    double power = value > 0 ? power_below(value) : 1, digits = value / power, half = digits * 2;
    return value == 0 || fabs(digits - round(digits)) < 1e-9 || (digits < 3 && fabs(half - round(half)) < 1e-9);
}

static bool all_round(const mintu_key_class *class)
{
    for (size_t i = 0; i < class->few_count; i++)
        if (!is_round(class->few[i]))
            return false;
    return true;
}

size_t mintu_legend_sizes(const mintu_key_class *class, double *out)
{
    static const double NARROW = 4;
    double least = class->page_least, most = class->page_most, chosen[3];
    size_t count = 0;
    if (class->few_count < 2 || (class->few_count <= 3 && all_round(class))) {
        memcpy(out, class->few, class->few_count * sizeof *out);
        return class->few_count;
    }
    if (most <= 0 || (least > 0 && most < NARROW * least))
        choose_narrow(class, chosen);
    else
        choose_wide(class, chosen);
    for (size_t i = 0; i < 3; i++)
        if (chosen[i] >= least && chosen[i] <= most && (count == 0 || chosen[i] > out[count - 1]))
            out[count++] = chosen[i];
    if (count < 2 && class->few_count <= 3) { /* no two round ones lie between them */
        memcpy(out, class->few, class->few_count * sizeof *out);
        count = class->few_count;
    } else if (count == 0) {
        out[0] = least;
        out[1] = most;
        count = 2;
    }
    return count;
}
