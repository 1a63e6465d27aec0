/* Which hits are names. The rules are told in scan.h; see there before changing one. */
#include "scan/scan_accept.h"

#include "gazetteer/names_in_time.h"
#include "gazetteer/places.h"
#include "scan/scan_meaning.h"
#include "scan/scan_parts.h"
#include "scan/scan_reach.h"
#include "scan/scan_step.h"

#include <string.h>

enum { LOOK_BACK = 36 }; /* bytes between a list and the unit before it that it belongs to */

static bool is_upper(const mintu_scan_hit *hit)
{
    return (hit->levels & MINTU_SCAN_UPPER) != 0;
}

/* A name that is certain by itself. */
static bool is_certain(const mintu_scan_hit *hit)
{
    if (hit->ordinary && !hit->firm)
        return hit->full && hit->left != MINTU_SCAN_CUE_NONE && hit->left != MINTU_SCAN_CUE_WORD;
    return hit->full || hit->firm;
}

/* True when the name is a word of its own where it stands: not in 永安全. */
static bool is_word(mintu_scan_work *work, const mintu_scan_hit *hit)
{
    const mintu_scan_text_part part = {work->text, work->size, hit->start, hit->end};
    return mintu_scan_parts(&work->words, &part);
}

/* A short name alone, by the words on both sides. */
static bool stands_alone(mintu_scan_work *work, const mintu_scan_hit *hit)
{
    if (hit->levels & (1U << MINTU_LEVEL_PROVINCE))
        return true;
    if (!is_upper(hit) && !hit->parented)
        return false;
    if (!hit->elsewhere && mintu_scan_is_dateline(work->text, work->size, hit->start, hit->end))
        return true;
    if (hit->right >= MINTU_SCAN_CUE_STRONG)
        return true;
    if (hit->left >= MINTU_SCAN_CUE_WORD)
        return hit->right != MINTU_SCAN_CUE_NONE && (hit->right != MINTU_SCAN_CUE_WORD || is_word(work, hit));
    if (hit->left == MINTU_SCAN_CUE_LINE && hit->right == MINTU_SCAN_CUE_LINE)
        return true;
    return hit->left != MINTU_SCAN_CUE_NONE && (hit->parented || (hit->right == MINTU_SCAN_CUE_WORD && is_word(work, hit)));
}

/* A town that bears the name of a prefecture or province elsewhere, which is what the short name means without more: 洛阳. */
static bool is_famous(const mintu_scan_hit *hit)
{
    enum { GREAT = 1 << MINTU_LEVEL_PROVINCE | 1 << MINTU_LEVEL_PREFECTURE };
    return !is_upper(hit) && !hit->full && !hit->parented && (hit->elsewhere & GREAT);
}

/* The short name of a prefecture in prose: as no other word begins or ends with it, one side that is no word is enough. */
static bool is_prefecture(mintu_scan_work *work, const mintu_scan_hit *hit)
{
    return (hit->levels & 1U << MINTU_LEVEL_PREFECTURE) && !hit->ordinary && (hit->left || hit->right || is_word(work, hit));
}

/* True when the hit is a name if the text names the place elsewhere: with words on one side that go with places, or ends of
 * clauses on both; a township needs both. */
static bool may_be_known(const mintu_scan_hit *hit)
{
    bool left = hit->left != MINTU_SCAN_CUE_NONE, right = hit->right != MINTU_SCAN_CUE_NONE;
    bool word = hit->left >= MINTU_SCAN_CUE_WORD || hit->right >= MINTU_SCAN_CUE_WORD;
    return is_upper(hit) ? word || (left && right) : word && left && right;
}

/* The candidates of the hit lie in the unit. */
static bool lies_in(mintu_scan_work *work, const mintu_scan_hit *hit, const mintu_place *unit, bool *out)
{
    const mintu_gazetteer *gazetteer = work->geocoder->index.gazetteer;
    if (!mintu_scan_candidates(work, hit->read, hit->end))
        return false;
    *out = false;
    for (size_t i = 0; i < work->candidates.count && !*out; i++)
        *out = mintu_gazetteer_is_within(gazetteer, &gazetteer->places[work->candidates.items[i].place], unit,
                                         work->geocoder->index.date);
    return true;
}

/* True when the words from @p from to @p to say that what follows lies in what is before: 惠安的洛阳, but not 惠安赴洛阳. */
static bool is_of(const mintu_scan_work *work, size_t from, size_t to)
{
    return mintu_scan_reach_read(work->text, from, to) == MINTU_SCAN_REACH_JOINED;
}

