/* Accepted hits to mentions. A name that several places share is decided by the first of these that leaves one place:
 *
 *   1. the unit that its paragraph, or a title above it, names last and that has such a place;
 *   2. the county that the sentence names before;
 *   3. the class that the text states for the list (等15个中心镇);
 *   4. the level of the list, when two other names or more are decided and all are of one level;
 *   5. the county in which another decided name of the list lies, or which the sentence names behind;
 *   6. the prefecture that the sentence names before, or in which all other decided names of the list, two at least, lie;
 *   7. the place that the text means by the same name with a parent before;
 *   8. the roster asked for. */
#include "scan/scan_resolve.h"

#include "gazetteer/places.h"
#include "gazetteer/rosters.h"
#include "scan/scan_govern.h"
#include "scan/scan_meaning.h"
#include "scan/scan_parts.h"
#include "scan/scan_step.h"

#include <stdlib.h>
#include <string.h>

enum { LOOK_BACK = 32 }; /* mentions before the name that are looked at; keeps a text without sentences from costing more */

static bool add_mention(mintu_scan_work *work, size_t start, size_t end, size_t hit)
{
    mintu_scan *scan = work->scan;
    if (!MINTU_ARRAY_RESERVE(scan->mentions, scan->room, scan->count + 1) ||
        !MINTU_ARRAY_RESERVE(work->mention_hits, work->mention_room, scan->count + 1))
        return false;
    work->mention_hits[scan->count] = hit;
    mintu_mention *mention = &scan->mentions[scan->count++];
    memset(mention, 0, sizeof *mention); /* in place: it is large */
    mention->byte_start = start;
    mention->byte_end = end;
    return true;
}

/* A place that is taken for what the name may mean. */
static void offer(mintu_match *match)
{
    match->status = MINTU_MATCH_STATUS_AMBIGUOUS;
    match->candidates[0] = match->place;
    match->candidate_count = 1;
    match->place = NULL;
}

/* What the name means in the unit that has it by what the text says. */
static bool decide_by_owner(mintu_scan_work *work, const mintu_scan_hit *hit, mintu_mention *mention)
{
    mintu_match match;
    bool in = false;
    if (hit->owner == 0 || hit->parented || !work->hits[hit->owner - 1].accepted)
        return true;
    if (!mintu_scan_is_in(work, hit, &work->hits[hit->owner - 1], &in))
        return false;
    mintu_match_decide(&work->plain, &work->candidates, &match);
    if (!in || !match.place || match.place == mention->match.place)
        return true;
    mention->match = match;
    mention->evidence = MINTU_EVIDENCE_CONTEXT;
    return true;
}

/* The mention by itself, or in its unit, without roster and context. */
static bool decide(mintu_scan_work *work, const mintu_scan_hit *hit)
{
    if (!add_mention(work, hit->start, hit->end, (size_t)(hit - work->hits)))
        return false;
    mintu_mention *mention = &work->scan->mentions[work->scan->count - 1];
    mention->organisation = hit->right == MINTU_SCAN_CUE_ORGANISATION;
    if (hit->foreign)
        return true;
    if (!mintu_scan_candidates(work, hit->read, hit->end))
        return false;
    bool parent = hit->parented;
    for (size_t i = 0; i < work->candidates.count; i++)
        parent = parent && work->candidates.items[i].parent_named;
    mintu_match_decide(&work->plain, &work->candidates, &mention->match);
    if (hit->doubtful && mention->match.place)
        offer(&mention->match);
    if (mention->match.place)
        mention->evidence = parent ? MINTU_EVIDENCE_PARENT : MINTU_EVIDENCE_UNIQUE;
    return decide_by_owner(work, hit, mention);
}

static int compare_spans(const void *a, const void *b)
{
    const mintu_scan_span *x = a, *y = b;
    return (x->start > y->start) - (x->start < y->start);
}

