/** @file quota.h
 *  The land quota as a ledger: one line per unit and year in whole mu, with its ground, and totals that are sums of lines.
 *
 *  1 mu = 10000/15 m², so 15 mu = 1 ha and 1500 mu = 1 km². All sums are of 64-bit integers. What the quota is (rate, period,
 *  classes of units, task) stands in the data package, member `mintu:quota`; options change it. */
#ifndef MINTU_QUOTA_H
#define MINTU_QUOTA_H

#include <mintu/gazetteer.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct mintu_quota mintu_quota;

/** A class of units, as an index from 0: the rows of the package's table place_classes with a word in `quota`, in their order, which
 *  is that in which a place on several rosters is counted when it counts once. MINTU_QUOTA_ALL in a question: all of them. */
enum { MINTU_QUOTA_ALL = -1 };

/** A place on several rosters: counted once, on the first of them, or on each. */
typedef enum mintu_quota_overlap {
    MINTU_QUOTA_OVERLAP_ONCE = 0,
    MINTU_QUOTA_OVERLAP_EACH,
    MINTU_QUOTA_OVERLAP_END
} mintu_quota_overlap;

/** "Each": every unit has the rate, or every class has it once, to be shared out in a way that is not stated. */
typedef enum mintu_quota_reading {
    MINTU_QUOTA_READING_UNIT = 0,
    MINTU_QUOTA_READING_CLASS,
    MINTU_QUOTA_READING_END
} mintu_quota_reading;

/** What totals are by, beside the year. */
typedef enum mintu_quota_by {
    MINTU_QUOTA_BY_YEAR = 0,
    MINTU_QUOTA_BY_KIND,
    MINTU_QUOTA_BY_PREFECTURE,
    MINTU_QUOTA_BY_COUNTY,
    MINTU_QUOTA_BY_END /**< sentinel */
} mintu_quota_by;

enum {
    MINTU_QUOTA_YEARS = 500,
    MINTU_QUOTA_RATE = 1000000000,
    MINTU_QUOTA_RATE_NONE = -1
}; /**< longest period, highest rate, no rate */

/** How to count. Zero-initialise for what the package states; mintu_quota_options_init() tells what that is. */
typedef struct mintu_quota_options {
    int from, to; /**< first and last year, 1 to 9999; 0: the package's */
    int64_t
        rate; /**< mu a year, at most MINTU_QUOTA_RATE; 0: the package's; MINTU_QUOTA_RATE_NONE: none, so that all sums are 0 */
    int on;   /**< day of each year on which membership is taken, as month * 100 + day; not 29 February; 0: 31 December */
    mintu_quota_overlap overlap;
    mintu_quota_reading reading;
    uint64_t reserved[6]; /**< zero: see version.h */
} mintu_quota_options;

/** One line. Texts are borrowed from the ledger or its gazetteer, never NULL; names are those of the day. */
typedef struct mintu_quota_line {
    int year;
    int kind;                        /**< its class: an index */
    const char *unit, *code;         /**< code: the stable one; "" for a class */
    const char *county, *prefecture; /**< "" for a class */
    const char *county_code, *prefecture_code;
    int64_t mu;
    const char *ground; /**< why the line is there, and what else is to be said of it */
} mintu_quota_line;

/** Writes into @p options what zeros in them stand for: what the data package states, one rate per unit, membership on 31 December,
 *  each place once. What the package does not state is 0, and mintu_quota_new() refuses it. So is all but the day when the package's
 *  tables cannot be read, and then the status says why. */
MINTU_API mintu_status mintu_quota_options_init(const mintu_gazetteer *gazetteer, mintu_error *error,
                                                mintu_quota_options *options);

/** Makes the ledger. A change of type or of existence counts from the day on which it came into force; units that the package
 *  sets apart are left out. Wrong options, and a period or rate that neither they nor the package state, are MINTU_STATUS_USAGE, a roster with a place twice is MINTU_STATUS_INPUT with
 *  the line. @p options NULL: the defaults. The gazetteer must outlive the ledger; free it with mintu_quota_free(). */
MINTU_API mintu_status mintu_quota_new(const mintu_gazetteer *gazetteer, const mintu_quota_options *options, mintu_error *error,
                                       mintu_quota **out);

/** Frees a ledger; NULL is allowed. */
MINTU_API void mintu_quota_free(mintu_quota *quota);

MINTU_API size_t mintu_quota_count(const mintu_quota *quota); /**< lines */
MINTU_API const mintu_quota_line *mintu_quota_line_at(const mintu_quota *quota,
                                                      size_t index); /**< by year and kind; NULL outside */

/** Sum of the lines of a year (0: all) and kind (MINTU_QUOTA_ALL: all), in mu, and their number. */
MINTU_API int64_t mintu_quota_mu(const mintu_quota *quota, int year, int kind);
MINTU_API size_t mintu_quota_lines(const mintu_quota *quota, int year, int kind);

/** The lines as a layer without geometry: year, unit, code, kind, county, prefecture, mu, ground. Of one year it has the notes of
 *  mintu_quota_units(). */
MINTU_API mintu_status mintu_quota_ledger(mintu_context *context, const mintu_quota *quota, mintu_error *error,
                                          mintu_layer **out);

/** Totals as a layer without geometry: of, year, code, name, lines, one field with the mu of each class (county,
 *  small_city, town: its word, with _ for -), mu, ha, km2, up_to_mu. `of` says what the row is a total of: prefecture, county or kind (in a year; over all years where year is null), year, all; or
 *  `not-placed`: units of a roster that are not identified, with up_to_mu and no mu. ha and km2 are mu/15 and mu/1500. */
MINTU_API mintu_status mintu_quota_totals(mintu_context *context, const mintu_quota *quota, mintu_quota_by by,
                                          mintu_error *error, mintu_layer **out);

/** What must be said with the figures, one row each, without geometry: subject (change, set-apart, not-in-force, overlap, reading,
 *  not-identified, certainty), year (null: every), code, unit, mu (a year, where it is about a sum), text. */
MINTU_API mintu_status mintu_quota_remarks(mintu_context *context, const mintu_quota *quota, mintu_error *error,
                                           mintu_layer **out);

/** The counties or prefectures (@p level) of one year of the ledger as polygons of the ledger's day: code, name, name_en, type,
 *  prefecture, year, mu, mu_county (of classes of units), mu_pilots (of rosters), lines, pilots (places on a roster, each once), set_apart. mu and its parts are
 *  null where the unit is set apart. Notes: year, mu, not-identified, up-to-mu. A year outside is MINTU_STATUS_USAGE. */
MINTU_API mintu_status mintu_quota_units(mintu_context *context, const mintu_quota *quota, mintu_level level, int year,
                                         mintu_error *error, mintu_layer **out);

/** The pilots of one year of the ledger as points, one each: code, name, name_en, kind, county, prefecture, year, mu, both,
 *  precision and certainty of the point; notes as above. */
MINTU_API mintu_status mintu_quota_pilots(mintu_context *context, const mintu_quota *quota, int year, mintu_error *error,
                                          mintu_layer **out);

/** The classes of the ledger, also those that the task does not name: their number, and their words as in tables (county, small-city,
 *  town); "" outside. */
MINTU_API int mintu_quota_kind_count(const mintu_quota *quota);
MINTU_API const char *mintu_quota_kind_text(const mintu_quota *quota, int kind);

#ifdef __cplusplus
}
#endif
#endif
