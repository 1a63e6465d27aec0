#include "scan/scan_named.h"

#include "scan/scan_meaning.h"
#include "scan/scan_reach.h"
#include "scan/scan_unit.h"

#include <string.h>

enum { GREAT = 1 << MINTU_LEVEL_PREFECTURE | 1 << MINTU_LEVEL_COUNTY, AHEAD = 1500, HITS = 32 };

void mintu_scan_named_add(const mintu_scan_work *work, const mintu_scan_hit *hit, size_t kept, mintu_scan_named *named)
{
    bool title = mintu_scan_reach_titles(work->text, work->size, hit->start, hit->end) ||
                 mintu_scan_reach_heads(work->text, work->size, hit->start, hit->end);
    named->units[named->count % MINTU_SCAN_NAMED].elsewhere = NULL;
    named->units[named->count % MINTU_SCAN_NAMED].title = title;
    named->units[named->count++ % MINTU_SCAN_NAMED].kept = kept;
}

static const mintu_elsewhere_name *find(const mintu_scan_work *work, const mintu_scan_hit *hit)
{
    return (hit->elsewhere & GREAT)
               ? mintu_elsewhere_find(&work->geocoder->elsewhere, work->text + hit->start, hit->end - hit->start)
               : NULL;
}

void mintu_scan_named_add_elsewhere(const mintu_scan_work *work, const mintu_scan_hit *hit, mintu_scan_named *named)
{
    const mintu_elsewhere_name *name = find(work, hit);
    if (!name)
        return;
    named->units[named->count++ % MINTU_SCAN_NAMED].elsewhere = name;
    named->elsewhere++;
}

static bool has(const mintu_scan_work *work, const mintu_elsewhere_name *unit, const mintu_scan_hit *town)
{
    return unit && mintu_elsewhere_has(&work->geocoder->elsewhere, unit, work->text + town->name, town->end - town->name);
}

/* End of what may tell where the paragraph's places are: the line, and those below it that say who sent it. */
static size_t end_of(const mintu_scan_work *work, size_t at)
{
    static const char *const senders[] = {"供稿", "来源", "（", "(", "作者", "通讯员", "报送", "撰稿", "——", "发布", NULL};
    size_t limit = work->size - at < AHEAD ? work->size : at + AHEAD;
    const char *line;
    while ((line = memchr(work->text + at, '\n', limit - at))) {
        size_t next = (size_t)(line - work->text) + 1;
        if (mintu_scan_word_at(senders, work->text, work->size, next) == 0)
            return next;
        at = next;
    }
    return limit;
}

/* A unit that is named behind the town, when none is before. */
static bool is_ahead(mintu_scan_work *work, const mintu_scan_hit *hit, size_t next, bool *out)
{
    size_t limit = end_of(work, hit->end), last = work->hit_count - next < HITS ? work->hit_count : next + HITS;
    for (size_t i = next; i < last && work->hits[i].start < limit; i++) {
        const mintu_scan_hit *unit = &work->hits[i];
        bool here = false;
        if (unit->full && (unit->levels & MINTU_SCAN_UPPER) && !mintu_scan_is_in(work, hit, unit, &here))
            return false;
        if (here)
            return true;
        if (mintu_scan_is_mark(unit) && mintu_scan_is_unit(work, i, i > next && unit->start == unit[-1].end) &&
            has(work, find(work, unit), hit)) {
            *out = true;
            return true;
        }
    }
    return true;
}

bool mintu_scan_named_elsewhere(mintu_scan_work *work, const mintu_scan_hit *hit, size_t next, const mintu_scan_named *named,
                                bool *out)
{
    *out = false;
    if (work->geocoder->elsewhere.towns.count == 0)
        return true;
    for (size_t n = 0; n < MINTU_SCAN_NAMED && n < named->count && named->elsewhere > 0; n++) {
        size_t at = (named->count - 1 - n) % MINTU_SCAN_NAMED;
        bool here = false;
        *out = has(work, named->units[at].elsewhere, hit);
        if (*out)
            return true;
        if (!named->units[at].elsewhere && !mintu_scan_is_in(work, hit, &work->hits[named->units[at].kept], &here))
            return false;
        if (here)
            return true;
    }
    return named->count > 0 || is_ahead(work, hit, next, out);
}

bool mintu_scan_named_owner(mintu_scan_work *work, mintu_scan_hit *hit, const mintu_scan_named *named, bool *out)
{
    enum { NEAR = 1500 };
    *out = false;
    for (size_t n = 0; n < MINTU_SCAN_NAMED && n < named->count; n++) {
        size_t at = (named->count - 1 - n) % MINTU_SCAN_NAMED, kept = named->units[at].kept;
        const mintu_scan_hit *unit = &work->hits[kept];
        bool here = false;
        if (named->units[at].elsewhere)
            continue;
        if (hit->start < unit->end || hit->start - unit->end > NEAR)
            break;
        bool titled = named->units[at].title, beside = !memchr(work->text + unit->end, '\n', hit->start - unit->end);
        if (!titled && !beside)
            continue;
        if (!mintu_scan_is_in(work, hit, unit, &here))
            return false;
        *out = !here && (*out || titled);
        hit->owner = here ? kept + 1 : 0;
        if (here)
            return true;
    }
    return true;
}
