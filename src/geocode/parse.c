#include "geocode/parse.h"

#include "gazetteer/names_in_time.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* What is being read: the units that were named so far, from the outermost. */
typedef struct path {
    const mintu_index *index;
    const mintu_reading *reading;
    mintu_parents parents;
    mintu_candidates *out;
    mintu_rests *rests; /* NULL: not asked for */
} path;

static bool lay_within(const mintu_gazetteer *gazetteer, const mintu_place *place, const mintu_place *unit)
{
    if (place == unit)
        return true;
    if (!place || place->level <= unit->level)
        return false;
    if (lay_within(gazetteer, mintu_gazetteer_find(gazetteer, place->parent), unit))
        return true;
    const mintu_name *name;
    for (size_t i = mintu_gazetteer_names(gazetteer, place, &name); i > 0; i--, name++)
        if (name->kind == MINTU_NAME_KIND_OFFICIAL && name->parent[0] &&
            lay_within(gazetteer, mintu_gazetteer_find(gazetteer, name->parent), unit))
            return true;
    return false;
}

bool mintu_was_within(const mintu_index *index, const mintu_place *place, const mintu_place *unit, bool *now)
{
    *now = mintu_gazetteer_is_within(index->gazetteer, place, unit, index->date);
    return *now || lay_within(index->gazetteer, place, unit);
}

static void merge(const mintu_candidate *candidate, mintu_candidate *known)
{
    if (candidate->kind < known->kind)
        known->kind = candidate->kind;
    known->now = known->now || candidate->now;
    known->parent_named = known->parent_named || candidate->parent_named;
    known->loose = known->loose && candidate->loose;
    known->alive = known->alive || candidate->alive;
}

void mintu_candidates_add(mintu_candidates *candidates, const mintu_candidate *candidate)
{
    for (size_t i = 0; i < candidates->count; i++) {
        mintu_candidate *known = &candidates->items[i];
        if (known->place != candidate->place)
            continue;
        if (candidate->kind != MINTU_MATCH_KIND_FUZZY)
            merge(candidate, known);
        else if (candidate->likeness > known->likeness)
            *known = *candidate;
        return;
    }
    if (MINTU_ARRAY_RESERVE(candidates->items, candidates->room, candidates->count + 1))
        candidates->items[candidates->count++] = *candidate;
    else
        candidates->failed = true;
}

bool mintu_lies_in(const mintu_index *index, const mintu_place *place, const mintu_parents *parents, bool *now)
{
    *now = true;
    for (size_t i = 0; i < parents->count; i++) {
        bool here;
        if (place == parents->units[i] || !mintu_was_within(index, place, parents->units[i], &here))
            return false;
        *now = *now && here;
    }
    return true;
}

static bool fits(const path *p, const mintu_place *place, bool *now)
{
    return mintu_lies_in(p->index, place, &p->parents, now);
}

bool mintu_parents_narrow(const mintu_parents *parents)
{
    return parents->count > 0 && parents->units[parents->count - 1]->level > MINTU_LEVEL_PROVINCE;
}

static mintu_candidate candidate_of(const mintu_index_entry *entry, bool parent_named, bool now)
{
    return (mintu_candidate){.place = entry->place,
                             .kind = entry->kind,
                             .parent_named = parent_named,
                             .now = now,
                             .loose = entry->loose,
                             .alive = entry->alive};
}

/* False when the text is no name of a place in the parents. */
static bool read_leaf(const path *p, const char *text, size_t size)
{
    bool found = false, narrow = mintu_parents_narrow(&p->parents);
    const mintu_index_entry *entry = mintu_index_find(p->index, text, size);
    for (; entry; entry = mintu_index_next(p->index, entry)) {
        bool now;
        if (!fits(p, &p->index->gazetteer->places[entry->place], &now) || (entry->bound && !narrow))
            continue;
        found = true;
        mintu_candidate candidate = candidate_of(entry, p->parents.count > 0, now);
        candidate.loose = candidate.loose && !narrow;
        mintu_candidates_add(p->out, &candidate);
    }
    return found;
}

/* A zone that governs a town stands before it as a parent would; in the package it is another name of the town. */
static void read_zone(const path *p, const char *text, size_t size, size_t cut)
{
    const mintu_index_entry *zone = mintu_index_find(p->index, text, cut);
    for (; zone; zone = mintu_index_next(p->index, zone)) {
        const mintu_place *place = &p->index->gazetteer->places[zone->place];
        bool now;
        if (place->level < MINTU_LEVEL_TOWNSHIP || zone->kind != MINTU_MATCH_KIND_ALIAS || !fits(p, place, &now))
            continue;
        const mintu_index_entry *entry = mintu_index_find_place(p->index, text + cut, size - cut, zone->place);
        if (!entry)
            continue;
        mintu_candidate candidate = candidate_of(entry, true, now);
        mintu_candidates_add(p->out, &candidate);
    }
}

static void read_path(path *p, const char *text, size_t size);

/* The first @p cut bytes as a parent, in every meaning that fits the parents before it. */
static void read_parent(path *p, const char *text, size_t size, size_t cut)
{
    const mintu_index_entry *entry = mintu_index_find(p->index, text, cut);
    for (; entry; entry = mintu_index_next(p->index, entry)) {
        const mintu_place *unit = &p->index->gazetteer->places[entry->place];
        bool now;
        if (unit->level >= MINTU_LEVEL_TOWNSHIP || (entry->kind == MINTU_MATCH_KIND_LATIN && !p->reading->latin) ||
            !fits(p, unit, &now))
            continue;
        p->parents.units[p->parents.count++] = unit;
        read_path(p, text + cut, size - cut);
        p->parents.count--;
    }
}