/* Words that stand among the names of a list of a stated class are names that the package does not have. */
static bool has_unknown_names(const mintu_scan_work *work, const mintu_scan_list *list)
{
    size_t accepted = 0;
    for (size_t i = 0; i < list->count; i++)
        accepted += work->hits[list->first + i].accepted;
    return list->ending.kind > MINTU_SCAN_CLASS_PLACE && !list->tails && list->others == 0 && accepted > list->items;
}

static bool decide_list(mintu_scan_work *work, mintu_scan_list *list)
{
    size_t item = list->item, end = has_unknown_names(work, list) ? item + list->items : item;
    if (list->items)
        qsort(work->items + item, list->items, sizeof *work->items, compare_spans);
    list->mention = work->scan->count;
    for (size_t i = 0; i <= list->count; i++) {
        const mintu_scan_hit *hit = i < list->count ? &work->hits[list->first + i] : NULL;
        for (; item < end && (!hit || work->items[item].start < hit->start); item++)
            if (!add_mention(work, work->items[item].start, work->items[item].end, SIZE_MAX))
                return false;
        if (hit && hit->accepted && !decide(work, hit))
            return false;
    }
    list->mentions = work->scan->count - list->mention;
    return true;
}

static const mintu_place *within(const mintu_scan_work *work, const mintu_place *place, mintu_level level)
{
    return place && place->level >= level
               ? mintu_gazetteer_within(work->geocoder->index.gazetteer, place, level, work->geocoder->index.date)
               : NULL;
}

static size_t index_of(const mintu_scan_work *work, const mintu_place *place)
{
    return mintu_gazetteer_index(work->geocoder->index.gazetteer, place);
}

/* What supports an ambiguous name. */
typedef struct context {
    mintu_scan_work *work;
    const mintu_scan_list *list;
    size_t mark; /* of the list, in work->stamps */
    size_t decided[MINTU_LEVEL_END], decided_all;
    const mintu_place *prefecture; /* of all decided names of the list */
    bool one_prefecture;
    size_t mention;        /* the ambiguous one */
    size_t sentence_first; /* first mention of its sentence that is looked at */
} context;

/* Reads the decided mentions of a list. */
static void read_list(context *c, const mintu_scan_list *list, size_t mark)
{
    c->list = list;
    c->mark = mark;
    c->decided_all = 0;
    c->prefecture = NULL;
    c->one_prefecture = true;
    memset(c->decided, 0, sizeof c->decided);
    for (size_t i = 0; list && i < list->mentions; i++) {
        const mintu_mention *mention = &c->work->scan->mentions[list->mention + i];
        const mintu_place *place = mention->match.place;
        if (!place)
            continue;
        const mintu_place *county = within(c->work, place, MINTU_LEVEL_COUNTY);
        const mintu_place *prefecture = within(c->work, place, MINTU_LEVEL_PREFECTURE);
        c->decided[place->level]++;
        c->one_prefecture = c->one_prefecture && prefecture && (c->decided_all == 0 || prefecture == c->prefecture);
        c->prefecture = prefecture;
        c->decided_all++;
        if (county)
            c->work->stamps[index_of(c->work, county)] = mark;
    }
}

typedef bool keep_fn(const context *c, const mintu_place *place);

static bool keep_class(const context *c, const mintu_place *place)
{
    mintu_place_then then = mintu_gazetteer_then(c->work->geocoder->index.gazetteer, place, c->work->geocoder->index.date);
    return c->list && mintu_scan_class_fits(c->list->ending.kind, place->level, then.name);
}

static bool keep_level(const context *c, const mintu_place *place)
{
    return c->decided_all >= 2 && c->decided[place->level] == c->decided_all;
}

