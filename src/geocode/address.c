#include "geocode/address.h"

#include "geocode/name_types.h"

#include <stdlib.h>
#include <string.h>

enum { LONGEST = 36, NEAR = 24 }; /* bytes of a name with its type; of a unit that a tail may name */

static const char *const types[] = {"街道", "镇", "乡", "县", "市", "区", "省", NULL};

/* What a type and the next character are together: 市场, 镇区. */
static const char *const runs_on[] = {"场", "区", "级", "域", "值", "城", "镇", "村", "间", "划", "位", "块", "化", NULL};

/* Units that a tail may not name, by the level of the place before it: they would lie deeper than it, and are not known. */
static const char *const deeper[MINTU_LEVEL_END][12] = {
    [MINTU_LEVEL_PROVINCE] = {"市", "县", "区", "镇", "乡", "街道", "縣", "區", "鎮", "鄉"},
    [MINTU_LEVEL_PREFECTURE] = {"市", "县", "区", "镇", "乡", "街道", "縣", "區", "鎮", "鄉"},
    [MINTU_LEVEL_COUNTY] = {"镇", "乡", "街道", "鎮", "鄉"},
};

/* What tells of a tail that is one. */
static const char *const tails[] = {"路",   "街",   "号",   "村",   "社区", "大道", "政府", "委", "局", "厅", "办", "院",
                                    "公司", "学校", "中学", "小学", "大厦", "广场", "巷",   "弄", "园", "站", NULL};

/* What joins another name to the place: no tail. */
static const char *const joins[] = {"和", "及", "与", "至", "到", "同", "跟", "或", "往", NULL};

/* What a bracket holds when it only remarks on the name before it. */
static const char *const remarks[] = {"原", "曾", "现", "今", "旧", "即", "含", "不含", "除", "新", "又", "俗称", "简称", NULL};

/* A text as a path of names with their types. */
typedef struct address {
    const mintu_address_names *names;
    const char *text;
    size_t size;
    size_t ends[MINTU_LEVEL_END]; /* of its names */
    size_t count;
    mintu_parents parents;
    mintu_candidates *out;
} address;

static size_t word_at(const char *const *words, const char *text, size_t size)
{
    for (; *words; words++) {
        size_t length = strlen(*words);
        if (length <= size && memcmp(text, *words, length) == 0)
            return length;
    }
    return 0;
}

static bool holds(const char *const *words, const char *text, size_t size)
{
    for (size_t at = 0; at < size; at++)
        if (((unsigned char)text[at] & 0xC0) != 0x80 && word_at(words, text + at, size - at) > 0)
            return true;
    return false;
}

/* End of the name with its type that begins at @p start, 0 when none does. */
static size_t find_end(const address *a, size_t start)
{
    for (size_t at = start + 3; at + 3 <= a->size && at - start <= LONGEST; at += 3) {
        size_t type = word_at(types, a->text + at, a->size - at);
        if (((unsigned char)a->text[at] & 0xF0) != 0xE0)
            return 0;
        if (type == 0 || !mintu_index_find(a->names->index, a->text + start, at + type - start))
            continue;
        size_t end = at + type, more = word_at(types, a->text + end, a->size - end); /* 新县 is short for 新县镇 */
        return more > 0 && mintu_index_find(a->names->index, a->text + start, end + more - start) ? end + more : end;
    }
    return 0;
}

/* Reads name @p i in the parents before it; true when a candidate was found for the last one. */
static void read_name(address *a, size_t i)
{
    size_t start = i > 0 ? a->ends[i - 1] : 0;
    const mintu_index_entry *entry = mintu_index_find(a->names->index, a->text + start, a->ends[i] - start);
    for (; entry; entry = mintu_index_next(a->names->index, entry)) {
        const mintu_place *place = &a->names->index->gazetteer->places[entry->place];
        bool now;
        if (entry->kind == MINTU_MATCH_KIND_LATIN || !mintu_lies_in(a->names->index, place, &a->parents, &now))
            continue;
        if (i + 1 < a->count) {
            if (a->parents.count == MINTU_PARENTS)
                continue;
            a->parents.units[a->parents.count++] = place;
            read_name(a, i + 1);
            a->parents.count--;
            continue;
        }
        mintu_candidate candidate = {.place = entry->place,
                                     .kind = entry->kind,
                                     .parent_named = a->parents.count > 0,
                                     .now = now,
                                     .loose = entry->loose && !mintu_parents_narrow(&a->parents),
                                     .alive = entry->alive};
        mintu_candidates_add(a->out, &candidate);
    }
}