/* The unit named shortly before the list, when all names of the list may lie in it: 南安市的水头、官桥. */
static bool has_parent_before(mintu_scan_work *work, const mintu_scan_list *list, bool *out)
{
    *out = false;
    if (list->first == 0)
        return true;
    const mintu_scan_hit *parent = &work->hits[list->first - 1];
    if (!parent->accepted || !(parent->levels & MINTU_SCAN_UPPER) || (parent->levels & 1U << MINTU_LEVEL_PROVINCE) ||
        work->hits[list->first].start - parent->end > LOOK_BACK)
        return true;
    for (size_t at = parent->end; at < work->hits[list->first].start; at++)
        if (mintu_scan_word_at((const char *const[]){"。", "；", "\n", NULL}, work->text, work->size, at) > 0)
            return true;
    if (!mintu_scan_candidates(work, parent->read, parent->end) || work->candidates.count == 0)
        return work->candidates.count == 0;
    const mintu_place *unit = &work->geocoder->index.gazetteer->places[work->candidates.items[0].place];
    bool of = is_of(work, parent->end, work->hits[list->first].start);
    *out = true;
    for (size_t i = 0; i < list->count && *out; i++) {
        const mintu_scan_hit *hit = &work->hits[list->first + i];
        if (!lies_in(work, hit, unit, out))
            return false;
        *out = *out && (of || !is_famous(hit));
    }
    return true;
}

/* What a list says for its short names. */
typedef struct support {
    bool upper;    /* names of counties and above count */
    bool township; /* names of townships count */
} support;

static bool is_on_roster(mintu_scan_work *work, const mintu_scan_hit *hit, bool *out)
{
    unsigned rosters = work->geocoder->options.rosters;
    *out = false;
    if (!rosters)
        return true;
    if (!mintu_scan_candidates(work, hit->read, hit->end))
        return false;
    for (size_t i = 0; i < work->candidates.count; i++)
        *out = *out || (work->geocoder->index.gazetteer->places[work->candidates.items[i].place].rosters & rosters) != 0;
    return true;
}

/* Three short names of towns that lie in one county are a list of towns: 九湖、颜厝、程溪. */
static bool shares_county(mintu_scan_work *work, const mintu_scan_list *list, bool *out)
{
    enum { ENOUGH = 3 };
    const mintu_gazetteer *gazetteer = work->geocoder->index.gazetteer;
    const mintu_place *counties[MINTU_MATCH_CANDIDATES];
    size_t count = 0;
    *out = false;
    if (list->comma || list->tails || list->count < ENOUGH || list->items + list->others > 0)
        return true;
    for (size_t i = 0; i < list->count; i++)
        if (is_upper(&work->hits[list->first + i]) || work->hits[list->first + i].ordinary)
            return true;
    const mintu_scan_hit *first = &work->hits[list->first];
    if (!mintu_scan_candidates(work, first->read, first->end))
        return false;
    for (size_t i = 0; i < work->candidates.count && count < MINTU_MATCH_CANDIDATES; i++)
        counties[count++] = mintu_gazetteer_within(gazetteer, &gazetteer->places[work->candidates.items[i].place],
                                                   MINTU_LEVEL_COUNTY, work->geocoder->index.date);
    for (size_t c = 0; c < count && !*out; c++) {
        *out = counties[c] != NULL;
        for (size_t i = 1; i < list->count && *out; i++)
            if (!lies_in(work, &work->hits[list->first + i], counties[c], out))
                return false;
    }
    return true;
}

static bool weigh(mintu_scan_work *work, const mintu_scan_list *list, support *out)
{
    size_t upper = 0, certain = 0, town = 0;
    for (size_t i = 0; i < list->count; i++) {
        const mintu_scan_hit *hit = &work->hits[list->first + i];
        upper += is_upper(hit) && !hit->foreign;
        certain += is_certain(hit);
        town += !is_upper(hit) && is_certain(hit);
    }
    const mintu_scan_hit *first = &work->hits[list->first], *last = first + list->count - 1;
    size_t unknown = list->items + list->others;
    bool begins = first->left != MINTU_SCAN_CUE_NONE || list->count > 2;
    bool ends = last->right != MINTU_SCAN_CUE_NONE || list->tails ||
                mintu_scan_word_at((const char *const[]){"的", NULL}, work->text, work->size, last->end) > 0;
    if (list->tails)
        begins = first->left >= MINTU_SCAN_CUE_WORD || first->left == MINTU_SCAN_CUE_LINE || (first->left && list->count > 2);
    out->upper = begins && ends && upper + certain > unknown && (upper >= (list->comma ? 3U : 2U) || certain > 0);
    out->upper = out->upper || (!list->tails && list->ending.kind > MINTU_SCAN_CLASS_PLACE &&
                                !mintu_scan_class_is_township(list->ending.kind));
    out->township = !list->tails && !list->comma && (mintu_scan_class_is_township(list->ending.kind) || town > 0);
    if (out->township || list->tails)
        return true;
    return has_parent_before(work, list, &out->township) && (out->township || shares_county(work, list, &out->township));
}

/* True when the list has a word that the package does not know and that ends like the hit, with what a river or mountain ends with:
 * 晋江、闽江. */
