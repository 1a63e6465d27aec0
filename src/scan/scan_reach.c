#include "scan/scan_reach.h"

#include "scan/scan_words.h"

#include <string.h>

enum { JOINED = 72, NEAR = 600, NUMBER = 24 }; /* bytes that may stand between, and before a heading */

static const char *const joints[] = {"的", "等",   "地",   "两",   "二", "三",   "四",   "省",   "市",   "县",
                                     "区", "境内", "下辖", "所辖", "辖", "管辖", "所属", "各",   "：",   ":",
                                     "（", "(",    "〔",   "、",   "和", "与",   "及",   "以及", "或",   "　",
                                     " ",  "\t",   ",",    "|",    "）", ")",    "个",   "辖有", "包括", "分别是",
                                     "有", "即",   "属下", "下属", "内", "里",   "——",   "—",    NULL};
static const char *const commas[] = {"，", "；", "、，", ",", ";", NULL};
static const char *const colons[] = {"：", ":", NULL};

/* Words by which a sentence goes on with the unit of the one before. */
static const char *const backwards[] = {"该市", "该县", "该区", "该省", "该地", "该州", "当地", "全市", "全县",
                                        "全区", "全省", "其中", "此外", "同时", "该",   "其",   "并",   NULL};

/* Length of a name of a list that the package may not know, with the separator behind it: 城南乡、. */
static size_t item_at(const char *text, size_t from, size_t to)
{
    static const char *const types[] = {"镇", "乡", "街道", "县", "市", "区", NULL};
    enum { SHORT = 9, LONG = 24 };
    for (size_t at = from + 3; at < to && at - from <= LONG; at += 3) {
        size_t separator = mintu_scan_separator(text, to, at);
        if (separator > 0 && at - from >= 6)
            return at - from <= SHORT || mintu_scan_word_before(types, text, at) > 0 ? at - from + separator : 0;
        if ((unsigned char)text[at] < 0xE4 || (unsigned char)text[at] > 0xE9)
            return 0;
    }
    return 0;
}

static bool is_joined(const char *text, size_t from, size_t to)
{
    if (to - from > JOINED)
        return false;
    while (from < to) {
        size_t length = mintu_scan_word_at(joints, text, to, from);
        length = length ? length : item_at(text, from, to);
        if (length == 0)
            return false;
        from += length;
    }
    return true;
}

/* Where the lines and spaces from @p at on end. */
static size_t skip_blank(const char *text, size_t at, size_t to)
{
    while (at < to && (text[at] == '\n' || text[at] == '\r' || text[at] == ' '))
        at++;
    return at;
}

mintu_scan_reach mintu_scan_reach_read(const char *text, size_t from, size_t to)
{
    mintu_scan_reach reach = MINTU_SCAN_REACH_CLAUSE;
    if (to - from > NEAR)
        return MINTU_SCAN_REACH_FAR;
    if (is_joined(text, from, to))
        return MINTU_SCAN_REACH_JOINED;
    for (size_t at = from; at < to; at++) {
        mintu_scan_reach here = MINTU_SCAN_REACH_CLAUSE;
        size_t stop = mintu_scan_stop(text, to, at);
        if (text[at] == '\n' && mintu_scan_word_before(colons, text, at) > 0)
            here = MINTU_SCAN_REACH_SENTENCE;
        else if (stop > 0 && mintu_scan_word_at(backwards, text, to, skip_blank(text, at + stop, to)) > 0)
            here = MINTU_SCAN_REACH_SENTENCE;
        else if (stop > 0)
            here = MINTU_SCAN_REACH_BLOCK;
        else if (mintu_scan_word_at(commas, text, to, at) > 0)
            here = MINTU_SCAN_REACH_SENTENCE;
        if (text[at] == '\n' && at + 1 < to && (text[at + 1] == '\n' || text[at + 1] == '\r'))
            return MINTU_SCAN_REACH_FAR;
        reach = here > reach ? here : reach;
    }
    return reach;
}

bool mintu_scan_reach_heads(const char *text, size_t size, size_t start, size_t end)
{
    size_t stop = end + mintu_scan_word_at(colons, text, size, end);
    if (stop >= size || (text[stop] != '\n' && text[stop] != '\r'))
        return false;
    size_t line = start;
    while (line > 0 && text[line - 1] != '\n' && start - line <= NUMBER)
        line--;
    bool number = start == line;
    for (size_t at = line; at < start; at++)
        number = number || text[at] == '.' || memcmp(text + at, "、", 3) == 0 || memcmp(text + at, "）", 3) == 0;
    return number && (line == 0 || text[line - 1] == '\n');
}
