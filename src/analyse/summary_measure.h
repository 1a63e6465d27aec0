/* Measures of single features for cross-tables. */
#ifndef ANALYSE_SUMMARY_MEASURE_H
#define ANALYSE_SUMMARY_MEASURE_H

#include <mintu/summary.h>

/* Geodesic length of the lines of a feature (NaN: it has none), and geodesic area of its polygons. */
mintu_status mintu_summary_length(const mintu_layer *layer, size_t row, mintu_error *error, double *km);

mintu_status mintu_summary_area(const mintu_layer *layer, size_t row, mintu_error *error, double *km2);

/* For each feature of a layer of points the distance to the nearest other place in kilometres, NaN where there is none.
 * Features with the same code, where there is such a field, are one place: only the first of them has a distance.
 * @p out has room for a number per feature. @p places is the number of places, 0 without a field `code`. */
mintu_status mintu_summary_neighbours(mintu_context *context, const mintu_layer *layer, mintu_error *error, double *out,
                                      size_t *places);

#endif
