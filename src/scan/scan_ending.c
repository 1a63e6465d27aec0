#include "scan/scan_ending.h"

#include "scan/scan_words.h"

#include <string.h>

enum { HEADING = 60 }; /* bytes that a number and a class before a list may take */

/* What may stand between a number and a class; the longest fits first. */
static const char *const modifiers[] = {
    "国家级", "省级",   "市级",   "县级", "试点", "示范", "重点", "特色", "中心", "建制", "经济", "强",   "新型", "城镇化",
    "综合",   "改革",   "专项",   "沿海", "山区", "革命", "老区", "贫困", "发达", "培育", "美丽", "小",   "中小", "大",
    "第一批", "第二批", "第三批", "首批", "建设", "海岛", "边远", "欠",   "较",   "全国", "全省", "历史", "文化", "名",
    "生态",   "工业",   "旅游",   "卫星", "主要", "其他", "有关", "相关", "的",   "“",    "”",    NULL};

/* The words of each class. */
enum { WORDS = 16 };
static const char *const classes[][WORDS] = {
    [MINTU_SCAN_CLASS_PLACE] = {"城市", "省", "试点", "地方", "地区", "地"},
    [MINTU_SCAN_CLASS_PREFECTURE] = {"设区市", "设区的市", "地级市", "地市"},
    [MINTU_SCAN_CLASS_COUNTY] = {"县（市、区）", "县(市、区)", "县（市）", "县(市)", "县（区）", "市（县）", "市县", "县市",
                                 "县区", "区县", "市、县", "县、市", "县级市", "县级单位", "县级行政区"},
    [MINTU_SCAN_CLASS_CITY] = {"市"},
    [MINTU_SCAN_CLASS_DISTRICT] = {"市辖区", "区"},
    [MINTU_SCAN_CLASS_COUNTY_ONLY] = {"县"},
    [MINTU_SCAN_CLASS_TOWNSHIP] = {"乡镇", "镇乡", "乡（镇）", "镇街"},
    [MINTU_SCAN_CLASS_TOWN] = {"城镇", "集镇", "镇"},
    [MINTU_SCAN_CLASS_RURAL] = {"乡"},
    [MINTU_SCAN_CLASS_STREET] = {"街道"},
};

/* Words that begin like a class and name none. */
static const char *const not_classes[] = {"镇化", "镇级", "乡村", "乡亲", "市场", "市民",   "市级",
                                          "县级", "县域", "县城", "区域", "地块", "地铁",   "地税",
                                          "地理", "省级", "省直", "省内", "地质", "城镇化", NULL};

static bool read_class(const char *text, size_t size, size_t *at, mintu_scan_class *kind)
{
    size_t best = 0;
    for (mintu_scan_class i = MINTU_SCAN_CLASS_PLACE; i <= MINTU_SCAN_CLASS_STREET; i++) {
        size_t length = mintu_scan_word_at(classes[i], text, size, *at);
        *kind = length > best ? i : *kind;
        best = length > best ? length : best;
    }
    if (best == 0 || mintu_scan_word_at(not_classes, text, size, *at) > best)
        return false;
    *at += best;
    return true;
}

/* Modifiers and a class; 试点 is both, and a class only when none follows. */
static bool read_noun(const char *text, size_t size, size_t *at, mintu_scan_class *kind)
{
    bool found = false;
    size_t here = *at;
    for (int i = 0; i < 8; i++) {
        mintu_scan_class last = MINTU_SCAN_CLASS_NONE;
        size_t end = here, modifier = mintu_scan_word_at(modifiers, text, size, here);
        if (read_class(text, size, &end, &last)) {
            found = true;
            *kind = last;
            *at = end;
            if (last != MINTU_SCAN_CLASS_PLACE)
                return true;
        }
        if (modifier == 0)
            return found;
        here += modifier;
    }
    return found;
}

/* Value of one digit at @p at and its length; -1 when it is none. 十 is 10. */
static long read_digit(const char *text, size_t size, size_t at, size_t *length)
{
    static const char *const digits[] = {"〇一二三四五六七八九十", "零壹两叁肆伍陆柒捌玖拾", "０１２３４５６７８９"};
    *length = 1;
    if (at < size && text[at] >= '0' && text[at] <= '9')
        return text[at] - '0';
    *length = 3;
    for (size_t set = 0; set < 3 && at + 3 <= size; set++)
        for (long i = 0; digits[set][3 * i]; i++)
            if (memcmp(text + at, digits[set] + 3 * i, 3) == 0)
                return i;
    return -1;
}

/* 15, １５, 十五, 二十, 一五; -1 when there is no number. */
static long read_number(const char *text, size_t size, size_t *at)
{
    long number = -1, digit;
    size_t length;
    while ((digit = read_digit(text, size, *at, &length)) >= 0 && number < 100000) {
        size_t next;
        long after = digit == 10 ? read_digit(text, size, *at + length, &next) : -1;
        if (digit == 10 && after >= 0 && after < 10) {
            number = (number < 0 ? 1 : number) * 10 + after;
            *at += next;
        } else if (digit == 10) {
            number = (number < 0 ? 1 : number) * 10;
        } else {
            number = (number < 0 ? 0 : number) * 10 + digit;
        }
        *at += length;
    }
    return number;
}

