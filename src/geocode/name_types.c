#include "geocode/name_types.h"

#include "base/utf8.h"

#include <string.h>

/* Types of units by level (GB/T 2260 and the regulation on place names), the longer before the shorter. */
static const char *const province_types[] = {"特别行政区", "自治区", "省", "市", NULL};
static const char *const prefecture_types[] = {"自治州", "地区", "市", "盟", NULL};
static const char *const county_types[] = {"自治县", "自治旗", "林区", "特区", "县", "市", "区", "旗", NULL};
static const char *const township_types[] = {"街道办事处", "街道", "民族乡", "民族苏木", "苏木", "镇", "乡", NULL};
static const char *const *const types[MINTU_LEVEL_END] = {NULL, province_types, prefecture_types, county_types, township_types};

/* The nationalities of China (GB/T 3304) beside the Han. */
static const char *const nationalities[] = {
    "蒙古族",   "回族",       "藏族",     "维吾尔族", "苗族",   "彝族",     "壮族",   "布依族",     "朝鲜族",   "满族",
    "侗族",     "瑶族",       "白族",     "土家族",   "哈尼族", "哈萨克族", "傣族",   "黎族",       "傈僳族",   "佤族",
    "畲族",     "高山族",     "拉祜族",   "水族",     "东乡族", "纳西族",   "景颇族", "柯尔克孜族", "土族",     "达斡尔族",
    "仫佬族",   "羌族",       "布朗族",   "撒拉族",   "毛南族", "仡佬族",   "锡伯族", "阿昌族",     "普米族",   "塔吉克族",
    "怒族",     "乌孜别克族", "俄罗斯族", "鄂温克族", "德昂族", "保安族",   "裕固族", "京族",       "塔塔尔族", "独龙族",
    "鄂伦春族", "赫哲族",     "门巴族",   "珞巴族",   "基诺族", NULL};

/* Length of the first @p size bytes of the name without the longest ending of the list that it has, or @p size. */
static size_t without(const char *name, size_t size, const char *const *endings)
{
    size_t best = size;
    for (; *endings; endings++) {
        size_t length = strlen(*endings);
        if (length < size && memcmp(name + size - length, *endings, length) == 0 && size - length < best)
            best = size - length;
    }
    return best;
}

size_t mintu_name_shorten(const char *name, mintu_level level, bool ethnic)
{
    size_t size = strlen(name);
    if (level <= MINTU_LEVEL_ANY || level >= MINTU_LEVEL_END)
        return 0;
    size_t cut = without(name, size, types[level]);
    if (cut < size && ethnic) {
        size_t further = without(name, cut, nationalities);
        cut = further < cut ? further : size;
    }
    return cut < size && mintu_utf8_count_n(name, cut) >= 2 ? cut : 0;
}

/* Types in English and in pinyin. */
static const struct {
    const char *word, *pinyin;
} latin_types[] = {{"province", "sheng"}, {"city", "shi"},       {"district", "qu"},       {"county", "xian"},
                   {"town", "zhen"},      {"township", "xiang"}, {"subdistrict", "jiedao"}};

const char *mintu_type_word(const char *type)
{
    const char *dash = strrchr(type, '-');
    return dash ? dash + 1 : type;
}

const char *mintu_type_pinyin(const char *word)
{
    for (size_t i = 0; i < sizeof latin_types / sizeof *latin_types; i++)
        if (strcmp(latin_types[i].word, word) == 0)
            return latin_types[i].pinyin;
    return NULL;
}

size_t mintu_latin_shorten(const char *text, size_t size, const char **word)
{
    size_t best = size;
    for (size_t i = 0; i < sizeof latin_types / sizeof *latin_types; i++) {
        const char *endings[] = {latin_types[i].word, latin_types[i].pinyin, NULL};
        size_t cut = without(text, size, endings);
        if (cut >= best)
            continue;
        best = cut;
        *word = latin_types[i].word;
    }
    return best < size ? best : 0;
}