/* True when the text says behind the ambiguous one that it lies in the unit: 寿山乡位于屏南县. */
static bool is_named_behind(const context *c, const mintu_place *unit)
{
    const mintu_scan *scan = c->work->scan;
    if (c->mention + 1 >= scan->count)
        return false;
    const mintu_mention *mention = &scan->mentions[c->mention], *behind = mention + 1;
    return behind->match.place == unit &&
           mintu_scan_says_within(c->work, mention->byte_end, behind->byte_start, behind->byte_end);
}

/* True when a mention before the ambiguous one, in its sentence, names the unit, by itself or as the parent of a place, or the one
 * behind it. */
static bool is_named_before(const context *c, const mintu_place *unit)
{
    for (size_t i = c->mention; i-- > c->sentence_first;) {
        const mintu_mention *before = &c->work->scan->mentions[i];
        if (before->match.place == unit ||
            (before->evidence == MINTU_EVIDENCE_PARENT && within(c->work, before->match.place, unit->level) == unit))
            return true;
    }
    return is_named_behind(c, unit);
}

/* The county that the sentence names before goes before the class that is stated. */
static bool keep_named(const context *c, const mintu_place *place)
{
    const mintu_place *county = place->level == MINTU_LEVEL_TOWNSHIP ? within(c->work, place, MINTU_LEVEL_COUNTY) : NULL;
    return county && is_named_before(c, county);
}

static bool keep_county(const context *c, const mintu_place *place)
{
    const mintu_place *county = place->level == MINTU_LEVEL_TOWNSHIP ? within(c->work, place, MINTU_LEVEL_COUNTY) : NULL;
    return county && ((c->list && c->work->stamps[index_of(c->work, county)] == c->mark) || is_named_before(c, county));
}

static bool keep_prefecture(const context *c, const mintu_place *place)
{
    const mintu_place *unit = within(c->work, place, MINTU_LEVEL_PREFECTURE);
    bool all = c->list && c->one_prefecture && c->decided_all >= 2 && unit == c->prefecture;
    return unit && unit != place && (all || is_named_before(c, unit));
}

static bool same_text(const mintu_scan_work *work, const mintu_scan_hit *a, const mintu_scan_hit *b)
{
    size_t size = a->end - a->name;
    return b->end - b->name >= size && memcmp(work->text + a->name, work->text + b->name, size) == 0;
}

/* The nearest mentions before that have the name with a parent. */
static bool keep_known(const context *c, const mintu_place *place)
{
    const mintu_scan_work *work = c->work;
    const mintu_scan_hit *hit = &work->hits[work->mention_hits[c->mention]];
    for (size_t i = c->mention, n = 0; i-- > 0 && n < (size_t)8 * LOOK_BACK; n++) {
        const mintu_mention *known = &work->scan->mentions[i];
        if (known->evidence == MINTU_EVIDENCE_PARENT && same_text(work, hit, &work->hits[work->mention_hits[i]]))
            return known->match.place == place;
    }
    return false;
}

static bool keep_roster(const context *c, const mintu_place *place)
{
    return mintu_rosters_has(place, c->work->geocoder->options.rosters);
}

/* A rule narrows the candidates, and one that would leave none is passed over. */
static void narrow(const context *c, mintu_match *match, keep_fn *keep)
{
    const mintu_place *kept[MINTU_MATCH_CANDIDATES];
    size_t count = 0;
    for (size_t i = 0; i < match->candidate_count; i++)
        if (keep(c, match->candidates[i]))
            kept[count++] = match->candidates[i];
    if (count == 0 || count == match->candidate_count)
        return;
    for (size_t i = 0; i < MINTU_MATCH_CANDIDATES; i++)
        match->candidates[i] = i < count ? kept[i] : NULL;
    match->candidate_count = count;
}

