#include "scan/scan_unit.h"

#include <string.h>

/* Behind a unit: what only bears its name. */
static const char *const bearers[] = {"客商", "游客", "企业", "商人", "老板", "投资者", "专家", "学者", "大学", "学院", "籍",
                                      "商会", "集团", "公司", "银行", "资本", "话",     "菜",   "人士", "口岸", "师范", NULL};

static bool is_short_county(const mintu_scan_hit *hit)
{
    return !hit->full && !(hit->elsewhere & (1U << MINTU_LEVEL_PROVINCE | 1U << MINTU_LEVEL_PREFECTURE));
}

/* True when the next hit stands directly behind, or behind 的. */
static bool leads_to_next(const mintu_scan_work *work, size_t at)
{
    size_t end = work->hits[at].end;
    if (at + 1 == work->hit_count || !work->hits[at + 1].full)
        return false;
    size_t next = work->hits[at + 1].start;
    return next == end || (next == end + 3 && memcmp(work->text + end, "的", 3) == 0);
}

/* True when the name of a unit elsewhere is one here, and no other word. */
bool mintu_scan_is_unit(const mintu_scan_work *work, size_t at, bool joined)
{
    const mintu_scan_hit *hit = &work->hits[at];
    if (!hit->elsewhere)
        return false;
    if (mintu_scan_is_dateline(work->text, work->size, hit->start, hit->end))
        return true;
    if (mintu_scan_word_at(bearers, work->text, work->size, hit->end) > 0)
        return false;
    bool one = hit->end - hit->start == 6; /* 和县, 东区: the type and one character */
    if (joined || (hit->full && !hit->ordinary && !one))
        return true;
    if (hit->full)
        return leads_to_next(work, at) && (!one || mintu_scan_left(work->text, hit->start) != MINTU_SCAN_CUE_NONE);
    if (hit->ordinary)
        return false;
    bool left = mintu_scan_left(work->text, hit->start) != MINTU_SCAN_CUE_NONE;
    if (is_short_county(hit))
        return left && leads_to_next(work, at);
    if (hit->elsewhere & 1U << MINTU_LEVEL_PROVINCE)
        return true;
    return left || leads_to_next(work, at) || mintu_scan_right(work->text, work->size, hit->end) != MINTU_SCAN_CUE_NONE;
}

bool mintu_scan_is_mark(const mintu_scan_hit *hit)
{
    enum { GREAT = 1 << MINTU_LEVEL_PROVINCE | 1 << MINTU_LEVEL_PREFECTURE };
    return !hit->levels || (!hit->full && !(hit->levels & MINTU_SCAN_UPPER) && (hit->elsewhere & GREAT));
}
