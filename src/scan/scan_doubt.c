#include "scan/scan_doubt.h"

#include "scan/scan_meaning.h"
#include "scan/scan_sign.h"
#include "scan/scan_step.h"

enum {
    MANY = 8,
    BEFORE = 64,
    BEHIND = 16
}; /* towns elsewhere of a name that make it common; hits in which its county is sought */

static size_t count_elsewhere(const mintu_scan_work *work, const mintu_scan_hit *hit)
{
    return mintu_towns_elsewhere_count(&work->geocoder->elsewhere.towns, work->text + hit->name, hit->end - hit->name);
}

/* True when another town of the list is none that is common elsewhere. */
static bool has_company(const mintu_scan_work *work, size_t at)
{
    const mintu_scan_hit *hit = &work->hits[at];
    const mintu_scan_list *list = hit->list == SIZE_MAX ? NULL : &work->lists[hit->list];
    for (size_t i = 0; list && i < list->count; i++) {
        const mintu_scan_hit *other = &work->hits[list->first + i];
        bool town = other->accepted && !other->foreign && other->full && !(other->levels & MINTU_SCAN_UPPER);
        if (town && list->first + i != at && count_elsewhere(work, other) < MANY)
            return true;
    }
    return false;
}

/* True when the list has the name of a town that the package does not know. */
static bool has_strangers(const mintu_scan_work *work, const mintu_scan_list *list)
{
    static const char *const types[] = {"镇", "乡", "街道", NULL};
    for (size_t i = 0; i < list->items; i++)
        if (mintu_scan_word_before(types, work->text, work->items[list->item + i].end) > 0)
            return true;
    return false;
}

/* Whether a unit of the package that has the town is named near by. */
static bool is_supported(mintu_scan_work *work, size_t at, bool *out)
{
    const mintu_scan_hit *hit = &work->hits[at];
    size_t first = at < BEFORE ? 0 : at - BEFORE, last = work->hit_count - at < BEHIND ? work->hit_count : at + BEHIND;
    *out = hit->owner > 0 && work->hits[hit->owner - 1].accepted;
    for (size_t i = first; i < last && !*out; i++) {
        const mintu_scan_hit *unit = &work->hits[i];
        bool names_unit = (unit->levels & MINTU_SCAN_UPPER) || (unit->parented && unit->name > unit->read);
        if (unit->accepted && !unit->foreign && names_unit && i != at && !mintu_scan_is_in(work, hit, unit, out))
            return false;
    }
    return true;
}

bool mintu_scan_doubt(mintu_scan_work *work)
{
    for (size_t i = 0; i < work->hit_count && work->geocoder->elsewhere.towns.count > 0; i++) {
        mintu_scan_hit *hit = &work->hits[i];
        bool supported = false;
        if (!mintu_scan_goes_on(work))
            return false;
        if (!hit->accepted || hit->foreign || hit->parented || !hit->full || (hit->levels & MINTU_SCAN_UPPER))
            continue;
        if (!mintu_scan_sign_owner(work, hit))
            return false;
        size_t count = count_elsewhere(work, hit);
        bool strangers = count > 0 && hit->list != SIZE_MAX && has_strangers(work, &work->lists[hit->list]);
        if (!work->signed_elsewhere && !strangers && (count < MANY || has_company(work, i)))
            continue;
        if (!is_supported(work, i, &supported))
            return false;
        hit->doubtful = !supported;
    }
    return true;
}
