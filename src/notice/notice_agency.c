#define _GNU_SOURCE
#include "notice/notice_agency.h"

#include "notice/notice_head.h"
#include "notice/notice_label.h"
#include "scan/scan_words.h"

#include <string.h>

enum { LONGEST = 150 };

static const char *const joining[] = {"以及", "和", "及", "与", NULL};

static size_t hard_comma(const char *text, size_t size)
{
    static const char *const marks[] = {"，", "；", "、", ",",  ";",  "。", "/",        "／", " ",
                                        "　", "\n", "\t", "．", "；", "|",  "\xC2\xA0", NULL};
    return mintu_scan_word_at(marks, text, size, 0);
}

size_t mintu_agency_comma(const char *text, size_t size)
{
    size_t hard = hard_comma(text, size);
    return hard > 0 ? hard : mintu_scan_word_at(joining, text, size, 0);
}

static size_t bracket_end(const char *text, size_t size)
{
    static const char *const opening[] = {"（", "(", "〔", "［", NULL}, *const closing[] = {"）", ")", "〕", "］", NULL};
    size_t at = mintu_scan_word_at(opening, text, size, 0), close;
    for (; at > 0 && at < size && at < 60; at += mintu_notice_step(text + at, size - at))
        if ((close = mintu_scan_word_at(closing, text, size, at)) > 0)
            return at + close;
    return 0;
}

size_t mintu_agency_role(const mintu_notice *notice, const char *text, size_t size, const char **role)
{
    size_t end = bracket_end(text, size), open = text[0] == '(' ? 1 : 3;
    if (end < 2 * open)
        return 0;
    const mintu_notice_word *word = mintu_notice_word_at(&notice->words, MINTU_NOTICE_WORD_ROLE, text + open, end - 2 * open);
    if (!word)
        word = mintu_notice_label_is(notice, text + open, end - 2 * open);
    bool whole = word && word->size == end - 2 * open && mintu_notice_label_charges(word);
    *role = whole ? word->meaning : NULL;
    return whole ? end : 0;
}

/* True when a text ends as a name of a body does. */
static bool is_body(const mintu_notice *notice, const char *text, size_t size)
{
    const mintu_notice_word *body = mintu_notice_word_before(&notice->words, MINTU_NOTICE_WORD_BODY, text, size);
    bool part = body && strcmp(body->meaning, "part") == 0; /* 国网…电力; 电力 alone is none */
    return body && (size > body->size + (part ? 3 : 0) || (body->size >= 6 && !part));
}

/* 各市、县（区）: units that a government, or nothing, stands behind. Their bytes, 0 when there are fewer than one. */
static size_t units_at(const char *text, size_t size)
{
    static const char *const units[] = {"设区市",     "设区的市",
                                        "地级市",     "自治州",
                                        "地区",       "开发区",
                                        "管委会",     "高新区",
                                        "新区",       "乡镇",
                                        "街道",       "镇街",
                                        "城区",       "园区",
                                        "市",         "县",
                                        "区",         "州",
                                        "盟",         "旗",
                                        "乡",         "镇",
                                        "地",         "（市、区）",
                                        "（区）",     "（市）",
                                        "（区、市）", "（镇）",
                                        "（街道）",   "（市、区、特区）",
                                        "(市、区)",   "(区)",
                                        "(市)",       "(区、市)",
                                        "（街、镇）", "（场）",
                                        "（农场）",   "省直管县（市）",
                                        "人民",       NULL};
    static const char *const first[] = {"各级", "各有关", "各相关", "有关", "相关", "各", "所在", "当地", "属地", "试点", NULL};
    size_t at = mintu_scan_word_at(first, text, size, 0), start = at, used;
    while (at < size) {
        used = mintu_scan_word_at(units, text, size, at);
        size_t join = used == 0 && at > start
                          ? mintu_scan_word_at((const char *const[]){"、", "和", "及", "与", NULL}, text, size, at)
                          : 0;
        if (used == 0 && join > 0)
            used = mintu_scan_word_at(units, text, size, at + join);
        if (used == 0)
            break;
        at += join + used;
    }
    return at > start && start > 0 ? at : 0;
}

