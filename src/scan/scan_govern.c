#include "scan/scan_govern.h"

#include "scan/scan_meaning.h"
#include "scan/scan_reach.h"
#include "scan/scan_unit.h"

#include <string.h>

/* Words before a unit by which it is where something comes from, or is compared with; then those by which someone goes there. */
static const char *const sources[] = {"从",   "由",   "自",   "来自", "与",     "同",     "和",   "跟",
                                      "及",   "比",   "距",   "离",   "较",     "超过",   "毗邻", "邻近",
                                      "紧邻", "连接", "对接", "联系", "区别于", "不同于", "异于", NULL};
static const char *const obliques[] = {"赴",   "到",   "去",   "往",   "至",   "向",   "对",   "学习",
                                       "借鉴", "考察", "参观", "对标", "参照", "参考", "前往", "途经",
                                       "经",   "沿",   "引进", "销往", "通往", "开往", "为",   NULL};

/* Behind a unit: what says that it is beside the places told of. */
static const char *const beside[] = {"接壤", "毗邻", "交界", "相邻", "相望", "相比",
                                     "相连", "为邻", "隔海", "隔江", "之间", NULL};

/* Behind a name, before the unit that it lies in: 龙门镇位于建德市; and those that need more words behind that: 龙门镇在建德市境内. */
static const char *const within[] = {"位于",   "地处",   "隶属于", "隶属",     "属于",   "属",     "是",     "系",     "坐落于",
                                     "坐落在", "，位于", "，地处", "，隶属于", "，隶属", "，属于", "，属",   "，是",   "，系",
                                     "归",     "（",     "(",      "〔",       "[",      " ",      ",",      ", ",     "\t",
                                     "　",     "|",      " | ",    "（今属",   "（属",   "（现属", "（原属", "（位于", "（今",
                                     "（隶属", "(今属",  "(属",    "(位于",    "都属",   "均属",   "（均属", "（都属", "今属",
                                     "现属",   "（属于", "（均为", "均属于",   NULL};
static const char *const maybe_within[] = {"在", "，", "均在", "都在", "，在", NULL};
static const char *const reaches[] = {"境内", "内",   "辖区", "下辖", "所辖",   "下属",   "所属",   "辖下",   "管辖", "东部",
                                      "西部", "南部", "北部", "中部", "东南部", "东北部", "西南部", "西北部", NULL};

static mintu_scan_scope scope_of(const mintu_scan_work *work, size_t start, size_t end)
{
    if (mintu_scan_reach_titles(work->text, work->size, start, end))
        return MINTU_SCAN_SCOPE_TITLE;
    if (mintu_scan_reach_heads(work->text, work->size, start, end))
        return MINTU_SCAN_SCOPE_BLOCK;
    if (mintu_scan_reach_begins(work->text, start) || mintu_scan_is_dateline(work->text, work->size, start, end))
        return MINTU_SCAN_SCOPE_PARAGRAPH;
    if (mintu_scan_word_before(sources, work->text, start) > 0)
        return mintu_scan_reach_learns(work->text, work->size, end) ? MINTU_SCAN_SCOPE_SENTENCE : MINTU_SCAN_SCOPE_NEXT;
    if (mintu_scan_word_before(obliques, work->text, start) > 0)
        return MINTU_SCAN_SCOPE_CLAUSE;
    return MINTU_SCAN_SCOPE_SENTENCE;
}

/* True when a unit elsewhere that was named before governs what begins at @p at. */
static bool is_alive(const mintu_scan_work *work, const mintu_scan_governor *governor, size_t at)
{
    if (governor->scope == MINTU_SCAN_SCOPE_NONE || at < governor->end)
        return false;
    if (mintu_scan_word_at(beside, work->text, work->size, governor->end) > 0)
        return false;
    if (governor->scope == MINTU_SCAN_SCOPE_TITLE)
        return true;
    if (governor->scope == MINTU_SCAN_SCOPE_PARAGRAPH)
        return !memchr(work->text + governor->end, '\n', at - governor->end);
    mintu_scan_reach reach = mintu_scan_reach_read(work->text, governor->end, at);
    switch (governor->scope) {
    case MINTU_SCAN_SCOPE_NEXT:
        return reach == MINTU_SCAN_REACH_JOINED;
    case MINTU_SCAN_SCOPE_CLAUSE:
        return reach <= MINTU_SCAN_REACH_CLAUSE;
    case MINTU_SCAN_SCOPE_SENTENCE:
        return reach <= MINTU_SCAN_REACH_SENTENCE;
    default:
        return reach <= MINTU_SCAN_REACH_BLOCK;
    }
}

void mintu_scan_govern_mark(const mintu_scan_work *work, size_t at, mintu_scan_governor *governor)
{
    const mintu_scan_hit *hit = &work->hits[at];
    bool alive = is_alive(work, governor, hit->start);
    bool joined = alive && governor->end == hit->start;
    if (!mintu_scan_is_unit(work, at, joined)) {
        if (hit->full && hit->end - hit->start == 6) /* 房县, which a town of it makes sure */
            mintu_scan_named_add_elsewhere(work, hit, &governor->named);
        return;
    }
    mintu_scan_named_add_elsewhere(work, hit, &governor->named);
    bool beside_own = governor->unit_count > 0 && hit->start >= governor->unit_end &&
                      mintu_scan_separator(work->text, hit->start, governor->unit_end) == hit->start - governor->unit_end;
    if (!joined)
        governor->start = hit->start;
    mintu_scan_scope scope = scope_of(work, governor->start, hit->end);
    if (beside_own)
        scope = MINTU_SCAN_SCOPE_NONE;
    governor->scope = alive && governor->scope > scope ? governor->scope : scope;
    governor->end = hit->end;
    governor->unit_count = 0;
}

