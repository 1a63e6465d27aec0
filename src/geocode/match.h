/* What is inside a geocoder. */
#ifndef GEOCODE_MATCH_H
#define GEOCODE_MATCH_H

#include "geocode/parse.h"

struct mintu_geocoder {
    mintu_index index;
    mintu_geocode_options options;
    mintu_simplifier *simplifier; /* on its own, as it opens late while the geocoder is const */
};

/* Decides between candidates, whose order and number it changes. The rules are told in match.c. */
void mintu_match_decide(const mintu_geocoder *geocoder, mintu_candidates *candidates, mintu_match *out);

#endif
