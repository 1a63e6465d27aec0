#include "geocode/parse.h"

#include "gazetteer/names_in_time.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* What is being read: the units that were named so far, from the outermost. */
typedef struct path {
    const mintu_index *index;
    const mintu_reading *reading;
    const mintu_place *parents[MINTU_PARENTS];
    size_t count;
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

bool mintu_was_within(const mintu_gazetteer *gazetteer, const mintu_place *place, const mintu_place *unit, int date, bool *now)
{
    *now = mintu_gazetteer_is_within(gazetteer, place, unit, date);
    return *now || lay_within(gazetteer, place, unit);
}

/* A place keeps its best reading. */
static bool add(mintu_candidates *out, mintu_candidate candidate)
{
    for (size_t i = 0; i < out->count; i++) {
        mintu_candidate *known = &out->items[i];
        if (known->place != candidate.place)
            continue;
        if (candidate.kind < known->kind)
            known->kind = candidate.kind;
        known->now = known->now || candidate.now;
        known->parent_named = known->parent_named || candidate.parent_named;
        known->loose = known->loose && candidate.loose;
        known->alive = known->alive || candidate.alive;
        return true;
    }
    if (!MINTU_ARRAY_RESERVE(out->items, out->room, out->count + 1))
        return false;
    out->items[out->count++] = candidate;
    return true;
}

bool mintu_lies_in(const mintu_index *index, const mintu_place *place, const mintu_place *const *units, size_t count, bool *now)
{
    *now = true;
    for (size_t i = 0; i < count; i++) {
        bool here;
        if (place == units[i] || !mintu_was_within(index->gazetteer, place, units[i], index->date, &here))
            return false;
        *now = *now && here;
    }
    return true;
}

static bool fits(const path *p, const mintu_place *place, bool *now)
{
    return mintu_lies_in(p->index, place, p->parents, p->count, now);
}

static bool is_evidence(const mintu_place *const *parents, size_t count)
{
    return count > 0 && parents[count - 1]->level > MINTU_LEVEL_PROVINCE;
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

static bool read_leaf(const path *p, const char *text, size_t size, bool *found)
{
    *found = false;
    const mintu_index_entry *entry = mintu_index_find(p->index, text, size);
    for (; entry; entry = mintu_index_next(p->index, entry)) {
        bool now;
        if (!fits(p, &p->index->gazetteer->places[entry->place], &now) || (entry->bound && !is_evidence(p->parents, p->count)))
            continue;
        *found = true;
        mintu_candidate candidate = candidate_of(entry, p->count > 0, now);
        candidate.loose = candidate.loose && !is_evidence(p->parents, p->count);
        if (!add(p->out, candidate))
            return false;
    }
    return true;
}

/* A zone that governs a town stands before it as a parent would; in the package it is another name of the town. */
static bool read_zone(const path *p, const char *text, size_t size, size_t cut)
{
    const mintu_index_entry *zone = mintu_index_find(p->index, text, cut);
    for (; zone; zone = mintu_index_next(p->index, zone)) {
        const mintu_place *place = &p->index->gazetteer->places[zone->place];
        bool now;
        if (place->level < MINTU_LEVEL_TOWNSHIP || zone->kind != MINTU_MATCH_KIND_ALIAS || !fits(p, place, &now))
            continue;
        const mintu_index_entry *entry = mintu_index_find(p->index, text + cut, size - cut);
        while (entry && entry->place != zone->place)
            entry = mintu_index_next(p->index, entry);
        if (entry && !add(p->out, candidate_of(entry, true, now)))
            return false;
    }
    return true;
}

static bool read_path(path *p, const char *text, size_t size);

/* The first @p cut bytes as a parent, in every meaning that fits the parents before it. */
static bool read_parent(path *p, const char *text, size_t size, size_t cut)
{
    const mintu_index_entry *entry = mintu_index_find(p->index, text, cut);
    for (; entry; entry = mintu_index_next(p->index, entry)) {
        const mintu_place *unit = &p->index->gazetteer->places[entry->place];
        bool now;
        if (unit->level >= MINTU_LEVEL_TOWNSHIP || (entry->kind == MINTU_MATCH_KIND_LATIN && !p->reading->latin) ||
            !fits(p, unit, &now))
            continue;
        p->parents[p->count++] = unit;
        bool good = read_path(p, text + cut, size - cut);
        p->count--;
        if (!good)
            return false;
    }
    return true;
}

/* Of all rests the shortest are kept, since they leave the least unexplained. */
static void keep_rest(path *p, const char *text)
{
    size_t start = (size_t)(text - p->reading->text);
    if (!p->rests || p->count == 0 || (p->rests->count > 0 && p->rests->items[0].start > start))
        return;
    if (p->rests->count > 0 && p->rests->items[0].start < start)
        p->rests->count = 0;
    if (p->rests->count == MINTU_RESTS)
        return;
    mintu_rest *rest = &p->rests->items[p->rests->count++];
    *rest = (mintu_rest){.parent_count = p->count, .start = start};
    memcpy(rest->parents, p->parents, p->count * sizeof *p->parents);
}

/* A name may begin at the first byte of a character, or where the reading says so. */
static bool may_cut(const path *p, const char *at)
{
    if (p->reading->starts)
        return p->reading->starts[at - p->reading->text];
    return ((unsigned char)*at & 0xC0) != 0x80;
}

/* A text that is a name as a whole is not split: what follows a shorter name might be a name by accident. */
static bool read_path(path *p, const char *text, size_t size)
{
    bool found;
    if (!read_leaf(p, text, size, &found))
        return false;
    if (found)
        return true;
    keep_rest(p, text);
    for (size_t cut = 1; cut < size; cut++) {
        if (!may_cut(p, text + cut))
            continue;
        if ((p->count < MINTU_PARENTS && !read_parent(p, text, size, cut)) || !read_zone(p, text, size, cut))
            return false;
    }
    return true;
}

bool mintu_parse_path(const mintu_index *index, const mintu_reading *reading, mintu_candidates *out)
{
    path p = {.index = index, .reading = reading, .out = out};
    return reading->size == 0 || read_path(&p, reading->text, reading->size);
}

bool mintu_parse_rests(const mintu_index *index, const mintu_reading *reading, mintu_rests *out)
{
    mintu_candidates none = {0};
    path p = {.index = index, .reading = reading, .out = &none, .rests = out};
    bool good = reading->size == 0 || read_path(&p, reading->text, reading->size);
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

/* True when the bracket is a name of the place: alone, or with the type that stands behind the bracket, 太姥山（秦屿）镇. */
static bool is_name_of(const mintu_index *index, const char *text, size_t size, size_t place)
{
    const mintu_index_entry *entry = mintu_index_find(index, text, size);
    while (entry && entry->place != place)
        entry = mintu_index_next(index, entry);
    return entry != NULL;
}

static bool keep_in_bracket(const mintu_index *index, const mintu_candidates *outside, const mintu_candidates *units,
                            mintu_candidates *out)
{
    for (size_t i = 0; i < outside->count; i++)
        for (size_t u = 0; u < units->count; u++) {
            mintu_candidate candidate = outside->items[i];
            const mintu_place *place = &index->gazetteer->places[candidate.place];
            const mintu_place *unit = &index->gazetteer->places[units->items[u].place];
            bool now;
            if (unit->level >= place->level || !mintu_was_within(index->gazetteer, place, unit, index->date, &now))
                continue;
            candidate.parent_named = true;
            candidate.loose = candidate.loose && unit->level == MINTU_LEVEL_PROVINCE;
            candidate.now = candidate.now && now;
            if (!add(out, candidate))
                return false;
        }
    return true;
}

static bool keep_other_name(const mintu_index *index, const mintu_candidates *outside, const char *text, size_t size,
                            mintu_candidates *out)
{
    for (size_t i = 0; i < outside->count; i++)
        if (is_name_of(index, text, size, outside->items[i].place) && !add(out, outside->items[i]))
            return false;
    return true;
}

static bool read_plain(const mintu_index *index, const char *text, size_t size, mintu_candidates *out)
{
    mintu_reading reading = {.text = text, .size = size};
    return mintu_parse_path(index, &reading, out);
}

/* A bracket holds a parent, 龙门（安溪）, or another name of the same place, 杜浔（古雷）; anything else leaves no candidate. */
static bool read_bracket(const mintu_index *index, const char *text, size_t size, mintu_candidates *out)
{
    size_t open, close;
    if (!mintu_parse_bracket(text, size, &open, &close))
        return true;
    char outer[MINTU_NAME_SIZE];
    size_t outer_size = open + (size - close - 1);
    memcpy(outer, text, open);
    memcpy(outer + open, text + close + 1, size - close - 1);
    const char *inner = text + open + 1;
    size_t inner_size = close - open - 1;
    mintu_candidates outside = {0}, units = {0};
    bool good = read_plain(index, outer, outer_size, &outside) && read_plain(index, inner, inner_size, &units) &&
                keep_in_bracket(index, &outside, &units, out);
    if (good && out->count == 0)
        good = keep_other_name(index, &outside, inner, inner_size, out);
    free(outside.items);
    free(units.items);
    return good;
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
    if (size == 0)
        return true;
    if (mintu_parse_bracket(text, size, &open, &close) && open == 0 && close == size - 1)
        return read_plain(index, text + 1, size - 2, out);
    if (!is_official(index, text, size) && !read_bracket(index, text, size, out))
        return false;
    return out->count > 0 || read_plain(index, text, size, out);
}
