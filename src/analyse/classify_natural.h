/* Exact one-dimensional k-means (Fisher 1958; Wang and Song 2011): cost[k][i] is the least sum of squares of the first i values in
 * k classes, the last of which begins at start[k][i]. Starts rise with i, so each row is filled by halves: O(k n log n). */
#ifndef ANALYSE_CLASSIFY_NATURAL_H
#define ANALYSE_CLASSIFY_NATURAL_H

#include <mintu/classify.h>

mintu_status mintu_breaks_natural(const double *values, size_t count, size_t wanted, mintu_error *error, mintu_classes *out);

#endif
