/* Names with what belongs to them: 安溪|龙门, 龙门（安溪）. A parent that does not fit makes the name foreign. */
#include "scan/scan_join.h"

#include "scan/scan_bounds.h"
#include "scan/scan_govern.h"
#include "scan/scan_meaning.h"
#include "scan/scan_parts.h"
#include "scan/scan_sign.h"
#include "scan/scan_step.h"
#include "scan/scan_unit.h"

#include <string.h>

enum { BRACKET = 48 }; /* bytes that a bracket with a name may hold */

static unsigned highest(unsigned levels)
{
    return levels & (~levels + 1);
}

/* True when every level of @p a is above every level of @p b. */
static bool is_above(unsigned a, unsigned b)
{
    return a && a < highest(b);
}

static void take_parent(mintu_scan_hit *hit, const mintu_scan_hit *next)
{
    bool county = (hit->levels & (1U << MINTU_LEVEL_COUNTY)) != 0;
    hit->firm = hit->firm || hit->full || next->full || county;
    hit->parented = true;
    hit->name = next->start;
    hit->end = next->end;
    hit->levels = next->levels;
    hit->full = next->full;
    hit->ordinary = next->ordinary;
    hit->right = next->right;
}

static bool has_parent_named(const mintu_candidates *candidates)
{
    for (size_t i = 0; i < candidates->count; i++)
        if (candidates->items[i].parent_named)
            return true;
    return false;
}

/* True when two names side by side may mean one place: a zone and the town it governs. */
static bool is_same_place(mintu_scan_work *work, const mintu_scan_hit *hit, const mintu_scan_hit *leaf, bool *out)
{
    size_t places[MINTU_MATCH_CANDIDATES], count = 0;
    *out = false;
    if (!mintu_scan_candidates(work, hit->read, hit->end))
        return false;
    for (; count < work->candidates.count && count < MINTU_MATCH_CANDIDATES; count++)
        places[count] = work->candidates.items[count].place;
    if (!mintu_scan_candidates(work, leaf->start, leaf->end))
        return false;
    for (size_t i = 0; i < work->candidates.count; i++)
        for (size_t n = 0; n < count; n++)
            *out = *out || places[n] == work->candidates.items[i].place;
    return true;
}

/* Takes the names that follow without a gap, as long as each lies in the one before. */
static bool join_path(mintu_scan_work *work, mintu_scan_hit *hit, size_t *next)
{
    for (; *next < work->hit_count && work->hits[*next].start == hit->end; ++*next) {
        mintu_scan_hit *leaf = &work->hits[*next];
        bool same = false;
        if (!leaf->levels)
            return true;
        if (leaf->ordinary && !leaf->full)
            return true;
        if (hit->full && leaf->full && leaf->end - leaf->start != hit->end - hit->name &&
            !is_same_place(work, hit, leaf, &same))
            return false;
        if (same) {
            hit->read = hit->name = leaf->start;
            hit->end = leaf->end;
            hit->right = leaf->right;
            continue;
        }
        if (!(hit->levels & MINTU_SCAN_UPPER))
            return true;
        if (!mintu_scan_candidates(work, hit->read, leaf->end))
            return false;
        if (!has_parent_named(&work->candidates)) {
            leaf->foreign = leaf->foreign || (leaf->full && is_above(hit->levels, leaf->levels));
            return true;
        }
        take_parent(hit, leaf);
    }
    return true;
}

/* End of the bracket that opens at @p at, with the bracket; 0 when none closes near by. */
static size_t find_close(const mintu_scan_work *work, size_t at, size_t *inner, size_t *inner_end)
{
    static const char *const stops[] = {"。", "；", "！", "？", "\n", "（", "(", "〔", "【", "[", NULL};
    size_t opening = mintu_scan_opening(work->text, work->size, at);
    if (opening == 0)
        return 0;
    *inner = at + opening;
    for (size_t end = *inner; end < work->size && end < *inner + BRACKET; end++) {
        size_t closing = mintu_scan_closing(work->text, work->size, end);
        *inner_end = end;
        if (closing > 0)
            return end > *inner ? end + closing : 0;
        if (mintu_scan_word_at(stops, work->text, work->size, end) > 0 || work->text[end] == '\0')
            return 0;
    }
    return 0;
}

/* What the bracket holds is a unit above the name, and yet the name does not lie in it. */
static bool is_wrong_parent(const mintu_scan_work *work, const mintu_scan_hit *hit, size_t inner, size_t inner_end)
{
    const mintu_scan_key *key = mintu_scan_table_find(work->table, work->text + inner, inner_end - inner);
    return key && (is_above(key->levels, hit->levels) || is_above(key->elsewhere, hit->levels));
}

static bool join_bracket(mintu_scan_work *work, mintu_scan_hit *hit)
{
    static const char *const types[] = {"街道", "镇", "乡", "县", "市", "区", NULL};
    size_t inner, inner_end, close = find_close(work, hit->end, &inner, &inner_end);
    if (close == 0)
        return true;
    size_t type = hit->full ? 0 : mintu_scan_word_at(types, work->text, work->size, close);
    for (int with_type = type > 0; with_type >= 0; with_type--) {
        size_t end = close + (with_type ? type : 0);
        if (!mintu_scan_candidates(work, hit->read, end))
            return false;
        if (work->candidates.count == 0)
            continue;
        hit->end = end;
        hit->full = hit->full || with_type;
        hit->parented = hit->firm = true;
        hit->right = (unsigned char)mintu_scan_right(work->text, work->size, end);
        return true;
    }
    if (is_wrong_parent(work, hit, inner, inner_end) || mintu_scan_foreign_before(work->text, inner_end)) {
        hit->foreign = hit->firm = true;
        hit->end = close;
        hit->right = (unsigned char)mintu_scan_right(work->text, work->size, close);
    }
    return true;
}