/* Bytes of 各市、县（区）人民政府 and the like; 0 for others. A list of such names without 各 is many bodies: 市、县政府. */
static size_t group_at(const mintu_notice *notice, const char *text, size_t size)
{
    static const char *const offices[] = {"人民政府",   "政府",     "管委会", "管理委员会", "党委", "党委、政府", "党委政府",
                                          "街道办事处", "街道办",   "办事处", "部门",       "单位", "职能部门",   "成员单位",
                                          "主管部门",   "负责部门", "党工委", "党委和政府", NULL};
    size_t units = units_at(text, size), office = mintu_scan_word_at(offices, text, size, units);
    if (units > 0 && office > 0) { /* 各镇人民政府（街道办事处） */
        size_t end = units + office, tail = bracket_end(text + end, size - end);
        return end + tail;
    }
    size_t end = units;
    bool alone =
        units > 0 && (end == size || hard_comma(text + end, size - end) > 0 || MINTU_STARTS(text + end, size - end, "等") ||
                      mintu_notice_word_at(&notice->words, MINTU_NOTICE_WORD_ROLE, text + end, size - end));
    return alone && !MINTU_STARTS(text, size, "有关") && !MINTU_STARTS(text, size, "当地") ? units : 0;
}

static bool ends_list(const mintu_notice *notice, const char *text, size_t size)
{
    size_t end;
    const char *role;
    return size == 0 || hard_comma(text, size) > 0 || mintu_agency_role(notice, text, size, &role) > 0 ||
           mintu_notice_word_at(&notice->words, MINTU_NOTICE_WORD_WITH, text, size) ||
           mintu_notice_label_at(notice, text, size, &end) != NULL;
}

/* True when a name may end before @p at: what it is so far is a body, or what follows is no more than a role. */
static bool ends_name(const mintu_notice *notice, const char *text, size_t size, size_t at)
{
    const char *rest = text + at;
    size_t left = size - at;
    const mintu_notice_word *role = mintu_notice_word_at(&notice->words, MINTU_NOTICE_WORD_ROLE, rest, left);
    bool body = is_body(notice, text, at);
    if (role)
        return body || ends_list(notice, rest + role->size, left - role->size);
    if (MINTU_STARTS(rest, left, "等"))
        return body || ends_list(notice, rest + 3, left - 3) ||
               mintu_notice_word_at(&notice->words, MINTU_NOTICE_WORD_ROLE, rest + 3, left - 3);
    if (mintu_scan_word_at(joining, rest, left, 0) > 0)
        return body;
    return body && mintu_notice_word_at(&notice->words, MINTU_NOTICE_WORD_AGENCY, rest, left) &&
           !mintu_notice_word_at(&notice->words, MINTU_NOTICE_WORD_BODY, rest, left);
}

/* Length of what stands until the next comma or role. */
static size_t until_end(const mintu_notice *notice, const char *text, size_t size)
{
    size_t at = 0, bracket;
    const char *role;
    while (at < size && at < (size_t)2 * LONGEST && !ends_list(notice, text + at, size - at) &&
           !(at > 0 && ends_name(notice, text, size, at))) {
        bracket = bracket_end(text + at, size - at);
        if (bracket > 0 && mintu_agency_role(notice, text + at, size - at, &role) > 0)
            break;
        if (bracket == 0 && (text[at] == '(' || text[at] == ')' || MINTU_STARTS(text + at, size - at, "（") ||
                             MINTU_STARTS(text + at, size - at, "）") || MINTU_STARTS(text + at, size - at, "：")))
            break;
        at += bracket > 0 ? bracket : mintu_notice_step(text + at, size - at);
    }
    return at;
}

/* A short name in a list stands without the characters that its list begins with: 省住建厅、国土厅. */
static const mintu_notice_word *complete(const mintu_notice *notice, const char *full, const char *name, size_t size)
{
    char text[160];
    for (size_t length = 3; length <= 12 && length < strlen(full) && size + length < sizeof text; length += 3) {
        memcpy(text, full, length);
        memcpy(text + length, name, size);
        const mintu_notice_word *word = mintu_notice_word_at(&notice->words, MINTU_NOTICE_WORD_AGENCY, text, size + length);
        if (word && word->size == size + length)
            return word;
    }
    return NULL;
}

