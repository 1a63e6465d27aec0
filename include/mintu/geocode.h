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
    MINTU_MATCH_KIND_CODE,   /**< the query is a code */
    MINTU_MATCH_KIND_EXACT,  /**< the official name */
    MINTU_MATCH_KIND_ALIAS,  /**< another name of the package: a former one, or the notice's */
    MINTU_MATCH_KIND_SHORT,  /**< the name without its type: 水头 for 水头镇 */
    MINTU_MATCH_KIND_LATIN,  /**< the English name, or pinyin */
    MINTU_MATCH_KIND_FUZZY,  /**< a name that is nearly the same, as nothing else was found */
    MINTU_MATCH_KIND_REVIEW, /**< a person's decision (mintu_batch) */
    MINTU_MATCH_KIND_END     /**< sentinel */
} mintu_match_kind;

enum { MINTU_MATCH_CANDIDATES = 16 };

/** Answer for one name. Places are borrowed from the gazetteer.
 *
 *  The score tells how the name was read, not how likely it is. 1 the official name or a code, or a person's decision; 0.95 an
 *  alias or a variant character; 0.9 a short name; 0.85 Latin; for a fuzzy name 0.7 times the share of its characters that are
 *  right. Times 1 with its county or prefecture named, 0.98 without, 0.97 when other names of the call decided. 0 unmatched.
 *
 *  A fuzzy name is matched only when its county or prefecture is named, and it differs from exactly one name there by
 *  one slip: another character of the same sound, another type (乡 for 镇), or one character of at least three before the
 *  type that tells no places apart (not 东 for 西). Otherwise it is ambiguous, with its candidates. */
typedef struct mintu_match {
    mintu_match_status status;
    mintu_match_kind kind;
    double score;
    const mintu_place *place;                              /**< the place when matched, else NULL */
    size_t candidate_count;                                /**< all candidates, may exceed MINTU_MATCH_CANDIDATES */
    const mintu_place *candidates[MINTU_MATCH_CANDIDATES]; /**< by code; those of an ambiguous name */
    bool context;                                          /**< other names of the same call decided */
    uint64_t rest; /**< byte of the query at which a tail begins that is no part of the name: 水头镇|上林村12号; 0: none */
    uint64_t reserved[3]; /**< zero */
} mintu_match;

/** How to read names. Zero-initialise for the defaults. */
typedef struct mintu_geocode_options {
    int as_of;            /**< YYYYMMDD, the day on which the names held; 0: the package's date */
    unsigned rosters;     /**< bits of rosters that decide between candidates of the same name; 0: none */
    mintu_level level;    /**< answer only this level; MINTU_LEVEL_ANY, which is 0: any */
    bool context;         /**< in calls for many names, those that are certain decide between the candidates of the others */
    bool exact;           /**< no fuzzy names */
    bool both_names;      /**< layers have fields name_now and code_then as well */
    uint64_t reserved[6]; /**< zero: see version.h */
} mintu_geocode_options;

/** Makes a geocoder over a gazetteer, which must outlive it. @p options NULL: the defaults. Free it with mintu_geocoder_free(). */
MINTU_API mintu_status mintu_geocoder_new(const mintu_gazetteer *gazetteer, const mintu_geocode_options *options,
                                          mintu_error *error, mintu_geocoder **out);

/** Frees a geocoder; NULL is allowed. */
MINTU_API void mintu_geocoder_free(mintu_geocoder *geocoder);

/** Matches one name, UTF-8: a code, a name, a name with parents before it (levels may be missing: 泉州安溪县龙门), with a
 *  parent or another name in brackets (龙门（安溪）, 太姥山（秦屿）), or with its parents after commas (Longmen Town, Anxi County).
 *  A number before a name is left out, and what follows a place as an address does, a remark in brackets too, is its rest. An
 *  enumeration, a name in characters that look alike and a text with a place in it are ambiguous, as fuzzy names. The short name of a
 *  town that a prefecture or province elsewhere has (洛阳) is ambiguous, unless the level is asked for.
 *  A name whose parents do not fit, or are none of the package, is unmatched. A geocoder serves one thread at a time. An empty name is unmatched; invalid
 *  UTF-8 is unmatched. Fails only when memory runs out or ICU's data is missing. */
MINTU_API mintu_status mintu_geocoder_match(const mintu_geocoder *geocoder, const char *name, mintu_error *error,
                                            mintu_match *out);

/** The one province, prefecture or county that a text names, by the same rules; the level of the options holds as well. A township
 *  is never meant. None, or several, is MINTU_STATUS_INPUT, and the message lists those that it may be. *out is borrowed from the
 *  gazetteer. */
MINTU_API mintu_status mintu_geocoder_unit(const mintu_geocoder *geocoder, const char *text, mintu_error *error,
                                           const mintu_place **out);

/** Text of a status or kind as in output columns: matched, ambiguous, unmatched; code, exact, alias, short, latin, fuzzy,
 *  review, "". */
MINTU_API const char *mintu_match_status_text(mintu_match_status status);
MINTU_API const char *mintu_match_kind_text(mintu_match_kind kind);

/** Geocodes @p count names into a point layer with exactly the fields query, status, name, level, code, county, prefecture,
 *  lon, lat, precision, match, score, candidates (`name@county` joined by `|`), rest (the tail that is no part of the name:
 *  上林村12号 of 水头镇上林村12号). One row per name, in order. name, county and
 *  prefecture are those of the date, code is the stable one; match is the kind, with `+context` behind it when other names
 *  decided.
 *
 *  With options.context a name that several places share goes to those in one county when that county has at least 2 places
 *  that the call names for certain, and 3 times as many as any other county of the candidates; else likewise to one prefecture
 *  that has at least 3. Certain is what is matched without roster, context or likeness. Then the roster decides, if one is
 *  asked for. */
MINTU_API mintu_status mintu_geocoder_layer(mintu_context *context, const mintu_geocoder *geocoder, const char *const *names,
                                            size_t count, mintu_error *error, mintu_layer **out);

#ifdef __cplusplus
}
#endif
#endif
