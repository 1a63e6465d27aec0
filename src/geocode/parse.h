/* What a text may mean: a name alone, with its parents before it, or with a bracket behind it. */
#ifndef GEOCODE_PARSE_H
#define GEOCODE_PARSE_H

#include "geocode/name_index.h"

/* A place that a text may mean. */
typedef struct mintu_candidate {
    size_t place;
    mintu_match_kind kind;
    bool parent_named; /* the text names a unit that it lies in */
    bool now;          /* it lies in that unit on the index's date, not only at another time */
    bool loose;        /* by a name that leaves out a nationality, without a unit below the province before it */
    bool alive;        /* by a name that held on the index's date, whether the place did or not */
    bool sure;         /* of a fuzzy one: near enough to be matched when it is the only one */
    double likeness;   /* of a fuzzy one: from 0 to 1 */
} mintu_candidate;

/* Candidates, each place once. Zero-initialise; `failed` is asked once at the end. */
typedef struct mintu_candidates {
    mintu_candidate *items;
    size_t count, room;
    size_t rest; /* byte of the query at which a tail begins that is no part of the name; 0: none */
    bool failed; /* memory ran out */
} mintu_candidates;

/* Adds a candidate. A place that is there already keeps its best reading. */
void mintu_candidates_add(mintu_candidates *candidates, const mintu_candidate *candidate);

/* A normal form to be read as a path of names from the outermost unit inwards. */
typedef struct mintu_reading {
    const char *text;
    size_t size;
    const bool *starts; /* where a name may begin; NULL: at any character */
    bool latin;         /* Latin names may be parents; only in a text that is all Latin */
} mintu_reading;

/* Province, prefecture and county may stand before a township. */
enum { MINTU_PARENTS = MINTU_LEVEL_TOWNSHIP, MINTU_RESTS = 8 };

/* Units that a text names, from the outermost. */
typedef struct mintu_parents {
    const mintu_place *units[MINTU_PARENTS];
    size_t count;
} mintu_parents;

/* Known parents, and where behind them a text begins that is no name of a unit in them. */
typedef struct mintu_rest {
    mintu_parents parents;
    size_t start;
} mintu_rest;

/* The shortest rests of a reading. Zero-initialise. */
typedef struct mintu_rests {
    mintu_rest items[MINTU_RESTS];
    size_t count;
} mintu_rests;

/* Adds what a normal form of @p size bytes may mean, with brackets. False when memory ran out. */
bool mintu_parse_name(const mintu_index *index, const char *text, size_t size, mintu_candidates *out);

/* The same for a path without brackets. */
bool mintu_parse_path(const mintu_index *index, const mintu_reading *reading, mintu_candidates *out);

/* What is left of a path that means nothing. False when memory ran out. */
bool mintu_parse_rests(const mintu_index *index, const mintu_reading *reading, mintu_rests *out);

/* Where the first bracket of a normal form and its partner stand; false when it has no such pair with something in it. */
bool mintu_parse_bracket(const char *text, size_t size, size_t *open, size_t *close);

/* True when the place lies strictly in every parent; *now says whether it does on the index's date. */
bool mintu_lies_in(const mintu_index *index, const mintu_place *place, const mintu_parents *parents, bool *now);

/* True when a prefecture or a smaller unit is among the parents: what is named in no more than a province may be anywhere. */
bool mintu_parents_narrow(const mintu_parents *parents);

/* True when the place lay in the unit at some time; *now says whether it does on the index's date. */
bool mintu_was_within(const mintu_index *index, const mintu_place *place, const mintu_place *unit, bool *now);

#endif
