#include "geocode/context_votes.h"

#include "gazetteer/places.h"

#include <stdlib.h>

/* Thresholds, as told in geocode.h. */
enum { COUNTY_LEAST = 2, PREFECTURE_LEAST = 3, TIMES = 3 };

mintu_status mintu_votes_new(const mintu_geocoder *geocoder, mintu_error *error, mintu_votes *out)
{
    size_t count = geocoder->index.gazetteer->count + 1;
    *out = (mintu_votes){calloc(count, sizeof *out->counts), calloc(count, sizeof *out->voted)};
    if (out->counts && out->voted)
        return MINTU_STATUS_OK;
    mintu_votes_free(out);
    return mintu_fail_memory(error, "counting names");
}

void mintu_votes_free(mintu_votes *votes)
{
    free(votes->counts);
    free(votes->voted);
    *votes = (mintu_votes){0};
}

static const mintu_place *unit_of(const mintu_geocoder *geocoder, const mintu_place *place, mintu_level level)
{
    return mintu_gazetteer_within(geocoder->index.gazetteer, place, level, geocoder->index.date);
}

void mintu_votes_add(const mintu_geocoder *geocoder, const mintu_match *match, mintu_votes *votes)
{
    if (!match->place || match->context || match->kind == MINTU_MATCH_KIND_FUZZY)
        return;
    size_t at = mintu_gazetteer_index(geocoder->index.gazetteer, match->place);
    if (votes->voted[at])
        return;
    votes->voted[at] = true;
    for (int level = MINTU_LEVEL_PREFECTURE; level <= MINTU_LEVEL_COUNTY; level++) {
        const mintu_place *unit = unit_of(geocoder, match->place, (mintu_level)level);
        if (unit)
            votes->counts[mintu_gazetteer_index(geocoder->index.gazetteer, unit)]++;
    }
}

static unsigned votes_for(const mintu_geocoder *geocoder, const mintu_votes *votes, const mintu_place *unit)
{
    return unit ? votes->counts[mintu_gazetteer_index(geocoder->index.gazetteer, unit)] : 0;
}

/* The unit that the votes are for among those that the candidates lie in, or NULL. */
static const mintu_place *elect(const mintu_geocoder *geocoder, const mintu_votes *votes, const mintu_candidates *candidates,
                                mintu_level level)
{
    const mintu_place *first = NULL;
    unsigned most = 0, second = 0;
    for (size_t i = 0; i < candidates->count; i++) {
        const mintu_place *place = &geocoder->index.gazetteer->places[candidates->items[i].place];
        const mintu_place *unit = unit_of(geocoder, place, level);
        unsigned count = votes_for(geocoder, votes, unit);
        if (!unit || unit == first)
            continue;
        if (count > most) {
            second = most;
            most = count;
            first = unit;
        } else {
            second = count > second ? count : second;
        }
    }
    unsigned least = level == MINTU_LEVEL_COUNTY ? COUNTY_LEAST : PREFECTURE_LEAST;
    return most >= least && most >= TIMES * second ? first : NULL;
}

bool mintu_votes_narrow(const mintu_geocoder *geocoder, const mintu_votes *votes, mintu_candidates *candidates)
{
    mintu_level level = MINTU_LEVEL_COUNTY;
    const mintu_place *unit = elect(geocoder, votes, candidates, level);
    if (!unit)
        unit = elect(geocoder, votes, candidates, level = MINTU_LEVEL_PREFECTURE);
    if (!unit)
        return false;
    size_t kept = 0;
    for (size_t i = 0; i < candidates->count; i++) {
        const mintu_place *place = &geocoder->index.gazetteer->places[candidates->items[i].place];
        if (unit_of(geocoder, place, level) == unit)
            candidates->items[kept++] = candidates->items[i];
    }
    candidates->count = kept;
    return true;
}
