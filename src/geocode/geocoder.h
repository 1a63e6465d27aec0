/* The geocoder as other rooms use it. */
#ifndef GEOCODE_GEOCODER_H
#define GEOCODE_GEOCODER_H

#include "geocode/match.h"

/* Matches one name by the evidence given. */
mintu_status mintu_match_name(const mintu_geocoder *geocoder, const char *name, const mintu_evidence_given *evidence,
                              mintu_error *error, mintu_match *out);

#endif