static bool read_counted(const char *text, size_t size, size_t *at, mintu_scan_ending *out)
{
    static const char *const measures[] = {"个", "座", "处", NULL};
    long number = read_number(text, size, at);
    if (number < 0)
        return false;
    *at += mintu_scan_word_at(measures, text, size, *at);
    if (!read_noun(text, size, at, &out->kind))
        return false;
    out->stated = number;
    return true;
}

void mintu_scan_ending_read(const char *text, size_t size, size_t at, mintu_scan_ending *out)
{
    static const char *const dots[] = {"……", "…", "...", NULL};
    static const char *const others[] = {"等等", "等", NULL};
    *out = (mintu_scan_ending){.stated = -1};
    static const char *const sums[] = {"共", "共计", "合计", "总共", "一共", "这", "，共", "，共计", "，合计", NULL};
    size_t dot = mintu_scan_word_at(dots, text, size, at);
    size_t other = mintu_scan_word_at(others, text, size, at + dot);
    at += dot + other;
    out->open = dot + other > 0;
    at += mintu_scan_word_at(sums, text, size, at);
    size_t end = at;
    if (read_counted(text, size, &end, out))
        return;
    out->kind = MINTU_SCAN_CLASS_NONE;
    if (out->open)
        read_noun(text, size, &at, &out->kind);
}

void mintu_scan_heading_read(const char *text, size_t at, mintu_scan_ending *out)
{
    static const char *const leads[] = {"：",     ":",      "（",     "(",    "为", "是", "即",
                                        "分别是", "分别为", "包括：", "即：", "——", NULL};
    *out = (mintu_scan_ending){.stated = -1};
    size_t lead = mintu_scan_word_before(leads, text, at);
    if (lead == 0)
        return;
    size_t end = at - lead, length;
    for (size_t start = end > HEADING ? end - HEADING : 0; start < end; start++) {
        size_t stop = start;
        mintu_scan_ending found = {.stated = -1};
        bool inside = start >= 1 && (read_digit(text, end, start - 1, &length) >= 0 ||
                                     (start >= 3 && read_digit(text, end, start - 3, &length) >= 0 && length == 3));
        if (inside || !read_counted(text, end, &stop, &found) || stop != end)
            continue;
        *out = found;
        return;
    }
}

static bool ends_with(const char *name, const char *type)
{
    size_t size = strlen(name), length = strlen(type);
    return size > length && strcmp(name + size - length, type) == 0;
}

bool mintu_scan_class_is_township(mintu_scan_class kind)
{
    return kind >= MINTU_SCAN_CLASS_TOWNSHIP;
}

bool mintu_scan_class_fits(mintu_scan_class kind, mintu_level level, const char *name)
{
    static const struct {
        mintu_level highest, lowest;
        const char *type; /* NULL: any */
    } units[] = {[MINTU_SCAN_CLASS_PREFECTURE] = {MINTU_LEVEL_PREFECTURE, MINTU_LEVEL_PREFECTURE, NULL},
                 [MINTU_SCAN_CLASS_COUNTY] = {MINTU_LEVEL_COUNTY, MINTU_LEVEL_COUNTY, NULL},
                 [MINTU_SCAN_CLASS_CITY] = {MINTU_LEVEL_PROVINCE, MINTU_LEVEL_COUNTY, "市"},
                 [MINTU_SCAN_CLASS_DISTRICT] = {MINTU_LEVEL_COUNTY, MINTU_LEVEL_COUNTY, "区"},
                 [MINTU_SCAN_CLASS_COUNTY_ONLY] = {MINTU_LEVEL_COUNTY, MINTU_LEVEL_COUNTY, "县"},
                 [MINTU_SCAN_CLASS_TOWNSHIP] = {MINTU_LEVEL_TOWNSHIP, MINTU_LEVEL_TOWNSHIP, NULL},
                 [MINTU_SCAN_CLASS_TOWN] = {MINTU_LEVEL_TOWNSHIP, MINTU_LEVEL_TOWNSHIP, "镇"},
                 [MINTU_SCAN_CLASS_RURAL] = {MINTU_LEVEL_TOWNSHIP, MINTU_LEVEL_TOWNSHIP, "乡"},
                 [MINTU_SCAN_CLASS_STREET] = {MINTU_LEVEL_TOWNSHIP, MINTU_LEVEL_TOWNSHIP, "街道"}};
    if (kind <= MINTU_SCAN_CLASS_PLACE)
        return true;
    return level >= units[kind].highest && level <= units[kind].lowest &&
           (!units[kind].type || ends_with(name, units[kind].type));
}
