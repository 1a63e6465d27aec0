/* Lists of names: side by side with 、 or 和 between them, each perhaps with words behind it. */
#include "scan/scan_list.h"

#include "scan/scan_parts.h"
#include "scan/scan_step.h"

#include <string.h>

enum { GAP = 120, ITEM = 5, TAIL = 12 }; /* bytes between two names; characters of an unknown name, of words behind a name */

/* How two names stand to each other. */
typedef enum join { APART, LISTED, TAILED, COMMA } join;

/* The same as the text from a character on: its bytes, or 0 when it is no Han character. */
static size_t han_at(const mintu_scan_work *work, size_t at)
{
    const unsigned char *b = (const unsigned char *)work->text + at;
    return at + 3 <= work->size && b[0] >= 0xE4 && b[0] <= 0xE9 ? 3 : 0;
}

static bool is_other(const mintu_scan_work *work, size_t at)
{
    static const char *const others[] = {"等", NULL};
    return mintu_scan_word_at(others, work->text, work->size, at) > 0;
}

/* Han characters from @p at on, up to a separator, a 等 or any other character. */
static size_t read_word(const mintu_scan_work *work, size_t at, size_t end)
{
    size_t start = at, step;
    while (at < end && (step = han_at(work, at)) > 0 && !is_other(work, at) &&
           (at == start || mintu_scan_separator(work->text, work->size, at) == 0))
        at += step;
    return at < end ? at : end;
}

static bool add_item(mintu_scan_work *work, mintu_scan_list *list, size_t start, size_t end)
{
    if (!MINTU_ARRAY_RESERVE(work->items, work->item_room, work->item_count + 1))
        return false;
    work->items[work->item_count++] = (mintu_scan_span){start, end};
    list->items++;
    return true;
}

/* A word in a list that may be a name: two to five characters. Any other is counted. */
static bool add_word(mintu_scan_work *work, mintu_scan_list *list, size_t start, size_t end)
{
    if (end - start >= 6 && end - start <= (size_t)3 * ITEM)
        return add_item(work, list, start, end);
    list->others++;
    return true;
}

/* How the names on both sides of a gap stand to each other; with @p list, words between them are added to it. */
static bool read_gap(mintu_scan_work *work, size_t at, size_t end, mintu_scan_list *list, join *out)
{
    const char *text = work->text;
    *out = APART;
    if (end < at || end - at > GAP)
        return true;
    if (end - at == 0 || mintu_scan_separator(text, end, at) == end - at) {
        *out = LISTED;
        return true;
    }
    static const char *const commas[] = {"，", ",", "　", " ", "\t", "\n", "，\n", ", ", NULL};
    if (mintu_scan_word_at(commas, text, end, at) == end - at) {
        *out = COMMA;
        return true;
    }
    size_t tail = read_word(work, at, end);
    bool tailed = tail - at >= 6 && tail - at <= (size_t)3 * TAIL && mintu_scan_separator(text, end, at) == 0;
    at = tailed ? tail : at;
    if (at == end)
        return true;
    for (size_t words = 0; at < end; words++) {
        size_t separator = mintu_scan_separator(text, end, at);
        if (separator == 0 || (tailed && (words > 0 || memcmp(text + at, "、", 3) != 0)))
            return true;
        at += separator;
        size_t word = read_word(work, at, end);
        if (word == end && word > at)
            return true; /* words stand before the next name */
        if (word > at && list && !add_word(work, list, at, word))
            return false;
        at = word;
    }
    *out = tailed ? TAILED : LISTED;
    return true;
}

/* Words of the list before its first name: 选择赛歧、水头. */
static bool read_before(mintu_scan_work *work, mintu_scan_list *list)
{
    const char *text = work->text;
    size_t end = work->hits[list->first].start;
    list->begin = end;
    while (end >= list->floor + 3 && memcmp(text + end - 3, "、", 3) == 0) {
        size_t stop = end - 3, start = stop, count = 0;
        while (count <= ITEM && start >= list->floor + 3 && han_at(work, start - 3) > 0 &&
               (count < 2 || mintu_scan_left(text, start) == MINTU_SCAN_CUE_NONE)) {
            start -= 3;
            count++;
        }
        bool bounded = count >= 2 && count <= ITEM && mintu_scan_left(text, start) != MINTU_SCAN_CUE_NONE;
        if (!bounded) {
            list->others++;
            return true;
        }
        if (!add_item(work, list, start, stop))
            return false;
        list->begin = end = start;
    }
    return true;
}

/* A number behind a name alone counts what lies in it: 福建4镇. Likewise one of townships behind greater units only. */
static void drop_number(const mintu_scan_work *work, mintu_scan_list *list)
{
    bool upper = true;
    for (size_t i = 0; i < list->count; i++)
        upper = upper && !(work->hits[list->first + i].levels & 1U << MINTU_LEVEL_TOWNSHIP);
    bool within = upper && mintu_scan_class_is_township(list->ending.kind);
    bool alone = list->count == 1 && list->items + list->others == 0 && list->ending.stated >= 0;
    if (!list->ending.open && (within || alone))
        list->ending = (mintu_scan_ending){.stated = -1};
}

