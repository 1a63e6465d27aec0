/* What a text may mean: a name alone, with its parents before it, or with a bracket behind it. */
#ifndef GEOCODE_PARSE_H
#define GEOCODE_PARSE_H

#include "geocode/index.h"

/* A place that a text may mean. */
typedef struct mintu_candidate {
    size_t place;
    mintu_match_kind kind;
    bool parent_named; /* the text names a unit that it lies in */
    bool now;          /* it lies in that unit on the index's date, not only at another time */
} mintu_candidate;

/* Candidates, each place once. Zero-initialise. */
typedef struct mintu_candidates {
    mintu_candidate *items;
    size_t count, room;
} mintu_candidates;

/* Adds what a normal form of @p size bytes may mean. False when memory ran out. */
bool mintu_parse_name(const mintu_index *index, const char *text, size_t size, mintu_candidates *out);

/* True when the place lay in the unit at some time; *now says whether it does on @p date. */
bool mintu_was_within(const mintu_gazetteer *gazetteer, const mintu_place *place, const mintu_place *unit, int date, bool *now);

#endif
