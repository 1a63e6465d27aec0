/* What a text that means no place may have been meant for: the members of an enumeration, a name in characters that look alike. */
#ifndef GEOCODE_OFFERS_H
#define GEOCODE_OFFERS_H

#include "geocode/parse.h"

/* Both add to the candidates, which tell a failure. */
mintu_status mintu_offer_members(const mintu_index *index, const char *query, mintu_error *error, mintu_candidates *out);
void mintu_offer_alike(const mintu_index *index, const char *text, size_t size, mintu_candidates *out); /* a normal form */

/* Makes the candidates ones that are offered and never matched. */
void mintu_offer_only(mintu_candidates *candidates);

#endif
