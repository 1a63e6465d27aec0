#include "scan/scan_sign.h"

#include "scan/scan_meaning.h"
#include "scan/scan_unit.h"

#include <string.h>

enum { LONGEST = 150, LINES = 6 }; /* bytes of a line that signs; lines at the end of a text that are looked at */

static const char *const spaces[] = {" ", "\t", "\r", "　", NULL};

/* A line of the text without the spaces around it. */
static mintu_scan_span trim(const mintu_scan_work *work, size_t start, size_t end)
{
    size_t length;
    while (start < end && (length = mintu_scan_word_at(spaces, work->text, end, start)) > 0)
        start += length;
    while (start < end && (length = mintu_scan_word_before(spaces, work->text, end)) > 0 && length <= end - start)
        end -= length;
    return (mintu_scan_span){start, end};
}

/* True when the line holds a date only, or nothing. */
static bool is_date(const mintu_scan_work *work, mintu_scan_span line)
{
    static const char *const parts[] = {"0",  "1",  "2", "3",  "4",  "5",  "6",  "7",  "8",    "9",    "年",   "月",
                                        "日", "〇", "○", "一", "二", "三", "四", "五", "六",   "七",   "八",   "九",
                                        "十", "零", "-", "/",  ".",  " ",  "（", "）", "印章", "盖章", "公章", NULL};
    size_t length;
    while (line.start < line.end && (length = mintu_scan_word_at(parts, work->text, line.end, line.start)) > 0)
        line.start += length;
    return line.start == line.end;
}

/* True when the line is the name of an authority and nothing else. */
static bool is_authority(const mintu_scan_work *work, mintu_scan_span line)
{
    static const char *const bodies[] = {"局",     "厅",   "政府", "办公室", "委员会", "委", "部",   "中心", "指挥部", "办",
                                         "管委会", "总队", "支队", "大队",   "院",     "会", "小组", "站",   "社",     NULL};
    static const char *const marks[] = {"，", "。", "；", "：", "！", "？", "|", "\t", ",", NULL};
    if (line.end - line.start > LONGEST || mintu_scan_word_before(bodies, work->text, line.end) == 0)
        return false;
    for (size_t at = line.start; at < line.end; at++)
        if (mintu_scan_word_at(marks, work->text, line.end, at) > 0)
            return false;
    return true;
}

/* The first hit that begins at this byte; SIZE_MAX: none. Hits are in the order of their begins. */
static size_t find_hit(const mintu_scan_work *work, size_t start)
{
    size_t low = 0, high = work->hit_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (work->hits[middle].start < start)
            low = middle + 1;
        else
            high = middle;
    }
    return low < work->hit_count && work->hits[low].start == start ? low : SIZE_MAX;
}

void mintu_scan_sign(mintu_scan_work *work)
{
    size_t end = work->size;
    work->signature = SIZE_MAX;
    for (size_t n = 0; n < LINES && end > 0; n++) {
        size_t start = end;
        while (start > 0 && work->text[start - 1] != '\n' && end - start <= 2 * (size_t)LONGEST)
            start--;
        mintu_scan_span line = trim(work, start, end);
        if (start == 0 || end - start > 2 * (size_t)LONGEST || (!is_date(work, line) && !is_authority(work, line)))
            return;
        end = start - 1;
        size_t hit = is_date(work, line) ? SIZE_MAX : find_hit(work, line.start);
        if (hit == SIZE_MAX)
            continue;
        bool elsewhere = mintu_scan_is_mark(&work->hits[hit]) && mintu_scan_is_unit(work, hit, false);
        if (!elsewhere && !(work->hits[hit].levels & MINTU_SCAN_UPPER))
            return;
        work->signature = line.start;
        work->signed_elsewhere = elsewhere;
        return;
    }
}

bool mintu_scan_sign_owner(mintu_scan_work *work, mintu_scan_hit *hit)
{
    size_t signer =
        work->signature == SIZE_MAX || work->signed_elsewhere || hit->owner > 0 ? SIZE_MAX : find_hit(work, work->signature);
    bool in = false;
    if (signer == SIZE_MAX || hit->start >= work->signature)
        return true;
    const mintu_scan_hit *unit = &work->hits[signer];
    if (!unit->accepted || unit->foreign || !(unit->levels & MINTU_SCAN_UPPER))
        return true;
    if (!mintu_scan_is_in(work, hit, unit, &in))
        return false;
    hit->owner = in ? signer + 1 : 0;
    return true;
}
