/** @file summary.h
 *  Cross-tables of a layer: what falls into each row and column, with totals that are sums of the cells. */
#ifndef MINTU_SUMMARY_H
#define MINTU_SUMMARY_H

#include <mintu/layer.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum mintu_summary_measure {
    MINTU_SUMMARY_COUNT = 0, /**< features */
    MINTU_SUMMARY_SUM,       /**< sum of a field of numbers; null is no data, not zero */
    MINTU_SUMMARY_KM,        /**< geodesic length of lines on WGS 84, kilometres; a feature without a line is no data */
    MINTU_SUMMARY_END        /**< sentinel */
} mintu_summary_measure;

enum { MINTU_SUMMARY_COLUMNS = 100 }; /**< most values of the columns' field */

/** What to put together. Zero-initialise and set rows. */
typedef struct mintu_summary_query {
    const char *rows;    /**< field whose values are the rows */
    const char *columns; /**< field whose values are the columns; NULL: only the total */
    mintu_summary_measure measure;
    const char *field;        /**< of MINTU_SUMMARY_SUM */
    const mintu_layer *areas; /**< polygons with a field `name` that holds the rows' values: rows without a feature are
                                        listed with zero, and densities are given; NULL: neither */
    uint64_t reserved[6];     /**< zero: see version.h */
} mintu_summary_query;

/** A layer without geometry, one row per value of rows and last the row `total`: the field rows (`(none)` where it is null or
 *  empty), one field per value of columns (null where there are features and none has a number), total (likewise), share (per cent of the grand total), features, no_data (features whose number
 *  is null, which are in no sum), and, as far as they can be known, area_km2 (geodesic; Karney 2013), per_1000km2 (total by
 *  area) and neighbour_km (mean geodesic distance from each point to the nearest other place of the layer; features with the
 *  same `code` are one place). A column named like one of these fields has `_` after it. The row `total` is the sum of the rows;
 *  its neighbour_km is the mean over all places.
 *  Notes: rows (features of the layer), no-data, places (different codes, where there is a field `code`); stated and listed of the layer.
 *  A field that the layer does not have, or more than MINTU_SUMMARY_COLUMNS columns, is MINTU_STATUS_USAGE. */
MINTU_API mintu_status mintu_summary_make(mintu_context *context, const mintu_layer *layer, const mintu_summary_query *query,
                                          mintu_error *error, mintu_layer **out);

#ifdef __cplusplus
}
#endif
#endif
