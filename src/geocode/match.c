/* Which candidate a name means. Each rule narrows the candidates, and one that would leave none is passed over:
 *
 *   1. Only the level asked for (this rule may leave none).
 *   2. A place in the parents named as they were on the day, before one that lay in them at another time.
 *   3. The official name before any other; a former, short or other name before a Latin one.
 *   4. A unit in force on the day, or that may have been, before one that was not; then a unit that is gone stands for the one that
 *      took it over.
 *   5. A place in the county or prefecture that other names of the same call are in, if the caller counts them.
 *   6. A place on the roster asked for.
 *   7. A unit before the units inside it that share its name: 金门县 is the county, though its only township has the same name.
 *   8. Of Latin names alone, a prefecture's before a smaller unit's: Xiamen is the English name in use of 厦门市, but a mere
 *      transcription of 硖门, which no one writes without its type or county. It comes last, as other names of the call say more.
 *
 * Then one candidate is a match, and more are ambiguous: a short name shared by a county and a town of another county is
 * never given to the county only because it is larger. Near names (fuzzy) are narrowed by 1 and 4, then to those that differ by a
 * likely slip; one that is left is a match only if it does and its parent is named. Likewise a name that leaves out a
 * nationality: 官庄乡 is near to 官庄畲族乡, but another type of unit; only a parent, other names or the roster settle it. */
#include "geocode/match.h"

#include "gazetteer/change_window.h"
#include "gazetteer/names_in_time.h"
#include "gazetteer/places.h"
#include "gazetteer/rosters.h"
#include "geocode/context_votes.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* What a candidate must be to stay. */
typedef enum rule {
    RULE_LEVEL, /* of the level asked for */
    RULE_NOW,
    RULE_OFFICIAL,
    RULE_CHINESE,
    RULE_IN_FORCE,
    RULE_SURE, /* of near names */
    RULE_ROSTER,
    RULE_AROUND_ALL, /* the unit that all the others lie in */
    RULE_ENGLISH     /* the English name of a large unit */
} rule;

static const mintu_place *place_of(const mintu_geocoder *geocoder, const mintu_candidate *candidate)
{
    return &geocoder->index.gazetteer->places[candidate->place];
}

static bool is_around_all(const mintu_geocoder *geocoder, const mintu_candidates *all, const mintu_place *place)
{
    for (size_t i = 0; i < all->count; i++)
        if (!mintu_gazetteer_is_within(geocoder->index.gazetteer, place_of(geocoder, &all->items[i]), place,
                                       geocoder->index.date))
            return false;
    return true;
}

static bool fulfils(const mintu_geocoder *geocoder, const mintu_candidates *all, const mintu_candidate *candidate, rule asked)
{
    const mintu_place *place = place_of(geocoder, candidate);
    switch (asked) {
    case RULE_LEVEL:
        return geocoder->options.level == MINTU_LEVEL_ANY || place->level == geocoder->options.level;
    case RULE_NOW:
        return candidate->now;
    case RULE_OFFICIAL:
        return candidate->kind <= MINTU_MATCH_KIND_EXACT;
    case RULE_CHINESE:
        return candidate->kind != MINTU_MATCH_KIND_LATIN;
    case RULE_IN_FORCE:
        return candidate->alive || mintu_gazetteer_may_be(geocoder->index.gazetteer, place, geocoder->index.date);
    case RULE_SURE:
        return candidate->sure;
    case RULE_ROSTER:
        return mintu_rosters_has(place, geocoder->options.rosters);
    case RULE_AROUND_ALL:
        return is_around_all(geocoder, all, place);
    default:
        return candidate->kind == MINTU_MATCH_KIND_LATIN && place->level <= MINTU_LEVEL_PREFECTURE;
    }
}

/* The candidates that fulfil the rule, if any does, or if none may be left. */
static void narrow(const mintu_geocoder *geocoder, mintu_candidates *candidates, rule asked)
{
    /* The ones to go move to the end first, so that a rule always sees the whole list. */
    mintu_candidate *items = candidates->items;
    size_t kept = 0;
    for (size_t i = 0; i < candidates->count; i++)
        if (fulfils(geocoder, candidates, &items[i], asked)) {
            mintu_candidate swap = items[kept];
            items[kept++] = items[i];
            items[i] = swap;
        }
    if (kept > 0 || asked == RULE_LEVEL)
        candidates->count = kept;
}

static int compare_codes(const void *a, const void *b)
{
    return strcmp((*(const mintu_place *const *)a)->code, (*(const mintu_place *const *)b)->code);
}

/* All candidates by code, of which the answer has room for the first. */
static void list_candidates(const mintu_geocoder *geocoder, const mintu_candidates *candidates, mintu_match *out)
{
    out->candidate_count = candidates->count;
    size_t listed = 0;
    for (size_t i = 0; i < candidates->count; i++) {
        const mintu_place *place = place_of(geocoder, &candidates->items[i]);
        size_t at = listed < MINTU_MATCH_CANDIDATES ? listed++ : MINTU_MATCH_CANDIDATES - 1;
        if (at == MINTU_MATCH_CANDIDATES - 1 && i >= MINTU_MATCH_CANDIDATES &&
            strcmp(place->code, out->candidates[at]->code) > 0)
            continue;
        out->candidates[at] = place;
        qsort(out->candidates, listed, sizeof(mintu_place *), compare_codes);
    }
}

