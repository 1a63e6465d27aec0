/* What the other names of a list or text say of a doubtful one: how many of them lie in each county and prefecture. */
#ifndef GEOCODE_CONTEXT_VOTES_H
#define GEOCODE_CONTEXT_VOTES_H

#include "geocode/geocoder_data.h"

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

#endif
