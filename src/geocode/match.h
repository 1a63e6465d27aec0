/* What is inside a geocoder. */
#ifndef GEOCODE_MATCH_H
#define GEOCODE_MATCH_H

#include "geocode/foreign.h"
#include "geocode/fuzzy.h"
#include "geocode/variants.h"
#include "scan/scan_table.h"

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

#endif