static bool is_among_features(const mintu_scan_work *work, const mintu_scan_list *list, const mintu_scan_hit *hit)
{
    static const char *const features[] = {"江", "河", "溪", "湖", "海", "洋", "湾", "山", "岭", "峰", "岛", NULL};
    size_t length = hit->full ? 0 : mintu_scan_word_before(features, work->text, hit->end);
    const char *ending = work->text + hit->end - length;
    for (size_t i = 0; length > 0 && i < list->items; i++)
        if (memcmp(work->text + work->items[list->item + i].end - length, ending, length) == 0)
            return true;
    size_t at = work->hits[list->first + list->count - 1].end;
    at += mintu_scan_separator(work->text, work->size, at);
    for (size_t n = 1; length > 0 && n < 4 && at + (n + 1) * length <= work->size; n++) /* 晋江、九龙江两岸 */
        if (memcmp(work->text + at + n * length, ending, length) == 0)
            return at > work->hits[list->first + list->count - 1].end;
    return false;
}

/* What looks like counties in a list of towns below a unit elsewhere is towns there: 浙江省建德市（尤溪、永丰等乡镇）. */
static void mark_towns_elsewhere(mintu_scan_work *work, const mintu_scan_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        mintu_scan_hit *hit = &work->hits[list->first + i];
        hit->foreign = hit->foreign || (!hit->full && !hit->parented && (hit->levels & 1U << MINTU_LEVEL_COUNTY));
    }
}

static bool accept_list(mintu_scan_work *work, const mintu_scan_list *list)
{
    support s = {0};
    if (list->beneath)
        mark_towns_elsewhere(work, list);
    if (!weigh(work, list, &s))
        return false;
    for (size_t i = 0; i < list->count; i++) {
        mintu_scan_hit *hit = &work->hits[list->first + i];
        bool on_roster = false;
        if (!hit->parented && is_among_features(work, list, hit))
            continue;
        if (!is_upper(hit) && !s.township && !is_on_roster(work, hit, &on_roster))
            return false;
        hit->accepted = is_certain(hit) || stands_alone(work, hit) || is_prefecture(work, hit) ||
                        (is_upper(hit) ? s.upper || s.township : s.township || on_roster);
    }
    return true;
}

static bool accept_alone(mintu_scan_work *work, mintu_scan_hit *hit)
{
    bool on_roster = false;
    hit->accepted = is_certain(hit) || stands_alone(work, hit) || is_prefecture(work, hit);
    if (hit->accepted || !hit->left || !hit->right)
        return true;
    if (!is_on_roster(work, hit, &on_roster))
        return false;
    hit->accepted = on_roster;
    if (on_roster || is_upper(hit))
        return true;
    const mintu_scan_list single = {.first = (size_t)(hit - work->hits), .count = 1};
    return has_parent_before(work, &single, &hit->accepted);
}

/* Marks the places that accepted hits name beyond doubt, then accepts hits that mean one of them. */
static bool accept_known(mintu_scan_work *work)
{
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < work->hit_count; i++) {
            mintu_scan_hit *hit = &work->hits[i];
            if (hit->foreign || (pass == 0 ? !hit->accepted : hit->accepted || hit->ordinary || !may_be_known(hit)))
                continue;
            mintu_match match;
            if (!mintu_scan_goes_on(work) || !mintu_scan_candidates(work, hit->read, hit->end))
                return false;
            mintu_match_decide(&work->plain, &work->candidates, &match);
            if (!match.place)
                continue;
            size_t place = mintu_gazetteer_index(work->geocoder->index.gazetteer, match.place);
            work->named[place] = work->named[place] || pass == 0;
            hit->accepted = work->named[place];
        }
    return true;
}

/* A county that the text says to lie in the prefecture before it: 泉州的永春, but not 三明的将乐观. */
static void mark_county(mintu_scan_work *work, mintu_scan_hit *county)
{
    county->firm = county->firm || county->right != MINTU_SCAN_CUE_NONE || is_word(work, county);
    county->left = county->left ? county->left : MINTU_SCAN_CUE_SEPARATOR;
}

/* A short name before 的 and a name in it is that of a unit: 安溪的龙门, 泉州的永春. */
static bool mark_owners(mintu_scan_work *work)
{
    for (size_t i = 0; i + 1 < work->hit_count; i++) {
        mintu_scan_hit *hit = &work->hits[i], *next = hit + 1;
        bool in = false;
        if (!is_upper(hit) || hit->foreign || next->foreign || !hit->left || next->start != hit->end + 3 ||
            memcmp(work->text + hit->end, "的", 3) != 0)
            continue;
        bool county = is_upper(next);
        if (county && (next->ordinary || !(hit->levels & 1U << MINTU_LEVEL_PREFECTURE)))
            continue;
        if (!mintu_scan_is_in(work, next, hit, &in))
            return false;
        if (in && county)
            mark_county(work, next);
        hit->firm = hit->firm || in;
        if (in && !next->left)
            next->left = MINTU_SCAN_CUE_SEPARATOR;
    }
    return true;
}

bool mintu_scan_accept(mintu_scan_work *work)
{
    if (!mark_owners(work))
        return false;
    for (size_t i = 0; i < work->hit_count;) {
        mintu_scan_hit *hit = &work->hits[i];
        const mintu_scan_list *list = hit->list == SIZE_MAX ? NULL : &work->lists[hit->list];
        if (!mintu_scan_goes_on(work) || (list ? !accept_list(work, list) : !accept_alone(work, hit)))
            return false;
        i += list ? list->count : 1;
    }
    return accept_known(work);
}