void mintu_scan_govern_unit(const mintu_scan_work *work, const mintu_scan_hit *hit, size_t kept, mintu_scan_governor *governor)
{
    size_t end = governor->unit_end;
    mintu_scan_named_add(work, hit, kept, &governor->named);
    bool alive = is_alive(work, governor, hit->start), province = (hit->levels & 1U << MINTU_LEVEL_PROVINCE) != 0;
    mintu_scan_scope scope = scope_of(work, hit->start, hit->end);
    if (alive && province && (scope == MINTU_SCAN_SCOPE_NEXT || scope == MINTU_SCAN_SCOPE_CLAUSE))
        return; /* 浙江省建德市赴福建省考察 */
    bool listed = governor->unit_count > 0 && governor->unit_count < MINTU_SCAN_UNITS && hit->start >= end &&
                  mintu_scan_separator(work->text, hit->start, end) == hit->start - end;
    if (!listed)
        governor->unit_count = 0;
    governor->units[governor->unit_count++] = kept;
    governor->unit_end = hit->end;
    if (!alive || province || governor->scope >= MINTU_SCAN_SCOPE_BLOCK)
        governor->scope = MINTU_SCAN_SCOPE_NONE;
}

/* Whether the name is one of a place in a unit named before. Without units it is. */
static bool is_in_units(mintu_scan_work *work, mintu_scan_hit *hit, const mintu_scan_governor *governor, bool *out)
{
    *out = governor->unit_count == 0;
    for (size_t i = 0; i < governor->unit_count && !*out; i++) {
        if (!mintu_scan_is_in(work, hit, &work->hits[governor->units[i]], out))
            return false;
        hit->owner = *out ? governor->units[i] + 1 : 0;
    }
    return true;
}

/* End of the units elsewhere that stand one behind the other from hit @p at on. */
static size_t path_end(const mintu_scan_work *work, size_t at)
{
    size_t end = work->hits[at].end;
    while (++at < work->hit_count && !work->hits[at].levels && work->hits[at].start == end)
        end = work->hits[at].end;
    return end;
}

bool mintu_scan_says_within(const mintu_scan_work *work, size_t from, size_t to, size_t behind)
{
    if (to <= from)
        return false;
    if (mintu_scan_word_at(within, work->text, to, from) == to - from)
        return true;
    return mintu_scan_word_at(maybe_within, work->text, to, from) == to - from &&
           mintu_scan_word_at(reaches, work->text, work->size, behind) > 0;
}

/* True when a unit elsewhere stands behind the name as that in which it lies, or behind a list that it is in: 龙门镇、大洋镇（建德市）. */
static bool is_said_behind(const mintu_scan_work *work, const mintu_scan_hit *hit, size_t next)
{
    enum { NAMES = 8 };
    size_t end = hit->end;
    for (size_t n = 0; n < NAMES && next < work->hit_count; n++) {
        const mintu_scan_hit *behind = &work->hits[next];
        if (mintu_scan_is_mark(behind) && mintu_scan_is_unit(work, next, false))
            return mintu_scan_says_within(work, end, behind->start, path_end(work, next));
        bool listed =
            behind->full && behind->start > end && mintu_scan_separator(work->text, behind->start, end) == behind->start - end;
        if (!listed || (behind->levels & MINTU_SCAN_UPPER))
            return false;
        end = behind->end;
        next++;
    }
    return false;
}

/* True when the name belongs to the units of the package before it, by a word or a list. */
static bool belongs(const mintu_scan_work *work, const mintu_scan_hit *hit, const mintu_scan_governor *governor)
{
    if (!hit->full || governor->unit_count == 0 || hit->start < governor->unit_end)
        return false;
    mintu_scan_reach reach = mintu_scan_reach_read(work->text, governor->unit_end, hit->start);
    return reach == MINTU_SCAN_REACH_JOINED ||
           (reach == MINTU_SCAN_REACH_CLAUSE &&
            mintu_scan_word_before((const char *const[]){"在", "位于", NULL}, work->text, hit->start) > 0);
}

/* What the paragraph and its title say of a name that is not bound to a unit. */
static bool find_owner(mintu_scan_work *work, mintu_scan_hit *hit, mintu_scan_governor *governor, bool *out)
{
    bool stranger = false;
    if (!mintu_scan_named_owner(work, hit, &governor->named, &stranger))
        return false;
    for (size_t i = 0; i < governor->unit_count; i++)
        if (hit->owner == governor->units[i] + 1)
            governor->unit_end = hit->end;
    *out = *out || stranger;
    return true;
}

bool mintu_scan_govern_reaches(const mintu_scan_work *work, const mintu_scan_governor *governor, size_t at)
{
    static const char *const origins[] = {"从", "来自", "由", NULL};
    bool goes = mintu_scan_word_before(obliques, work->text, at) > 0 || mintu_scan_word_before(origins, work->text, at) > 0;
    return !goes && governor->unit_count == 0 && is_alive(work, governor, at);
}

bool mintu_scan_governed(mintu_scan_work *work, mintu_scan_hit *hit, size_t next, mintu_scan_governor *governor, bool *out)
{
    bool elsewhere = is_alive(work, governor, hit->start), bound = belongs(work, hit, governor), inside = true;
    *out = is_said_behind(work, hit, next);
    if ((elsewhere || bound) && !is_in_units(work, hit, governor, &inside))
        return false;
    if (elsewhere && (governor->unit_count == 0 || !inside)) {
        *out = true;
        governor->end = hit->end;
    } else if (bound) {
        *out = *out || !inside;
        governor->unit_end = hit->end;
    }
    bool township = hit->full && !(hit->levels & MINTU_SCAN_UPPER);
    return *out || !township || hit->owner > 0 || find_owner(work, hit, governor, out);
}