/* A short name is that of the package only in a text about its own bodies: 发改委 of a city is another. */
static bool holds(const mintu_notice *notice, const mintu_notice_word *word, const char *full)
{
    static const char *const below[] = {"市", "县", "区", "州", "盟", NULL};
    bool same = word->size == strlen(word->meaning) && memcmp(word->text, word->meaning, word->size) == 0;
    bool whole =
        same || MINTU_STARTS(word->text, word->size, "省") || word->size > 18 || MINTU_STARTS(word->text, word->size, "各");
    bool under = full[0] && mintu_scan_word_at(below, full, strlen(full), 0) > 0;
    bool hall = mintu_scan_word_before((const char *const[]){"厅", NULL}, word->text, word->size) > 0;
    return whole || (!under && (notice->short_names || hall));
}

/* True when a name ends as those of offices do in any text: 湖滨街道办事处, 福建证监局, 财政局. */
static bool is_office(const mintu_notice *notice, const char *text, size_t size, bool listed)
{
    const mintu_notice_word *word = mintu_notice_word_before(&notice->words, MINTU_NOTICE_WORD_OFFICE, text, size);
    if (!word || size > LONGEST || (strcmp(word->meaning, "list") == 0 && !listed))
        return false;
    static const char *const within[] = {"由", "对", "将", "把", "向", "让", "使", "请", NULL}; /* 该项工作由市教育局 */
    for (size_t at = 0; at < size; at += mintu_notice_step(text + at, size - at))
        if (mintu_scan_word_at(within, text, size, at) > 0)
            return false;
    static const char *const levels[] = {"省", "市", "县", "区", "州", NULL}; /* 市农办 */
    size_t least = strcmp(word->meaning, "alone") == 0 ? 0 : mintu_scan_word_at(levels, text, size, 0) > 0 ? 3 : 6;
    return size >= word->size + least;
}

/* Bytes of an office's name at the begin of what it does: 凤里街道办事处|选址建设; 0 when none is there. */
static size_t before_verb(const mintu_notice *notice, const char *text, size_t size, bool listed)
{
    static const char *const others[] = {"于",   "在",   "按",   "要",   "应",   "须",   "定期", "适时", "共同", "联合",
                                         "抓紧", "加快", "加强", "强化", "优化", "完善", "健全", "研究", NULL};
    for (size_t at = 0; at < size && at < LONGEST; at += mintu_notice_step(text + at, size - at))
        if ((mintu_scan_word_at(others, text, size, at) > 0 ||
             mintu_notice_word_at(&notice->words, MINTU_NOTICE_WORD_VERB, text + at, size - at) ||
             mintu_notice_word_at(&notice->words, MINTU_NOTICE_WORD_STRIP, text + at, size - at)) &&
            is_office(notice, text, at, listed))
            return at;
    return 0;
}

