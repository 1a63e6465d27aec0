/* What is inside a geocoder. */
#ifndef GEOCODE_MATCH_H
#define GEOCODE_MATCH_H

#include "geocode/foreign.h"
#include "geocode/fuzzy.h"
#include "scan/scan_table.h"
#include "geocode/variants.h"

/* What is made when it is first needed, on its own as the geocoder is const then. */
typedef struct mintu_late {
    mintu_simplifier simplifier;
    mintu_fuzzy *fuzzy;
    mintu_scan_table *table; /* of scans */
} mintu_late;

struct mintu_geocoder {
    mintu_index index;
    mintu_geocode_options options;
    mintu_variants variants;
    mintu_foreign foreign;
    mintu_late *late;
};

/* How many places of each county and prefecture are named for certain. Zero-initialise. */
typedef struct mintu_votes {
    unsigned *counts; /* by index of the unit */
    bool *voted;      /* by index of the place: each counts once */
} mintu_votes;

mintu_status mintu_votes_new(const mintu_geocoder *geocoder, mintu_error *error, mintu_votes *out);
void mintu_votes_free(mintu_votes *votes);

/* Counts what a name matched. */
void mintu_votes_add(const mintu_geocoder *geocoder, const mintu_match *match, mintu_votes *votes);

/* Leaves only the candidates of the county or prefecture that the votes are for; false when they are for none. */
bool mintu_votes_narrow(const mintu_geocoder *geocoder, const mintu_votes *votes, mintu_candidates *candidates);

/* Decides between candidates, whose order and number it changes. The rules are told in match.c. */
void mintu_match_decide(const mintu_geocoder *geocoder, mintu_candidates *candidates, mintu_match *out);

/* What else decides. */
typedef struct mintu_evidence_given {
    const mintu_votes *votes; /* NULL: none */
    bool roster;              /* the roster asked for */
} mintu_evidence_given;

/* The same with the evidence given; mintu_match_decide() takes the roster and no votes. */
void mintu_match_decide_by(const mintu_geocoder *geocoder, const mintu_evidence_given *evidence, mintu_candidates *candidates,
                           mintu_match *out);

/* Matches one name by the evidence given. */
mintu_status mintu_match_name(const mintu_geocoder *geocoder, const char *name, const mintu_evidence_given *evidence,
                              mintu_error *error, mintu_match *out);

/* Everything that a name may mean, near names only when there is nothing else (collect.c). */
mintu_status mintu_collect(const mintu_geocoder *geocoder, const char *name, mintu_error *error, mintu_candidates *out);

#endif
