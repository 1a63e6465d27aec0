/** @file reverse.h
 *  Points to places: the county and prefecture whose polygon holds a point, and the nearest town; one point, or a file of
 *  millions in constant memory; and whether points stand in the datum that they are said to stand in.
 *
 *      mintu_reverser *reverser; mintu_location here; mintu_error error;
 *      mintu_reverser_new(context, gazetteer, 0, &error, &reverser);
 *      mintu_reverser_find(reverser, 118.05, 25.06, &here);   // here.county->name, here.township->name, here.distance_m
 */
#ifndef MINTU_REVERSE_H
#define MINTU_REVERSE_H

#include <mintu/gazetteer.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct mintu_reverser mintu_reverser;

/** Where a point lies. Places are borrowed from the gazetteer; NULL when there is none. Their names are today's;
 *  mintu_gazetteer_then() has those of another day. */
typedef struct mintu_location {
    const mintu_place *county;     /**< whose polygon holds the point, the first one's on a shared border; NULL: outside */
    const mintu_place *prefecture; /**< of that county on the date */
    const mintu_place
        *township;        /**< nearest one of that county that has a point of its own; of any county outside the polygons */
    double distance_m;    /**< geodesic, to the township's point, in metres; NaN without one */
    uint64_t reserved[4]; /**< zero */
} mintu_location;

/** Builds the index over the county polygons and town points as of @p date (YYYYMMDD; 0: the package's). The gazetteer must
 *  outlive it. When the polygons are the schematic partition, the context's listener hears so. */
MINTU_API mintu_status mintu_reverser_new(mintu_context *context, const mintu_gazetteer *gazetteer, int date,
                                          mintu_error *error, mintu_reverser **out);

/** Frees a reverser; NULL is allowed. */
MINTU_API void mintu_reverser_free(mintu_reverser *reverser);

/** Looks up one point in WGS 84 degrees. Never fails; a point that is no position (NaN, out of range) is nowhere. Any number
 *  of threads may ask at once. */
MINTU_API void mintu_reverser_find(const mintu_reverser *reverser, double lon, double lat, mintu_location *out);

/** Counties only, for many points at once (x0 y0 x1 y1 …): @p out[i] is the place of point i or NULL. Does not look for towns.
 *  Any number of threads may ask at once. */
MINTU_API void mintu_reverser_counties(const mintu_reverser *reverser, const double *lonlat, size_t count,
                                       const mintu_place **out);

/** Reads a position from two texts in decimal degrees and brings it from @p datum to WGS 84. What is empty, no number, NaN or
 *  out of range is MINTU_STATUS_INPUT with the reason; so is a position that only makes sense the other way round. The
 *  error's column is 1 or 2 when one of the texts, @p lon or @p lat, is no number. */
MINTU_API mintu_status mintu_reverser_position_parse(const mintu_reverser *reverser, const char *lon, const char *lat,
                                                     mintu_datum datum, mintu_error *error, double lonlat[2]);

/** Looks up points in WGS 84 (x0 y0 x1 y1 …) into a point layer with the fields lon, lat, status (inside, outside, invalid),
 *  township, township_code, distance_m, county, county_code, prefecture, prefecture_code. Names are those of the date. */
MINTU_API mintu_status mintu_reverser_layer(mintu_context *context, const mintu_reverser *reverser, const double *lonlat,
                                            size_t count, mintu_error *error, mintu_layer **out);

/** What mintu_datum_suspect() finds. Vectors are east, north in metres. */
typedef struct mintu_datum_check {
    mintu_datum declared,
        fits;             /**< fits: the datum in which the points fit; as declared when nothing else fits clearly better */
    bool suspect;         /**< fits is not the declared datum */
    size_t pairs;         /**< pairs near enough to be about the same place, within 5 km */
    double residual[2];   /**< median of given minus reference, as declared */
    double expected[2];   /**< what it would be were the points in the datum that fits */
    double remaining[2];  /**< median of given minus reference when read in the datum that fits */
    double spread;        /**< of the residuals about their median: 1.4826 times the median distance per axis */
    uint64_t reserved[4]; /**< zero */
} mintu_datum_check;

/** Do points stand in the datum that they are said to stand in? Compares each given point with a reference in WGS 84 for the
 *  same place (x0 y0 x1 y1 …). Medians, so that up to half of the pairs may be wrong. Suspect when, of all three datums,
 *  another one leaves the smaller median residual, and the declared one's differs from nil by more than 3.5 standard errors
 *  and 150 m while the other's is less than half of it and less than 250 m. Fewer than 8 pairs say nothing. */
MINTU_API mintu_status mintu_datum_suspect(const double *given, const double *reference, size_t count, mintu_datum declared,
                                           mintu_error *error, mintu_datum_check *out);

/** How mintu_reverser_stream() reads and writes. Zero-initialise for the defaults. */
typedef struct mintu_reverse_options {
    const char *target;       /**< file to write; NULL or "-": standard output */
    const char *lon_field;    /**< NULL: lon, lng, longitude, x, 经度, … */
    const char *lat_field;    /**< NULL: lat, latitude, y, 纬度, … */
    const char *name_field;   /**< field with names of places, for the datum check; NULL: none */
    mintu_datum datum;        /**< of the input */
    mintu_notice_fn *finding; /**< who hears of bad rows and a suspect datum, one line each; NULL: the context's listener */
    void *user;               /**< passed to it */
    const char *format;       /**< as of mintu_write_options; NULL: from the target's ending, CSV where it has none */
    uint64_t reserved[5];     /**< zero: see version.h */
} mintu_reverse_options;

/** What mintu_reverser_stream() has done. */
typedef struct mintu_reverse_summary {
    size_t rows, inside, outside, invalid; /**< rows without the header; the others add up to it */
    size_t repaired;                       /**< rows with bytes that are no UTF-8, replaced by U+FFFD */
    mintu_datum_check names;               /**< of the rows that name a place; pairs is 0 without name_field */
    size_t sampled;                        /**< rows of which the next three tell, evenly taken */
    size_t gained[MINTU_DATUMS_MOST];      /**< outside as declared, inside when read in this datum */
    size_t lost[MINTU_DATUMS_MOST];        /**< inside as declared, outside when read in this datum */
    uint64_t reserved[6];                  /**< zero */
} mintu_reverse_summary;

/** Reads a file of points and writes it as a table: its columns, then county, county_code, prefecture, township, township_code,
 *  distance_m, status (inside, outside, invalid); a result column whose name the input has already begins with `mintu_`. CSV is written row
 *  by row; other formats keep all rows until the end, have a point for each valid one, and types as a table that is read.
 *
 *  Files ending in .csv, .tsv, .txt or nothing, pipes and "-" (standard input) are CSV with comma, semicolon or tab, in UTF-8,
 *  UTF-16 or GB 18030, and are streamed, so that memory does not grow with the rows. Any other file that mintu_layer_load() opens
 *  is read whole; without columns lon and lat it gets them from its geometry; how many features
 *  are no single point, and stand for one on or in them, is told to the context's listener.
 *
 *  A bad row has status invalid, and the first 10 are told as findings with line and column, then how many more there are. A
 *  row longer than 1 MiB keeps none of its columns. Returns MINTU_STATUS_FINDINGS when a row is not inside or was repaired, or
 *  the datum is suspect. */
MINTU_API mintu_status mintu_reverser_stream(mintu_context *context, const mintu_reverser *reverser, const char *path,
                                             const mintu_reverse_options *options, mintu_error *error,
                                             mintu_reverse_summary *out);

#ifdef __cplusplus
}
#endif
#endif
