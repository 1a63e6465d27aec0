/** @file classify.h
 *  Classes of numbers for maps and tables. Values that are not finite are no data and belong to no class, never to zero.
 *
 *      mintu_classes classes;
 *      mintu_classify(values, count, &(mintu_classify_options){.method = MINTU_CLASSIFY_NATURAL}, &error, &classes);
 *      size_t class = mintu_class_of(&classes, values[0]);   // classes.count for no data
 */
#ifndef MINTU_CLASSIFY_H
#define MINTU_CLASSIFY_H

#include <mintu/status.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum mintu_classify_method {
    MINTU_CLASSIFY_EQUAL = 0, /**< equal intervals */
    MINTU_CLASSIFY_QUANTILE, /**< sample quantiles of type 7 (Hyndman and Fan 1996), those of R and of spreadsheets; equal values are never split */
    MINTU_CLASSIFY_NATURAL,   /**< least sum of squares within classes, exactly: one-dimensional k-means by dynamic programming
                                   (Fisher 1958; Wang and Song 2011, Ckmeans.1d.dp, R Journal 3/2); what Jenks approximates */
    MINTU_CLASSIFY_HEAD_TAIL, /**< Jiang 2013: cut at the mean, again in the part above it while that is at most 40 % */
    MINTU_CLASSIFY_DEVIATION, /**< a standard deviation (of the population) wide, about the mean, as far as there are values */
    MINTU_CLASSIFY_MANUAL,    /**< limits that the caller gives */
    MINTU_CLASSIFY_END        /**< sentinel */
} mintu_classify_method;

enum { MINTU_CLASSES = 20 }; /**< most classes */

/** Classes: class i holds limits[i] <= value < limits[i + 1], the last one its upper limit too. */
typedef struct mintu_classes {
    size_t count;                     /**< classes, which may be fewer than asked for when there are fewer different values */
    double limits[MINTU_CLASSES + 1]; /**< rising; the first is the least value, the last the greatest, unless manual. The
                                           last two are equal when the last class is one value */
    size_t members[MINTU_CLASSES];    /**< values in each class */
    size_t empty;                     /**< classes without a value */
    size_t different;                 /**< different values */
    size_t tied;                      /**< values that another one equals */
    size_t no_data;                   /**< values that are not finite */
    size_t outside;                   /**< below or above manual limits */
    double fit;           /**< goodness of variance fit, 1 - within / total, from 0 to 1; 1 when all values are equal */
    uint64_t reserved[4]; /**< zero */
} mintu_classes;

/** How to classify. Zero-initialise for five equal intervals. */
typedef struct mintu_classify_options {
    mintu_classify_method method;
    size_t classes; /**< 1 to MINTU_CLASSES, 0: 5; head/tail and deviation find their own number and take it as the most */
    const double *limits; /**< manual: classes + 1 rising numbers; else NULL */
    uint64_t reserved[4]; /**< zero: see version.h */
} mintu_classify_options;

/** Classifies @p count values, which are borrowed during the call, into *out. @p options NULL: the defaults. Any thread may call it. No finite value is MINTU_STATUS_INPUT, wrong options are MINTU_STATUS_USAGE. */
MINTU_API mintu_status mintu_classify(const double *values, size_t count, const mintu_classify_options *options,
                                      mintu_error *error, mintu_classes *out);

/** Class of a value, from 0; classes->count for no data and outside manual limits. Any thread may ask. */
MINTU_API size_t mintu_class_of(const mintu_classes *classes, double value);

#ifdef __cplusplus
}
#endif
#endif
