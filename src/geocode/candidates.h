/* What a name may mean. The ways to read it follow one another until one finds something: as it stands, in simplified
 * characters, with variant characters replaced, with the smaller unit first; at last, names that are nearly the same. */
#ifndef GEOCODE_CANDIDATES_H
#define GEOCODE_CANDIDATES_H

#include "geocode/match.h"

/* Everything that a name may mean, near names only when there is nothing else (candidates.c). */
mintu_status mintu_collect(const mintu_geocoder *geocoder, const char *name, mintu_error *error, mintu_candidates *out);

#endif