static mintu_level level_of(const address *a)
{
    mintu_level level = MINTU_LEVEL_TOWNSHIP;
    for (size_t i = 0; i < a->out->count; i++) {
        mintu_level here = a->names->index->gazetteer->places[a->out->items[i].place].level;
        level = here < level ? here : level;
    }
    return level;
}

/* A bracket behind the name may remark on it; with a unit that is no parent of it, the name is another place's. */
static bool is_remark(const char *text, size_t size)
{
    if (size < 2 || word_at(remarks, text + 1, size - 1) > 0)
        return true;
    return !holds(types, text + 1, size - 1) && size > 14;
}

/* True when the tail names a unit, which then is one that does not lie in the place before it, or is not known there. */
static bool names_unit(const address *a, const char *tail, size_t size)
{
    const mintu_address_names *names = a->names;
    if (mintu_elsewhere_leads(names->elsewhere, tail, size) > 0 || mintu_index_find(names->index, tail, size) ||
        word_at(types, tail, size) > 0)
        return true;
    address rest = {.names = names, .text = tail, .size = size};
    size_t end = find_end(&rest, 0);
    if (end > 0)
        return true;
    size_t near = size < NEAR ? size : NEAR;
    return holds(deeper[level_of(a)], tail, near) && !holds((const char *const[]){"社区", "小区", "园区", NULL}, tail, near);
}

static bool is_tail(const address *a, mintu_address_tail kind)
{
    const char *tail = a->text + a->ends[a->count - 1];
    size_t size = a->size - a->ends[a->count - 1];
    mintu_level level = level_of(a);
    if (size == 0 || (kind == MINTU_ADDRESS_TOWNSHIP && level < MINTU_LEVEL_TOWNSHIP) || word_at(runs_on, tail, size) > 0 ||
        word_at(joins, tail, size) > 0)
        return false;
    if (*tail == '(')
        return is_remark(tail, size);
    if (names_unit(a, tail, size))
        return false;
    return kind != MINTU_ADDRESS_TOLD || level == MINTU_LEVEL_TOWNSHIP || holds(tails, tail, size);
}

/* True when the name of a greater unit ends just before @p at, of the package or elsewhere: 晋江|水头镇. */
static bool stands_behind_unit(const mintu_address_names *names, const char *text, size_t at)
{
    if (at >= 3 && word_at((const char *const[]){"县", "市", "区", "省", "州", "旗", NULL}, text + at - 3, 3) > 0)
        return true;
    for (size_t length = 6; length <= at && length <= LONGEST; length += 3) {
        const mintu_index_entry *entry = mintu_index_find(names->index, text + at - length, length);
        for (; entry; entry = mintu_index_next(names->index, entry))
            if (names->index->gazetteer->places[entry->place].level < MINTU_LEVEL_TOWNSHIP)
                return true;
        if (mintu_elsewhere_find(names->elsewhere, text + at - length, length))
            return true;
    }
    return false;
}

void mintu_address_offer(const mintu_address_names *names, const char *text, size_t size, mintu_candidates *out)
{
    for (size_t at = 0; at + 3 <= size; at++) {
        address a = {.names = names, .text = text + at, .size = size - at, .out = out};
        size_t end, read = 0;
        if (((unsigned char)text[at] & 0xF0) != 0xE0)
            continue;
        while (a.count < MINTU_LEVEL_TOWNSHIP && (end = find_end(&a, read)) > 0)
            a.ends[a.count++] = read = end;
        if (a.count == 0)
            continue;
        size_t before = out->count;
        if (at > 0 && !stands_behind_unit(names, text, at)) /* what begins with a unit was refused for what is behind it */
            read_name(&a, 0);
        if (out->count == before)
            return;
        at += read - 1;
    }
}

void mintu_address_read(const mintu_address_names *names, const char *text, size_t size, mintu_address_tail tail,
                        mintu_candidates *out, size_t *rest)
{
    address a = {.names = names, .text = text, .size = size, .out = out};
    size_t end, at = 0;
    *rest = 0;
    while (a.count < MINTU_LEVEL_TOWNSHIP && (end = find_end(&a, at)) > 0)
        a.ends[a.count++] = at = end;
    if (a.count == 0)
        return;
    read_name(&a, 0);
    if (out->count > 0 && is_tail(&a, tail))
        *rest = at;
    else
        out->count = 0;
}
