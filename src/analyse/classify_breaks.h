/* Where classes break, one function per method. Values are sorted and finite, count is at least 1. Each fills limits and count. */
#ifndef ANALYSE_CLASSIFY_BREAKS_H
#define ANALYSE_CLASSIFY_BREAKS_H

#include <mintu/classify.h>

/* Each adds its breaks behind the first limit of *out, which is the least value; the greatest comes behind them. */
void mintu_breaks_equal(const double *values, size_t count, size_t wanted, mintu_classes *out);

void mintu_breaks_quantile(const double *values, size_t count, size_t wanted, mintu_classes *out);

void mintu_breaks_head_tail(const double *values, size_t count, size_t wanted, mintu_classes *out);

void mintu_breaks_deviation(const double *values, size_t count, size_t wanted, mintu_classes *out);

#endif