/* Of all rests the shortest are kept, since they leave the least unexplained. */
static void keep_rest(path *p, const char *text)
{
    size_t start = (size_t)(text - p->reading->text);
    if (!p->rests || p->parents.count == 0 || (p->rests->count > 0 && p->rests->items[0].start > start))
        return;
    if (p->rests->count > 0 && p->rests->items[0].start < start)
        p->rests->count = 0;
    if (p->rests->count == MINTU_RESTS)
        return;
    p->rests->items[p->rests->count++] = (mintu_rest){p->parents, start};
}

/* A name may begin at the first byte of a character, or where the reading says so. */
static bool may_cut(const path *p, const char *at)
{
    if (p->reading->starts)
        return p->reading->starts[at - p->reading->text];
    return ((unsigned char)*at & 0xC0) != 0x80;
}

/* A text that is a name as a whole is not split: what follows a shorter name might be a name by accident. */
static void read_path(path *p, const char *text, size_t size)
{
    if (read_leaf(p, text, size))
        return;
    keep_rest(p, text);
    for (size_t cut = 1; cut < size; cut++) {
        if (!may_cut(p, text + cut))
            continue;
        if (p->parents.count < MINTU_PARENTS)
            read_parent(p, text, size, cut);
        read_zone(p, text, size, cut);
    }
}

static bool read_all(path *p)
{
    if (p->reading->size > 0)
        read_path(p, p->reading->text, p->reading->size);
    return !p->out->failed;
}

bool mintu_parse_path(const mintu_index *index, const mintu_reading *reading, mintu_candidates *out)
{
    path p = {.index = index, .reading = reading, .out = out};
    return read_all(&p);
}

bool mintu_parse_rests(const mintu_index *index, const mintu_reading *reading, mintu_rests *out)
{
    mintu_candidates none = {0};
    path p = {.index = index, .reading = reading, .out = &none, .rests = out};
    bool good = read_all(&p);
    free(none.items);
    return good;
}

bool mintu_parse_bracket(const char *text, size_t size, size_t *open, size_t *close)
{
    const char *start = memchr(text, '(', size);
    const char *end = start ? memchr(start, ')', size - (size_t)(start - text)) : NULL;
    if (!end || end == start + 1)
        return false;
    *open = (size_t)(start - text);
    *close = (size_t)(end - text);
    return true;
}

/* The bracket holds a unit that the place lay in. */
static void keep_in_bracket(const mintu_index *index, const mintu_candidates *outside, const mintu_candidates *units,
                            mintu_candidates *out)
{
    for (size_t i = 0; i < outside->count; i++)
        for (size_t u = 0; u < units->count; u++) {
            mintu_candidate candidate = outside->items[i];
            const mintu_place *place = &index->gazetteer->places[candidate.place];
            const mintu_place *unit = &index->gazetteer->places[units->items[u].place];
            bool now;
            if (unit->level >= place->level || !mintu_was_within(index, place, unit, &now))
                continue;
            candidate.parent_named = true;
            candidate.loose = candidate.loose && unit->level == MINTU_LEVEL_PROVINCE;
            candidate.now = candidate.now && now;
            mintu_candidates_add(out, &candidate);
        }
}

static mintu_candidates read_plain(const mintu_index *index, const char *text, size_t size)
{
    mintu_reading reading = {.text = text, .size = size};
    mintu_candidates found = {0};
    mintu_parse_path(index, &reading, &found);
    return found;
}

/* A bracket holds a parent, 龙门（安溪）, or another name of the same place, 杜浔（古雷）; anything else leaves no candidate. */
static void read_bracket(const mintu_index *index, const char *text, size_t size, mintu_candidates *out)
{
    size_t open, close;
    if (!mintu_parse_bracket(text, size, &open, &close))
        return;
    char outer[MINTU_NAME_SIZE];
    memcpy(outer, text, open);
    memcpy(outer + open, text + close + 1, size - close - 1);
    const char *inner = text + open + 1;
    size_t inner_size = close - open - 1;
    mintu_candidates outside = read_plain(index, outer, open + (size - close - 1));
    mintu_candidates units = read_plain(index, inner, inner_size);
    keep_in_bracket(index, &outside, &units, out);
    bool other_name = out->count == 0;
    for (size_t i = 0; i < outside.count && other_name; i++)
        if (mintu_index_find_place(index, inner, inner_size, outside.items[i].place))
            mintu_candidates_add(out, &outside.items[i]);
    out->failed = out->failed || outside.failed || units.failed;
    free(outside.items);
    free(units.items);
}

static bool is_official(const mintu_index *index, const char *text, size_t size)
{
    const mintu_index_entry *entry = mintu_index_find(index, text, size);
    while (entry && entry->kind != MINTU_MATCH_KIND_EXACT)
        entry = mintu_index_next(index, entry);
    return entry != NULL;
}

/* A bracket is read before the text is looked up as a whole, as it says more, unless it belongs to the official name. One
 * around all of the text says nothing. */
bool mintu_parse_name(const mintu_index *index, const char *text, size_t size, mintu_candidates *out)
{
    size_t open, close;
    if (mintu_parse_bracket(text, size, &open, &close)) {
        if (open == 0 && close == size - 1) {
            text++;
            size -= 2;
        } else if (!is_official(index, text, size)) {
            read_bracket(index, text, size, out);
        }
    }
    mintu_reading reading = {.text = text, .size = size};
    return out->count > 0 ? !out->failed : mintu_parse_path(index, &reading, out);
}
