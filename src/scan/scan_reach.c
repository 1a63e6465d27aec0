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

/* Words by which a sentence goes on with the unit of the one before, or with the journey there. */
static const char *const backwards[] = {"该市",   "该县",   "该区",   "该省",     "该地", "该州", "当地", "全市", "全县",
                                        "全区",   "全省",   "其中",   "此外",     "同时", "该",   "其",   "并",   "第一站",
                                        "第二站", "第三站", "下一站", "最后一站", "随后", "接着", NULL};

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
        if ((text[at] == '\n' && mintu_scan_word_before(colons, text, at) > 0) ||
            (stop > 0 && mintu_scan_word_at(backwards, text, to, skip_blank(text, at + stop, to)) > 0) ||
            (stop == 0 && mintu_scan_word_at(commas, text, to, at) > 0))
            here = MINTU_SCAN_REACH_SENTENCE;
        else if (stop > 0)
            here = MINTU_SCAN_REACH_BLOCK;
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
        number = number || (text[at] && strchr(".#*-", text[at])) || memcmp(text + at, "、", 3) == 0 ||
                 memcmp(text + at, "）", 3) == 0;
    return number && (line == 0 || text[line - 1] == '\n');
}

bool mintu_scan_reach_begins(const char *text, size_t start)
{
    static const char *const leads[] = {
        "附件", "附表", "附",   "关于", "中共", "转发", "印发",   "《",   "【",   "（",     "(",  "“",  "\"",
        "[",    "#",    "*",    "-",    " ",    "　",   "\t",     "、",   "．",   ".",      "：", ":",  "0",
        "1",    "2",    "3",    "4",    "5",    "6",    "7",      "8",    "9",    "一",     "二", "三", "四",
        "五",   "近日", "日前", "，",   "近期", "最近", "昨日",   "今天", "昨天", "近年来", "年", "月", "日",
        "）",   ")",    "】",   "本报", "记者", "来源", "通讯员", "在",   "据",   "|",      NULL};
    size_t length, at = start;
    while (start - at < 2 * (size_t)NUMBER && (length = mintu_scan_word_before(leads, text, at)) > 0)
        at -= length;
    return at == 0 || text[at - 1] == '\n';
}

bool mintu_scan_reach_titles(const char *text, size_t size, size_t start, size_t end)
{
    enum { TITLE = 150 };
    static const char *const breaks[] = {"，", "。", "；", "！", "？", "：", "、", ",", ";", "!", "?", "|", "\t", NULL};
    static const char *const towns[] = {"镇", "乡", "街道", "村", "号", NULL};
    static const char *const kinds[] = {"乡镇", "村镇", "城镇", "名镇", "强镇", "集镇", "街镇", NULL};
    if (end >= size || text[end] == '\n' || !mintu_scan_reach_begins(text, start))
        return false;
    size_t stop = end;
    while (stop < size && stop - end <= TITLE && text[stop] != '\n' && text[stop] != '\r')
        stop++;
    if (stop >= size || stop - end > TITLE)
        return false;
    size_t last = stop - mintu_scan_word_before(colons, text, stop);
    for (size_t at = end; at < last; at++)
        if (mintu_scan_word_at(breaks, text, last, at) > 0)
            return false;
    return mintu_scan_word_before(towns, text, last) == 0 || mintu_scan_word_before(kinds, text, last) > 0;
}

bool mintu_scan_reach_learns(const char *text, size_t size, size_t end)
{
    enum { CLAUSE = 36 };
    static const char *const learned[] = {"了解", "获悉", "得知", "获知", "看到", "传来", "发来", "发回", NULL};
    for (size_t at = end; at < size && at < end + CLAUSE && mintu_scan_word_at(commas, text, size, at) == 0 &&
                          mintu_scan_stop(text, size, at) == 0;
         at++)
        if (mintu_scan_word_at(learned, text, size, at) > 0)
            return true;
    return false;
}
