#include "geocode/offers.h"

#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/utf8.h>

/* Characters that are taken for one another by eye. */
static const char *const alike[] = {
    "市巿",   "头夹", "未末", "己已巳", "土士", "日曰", "大太犬", "干于千", "州洲", "天夭", "人入",   "候侯", "茶荼", "埔浦铺",
    "坂板坡", "晋普", "溪淡", "园圆",   "崎琦", "壁璧", "石右",   "田由甲", "白自", "水永", "王玉主", "木本", "西酉", "龙尤",
    "桥娇",   "港巷", "洋详", "厝唐",   "湖潮", "东乐", "井并",   "官宫",   "安妄", "洪洗", "竹行",   "石古", NULL};

enum { CHARACTER = 3, LONGEST = 36 };

void mintu_offer_only(mintu_candidates *candidates)
{
    for (size_t i = 0; i < candidates->count; i++) {
        mintu_candidate *candidate = &candidates->items[i];
        candidate->kind = MINTU_MATCH_KIND_FUZZY;
        candidate->sure = false;
        candidate->likeness = 0.5;
    }
}

/* Adds what a Chinese name means. */
static void offer(const mintu_index *index, const char *text, size_t size, mintu_candidates *out)
{
    mintu_candidates found = {0};
    mintu_parse_name(index, text, size, &found);
    for (size_t i = 0; i < found.count; i++)
        if (found.items[i].kind != MINTU_MATCH_KIND_LATIN)
            mintu_candidates_add(out, &found.items[i]);
    out->failed = out->failed || found.failed;
    free(found.items);
}

static void offer_changed(const mintu_index *index, const char *text, size_t size, size_t at, mintu_candidates *out)
{
    char changed[MINTU_NAME_SIZE];
    memcpy(changed, text, size);
    changed[size] = '\0';
    for (size_t i = 0; alike[i]; i++)
        for (const char *member = alike[i]; *member; member += CHARACTER) {
            if (memcmp(member, text + at, CHARACTER) != 0)
                continue;
            for (const char *other = alike[i]; *other; other += CHARACTER) {
                memcpy(changed + at, other, CHARACTER);
                if (other != member)
                    offer(index, changed, size, out);
            }
        }
}

void mintu_offer_alike(const mintu_index *index, const char *text, size_t size, mintu_candidates *out)
{
    if (size > LONGEST)
        return;
    for (size_t at = 0; at + CHARACTER <= size; at++)
        if (((unsigned char)text[at] & 0xF0) == 0xE0)
            offer_changed(index, text, size, at, out);
}

/* Length of what parts members of an enumeration at @p at, 0 when nothing does. */
static size_t part_at(const char *text)
{
    static const char *const parts[] = {"、", "，", "；", ",", ";", "/", "和", "及", "与", "\n", "|", NULL};
    for (size_t i = 0; parts[i]; i++)
        if (strncmp(text, parts[i], strlen(parts[i])) == 0)
            return strlen(parts[i]);
    return 0;
}

/* Adds what one member means. */
static mintu_status offer_member(const mintu_index *index, const char *member, size_t size, mintu_error *error,
                                 mintu_candidates *out)
{
    char name[MINTU_NAME_SIZE], text[MINTU_NAME_SIZE];
    if (size >= sizeof name)
        return MINTU_STATUS_OK;
    memcpy(name, member, size);
    name[size] = '\0';
    mintu_status status = mintu_name_normalise(name, error, text, &size);
    if (status == MINTU_STATUS_OK && size > 0)
        offer(index, text, size, out);
    return status;
}

/* True when all are of one level, as the members of an enumeration are. */
static bool are_even(const mintu_index *index, const mintu_candidates *candidates)
{
    const mintu_place *places = index->gazetteer->places;
    for (size_t i = 1; i < candidates->count; i++)
        if (places[candidates->items[i].place].level != places[candidates->items[0].place].level)
            return false;
    return true;
}

mintu_status mintu_offer_members(const mintu_index *index, const char *query, mintu_error *error, mintu_candidates *out)
{
    size_t members = 0, known = 0, start = 0, size = strlen(query);
    mintu_status status = MINTU_STATUS_OK;
    for (size_t at = 0; at <= size && status == MINTU_STATUS_OK; at++) {
        size_t part = at < size ? part_at(query + at) : 1, before = out->count;
        if (part == 0 || (at == size && members == 0))
            continue;
        status = offer_member(index, query + start, at - start, error, out);
        members += at > start;
        known += out->count > before;
        start = at + part;
        at += part - 1;
    }
    if (known < members || known < 2 || !are_even(index, out))
        out->count = 0;
    return status;
}
