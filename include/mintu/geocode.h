/** @file geocode.h
 *  Names to places. A name is matched, ambiguous or unmatched; the geocoder refuses rather than guesses.
 *
 *      mintu_context *context; mintu_gazetteer *gazetteer; mintu_geocoder *geocoder; mintu_match match; mintu_error error;
 *      mintu_context_new(&error, &context);
 *      mintu_gazetteer_open(context, "geodata", &error, &gazetteer);
 *      mintu_geocoder_new(gazetteer, NULL, &error, &geocoder);
 *      mintu_geocoder_match(geocoder, "安溪龙门", &error, &match);   // match.place->code is "350524107"
 */
#ifndef MINTU_GEOCODE_H
#define MINTU_GEOCODE_H

#include <mintu/gazetteer.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct mintu_geocoder mintu_geocoder;

typedef enum mintu_match_status {
    MINTU_MATCH_STATUS_UNMATCHED = 0,
    MINTU_MATCH_STATUS_AMBIGUOUS,
    MINTU_MATCH_STATUS_MATCHED,
    MINTU_MATCH_STATUS_END /**< sentinel */
} mintu_match_status;

/** How a name was matched, the best first. */
typedef enum mintu_match_kind {
    MINTU_MATCH_KIND_NONE = 0,
    MINTU_MATCH_KIND_CODE,  /**< the query is a code */
    MINTU_MATCH_KIND_EXACT, /**< the official name */
    MINTU_MATCH_KIND_ALIAS, /**< another name of the package: a former one, or the notice's */
    MINTU_MATCH_KIND_SHORT, /**< the name without its type: 水头 for 水头镇 */
    MINTU_MATCH_KIND_LATIN, /**< the English name */
    MINTU_MATCH_KIND_END    /**< sentinel */
} mintu_match_kind;

enum { MINTU_MATCH_CANDIDATES = 16 };

/** Answer for one name. Places are borrowed from the gazetteer. */
typedef struct mintu_match {
    mintu_match_status status;
    mintu_match_kind kind;
    double score;             /**< 1 official name or code, 0.95 alias, 0.9 short name, 0.85 Latin; times 1 with parent named, 0.98 without; 0 unmatched */
    const mintu_place *place; /**< the place when matched, else NULL */
    size_t candidate_count;   /**< all candidates, may exceed MINTU_MATCH_CANDIDATES */
    const mintu_place *candidates[MINTU_MATCH_CANDIDATES]; /**< by code; those of an ambiguous name */
} mintu_match;

/** How to read names. Zero-initialise for the defaults. */
typedef struct mintu_geocode_options {
    int as_of;          /**< YYYYMMDD, the day on which the names held; 0: the package's date */
    mintu_pilot roster; /**< a roster that decides between candidates of the same name; MINTU_PILOT_NONE: none */
    mintu_level level;  /**< answer only this level; set MINTU_LEVEL_END for any (zero-initialised: see mintu_geocode_options_init()) */
} mintu_geocode_options;

/** Sets the defaults: the package's date, no roster, any level. */
MINTU_API void mintu_geocode_options_init(mintu_geocode_options *options);

/** Makes a geocoder over a gazetteer, which must outlive it. @p options NULL: the defaults. */
MINTU_API mintu_status mintu_geocoder_new(const mintu_gazetteer *gazetteer, const mintu_geocode_options *options,
                                          mintu_error *error, mintu_geocoder **out);

/** Frees a geocoder; NULL is allowed. */
MINTU_API void mintu_geocoder_free(mintu_geocoder *geocoder);

/** Matches one name, UTF-8: a code, a name, a name with parents before it (levels may be missing: 泉州安溪县龙门), or a name
 *  with a parent or another name in brackets (龙门（安溪）, 太姥山（秦屿）). A name whose parents do not fit is unmatched.
 *  A geocoder serves one thread at a time. An empty name is unmatched; invalid UTF-8 is unmatched. Fails only when memory runs out. */
MINTU_API mintu_status mintu_geocoder_match(const mintu_geocoder *geocoder, const char *name, mintu_error *error,
                                            mintu_match *out);

/** Text of a status or kind as in output columns: matched, ambiguous, unmatched; code, exact, alias, short, latin, "". */
MINTU_API const char *mintu_match_status_text(mintu_match_status status);
MINTU_API const char *mintu_match_kind_text(mintu_match_kind kind);

/** Geocodes @p count names into a point layer with exactly the fields query, status, name, level, code, county, prefecture,
 *  lon, lat, precision, match, score, candidates (`name@county` joined by `|`). One row per name, in order. */
MINTU_API mintu_status mintu_geocoder_layer(mintu_context *context, const mintu_geocoder *geocoder, const char *const *names,
                                            size_t count, mintu_error *error, mintu_layer **out);

#ifdef __cplusplus
}
#endif
#endif