/* Names of counties and towns only follow a province of their own without a gap. */
enum { TOWNSHIP = 1 << MINTU_LEVEL_TOWNSHIP, SMALLER = 1 << MINTU_LEVEL_COUNTY | TOWNSHIP };

/* True when the hit may be governed from afar: a township, or a name that units elsewhere have, too. */
static bool may_be_governed(const mintu_scan_hit *hit)
{
    return !hit->parented && (!(hit->levels & MINTU_SCAN_UPPER) || hit->elsewhere);
}

/* True when the hit names a unit of the package that may govern, or a town with it before. */
static bool may_govern(const mintu_scan_hit *hit)
{
    if (!hit->foreign && hit->parented && hit->name > hit->read)
        return true;
    return !hit->foreign && (hit->levels & MINTU_SCAN_UPPER) && (hit->full || hit->left || hit->right);
}

/* The short name of a town that is greater elsewhere, before a town with its type: 洛阳|白马寺镇. */
static bool is_famous_before(const mintu_scan_work *work, size_t at, bool adjacent)
{
    const mintu_scan_hit *hit = &work->hits[at];
    return !adjacent && mintu_scan_is_mark(hit) && at + 1 < work->hit_count && hit[1].start == hit->end && hit[1].full;
}

/* True when the hit is in the name of an airport, with at most four characters more: 三明|沙县|机场, 厦门|高崎|国际机场. */
static bool is_airport(const mintu_scan_work *work, const mintu_scan_hit *hit)
{
    enum { MORE = 12 };
    static const char *const airports[] = {"机场", "国际机场", NULL};
    for (size_t at = hit->end; at <= hit->end + MORE && at + 3 <= work->size; at += 3) {
        if (mintu_scan_word_at(airports, work->text, work->size, at) > 0)
            return !hit->full || at == hit->end;
        if ((unsigned char)work->text[at] < 0xE4 || (unsigned char)work->text[at] > 0xE9 ||
            mintu_scan_is_function(work->text, at + 3))
            return false;
    }
    return false;
}

static bool is_wanted(mintu_scan_work *work, const mintu_scan_hit *hit, bool adjacent)
{
    const mintu_scan_text_part part = {work->text, work->size, hit->start, hit->end};
    if (adjacent || !hit->full || (hit->levels & MINTU_SCAN_UPPER))
        return true;
    return mintu_scan_begins(work->text, hit->start) &&
           (hit->owner > 0 || hit->left != MINTU_SCAN_CUE_NONE || mintu_scan_follows_word(&work->words, &part));
}

/* What stands before the hit, or behind it, says that it lies elsewhere. */
static bool place_elsewhere(mintu_scan_work *work, mintu_scan_hit *hit, size_t next, mintu_scan_governor *governor)
{
    bool governed = false;
    hit->beneath = mintu_scan_govern_reaches(work, governor, hit->start);
    if (may_be_governed(hit) && !mintu_scan_governed(work, hit, next, governor, &governed))
        return false;
    if (!governed && hit->full && may_be_governed(hit) &&
        !mintu_scan_named_elsewhere(work, hit, next, &governor->named, &governed))
        return false;
    hit->foreign = hit->foreign || governed;
    return true;
}

bool mintu_scan_join(mintu_scan_work *work)
{
    mintu_scan_governor governor = {.scope = MINTU_SCAN_SCOPE_NONE};
    size_t kept = 0;
    mintu_scan_sign(work);
    for (size_t i = 0; i < work->hit_count;) {
        mintu_scan_hit hit = work->hits[i++];
        bool adjacent = kept > 0 && work->hits[kept - 1].end == hit.start;
        if (!hit.levels && !hit.elsewhere)
            continue;
        if (!hit.levels || is_famous_before(work, i - 1, adjacent)) {
            mintu_scan_govern_mark(work, i - 1, &governor);
            continue;
        }
        if (hit.full && !adjacent)
            hit.foreign = hit.foreign || mintu_scan_foreign_before(work->text, hit.start);
        if ((hit.levels & SMALLER) == hit.levels && !adjacent) /* 江苏泉州商会 is none of these */
            hit.foreign = hit.foreign || mintu_foreign_before(&work->geocoder->foreign, work->text, hit.start);
        if (!mintu_scan_goes_on(work) || !join_path(work, &hit, &i) || !join_bracket(work, &hit) ||
            !place_elsewhere(work, &hit, i, &governor))
            return false;
        hit.foreign = hit.foreign || (!hit.parented && !is_wanted(work, &hit, adjacent));
        while (i < work->hit_count && work->hits[i].start < hit.end)
            i++;
        if (is_airport(work, &hit))
            continue;
        if (may_govern(&hit))
            mintu_scan_govern_unit(work, &hit, kept, &governor);
        work->hits[kept++] = hit;
    }
    work->hit_count = kept;
    return true;
}