mintu_agency mintu_agency_at(const mintu_notice *notice, const char *text, size_t size, const char *full)
{
    const mintu_notice_word *word = mintu_notice_word_at(&notice->words, MINTU_NOTICE_WORD_AGENCY, text, size);
    const char *role;
    size_t length = word ? word->size : 0, bracket = word && length < size ? bracket_end(text + length, size - length) : 0;
    if (bracket > 0 && mintu_agency_role(notice, text + length, size - length, &role) > 0)
        bracket = 0;
    if (word && !ends_list(notice, text + length + bracket, size - length - bracket) && !ends_name(notice, text, size, length))
        word = NULL;
    bool grouped = word && word->group && !notice->group_names &&
                   (word->size != strlen(word->meaning) || memcmp(word->text, word->meaning, word->size) != 0);
    if (word && (grouped || !holds(notice, word, full)))
        return (mintu_agency){MINTU_AGENCY_BODY, text, length, length};
    if (word)
        return (mintu_agency){MINTU_AGENCY_KNOWN, word->meaning, strlen(word->meaning), length + bracket};
    length = group_at(notice, text, size);
    if (length > 0)
        return (mintu_agency){MINTU_AGENCY_BODY, text, length, length};
    length = until_end(notice, text, size);
    word = complete(notice, full, text, length);
    if (word)
        return (mintu_agency){MINTU_AGENCY_KNOWN, word->meaning, strlen(word->meaning), length};
    size_t named = length; /* 省财政厅（国资处） ends as its name does */
    for (size_t at = 0; at < length; at += mintu_notice_step(text + at, length - at))
        if (bracket_end(text + at, length - at) == length - at && at > 0)
            named = at;
    bool body = length > 0 && length <= LONGEST && (is_body(notice, text, length) || is_body(notice, text, named));
    size_t office = body ? 0 : before_verb(notice, text, length, full[0] != '\0');
    if (office > 0)
        return (mintu_agency){MINTU_AGENCY_BODY, text, office, office};
    body = body || (length >= 6 && mintu_notice_is_unit(notice, text, length));
    return (mintu_agency){length == 0 ? MINTU_AGENCY_NONE
                          : body      ? MINTU_AGENCY_BODY
                                      : MINTU_AGENCY_OTHER,
                          text, length, length};
}

bool mintu_agency_is_official(const mintu_notice *notice, const char *text, size_t size)
{
    static const char *const first[] = {"省", "市", "县",   "区",   "州",     "盟",   "乡",   "镇",   "街道", "村",   "社区",
                                        "旗", "各", "国家", "中央", "自治区", "有关", "相关", "国网", "中国", "人行", NULL};
    static const char *const within[] = {"省", "市", "县", "区", "州", NULL}, *const by[] = {"由", NULL};
    if (mintu_scan_word_at(first, text, size, 0) > 0)
        return true;
    for (size_t at = 3; at <= 12 && at < size && mintu_scan_word_at(by, text, size, at) == 0; at += 3)
        if (at > 3 && mintu_scan_word_at(within, text, size, at) > 0) /* 江西省, 三明市 */
            return true;
    return is_office(notice, text, size, false) || mintu_notice_own_unit(notice, text, size);
}

bool mintu_agency_is_institution(const mintu_notice *notice, const char *text, size_t size)
{
    static const char *const places[] = {"市", "县", "区", "镇", "乡", "街道", "村", "社区", NULL};
    if (mintu_notice_is_unit(notice, text, size) ||
        (mintu_scan_word_before(places, text, size) > 0 && group_at(notice, text, size) == 0))
        return false; /* 永泰县嵩口镇 alone */
    return mintu_agency_is_official(notice, text, size) || is_office(notice, text, size, true);
}

/* True when the text writes a group of bodies as the package names it. */
static bool writes_group(const mintu_notice *notice)
{
    const mintu_notice_word_list *agencies = &notice->words.kinds[MINTU_NOTICE_WORD_AGENCY];
    for (size_t i = 0; i < agencies->count; i++)
        if (agencies->items[i].group && strcmp(agencies->items[i].text, agencies->items[i].meaning) == 0 &&
            notice->texts.size > 0 &&
            memmem(notice->texts.data, notice->texts.size, agencies->items[i].text, agencies->items[i].size))
            return true;
    return false;
}

void mintu_agency_level(mintu_notice *notice)
{
    const mintu_notice_word_list *agencies = &notice->words.kinds[MINTU_NOTICE_WORD_AGENCY];
    const char *text = notice->texts.data;
    size_t size = notice->texts.size;
    notice->group_names = writes_group(notice);
    for (size_t at = 0; at + 9 <= size && !notice->short_names; at++) {
        if ((unsigned char)text[at] < 0xE4 || !MINTU_STARTS(text + at, size - at, "省"))
            continue;
        const mintu_notice_word *word = mintu_notice_word_at(&notice->words, MINTU_NOTICE_WORD_AGENCY, text + at, size - at);
        notice->short_names = word && word->size >= 9 && agencies->count > 0;
    }
}
