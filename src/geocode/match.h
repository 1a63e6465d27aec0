/* Which of the candidates a name means, or that it means none or several. The rules are told in match.c. */
#ifndef GEOCODE_MATCH_H
#define GEOCODE_MATCH_H

#include "geocode/context_votes.h"

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