static double score(const mintu_candidate *candidate)
{
    static const double scores[MINTU_MATCH_KIND_END] = {0, 1, 1, 0.95, 0.9, 0.85, 0.7, 1};
    double base = scores[candidate->kind] * (candidate->kind == MINTU_MATCH_KIND_FUZZY ? candidate->likeness : 1);
    return base * (candidate->parent_named || candidate->kind == MINTU_MATCH_KIND_CODE ? 1 : 0.98);
}

/* The candidate that is the place, or SIZE_MAX. */
static size_t find_candidate(const mintu_candidates *candidates, size_t place)
{
    size_t i = 0;
    while (i < candidates->count && candidates->items[i].place != place)
        i++;
    return i < candidates->count ? i : SIZE_MAX;
}

/* Of a unit and the one that took it over, which are both candidates, the one that was in force on the day. */
static void drop_one(const mintu_geocoder *geocoder, mintu_candidates *candidates, size_t old, size_t heir)
{
    const mintu_place *place = place_of(geocoder, &candidates->items[old]);
    size_t goes = mintu_period_holds(place->from, place->to, geocoder->index.date) ? heir : old, stays = old + heir - goes;
    if (candidates->items[goes].kind < candidates->items[stays].kind)
        candidates->items[stays].kind = candidates->items[goes].kind;
    candidates->items[goes] = candidates->items[--candidates->count];
}

/* A unit that is gone on the day is answered with the one that took it over, as a former name is with the unit of the day, where the
 * package says which that is. */
static void follow_heirs(const mintu_geocoder *geocoder, mintu_candidates *candidates)
{
    const mintu_gazetteer *gazetteer = geocoder->index.gazetteer;
    int date = geocoder->index.date;
    for (size_t i = candidates->count; gazetteer->tells_heirs && i > 0; i--) {
        const mintu_place *place = i <= candidates->count ? place_of(geocoder, &candidates->items[i - 1]) : NULL;
        const mintu_place *next = place ? mintu_gazetteer_find(gazetteer, place->into) : NULL;
        const mintu_place *heir = next ? mintu_gazetteer_successor(gazetteer, place, date) : NULL;
        size_t there = next ? find_candidate(candidates, mintu_gazetteer_index(gazetteer, next)) : SIZE_MAX;
        if (there != SIZE_MAX)
            drop_one(geocoder, candidates, i - 1, there);
        else if (heir && heir != place && !mintu_gazetteer_may_be(gazetteer, place, date))
            candidates->items[i - 1].place = mintu_gazetteer_index(gazetteer, heir);
    }
}

static void narrow_all(const mintu_geocoder *geocoder, const mintu_evidence_given *evidence, mintu_candidates *candidates,
                       mintu_match *out)
{
    for (int asked = RULE_NOW; asked <= RULE_IN_FORCE; asked++)
        narrow(geocoder, candidates, (rule)asked);
    follow_heirs(geocoder, candidates);
    if (evidence->votes && (candidates->count > 1 || candidates->items[0].loose))
        out->context = mintu_votes_narrow(geocoder, evidence->votes, candidates);
    if (evidence->roster)
        narrow(geocoder, candidates, RULE_ROSTER);
    narrow(geocoder, candidates, RULE_AROUND_ALL);
    narrow(geocoder, candidates, RULE_ENGLISH);
}

void mintu_match_decide_by(const mintu_geocoder *geocoder, const mintu_evidence_given *evidence, mintu_candidates *candidates,
                           mintu_match *out)
{
    *out = (mintu_match){0};
    narrow(geocoder, candidates, RULE_LEVEL);
    if (candidates->count == 0)
        return;
    bool fuzzy = candidates->items[0].kind == MINTU_MATCH_KIND_FUZZY;
    if (fuzzy) {
        narrow(geocoder, candidates, RULE_IN_FORCE);
        narrow(geocoder, candidates, RULE_SURE);
        follow_heirs(geocoder, candidates);
    } else {
        narrow_all(geocoder, evidence, candidates, out);
    }
    const mintu_candidate *best = candidates->items;
    for (size_t i = 1; i < candidates->count; i++)
        best = score(&candidates->items[i]) > score(best) ? &candidates->items[i] : best;
    bool settled = candidates->count == 1 && (!fuzzy || (best->sure && best->parent_named)) &&
                   (!best->loose || out->context || (evidence->roster && fulfils(geocoder, candidates, best, RULE_ROSTER)));
    out->kind = best->kind;
    out->context = out->context && settled;
    out->score = score(best) * (out->context ? 0.97 / 0.98 : 1);
    out->status = settled ? MINTU_MATCH_STATUS_MATCHED : MINTU_MATCH_STATUS_AMBIGUOUS;
    if (settled)
        out->place = place_of(geocoder, best);
    else
        list_candidates(geocoder, candidates, out);
}

void mintu_match_decide(const mintu_geocoder *geocoder, mintu_candidates *candidates, mintu_match *out)
{
    mintu_match_decide_by(geocoder, &(mintu_evidence_given){.roster = true}, candidates, out);
}