static bool is_beneath(const mintu_scan_work *work, const mintu_scan_list *list)
{
    bool beneath = false;
    for (size_t i = 0; i < list->count; i++)
        beneath = beneath || work->hits[list->first + i].beneath;
    return beneath;
}

/* Words of the list behind its last name, and what follows the list. */
static bool read_after(mintu_scan_work *work, mintu_scan_list *list)
{
    size_t last = list->first + list->count - 1, at = work->hits[last].end, separator;
    size_t limit = last + 1 < work->hit_count ? work->hits[last + 1].start : work->size;
    limit = limit - at > GAP ? at + GAP : limit;
    mintu_scan_ending_read(work->text, work->size, at, &list->ending);
    while (list->ending.kind == MINTU_SCAN_CLASS_NONE && !list->ending.open &&
           (separator = mintu_scan_separator(work->text, work->size, at)) > 0) {
        if (at + separator >= limit)
            break;
        size_t word = read_word(work, at + separator, limit);
        if (word == at + separator || word == limit) {
            list->others += word == limit;
            break;
        }
        if (!add_word(work, list, at + separator, word))
            return false;
        if (word - at - separator > (size_t)3 * ITEM)
            break;
        list->end = at = word;
        mintu_scan_ending_read(work->text, work->size, at, &list->ending);
    }
    list->beneath = mintu_scan_class_is_township(list->ending.kind) && is_beneath(work, list);
    drop_number(work, list);
    if (list->ending.stated < 0) {
        mintu_scan_ending heading;
        mintu_scan_heading_read(work->text, list->begin, &heading);
        if (heading.stated >= 0) {
            list->ending.stated = heading.stated;
            list->ending.kind = list->ending.kind ? list->ending.kind : heading.kind;
        }
    }
    return true;
}

/* Names without anything between them are listed only when both are short, 福州厦门两地; what stands behind the name of an
 * authority is another authority. */
static bool is_apart(const mintu_scan_hit *a, const mintu_scan_hit *b, join how)
{
    return (a->end == b->start && (a->full || b->full)) || (how == TAILED && a->right == MINTU_SCAN_CUE_ORGANISATION);
}

/* A comma joins only names that no other separator joins: in 福州市，石狮、德化 it parts two lists. */
static bool comma_holds(mintu_scan_work *work, size_t last)
{
    join next;
    if (last + 1 >= work->hit_count)
        return true;
    read_gap(work, work->hits[last].end, work->hits[last + 1].start, NULL, &next);
    return next == COMMA || next == APART;
}

static bool extend(mintu_scan_work *work, mintu_scan_list *list, bool *done)
{
    size_t last = list->first + list->count - 1, items = work->item_count;
    mintu_scan_list grown = *list;
    join how;
    *done = true;
    if (last + 1 >= work->hit_count)
        return true;
    if (!read_gap(work, work->hits[last].end, work->hits[last + 1].start, &grown, &how))
        return false;
    bool fits = how == COMMA ? (list->comma || list->count == 1) && comma_holds(work, last + 1) : how != APART && !list->comma;
    if (!fits || is_apart(&work->hits[last], &work->hits[last + 1], how)) {
        work->item_count = items;
        return true;
    }
    grown.tails = grown.tails || how == TAILED;
    grown.comma = how == COMMA;
    grown.count++;
    *list = grown;
    *done = false;
    return true;
}

static bool read_list(mintu_scan_work *work, mintu_scan_list *list)
{
    bool done = false;
    while (!done)
        if (!extend(work, list, &done))
            return false;
    return list->comma || (read_before(work, list) && read_after(work, list));
}

/* A name alone is a list when the text says so: 水头等15个中心镇. */
static bool is_list(const mintu_scan_list *list)
{
    return list->count > 1 || list->items > 0 || list->ending.stated >= 0 || list->ending.kind != MINTU_SCAN_CLASS_NONE;
}

bool mintu_scan_list_up(mintu_scan_work *work)
{
    size_t floor = 0;
    for (size_t i = 0; i < work->hit_count;) {
        mintu_scan_list list = {.first = i, .count = 1, .item = work->item_count, .floor = floor, .ending.stated = -1};
        if (!mintu_scan_goes_on(work) || !read_list(work, &list))
            return false;
        i += list.count;
        floor = list.end > work->hits[i - 1].end ? list.end : work->hits[i - 1].end;
        if (!is_list(&list))
            continue;
        if (!MINTU_ARRAY_RESERVE(work->lists, work->list_room, work->list_count + 1))
            return false;
        for (size_t n = 0; n < list.count; n++)
            work->hits[list.first + n].list = work->list_count;
        work->lists[work->list_count++] = list;
    }
    return true;
}
