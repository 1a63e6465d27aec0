/** @file catalogue.h
 *  Every layer that has a name: those of the data package (mintu_gazetteer_layer()) and those that are computed from it. A style asks for
 *  one by `mintu:NAME`, `mintu export NAME` writes it, and any program gets the same by the same name here.
 *
 *      mintu_layer *layer; mintu_error error;
 *      mintu_catalogue_layer(context, gazetteer, "greenway-connectors", NULL, &error, &layer);
 */
#ifndef MINTU_CATALOGUE_H
#define MINTU_CATALOGUE_H

#include <mintu/gazetteer.h>
#include <mintu/greenway.h>
#include <mintu/layer.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What a layer of the catalogue is made by. Zero-initialise for the defaults. */
typedef struct mintu_catalogue_options {
    int as_of;            /**< day YYYYMMDD: names and units of that day, the land quota of its year; 0: the package's own */
    const char *agency;   /**< layers of the join: tasks of this agency alone; NULL: of all */
    const char *progress; /**< layers of progress: the table of reports; NULL: they are MINTU_STATUS_USAGE */
    uint64_t on;          /**< layers of progress: the day YYYYMMDD that is asked about; 0: today */
    uint64_t reserved[4]; /**< zero: see version.h */
} mintu_catalogue_options;

/** Number of layers: first those of the package, then the computed ones. */
MINTU_API size_t mintu_catalogue_count(const mintu_gazetteer *gazetteer);

/** Name and title (one line, English) of layer @p index; NULL behind the last. Live as long as the gazetteer. */
MINTU_API const char *mintu_catalogue_name(const mintu_gazetteer *gazetteer, size_t index);
MINTU_API const char *mintu_catalogue_title(const mintu_gazetteer *gazetteer, size_t index);

/** Makes the layer @p name, which the caller frees. A name that there is none of is MINTU_STATUS_USAGE. @p options may be NULL. */
MINTU_API mintu_status mintu_catalogue_layer(mintu_context *context, const mintu_gazetteer *gazetteer, const char *name,
                                             const mintu_catalogue_options *options, mintu_error *error, mintu_layer **out);

/** The fields of a layer, in their order, as a layer without geometry: `field`, `type` (text, integer, real, boolean, date, datetime, json,
 *  any) and `unit` (m, km, km2, mu, percent, degree; empty: none), which follows from the ends of names. */
MINTU_API mintu_status mintu_catalogue_fields(mintu_context *context, const mintu_layer *layer, mintu_error *error,
                                              mintu_layer **out);

/** What greenway connectors, networks and counts are made of. Zero-initialise for the defaults. */
typedef struct mintu_greenway_query {
    const char *lines;    /**< file of lines; NULL: the package's greenways */
    mintu_datum datum;    /**< of the file of lines; those of the package are in WGS 84 whatever this says */
    const char *places;   /**< list with commas of pilots, counties, named, townships and files; NULL: pilots,counties,named */
    const char *barriers; /**< file of polygons and lines that no way crosses; NULL: none */
    double max_km;        /**< longer connectors are left out; 0: none */
    int as_of;            /**< day YYYYMMDD; 0: the package's */
    uint64_t reserved[6]; /**< zero: see version.h */
} mintu_greenway_query;

typedef struct mintu_greenway_input mintu_greenway_input;

/** Reads all that the query names (NULL: the defaults). The caller frees it with mintu_greenway_input_free(). */
MINTU_API mintu_status mintu_greenway_input_new(mintu_context *context, const mintu_gazetteer *gazetteer,
                                                const mintu_greenway_query *query, mintu_error *error,
                                                mintu_greenway_input **out);

/** The options for mintu_greenway_connectors() and its like, whose layers live as long as the input. */
MINTU_API const mintu_greenway_options *mintu_greenway_input_options(const mintu_greenway_input *input);

/** Frees an input; NULL is allowed. */
MINTU_API void mintu_greenway_input_free(mintu_greenway_input *input);

#ifdef __cplusplus
}
#endif
#endif