/* A name that is near to one place only needs a rule that speaks of where it is. */
static void settle(const context *c, mintu_mention *mention)
{
    static keep_fn *const rules[] = {keep_named, keep_class, keep_level, keep_county, keep_prefecture, keep_known, keep_roster};
    enum { CLASS = 1, LEVEL = 2, ROSTER = sizeof rules / sizeof *rules - 1 };
    mintu_match *match = &mention->match;
    bool lone = match->candidate_count == 1;
    if (match->candidate_count > MINTU_MATCH_CANDIDATES)
        return;
    for (size_t i = 0; i <= ROSTER; i++) {
        if (lone && (i == CLASS || i == LEVEL))
            continue;
        narrow(c, match, rules[i]);
        if (match->candidate_count > 1 || (lone && !rules[i](c, match->candidates[0])))
            continue;
        mention->evidence = i == ROSTER ? MINTU_EVIDENCE_ROSTER : MINTU_EVIDENCE_CONTEXT;
        match->status = MINTU_MATCH_STATUS_MATCHED;
        match->place = match->candidates[0];
        match->candidates[0] = NULL;
        match->candidate_count = 0;
        return;
    }
}

/* True when a sentence ends between two bytes. */
static bool is_parted(const mintu_scan_work *work, size_t from, size_t to)
{
    for (size_t at = from; at < to; at++)
        if (mintu_scan_may_stop(work->text[at]) && mintu_scan_stop(work->text, work->size, at) > 0)
            return true;
    return false;
}

static bool settle_all(mintu_scan_work *work)
{
    context c = {.work = work};
    size_t list = 0, sentence = 0, read = SIZE_MAX, mark = 0;
    for (size_t i = 0; i < work->scan->count; i++) {
        mintu_mention *mention = &work->scan->mentions[i];
        if (!mintu_scan_goes_on(work))
            return false;
        if (i > 0 && is_parted(work, work->scan->mentions[i - 1].byte_end, mention->byte_start))
            sentence = i;
        if (mention->match.status != MINTU_MATCH_STATUS_AMBIGUOUS)
            continue;
        while (list < work->list_count && work->lists[list].mention + work->lists[list].mentions <= i)
            list++;
        bool inside = list < work->list_count && work->lists[list].mention <= i;
        if (!inside || read != list)
            read_list(&c, inside ? &work->lists[list] : NULL, ++mark);
        read = inside ? list : SIZE_MAX;
        c.mention = i;
        c.sentence_first = i - sentence > LOOK_BACK ? i - LOOK_BACK : sentence;
        settle(&c, mention);
    }
    return true;
}

bool mintu_scan_resolve(mintu_scan_work *work)
{
    for (size_t i = 0; i < work->hit_count;) {
        const mintu_scan_hit *hit = &work->hits[i];
        bool listed = hit->list != SIZE_MAX;
        if (!mintu_scan_goes_on(work))
            return false;
        if (listed ? !decide_list(work, &work->lists[hit->list]) : (hit->accepted && !decide(work, hit)))
            return false;
        i += listed ? work->lists[hit->list].count : 1;
    }
    return settle_all(work);
}

/* Two names or more are a group, and one when the text states a number for it. */
bool mintu_scan_group_up(mintu_scan_work *work)
{
    mintu_scan *scan = work->scan;
    for (size_t i = 0; i < work->list_count; i++) {
        mintu_scan_list *list = &work->lists[i];
        if (list->mentions == 0 || (list->mentions == 1 && list->ending.stated < 0))
            continue;
        if (!MINTU_ARRAY_RESERVE(scan->groups, scan->group_room, scan->group_count + 1))
            return false;
        const mintu_mention *first = &scan->mentions[list->mention], *last = first + list->mentions - 1;
        mintu_scan_group *group = &scan->groups[scan->group_count++];
        *group = (mintu_scan_group){.id = (int)scan->group_count,
                                    .count = list->mentions,
                                    .stated = list->ending.stated,
                                    .open = list->ending.open,
                                    .byte_start = first->byte_start,
                                    .byte_end = last->byte_end};
        for (size_t n = 0; n < list->mentions; n++)
            scan->mentions[list->mention + n].group = group->id;
    }
    return true;
}
